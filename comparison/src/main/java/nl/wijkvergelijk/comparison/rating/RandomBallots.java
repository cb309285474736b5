package nl.wijkvergelijk.comparison.rating;

import java.util.SplittableRandom;

/** Estimates a p-value by shuffling every ballot, with a fixed seed: the same ballots give the same answer for ever. */
final class RandomBallots {

    private static final long SEED = 20051125;
    private static final double ROUNDING = 1e-9;

    private RandomBallots() {}

    /**
     * The share of draws whose totals have at least this sum of squares; shuffling changes neither raters, items nor ties, so that W
     * orders as that sum does. What was observed counts as one draw, so it is never zero.
     */
    static double atLeast(double squares, double[][] ranks, int draws) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] shuffled = new double[ranks.length][];
        for (int rater = 0; rater < ranks.length; rater++) {
            shuffled[rater] = ranks[rater].clone();
        }
        int reached = 1;
        for (int draw = 0; draw < draws; draw++) {
            for (double[] ballot : shuffled) {
                shuffle(ballot, random);
            }
            if (squares(totals(shuffled)) >= squares - ROUNDING) {
                reached++;
            }
        }
        return reached / (draws + 1.0);
    }

    static double squares(double[] totals) {
        double squares = 0;
        for (double total : totals) {
            squares += total * total;
        }
        return squares;
    }

    static double[] totals(double[][] ballots) {
        double[] totals = new double[ballots[0].length];
        for (double[] ballot : ballots) {
            for (int item = 0; item < totals.length; item++) {
                totals[item] += ballot[item];
            }
        }
        return totals;
    }

    static void shuffle(double[] ballot, SplittableRandom random) {
        for (int last = ballot.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            double held = ballot[last];
            ballot[last] = ballot[other];
            ballot[other] = held;
        }
    }
}
