package nl.wijkvergelijk.comparison.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpearmanTest {

    private static final double A_ROUNDING = 1e-12;

    /**
     * The example of Siegel (Nonparametric statistics, 1956, chapter 9): authoritarianism and striving for status of twelve students.
     * Σd² = 52, ρ = 1 − 6 × 52 / 1716, printed as 0.82.
     */
    @Test
    void theTextbookExampleOfTwelveStudents() {
        double[] authoritarianism = {82, 98, 87, 40, 116, 113, 111, 83, 85, 126, 106, 117};
        double[] striving = {42, 46, 39, 37, 65, 88, 86, 56, 62, 92, 54, 81};
        double rho = Spearman.of(authoritarianism, striving).orElseThrow();
        assertEquals(1 - 6 * 52 / 1716.0, rho, A_ROUNDING);
        assertEquals(0.82, rho, 0.005);
    }

    /**
     * The same students, yielding to a group, with three ties of two (Siegel, 1956, chapter 9). Σd² = 109.5, Σx² = 141.5, Σy² = 143,
     * ρ = (141.5 + 143 − 109.5) / (2 √(141.5 × 143)), printed as 0.62.
     */
    @Test
    void theTextbookExampleWithTies() {
        double[] yielding = {1.5, 1.5, 3.5, 3.5, 5, 6, 7, 8, 9, 10.5, 10.5, 12};
        double[] striving = {3, 4, 2, 1, 8, 11, 10, 6, 7, 12, 5, 9};
        double rho = Spearman.of(yielding, striving).orElseThrow();
        assertEquals(175 / (2 * Math.sqrt(141.5 * 143)), rho, A_ROUNDING);
        assertEquals(0.62, rho, 0.005);
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
