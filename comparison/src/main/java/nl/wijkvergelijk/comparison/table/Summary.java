package nl.wijkvergelijk.comparison.table;

/** Over the group's figures that have a value: how many, and min, max, mean and median, null when there are none. */
public record Summary(int count, Double min, Double max, Double mean, Double median) {

    /** Of ascending values. The sum is compensated, so that the mean is that of the numbers and not of their order. */
    static Summary of(double[] sorted) {
        int count = sorted.length;
        if (count == 0) {
            return new Summary(0, null, null, null, null);
        }
        double median = count % 2 == 1 ? sorted[count / 2] : sorted[count / 2 - 1] / 2 + sorted[count / 2] / 2;
        return new Summary(count, sorted[0], sorted[count - 1], sum(sorted) / count, median);
    }

    /** Neumaier's compensated sum. */
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
