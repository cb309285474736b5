package nl.wijkvergelijk.comparison.composition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who of several complete divisions, by key, are how alike. Keys decide the order, not the order in which they are given. */
public final class Likeness {

    /** Distances closer than this, in percent points, are the same: they are sums of decimal fractions. */
    private static final double SAME = 1e-9;

    /** Another division, and how far away it is. */
    public record Neighbour(String key, Percentage distance) {}

    private final SortedMap<String, Distribution> complete = new TreeMap<>();

    /** Adds one; those that are not complete have no distance and are passed over. */
    public Likeness add(String key, Distribution distribution) {
        if (distribution.complete()) {
            complete.put(key, distribution);
        }
        return this;
    }

    /**
     * Those who can be the nearest, by value first: more than one when they are equally near or the intervals leave it open; none when
     * this one is not complete. Costs a distance to each of the others.
     */
    public List<Neighbour> mostAlike(String key) {
        Distribution own = complete.get(key);
        List<Neighbour> others = new ArrayList<>();
        if (own != null) {
            complete.forEach((other, distribution) -> {
                if (!other.equals(key)) {
                    others.add(new Neighbour(other, own.distance(distribution)));
                }
            });
        }
        double nearest = others.stream()
                .mapToDouble(each -> each.distance().interval().high())
                .min()
                .orElse(0);
        return others.stream()
                .filter(each -> each.distance().interval().low() <= nearest + SAME)
                .sorted(Comparator.comparingDouble(
                                (Neighbour each) -> each.distance().value())
                        .thenComparing(Neighbour::key))
                .toList();
    }
}
