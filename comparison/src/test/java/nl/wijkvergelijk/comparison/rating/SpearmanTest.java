package nl.wijkvergelijk.comparison.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpearmanTest {

    private static final double A_ROUNDING = 1e-12;

    /**
     * A published example: intelligence and hours of television of ten people; the page prints Σd² = 194 part by part and
     * ρ = −0.175757575 (http://www.liquisearch.com/spearmans_rank_correlation_coefficient/example).
     */
    @Test
    void intelligenceAndTelevision() {
        double[] intelligence = {106, 86, 100, 101, 99, 103, 97, 113, 112, 110};
        double[] hours = {7, 0, 27, 50, 28, 29, 20, 12, 6, 17};
        double rho = Spearman.of(intelligence, hours).orElseThrow();
        assertEquals(1 - 6 * 194 / 990.0, rho, A_ROUNDING);
        assertEquals(-0.175757575, rho, 1e-9);
    }

    /** A published example with a tie (https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.spearmanr.html). */
    @Test
    void theExampleOfSciPyWithATie() {
        double[] one = {1, 2, 3, 4, 5};
        double[] other = {5, 6, 7, 8, 7};
        assertEquals(0.8207826816681233, Spearman.of(one, other).orElseThrow(), A_ROUNDING);
    }

    /** Three ties of two, by hand: Σd² = 109.5, Σx² = 141.5, Σy² = 143, ρ = (141.5 + 143 − 109.5) / (2 √(141.5 × 143)). */
    @Test
    void twelveWithThreeTies() {
        double[] one = {1.5, 1.5, 3.5, 3.5, 5, 6, 7, 8, 9, 10.5, 10.5, 12};
        double[] other = {3, 4, 2, 1, 8, 11, 10, 6, 7, 12, 5, 9};
        assertEquals(175 / (2 * Math.sqrt(141.5 * 143)), Spearman.of(one, other).orElseThrow(), A_ROUNDING);
    }

    @Test
    void whatTiesEverythingAndWhatIsNotThereHaveNoCorrelation() {
        assertTrue(Spearman.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}).isEmpty());
        assertTrue(Spearman.of(new double[] {1, 2, 3}, new double[] {7, 7, 7}).isEmpty());
        assertTrue(Spearman.of(new double[] {1}, new double[] {1}).isEmpty());
        assertTrue(Spearman.of(new double[] {}, new double[] {}).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> Spearman.of(new double[] {1, 2}, new double[] {1, 2, 3}));
    }
}
