package nl.wijkvergelijk.comparison.rating;

import java.util.Arrays;
import java.util.Optional;

/** Computes Kendall's W, from totals of strict rankings or from complete ballots. */
public final class KendallW {

    private KendallW() {}

    /**
     * W = 12 S / (m² (n³ − n)) with S the sum of squares of the totals' deviations. Holds for strict rankings only; ask {@link
     * StrictRankings} first. At least two raters and two items.
     */
    public static Concordance ofTotals(double[] totals, int raters) {
        int items = totals.length;
        requireTwo(raters, items);
        return new Concordance(raters, items, 12 * deviations(totals) / spread(raters, items));
    }

    /**
     * From complete ballots, a row of points (or ranks) per rater; ties share their mean rank and the tie correction takes m ΣT off
     * below the line, T = Σ(t³ − t) over a ballot's groups of t ties (Kendall, Rank correlation methods, 1948). Empty when every rater
     * tied everything.
     */
    public static Optional<Concordance> ofBallots(double[][] ballots) {
        int raters = ballots.length;
        requireTwo(raters, raters == 0 ? 0 : ballots[0].length);
        int items = ballots[0].length;
        double[] totals = new double[items];
        double ties = 0;
        for (double[] ballot : ballots) {
            if (ballot.length != items) {
                throw new IllegalArgumentException("ballots must be complete: " + items + " items each");
            }
            MidRanks ranks = MidRanks.of(ballot);
            for (int item = 0; item < items; item++) {
                totals[item] += ranks.ranks()[item];
            }
            ties += ranks.ties();
        }
        double below = spread(raters, items) - raters * ties;
        return below == 0
                ? Optional.empty()
                : Optional.of(new Concordance(raters, items, 12 * deviations(totals) / below));
    }

    private static void requireTwo(int raters, int items) {
        if (raters < 2 || items < 2) {
            throw new IllegalArgumentException("agreement needs two raters and two items");
        }
    }

    private static double spread(double raters, double items) {
        return raters * raters * (items * items * items - items);
    }

    private static double deviations(double[] totals) {
        double mean = Arrays.stream(totals).sum() / totals.length;
        double squares = 0;
        for (double total : totals) {
            squares += (total - mean) * (total - mean);
        }
        return squares;
    }
}
