package nl.wijkvergelijk.comparison.rating;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The p-value of a concordance. Chi-square serves with more than seven items
 * (https://influentialpoints.com/Training/coefficient_of_concordance.htm); for fewer it is exact when all ballots can be gone through,
 * and else from seeded random ballots.
 */
public final class Significance {

    private static final int MOST_ITEMS_IN_DOUBT = 7;
    private static final int DRAWS = 100_000;

    private Significance() {}

    /** Whether chi-square is a doubtful approximation for so many items. */
    public static boolean chiSquareDoubtful(int items) {
        return items <= MOST_ITEMS_IN_DOUBT;
    }

    /** Of totals of strict rankings. */
    public static PValue ofTotals(Concordance concordance, double[] totals) {
        int items = concordance.items();
        int raters = concordance.raters();
        if (!chiSquareDoubtful(items)) {
            return chiSquare(concordance);
        }
        if (RankSums.feasible(raters, items)) {
            return new PValue(RankSums.of(raters, items).atLeast(totals), PValue.Method.EXACT);
        }
        double[] strict = IntStream.rangeClosed(1, items).asDoubleStream().toArray();
        double[][] ballots = new double[raters][];
        Arrays.fill(ballots, strict);
        return monteCarlo(RandomBallots.squares(totals), ballots);
    }

    /** Of complete ballots, which may hold ties: by shuffling each ballot where chi-square is doubtful. */
    public static PValue ofBallots(Concordance concordance, double[][] ballots) {
        if (!chiSquareDoubtful(concordance.items())) {
            return chiSquare(concordance);
        }
        double[][] ranks = Arrays.stream(ballots)
                .map(ballot -> MidRanks.of(ballot).ranks())
                .toArray(double[][]::new);
        double[] totals = RandomBallots.totals(ranks);
        boolean ties =
                Arrays.stream(ballots).anyMatch(ballot -> MidRanks.of(ballot).ties() > 0);
        return ties ? monteCarlo(RandomBallots.squares(totals), ranks) : ofTotals(concordance, totals);
    }

    private static PValue monteCarlo(double squares, double[][] ranks) {
        return new PValue(RandomBallots.atLeast(squares, ranks, DRAWS), PValue.Method.MONTE_CARLO);
    }

    /** By chi-square, whatever the number of items. */
    public static PValue chiSquare(Concordance concordance) {
        double survival =
                ChiSquaredDistribution.of(concordance.degreesOfFreedom()).survivalProbability(concordance.chiSquare());
        return new PValue(survival, PValue.Method.CHI_SQUARE);
    }
}
