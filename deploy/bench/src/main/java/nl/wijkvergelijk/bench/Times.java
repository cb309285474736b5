package nl.wijkvergelijk.bench;

import java.util.List;

/** Times in milliseconds, sorted. */
final class Times {

    private static final double NANOS = 1_000_000;
    private final double[] sorted;

    Times(List<Long> nanos) {
        sorted = nanos.stream().mapToDouble(n -> n / NANOS).sorted().toArray();
    }

    /** Within which this part of them lies; 0.5 is the median, 1 the longest. */
    double within(double part) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }

    double median() {
        return within(0.5);
    }

    double longest() {
        return within(1);
    }

    int count() {
        return sorted.length;
    }
}
