package nl.wijkvergelijk.comparison.rating;

/**
 * Kendall's coefficient of concordance: 0 when raters are at odds, 1 when all order the items alike. Chi-square = m (n − 1) W has n − 1
 * degrees of freedom (Kendall and Babington Smith, 1939).
 */
public record Concordance(int raters, int items, double w) {

    /** The statistic that is compared with the chi-square distribution. */
    public double chiSquare() {
        return raters * (items - 1) * w;
    }

    /** Items less one. */
    public int degreesOfFreedom() {
        return items - 1;
    }
}
