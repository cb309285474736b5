package nl.wijkvergelijk.comparison.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The exact distribution of the sum of squares of rank totals when m raters each put n items in a random strict order. Built rater by
 * rater over totals in ascending order (which item has which total does not matter), so that 720⁵ ballots need some thousands of states.
 */
final class RankSums {

    private static final Map<List<Integer>, RankSums> KNOWN = new ConcurrentHashMap<>();
    private static final int[] MOST_RATERS = {0, 0, 200, 60, 25, 12, 7};
    private static final int BITS = 10;

    private final NavigableMap<Long, Double> tail = new TreeMap<>();

    private RankSums(Map<Long, Double> probabilities) {
        double sum = 0;
        for (Map.Entry<Long, Double> entry :
                new TreeMap<>(probabilities).descendingMap().entrySet()) {
            sum += entry.getValue();
            tail.put(entry.getKey(), Math.min(1, sum));
        }
    }

    /** Whether it takes no more than a moment: up to six items, and the fewer raters the more items. */
    static boolean feasible(int raters, int items) {
        return items < MOST_RATERS.length && raters <= MOST_RATERS[items];
    }

    /** The distribution; computed once per size. */
    static RankSums of(int raters, int items) {
        return KNOWN.computeIfAbsent(List.of(raters, items), size -> compute(raters, items));
    }

    /** How likely totals are at least as far apart as these. */
    double atLeast(double[] totals) {
        Map.Entry<Long, Double> entry = tail.ceilingEntry(Math.round(RandomBallots.squares(totals)));
        return entry == null ? 0 : entry.getValue();
    }

    private static RankSums compute(int raters, int items) {
        List<int[]> orders = new ArrayList<>();
        permute(new int[items], 0, 0, orders);
        Map<Long, Double> states = new HashMap<>();
        states.put(pack(orders.get(0)), 1.0);
        for (int rater = 1; rater < raters; rater++) {
            Map<Long, Double> next = new HashMap<>();
            int[] totals = new int[items];
            for (Map.Entry<Long, Double> state : states.entrySet()) {
                double probability = state.getValue() / orders.size();
                for (int[] order : orders) {
                    unpack(state.getKey(), totals);
                    for (int item = 0; item < items; item++) {
                        totals[item] += order[item];
                    }
                    Arrays.sort(totals);
                    next.merge(pack(totals), probability, Double::sum);
                }
            }
            states = next;
        }
        Map<Long, Double> bySquares = new HashMap<>();
        int[] totals = new int[items];
        states.forEach((state, probability) -> {
            unpack(state, totals);
            long squares = 0;
            for (int total : totals) {
                squares += (long) total * total;
            }
            bySquares.merge(squares, probability, Double::sum);
        });
        return new RankSums(bySquares);
    }

    /** All orders of 1 to n, the ascending one first. */
    private static void permute(int[] order, int used, int at, List<int[]> all) {
        if (at == order.length) {
            all.add(order.clone());
            return;
        }
        for (int rank = 1; rank <= order.length; rank++) {
            if ((used & 1 << rank) == 0) {
                order[at] = rank;
                permute(order, used | 1 << rank, at + 1, all);
            }
        }
    }

    private static long pack(int[] totals) {
        long packed = 0;
        for (int total : totals) {
            packed = packed << BITS | total;
        }
        return packed;
    }

    private static void unpack(long packed, int[] totals) {
        for (int item = totals.length - 1; item >= 0; item--) {
            totals[item] = (int) (packed & (1 << BITS) - 1);
            packed >>>= BITS;
        }
    }
}
