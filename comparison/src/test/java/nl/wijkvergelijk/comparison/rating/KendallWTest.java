package nl.wijkvergelijk.comparison.rating;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KendallWTest {

    private static final double A_ROUNDING = 1e-12;

    /** The report's totals, sections 4.7, 5.7 and 6.7; S and W by hand: S = 378, 242, 214 and W = S / 630. */
    @Test
    void theThreeScalesOf2005() {
        assertEquals(
                378 / 630.0,
                KendallW.ofTotals(new double[] {24, 25, 18, 7, 33, 19}, 6).w(),
                A_ROUNDING);
        assertEquals(
                242 / 630.0,
                KendallW.ofTotals(new double[] {24, 27, 27, 10, 23, 15}, 6).w(),
                A_ROUNDING);
        assertEquals(
                214 / 630.0,
                KendallW.ofTotals(new double[] {20, 18, 30, 28, 14, 16}, 6).w(),
                A_ROUNDING);
    }

    /**
     * A published example: four people rank the strawberries of eight farms; the page prints rank sums 31, 12, 12, 15, 22, 5, 22 and 25,
     * a sum of squares of 500, W = 0.744, chi-square 20.83 and P = 0.004
     * (https://influentialpoints.com/Training/coefficient_of_concordance.htm, worked example I).
     */
    @Test
    void theStrawberriesOfEightFarms() {
        double[][] ballots = {
            {8, 4, 2, 3, 5, 1, 6, 7},
            {7, 3, 1, 4, 5, 2, 6, 8},
            {8, 2, 5, 6, 7, 1, 4, 3},
            {8, 3, 4, 2, 5, 1, 6, 7}
        };
        Concordance concordance = KendallW.ofBallots(ballots).orElseThrow();
        assertEquals(12 * 500 / (16 * 504.0), concordance.w(), A_ROUNDING);
        assertEquals(0.744, concordance.w(), 0.0005);
        assertEquals(20.83, concordance.chiSquare(), 0.005);
        assertEquals(7, concordance.degreesOfFreedom());
        assertEquals(0.004, Significance.ofBallots(concordance, ballots).value(), 0.0005);
        assertArrayEquals(new double[] {31, 12, 12, 15, 22, 5, 22, 25}, RandomBallots.totals(ballots));
    }

    /** Three raters rank six, totals 8, 14, 11, 11, 11 and 8. By hand S = 25.5 and W = 12 × 25.5 / (9 × 210). */
    @Test
    void threeRatersWhoHardlyAgreeOnSix() {
        double[][] ballots = {{1, 6, 3, 2, 5, 4}, {1, 5, 6, 4, 2, 3}, {6, 3, 2, 5, 4, 1}};
        Concordance concordance = KendallW.ofBallots(ballots).orElseThrow();
        assertEquals(12 * 25.5 / (9 * 210), concordance.w(), A_ROUNDING);
        assertEquals(5, concordance.degreesOfFreedom());
    }

    /**
     * Ties, by hand. Ballots 1 2 3 4 and 1 1 2 3 (mid-ranks 1.5 1.5 3 4): totals 2.5, 3.5, 6, 8; S = 18.5; T = 2³ − 2 = 6;
     * W = 12 × 18.5 / (4 × 60 − 2 × 6) = 222 / 228.
     */
    @Test
    void tiesAreCorrectedFor() {
        Concordance concordance =
                KendallW.ofBallots(new double[][] {{1, 2, 3, 4}, {1, 1, 2, 3}}).orElseThrow();
        assertEquals(222 / 228.0, concordance.w(), A_ROUNDING);
    }

    /**
     * A published example with many ties: three raters score the anxiety of twenty people. The data are those of R's irr and DescTools
     * (https://rdocumentation.org/packages/DescTools/versions/0.99.19/topics/KendallW); W corrected for ties 0.54, chi-square 30.8 with 19
     * degrees of freedom, P = 0.0429 (https://github.com/sophiedkk/pyirr, tests/test_kendall.py).
     */
    @Test
    void theAnxietyOfTwentyPeopleWithTies() {
        double[][] ballots = {
            {3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3},
            {3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4},
            {2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2}
        };
        Concordance concordance = KendallW.ofBallots(ballots).orElseThrow();
        assertEquals(0.54, concordance.w(), 0.005);
        assertEquals(30.8, concordance.chiSquare(), 0.05);
        assertEquals(19, concordance.degreesOfFreedom());
        assertEquals(0.0429, Significance.ofBallots(concordance, ballots).value(), 0.00005);
    }

    /** Three rankings of ten, by hand: S = 591, ΣT = 6 × 2 + 6 × 3 + 60 + 24 = 114, W = 12 × 591 / (9 × 990 − 3 × 114). */
    @Test
    void threeRankingsOfTenWithTies() {
        double[][] ballots = {
            {1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10},
            {2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5},
            {2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10}
        };
        double w = KendallW.ofBallots(ballots).orElseThrow().w();
        assertEquals(12 * 591 / (9 * 990 - 3 * 114.0), w, A_ROUNDING);
    }

    @Test
    void equalBallotsAgreeWhollyAlsoWithTies() {
        assertEquals(
                1,
                KendallW.ofBallots(new double[][] {{5, 5, 1, 2}, {9, 9, 3, 4}, {2, 2, 0, 1}})
                        .orElseThrow()
                        .w(),
                A_ROUNDING);
    }

    @Test
    void oppositeBallotsOfTwoRatersDoNotAgree() {
        assertEquals(
                0,
                KendallW.ofBallots(new double[][] {{1, 2, 3}, {3, 2, 1}})
                        .orElseThrow()
                        .w(),
                A_ROUNDING);
    }

    @Test
    void thereIsNoAgreementWhereEverybodyTiesEverything() {
        assertTrue(KendallW.ofBallots(new double[][] {{1, 1, 1}, {2, 2, 2}}).isEmpty());
    }

    @Test
    void incompleteBallotsAndSingleRatersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> KendallW.ofBallots(new double[][] {{1, 2}, {1, 2, 3}}));
        assertThrows(IllegalArgumentException.class, () -> KendallW.ofBallots(new double[][] {{1, 2}}));
        assertThrows(IllegalArgumentException.class, () -> KendallW.ofBallots(new double[][] {}));
    }

    /** W is the mean Spearman correlation between raters, put on 0 to 1: mean ρ = (m W − 1) / (m − 1). Another way to the same number. */
    @Test
    void wFollowsFromTheMeanSpearmanCorrelationOfRandomBallots() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 500; round++) {
            int raters = 2 + random.nextInt(5);
            int items = 2 + random.nextInt(6);
            double[][] ballots = new double[raters][items];
            for (double[] ballot : ballots) {
                for (int item = 0; item < items; item++) {
                    ballot[item] = random.nextDouble();
                }
            }
            double sum = 0;
            int pairs = 0;
            for (int a = 0; a < raters; a++) {
                for (int b = a + 1; b < raters; b++) {
                    sum += spearman(
                            MidRanks.of(ballots[a]).ranks(),
                            MidRanks.of(ballots[b]).ranks());
                    pairs++;
                }
            }
            double w = KendallW.ofBallots(ballots).orElseThrow().w();
            assertEquals(sum / pairs, (raters * w - 1) / (raters - 1), 1e-9);
        }
    }

    @Test
    void totalsOfStrictBallotsGiveTheSameWAsTheBallots() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 200; round++) {
            int items = 3 + random.nextInt(4);
            double[][] ballots = new double[2 + random.nextInt(5)][];
            for (int rater = 0; rater < ballots.length; rater++) {
                double[] points = random.doubles(items).toArray();
                ballots[rater] = MidRanks.of(points).ranks();
            }
            double[] totals = RandomBallots.totals(ballots);
            assertTrue(StrictRankings.possible(totals, ballots.length));
            assertEquals(
                    KendallW.ofBallots(ballots).orElseThrow().w(),
                    KendallW.ofTotals(totals, ballots.length).w(),
                    1e-9);
        }
    }

    private static double spearman(double[] a, double[] b) {
        double squares = 0;
        for (int item = 0; item < a.length; item++) {
            squares += (a[item] - b[item]) * (a[item] - b[item]);
        }
        double n = a.length;
        return 1 - 6 * squares / (n * (n * n - 1));
    }
}
