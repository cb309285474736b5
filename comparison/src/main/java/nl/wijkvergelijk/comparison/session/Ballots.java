package nl.wijkvergelijk.comparison.session;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.wijkvergelijk.comparison.dataset.RatingScale;

/** The complete ballots of a scale, by rater: those that rate every municipality with a total. */
record Ballots(List<String> items, SortedMap<String, Map<String, BigDecimal>> complete) {

    static Ballots of(RatingScale scale) {
        List<String> items = scale.chosen().totals().keySet().stream().sorted().toList();
        SortedMap<String, Map<String, BigDecimal>> complete = new TreeMap<>();
        scale.ballots().forEach((rater, given) -> {
            if (given.keySet().containsAll(items)) {
                complete.put(rater, given);
            }
        });
        return new Ballots(items, complete);
    }

    /** What others than itself gave a municipality. */
    List<BigDecimal> ofOthers(String item) {
        return complete.entrySet().stream()
                .filter(ballot -> !ballot.getKey().equals(item))
                .map(ballot -> ballot.getValue().get(item))
                .toList();
    }

    /** A row per rater, NaN where it rates itself. */
    double[][] withoutOwn() {
        return complete.entrySet().stream()
                .map(ballot -> items.stream()
                        .mapToDouble(item -> item.equals(ballot.getKey())
                                ? Double.NaN
                                : ballot.getValue().get(item).doubleValue())
                        .toArray())
                .toArray(double[][]::new);
    }
}
