package nl.wijkvergelijk.comparison.table;

import java.util.Arrays;
import nl.wijkvergelijk.comparison.definitions.Computed;

/**
 * The ranks figures can reach within their intervals, 1 for the highest, ties sharing: best = 1 + how many others lie wholly above,
 * worst = 1 + how many others can lie above. In n log n, by counting in the sorted bounds.
 */
final class Ranks {

    private Ranks() {}

    /** A rank for each figure, null for missing ones and texts. */
    static Rank[] of(Computed[] figures) {
        double[] lows = bounds(figures, true);
        double[] highs = bounds(figures, false);
        Rank[] ranks = new Rank[figures.length];
        for (int i = 0; i < ranks.length; i++) {
            if (figures[i].interval() == null) {
                continue;
            }
            double low = figures[i].interval().low();
            double high = figures[i].interval().high();
            int itself = high > low ? 1 : 0;
            ranks[i] = new Rank(1 + above(lows, high), 1 + above(highs, low) - itself);
        }
        return ranks;
    }

    private static double[] bounds(Computed[] figures, boolean low) {
        return Arrays.stream(figures)
                .filter(f -> f.interval() != null)
                .mapToDouble(f -> low ? f.interval().low() : f.interval().high())
                .sorted()
                .toArray();
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
