package nl.wijkvergelijk.comparison.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.wijkvergelijk.comparison.rating.BalancedBlocks.Defined;
import org.junit.jupiter.api.Test;

class BalancedBlocksTest {

    private static final double A_ROUNDING = 1e-12;
    private static final double NOT = Double.NaN;

    /**
     * Conover's example (Practical nonparametric statistics, p. 391): seven people each rank three of seven kinds of ice cream, the data as
     * in https://search.r-project.org/CRAN/refmans/agricolae/html/durbin.test.html. A page with the same data prints the statistic in its
     * F form, 8 with 6 and 8 degrees of freedom (http://discmaster.textfiles.com/dl/21159/EnigmaAmiga106CD.iso/software/varie/tcalcstats2c),
     * which is (T ÷ 6) ÷ ((14 − T) ÷ 8) of Durbin's T = 12. The totals 8, 9, 4, 3, 5, 6, 7 are as far apart as can be.
     */
    @Test
    void theTextbookExampleOfSevenKindsOfIceCream() {
        double[][] ballots = {
            {2, 3, NOT, 1, NOT, NOT, NOT},
            {NOT, 3, 1, NOT, 2, NOT, NOT},
            {NOT, NOT, 2, 1, NOT, 3, NOT},
            {NOT, NOT, NOT, 1, 2, NOT, 3},
            {3, NOT, NOT, NOT, 1, 2, NOT},
            {NOT, 3, NOT, NOT, NOT, 1, 2},
            {3, NOT, 1, NOT, NOT, NOT, 2}
        };
        BlockConcordance found = BalancedBlocks.concordance(ballots).orElseThrow();
        assertEquals(12, found.chiSquare(), A_ROUNDING);
        assertEquals(8, (found.chiSquare() / 6) / ((14 - found.chiSquare()) / 8), A_ROUNDING);
        assertEquals(6, found.degreesOfFreedom());
        assertEquals(1, found.w(), A_ROUNDING);
        assertEquals(3, found.perRater());
        assertEquals(1, found.together());
        assertEquals(7, found.raters());
        assertEquals(7, found.items());
    }

    /** Nothing left out: the W of complete ballots. */
    @Test
    void completeBallotsHaveTheirOrdinaryW() {
        double[][] ballots = {{1, 6, 3, 2, 5, 4}, {1, 5, 6, 4, 2, 3}, {6, 3, 2, 5, 4, 1}};
        Concordance whole = KendallW.ofBallots(ballots).orElseThrow();
        BlockConcordance found = BalancedBlocks.concordance(ballots).orElseThrow();
        assertEquals(whole.w(), found.w(), A_ROUNDING);
        assertEquals(whole.chiSquare(), found.chiSquare(), A_ROUNDING);
        assertEquals(
                Significance.ofBallots(whole, ballots).value(), found.pValue().value(), 0.01);
    }

    /** Three raters each order the two others: 8 sets of ballots, in 2 of which W is 0 (a ring) and in 6 it is 1. */
    @Test
    void theDistributionOfThreeRatersWhoLeaveOutThemselvesIsThatOfAllBallots() {
        int rings = 0;
        for (int set = 0; set < 8; set++) {
            double[][] ballots = new double[3][];
            for (int rater = 0; rater < 3; rater++) {
                boolean up = (set >> rater & 1) == 1;
                ballots[rater] = new double[] {1, 2, 3};
                ballots[rater][rater] = NOT;
                ballots[rater][(rater + 1) % 3] = up ? 1 : 2;
                ballots[rater][(rater + 2) % 3] = up ? 2 : 1;
            }
            BlockConcordance found = BalancedBlocks.concordance(ballots).orElseThrow();
            if (found.w() == 0) {
                rings++;
                assertEquals(1, found.pValue().value(), A_ROUNDING);
            } else {
                assertEquals(1, found.w(), A_ROUNDING);
                assertEquals(6 / 8.0, found.pValue().value(), 0.01);
                assertEquals(PValue.Method.MONTE_CARLO, found.pValue().method());
            }
        }
        assertEquals(2, rings);
    }

    @Test
    void eightItemsGoByChiSquare() {
        double[][] ballots = new double[8][8];
        for (int rater = 0; rater < 8; rater++) {
            for (int item = 0; item < 8; item++) {
                ballots[rater][item] = item == rater ? NOT : item;
            }
        }
        BlockConcordance found = BalancedBlocks.concordance(ballots).orElseThrow();
        assertEquals(1, found.w(), A_ROUNDING);
        assertEquals(6 * 63 / 8.0, found.chiSquare(), A_ROUNDING);
        assertEquals(PValue.Method.CHI_SQUARE, found.pValue().method());
        assertTrue(found.pValue().value() > 0 && found.pValue().value() < 1e-6);
    }

    @Test
    void whatIsOutOfBalanceOrTiedHasNone() {
        assertEquals(Defined.UNBALANCED, BalancedBlocks.defined(new double[][] {}));
        assertEquals(Defined.UNBALANCED, BalancedBlocks.defined(new double[][] {{1, 2}}));
        assertEquals(Defined.UNBALANCED, BalancedBlocks.defined(new double[][] {{NOT, 2}, {1, NOT}}));
        assertEquals(Defined.UNBALANCED, BalancedBlocks.defined(new double[][] {{NOT, 1, 2}, {1, NOT, 2}, {1, 2, 3}}));
        assertEquals(Defined.UNBALANCED, BalancedBlocks.defined(new double[][] {{NOT, 1, 2}, {1, NOT, 2}}));
        double[][] tied = {{NOT, 1, 2}, {1, NOT, 2}, {2, 2, NOT}};
        assertEquals(Defined.TIES, BalancedBlocks.defined(tied));
        assertTrue(BalancedBlocks.concordance(tied).isEmpty());
    }
}
