package nl.wijkvergelijk.comparison.table;

/**
 * Where a value stands among its group, 0 to 100: the share of values below it, and half of those equal to it (itself among them). Only
 * for groups of twenty and more values; in smaller ones it says nothing a rank does not.
 */
final class Percentiles {

    private static final int SMALLEST_GROUP = 20;

    private Percentiles() {}

    /** Of a value among ascending ones; null in a small group. */
    static Double of(double value, double[] sorted) {
        if (sorted.length < SMALLEST_GROUP) {
            return null;
        }
        int above = Spread.above(sorted, value);
        int below = sorted.length - Spread.above(sorted, Math.nextDown(value));
        int equal = sorted.length - above - below;
        return 100 * (below + equal / 2.0) / sorted.length;
    }
}
