package nl.wijkvergelijk.comparison.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The exact distribution of the sum of squares of rank totals when m raters each put n items in a random strict order. Built rater by
 * rater over totals in ascending order (which item has which total does not matter), so that 720⁵ ballots need some thousands of states.
 */
final class RankSums {

    private static final Map<List<Integer>, RankSums> KNOWN = new ConcurrentHashMap<>();
    private static final int[] MOST_RATERS = {0, 0, 200, 60, 25, 12, 7};
    private static final int BITS = 10;

    private final double[] tail;

    private RankSums(double[] bySquares) {
        tail = bySquares;
        for (int squares = tail.length - 2; squares >= 0; squares--) {
            tail[squares] += tail[squares + 1];
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
        long squares = Math.round(RandomBallots.squares(totals));
        return squares < tail.length ? Math.min(1, tail[(int) squares]) : 0;
    }

    private static RankSums compute(int raters, int items) {
        List<int[]> orders = new ArrayList<>();
        permute(new int[items], 0, 0, orders);
        Tally states = new Tally();
        states.add(pack(orders.get(0)), 1);
        for (int rater = 2; rater < raters; rater++) {
            Tally next = new Tally();
            int[] totals = new int[items];
            int[] sums = new int[items];
            states.each((state, probability) -> {
                unpack(state, totals);
                for (int[] order : orders) {
                    addSorted(totals, order, sums);
                    next.add(pack(sums), probability / orders.size());
                }
            });
            states = next;
        }
        return new RankSums(lastRater(states, orders, raters));
    }

    /** The last rater's order only matters for the squares: Σ(a + p)² = Σa² + Σp² + 2 Σap. */
    private static double[] lastRater(Tally states, List<int[]> orders, int raters) {
        int items = orders.get(0).length;
        double[] bySquares = new double[items * items * items * raters * raters + 1];
        int[] totals = new int[items];
        states.each((state, probability) -> {
            unpack(state, totals);
            int fixed = 0;
            for (int item = 0; item < items; item++) {
                fixed += totals[item] * totals[item] + (item + 1) * (item + 1);
            }
            for (int[] order : orders) {
                int product = 0;
                for (int item = 0; item < items; item++) {
                    product += totals[item] * order[item];
                }
                bySquares[fixed + 2 * product] += probability / orders.size();
            }
        });
        return bySquares;
    }

    private static void addSorted(int[] totals, int[] order, int[] sums) {
        for (int item = 0; item < sums.length; item++) {
            int sum = totals[item] + order[item];
            int at = item;
            while (at > 0 && sums[at - 1] > sum) {
                sums[at] = sums[at - 1];
                at--;
            }
            sums[at] = sum;
        }
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
