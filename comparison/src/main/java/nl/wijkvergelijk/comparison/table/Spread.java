package nl.wijkvergelijk.comparison.table;

import java.util.Arrays;
import java.util.function.IntFunction;
import nl.wijkvergelijk.comparison.definitions.Computed;

/**
 * How the figures of a group lie: its values and the bounds of their intervals, each ascending, and its summary. All that one figure has to be compared with, so it need
 * be sorted once, whoever is shown.
 */
record Spread(double[] values, double[] lows, double[] highs, Summary summary) {

    /** Of the figures of a group, whatever their order; missing ones and texts do not count. Each is let go of before the next is computed: ten thousand of them are much. */
    static Spread of(int size, IntFunction<Computed> figures) {
        double[] values = new double[size];
        double[] lows = new double[size];
        double[] highs = new double[size];
        int count = 0;
        boolean exact = true;
        for (int i = 0; i < size; i++) {
            Computed figure = figures.apply(i);
            if (figure.interval() != null) {
                values[count] = figure.value();
                lows[count] = figure.interval().low();
                highs[count] = figure.interval().high();
                exact &= figure.interval().isPoint();
                count++;
            }
        }
        values = sorted(values, count);
        lows = sorted(lows, count);
        highs = sorted(highs, count);
        return new Spread(
                values,
                Arrays.equals(values, lows) ? values : lows,
                Arrays.equals(values, highs) ? values : highs,
                exact ? Summary.of(values) : Summary.of(values, lows, highs));
    }

    private static double[] sorted(double[] numbers, int count) {
        double[] sorted = Arrays.copyOf(numbers, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * The ranks one of these figures can reach within its interval, 1 for the highest, ties sharing: best = 1 + how many others lie wholly above, worst = 1 + how many
     * others can lie above. Null for what is missing and for a text.
     */
    Rank rank(Computed figure) {
        if (figure.interval() == null) {
            return null;
        }
        double low = figure.interval().low();
        double high = figure.interval().high();
        int itself = high > low ? 1 : 0;
        return new Rank(1 + above(lows, high), 1 + above(highs, low) - itself);
    }

    /** Where one of these figures stands; null for what is missing, for a text, and in a small group. */
    Double percentile(Computed figure) {
        return figure.interval() == null ? null : Percentiles.of(figure.value(), values);
    }

    /** How many of these ascending numbers are higher. */
    static int above(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] > value) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return sorted.length - from;
    }
}
