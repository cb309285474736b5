package nl.wijkvergelijk.comparison.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignificanceTest {

    private static final double[] FORMALITY = {24, 25, 18, 7, 33, 19};
    private static final double[] INFLUENCE = {24, 27, 27, 10, 23, 15};
    private static final double[] DEPTH = {20, 18, 30, 28, 14, 16};

    /** Counted once over all 720⁵ sets of six ballots: 0.00047, 0.03078, 0.05929. */
    @Test
    void sixRatersOfSixAreCountedExactly() {
        assertEquals(0.00047, exact(FORMALITY), 0.000005);
        assertEquals(0.03078, exact(INFLUENCE), 0.000005);
        assertEquals(0.05929, exact(DEPTH), 0.000005);
    }

    private static double exact(double[] totals) {
        PValue pValue = Significance.ofTotals(KendallW.ofTotals(totals, 6), totals);
        assertEquals(PValue.Method.EXACT, pValue.method());
        return pValue.value();
    }

    @Test
    void chiSquareIsThatOfTheTables() {
        assertEquals(0.0029, chiSquare(FORMALITY), 0.00005);
        assertEquals(0.0419, chiSquare(INFLUENCE), 0.00005);
        assertEquals(0.0700, chiSquare(DEPTH), 0.00005);
    }

    private static double chiSquare(double[] totals) {
        return Significance.chiSquare(KendallW.ofTotals(totals, 6)).value();
    }

    /** Every set of ballots of three raters and three or four items, one by one. */
    @Test
    void theDistributionIsThatOfAllBallots() {
        for (int items = 2; items <= 4; items++) {
            List<double[]> orders = orders(items);
            List<Double> all = new ArrayList<>();
            for (double[] a : orders) {
                for (double[] b : orders) {
                    for (double[] c : orders) {
                        all.add(RandomBallots.squares(RandomBallots.totals(new double[][] {a, b, c})));
                    }
                }
            }
            for (double[] a : orders) {
                double[] totals = RandomBallots.totals(new double[][] {orders.get(0), orders.get(0), a});
                double squares = RandomBallots.squares(totals);
                double share = all.stream().filter(s -> s >= squares).count() / (double) all.size();
                assertEquals(share, RankSums.of(3, items).atLeast(totals), 1e-12);
            }
        }
    }

    private static List<double[]> orders(int items) {
        List<double[]> orders = new ArrayList<>();
        fill(new double[items], 0, orders);
        return orders;
    }

    private static void fill(double[] order, int at, List<double[]> orders) {
        if (at == order.length) {
            orders.add(order.clone());
            return;
        }
        for (int rank = 1; rank <= order.length; rank++) {
            boolean used = false;
            for (int before = 0; before < at; before++) {
                used |= order[before] == rank;
            }
            if (!used) {
                order[at] = rank;
                fill(order, at + 1, orders);
            }
        }
    }

    @Test
    void randomBallotsComeNearTheExactValueAndAreTheSameEveryTime() {
        double[][] ballots = new double[6][];
        Arrays.fill(ballots, new double[] {1, 2, 3, 4, 5, 6});
        double squares = RandomBallots.squares(INFLUENCE);
        double drawn = RandomBallots.atLeast(squares, ballots, 100_000);
        assertEquals(0.03078, drawn, 0.003);
        assertEquals(drawn, RandomBallots.atLeast(squares, ballots, 100_000));
    }

    @Test
    void chiSquareServesFromEightItemsOn() {
        assertTrue(Significance.chiSquareDoubtful(7));
        assertFalse(Significance.chiSquareDoubtful(8));
        double[] totals = {2, 4, 6, 8, 10, 12, 14, 16};
        assertEquals(
                PValue.Method.CHI_SQUARE,
                Significance.ofTotals(KendallW.ofTotals(totals, 2), totals).method());
        double[] seven = {40, 80, 120, 160, 200, 240, 280};
        PValue many = Significance.ofTotals(KendallW.ofTotals(seven, 40), seven);
        assertEquals(PValue.Method.MONTE_CARLO, many.method());
        assertTrue(many.value() > 0 && many.value() < 0.0001);
    }

    @Test
    void ballotsWithTiesAreShuffledAndThoseWithoutAreCounted() {
        double[][] tied = {{1, 1, 2, 3}, {1, 2, 2, 3}, {1, 2, 3, 4}};
        Concordance concordance = KendallW.ofBallots(tied).orElseThrow();
        PValue shuffled = Significance.ofBallots(concordance, tied);
        assertEquals(PValue.Method.MONTE_CARLO, shuffled.method());
        assertTrue(shuffled.value() > 0.005 && shuffled.value() < 0.05, () -> "" + shuffled.value());
        double[][] strict = {{1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}};
        PValue counted = Significance.ofBallots(KendallW.ofBallots(strict).orElseThrow(), strict);
        assertEquals(1 / 576.0, counted.value(), 1e-12);
    }

    @Test
    void everyFeasibleSizeTakesAMomentAndAddsUpToOne() {
        int[][] largest = {{200, 2}, {60, 3}, {25, 4}, {12, 5}, {7, 6}};
        for (int[] size : largest) {
            assertTrue(RankSums.feasible(size[0], size[1]));
            assertFalse(RankSums.feasible(size[0] + 1, size[1]));
            double[] least = new double[size[1]];
            assertEquals(1, RankSums.of(size[0], size[1]).atLeast(least), 1e-9);
        }
        assertFalse(RankSums.feasible(3, 7));
    }

    @Test
    void totalsThatNoStrictRankingsGiveAreNotTakenForThose() {
        assertTrue(StrictRankings.possible(FORMALITY, 6));
        assertFalse(StrictRankings.possible(new double[] {24, 25, 18, 7, 33, 20}, 6), "adds up to 127");
        assertFalse(StrictRankings.possible(new double[] {5, 25, 20, 24, 33, 19}, 6), "5 is below six raters' least");
        assertFalse(StrictRankings.possible(new double[] {23.5, 25.5, 18, 7, 33, 19}, 6), "halves");
        assertFalse(StrictRankings.possible(new double[] {36, 36, 18, 6, 15, 15}, 6), "two firsts from everybody");
    }
}
