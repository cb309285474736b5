package nl.wijkvergelijk.comparison.rating;

import java.util.OptionalDouble;

/** Spearman's rank correlation of two series over the same items: 1 when they order alike, −1 when one is the reverse of the other. */
public final class Spearman {

    private Spearman() {}

    /**
     * Pearson's correlation of the ranks (Spearman, 1904), ties sharing their mean rank. Empty for fewer than two items and where a
     * series ties everything; refuses series of different lengths.
     */
    public static OptionalDouble of(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("a correlation is of the same items: " + a.length + " and " + b.length);
        }
        double[] ranksA = MidRanks.of(a).ranks();
        double[] ranksB = MidRanks.of(b).ranks();
        double mean = (a.length + 1) / 2.0;
        double together = 0;
        double spreadA = 0;
        double spreadB = 0;
        for (int item = 0; item < a.length; item++) {
            double fromMeanA = ranksA[item] - mean;
            double fromMeanB = ranksB[item] - mean;
            together += fromMeanA * fromMeanB;
            spreadA += fromMeanA * fromMeanA;
            spreadB += fromMeanB * fromMeanB;
        }
        return spreadA == 0 || spreadB == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(together / Math.sqrt(spreadA * spreadB));
    }
}
