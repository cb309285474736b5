package nl.wijkvergelijk.comparison.rating;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Ballots that each leave something out, in balance: every rater puts as many items in order, every item is in as many ballots, and any
 * two items meet in as many. Ballots of which each leaves out the rater itself are so when raters and items are the same.
 */
public final class BalancedBlocks {

    private static final long SEED = 20051125;
    private static final int DRAWS = 100_000;
    private static final double ROUNDING = 1e-9;

    private BalancedBlocks() {}

    /** What the agreement of such ballots is, or why there is none. */
    public enum Defined {
        YES,
        /** Not every rater, item or pair of items counts alike. */
        UNBALANCED,
        /** A ballot has ties: how large W can then be is not known. */
        TIES
    }

    /** Whether there is a W; a row of points (or ranks) per rater, NaN for what it leaves out. */
    public static Defined defined(double[][] ballots) {
        if (ballots.length < 2 || ballots[0].length < 2 || !balanced(ballots)) {
            return Defined.UNBALANCED;
        }
        boolean ties = Arrays.stream(ballots)
                .anyMatch(ballot -> MidRanks.of(given(ballot)).ties() > 0);
        return ties ? Defined.TIES : Defined.YES;
    }

    /** W = 12 S / (λ² n (n² − 1)), S the sum of squares of the rank totals' deviations (Durbin, 1951); empty unless {@link #defined}. */
    public static Optional<BlockConcordance> concordance(double[][] ballots) {
        if (defined(ballots) != Defined.YES) {
            return Optional.empty();
        }
        int items = ballots[0].length;
        int[][] blocks = Arrays.stream(ballots).map(BalancedBlocks::block).toArray(int[][]::new);
        double[][] ranks = Arrays.stream(ballots)
                .map(ballot -> MidRanks.of(given(ballot)).ranks())
                .toArray(double[][]::new);
        int perRater = blocks[0].length;
        int together = together(ballots, 0, 1);
        double deviations = deviations(blocks, ranks, items);
        double w = 12 * deviations / (1.0 * together * together * items * (items * items - 1));
        BlockConcordance found = new BlockConcordance(ballots.length, items, perRater, together, w, null);
        PValue pValue = Significance.chiSquareDoubtful(items)
                ? new PValue(atLeast(deviations, blocks, ranks, items), PValue.Method.MONTE_CARLO)
                : new PValue(
                        ChiSquaredDistribution.of(found.degreesOfFreedom()).survivalProbability(found.chiSquare()),
                        PValue.Method.CHI_SQUARE);
        return Optional.of(new BlockConcordance(ballots.length, items, perRater, together, w, pValue));
    }

    private static boolean balanced(double[][] ballots) {
        int items = ballots[0].length;
        int perRater = block(ballots[0]).length;
        int together = together(ballots, 0, 1);
        for (double[] ballot : ballots) {
            if (ballot.length != items || block(ballot).length != perRater) {
                return false;
            }
        }
        for (int a = 0; a < items; a++) {
            for (int b = a + 1; b < items; b++) {
                if (together(ballots, a, b) != together) {
                    return false;
                }
            }
        }
        return together > 0
                && IntStream.range(0, items)
                                .map(item -> together(ballots, item, item))
                                .distinct()
                                .count()
                        == 1;
    }

    private static int together(double[][] ballots, int a, int b) {
        return (int) Arrays.stream(ballots)
                .filter(ballot -> !Double.isNaN(ballot[a]) && !Double.isNaN(ballot[b]))
                .count();
    }

    private static int[] block(double[] ballot) {
        return IntStream.range(0, ballot.length)
                .filter(item -> !Double.isNaN(ballot[item]))
                .toArray();
    }

    private static double[] given(double[] ballot) {
        return Arrays.stream(ballot).filter(points -> !Double.isNaN(points)).toArray();
    }

    private static double deviations(int[][] blocks, double[][] ranks, int items) {
        double[] totals = new double[items];
        for (int rater = 0; rater < blocks.length; rater++) {
            for (int place = 0; place < blocks[rater].length; place++) {
                totals[blocks[rater][place]] += ranks[rater][place];
            }
        }
        double mean = Arrays.stream(totals).sum() / items;
        return Arrays.stream(totals)
                .map(total -> (total - mean) * (total - mean))
                .sum();
    }

    /** The share of draws, each ballot shuffled among the items it holds, that are at least as far apart; with a fixed seed, never zero. */
    private static double atLeast(double deviations, int[][] blocks, double[][] ranks, int items) {
        SplittableRandom random = new SplittableRandom(SEED);
        int reached = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            for (double[] ballot : ranks) {
                RandomBallots.shuffle(ballot, random);
            }
            if (deviations(blocks, ranks, items) >= deviations - ROUNDING) {
                reached++;
            }
        }
        return reached / (DRAWS + 1.0);
    }
}
