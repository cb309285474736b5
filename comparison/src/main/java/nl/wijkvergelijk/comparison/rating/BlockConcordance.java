package nl.wijkvergelijk.comparison.rating;

/**
 * Kendall's W where each rater leaves items out: 0 when raters are at odds, 1 when all keep to one order.
 *
 * @param perRater how many items each rater put in order
 * @param together in how many ballots any two items stand together
 */
public record BlockConcordance(int raters, int items, int perRater, int together, double w, PValue pValue) {

    /** Durbin's statistic λ (n² − 1) W / (k + 1), with n − 1 degrees of freedom (Durbin, 1951); m (n − 1) W where nothing is left out. */
    public double chiSquare() {
        return together * (items * items - 1.0) * w / (perRater + 1);
    }

    /** Items less one. */
    public int degreesOfFreedom() {
        return items - 1;
    }
}
