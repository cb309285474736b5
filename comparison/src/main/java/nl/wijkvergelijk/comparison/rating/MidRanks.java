package nl.wijkvergelijk.comparison.rating;

import java.util.Arrays;

/** Ranks from 1 for the lowest, ties sharing their mean rank; {@code ties} is Σ(t³ − t) over groups of t equal ones. */
record MidRanks(double[] ranks, double ties) {

    static MidRanks of(double[] points) {
        double[] sorted = points.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[points.length];
        double ties = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int item = 0; item < points.length; item++) {
                if (points[item] == sorted[from]) {
                    ranks[item] = rank;
                }
            }
            double t = to - from;
            ties += t * t * t - t;
            from = to;
        }
        return new MidRanks(ranks, ties);
    }
}
