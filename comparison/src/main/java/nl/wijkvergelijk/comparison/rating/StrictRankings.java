package nl.wijkvergelijk.comparison.rating;

import java.util.Arrays;

/** Whether totals can be those of m strict rankings of n items, 1 to n points. */
public final class StrictRankings {

    private StrictRankings() {}

    /**
     * Whether totals are whole, add up to m·n(n+1)/2, and no k of them are lower together than k strict rankings allow (majorisation by
     * m, 2m … nm: necessary, and sufficient).
     */
    public static boolean possible(double[] totals, int raters) {
        double[] ascending = totals.clone();
        Arrays.sort(ascending);
        double sum = 0;
        for (int k = 1; k <= ascending.length; k++) {
            double total = ascending[k - 1];
            sum += total;
            if (total != Math.rint(total) || sum < least(raters, k)) {
                return false;
            }
        }
        return sum == least(raters, totals.length);
    }

    private static double least(int raters, int k) {
        return raters * (k * (k + 1) / 2.0);
    }
}
