package nl.wijkvergelijk.comparison.table;

/**
 * Over the group's figures that have a value: how many, and min, max, mean and median, null when there are none.
 *
 * @param low the least that each can be, when every figure can be anywhere in its interval; null when all figures are exact
 * @param high the most that each can be; what has no bound is null
 */
public record Summary(int count, Double min, Double max, Double mean, Double median, Bounds low, Bounds high) {

    /** One end of what can be: each is reached when all figures are at that end of their intervals. */
    public record Bounds(Double min, Double max, Double mean, Double median) {}

    /** Of values that are exact, ascending. */
    static Summary of(double[] values) {
        return of(values, (Bounds) null, null);
    }

    /** Of values and the bounds of their intervals, each ascending. */
    static Summary of(double[] values, double[] lows, double[] highs) {
        return of(values, bounds(lows), bounds(highs));
    }

    private static Summary of(double[] values, Bounds low, Bounds high) {
        if (values.length == 0) {
            return new Summary(0, null, null, null, null, null, null);
        }
        Bounds chosen = bounds(values);
        return new Summary(values.length, chosen.min(), chosen.max(), chosen.mean(), chosen.median(), low, high);
    }

    private static Bounds bounds(double[] sorted) {
        int count = sorted.length;
        double median = count % 2 == 1 ? sorted[count / 2] : sorted[count / 2 - 1] / 2 + sorted[count / 2] / 2;
        return new Bounds(finite(sorted[0]), finite(sorted[count - 1]), finite(sum(sorted) / count), finite(median));
    }

    private static Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    /** Neumaier's compensated sum, so that the mean is that of the numbers and not of their order. */
    private static double sum(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return sum + lost;
    }
}
