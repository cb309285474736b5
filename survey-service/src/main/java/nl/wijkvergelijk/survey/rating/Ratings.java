package nl.wijkvergelijk.survey.rating;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What stands on one ballot.
 *
 * @param byScale scale to municipality to rating, in the session's order; what was left out is not there
 */
record Ratings(String rater, Map<String, Map<String, BigDecimal>> byScale) {

    /** What was given on a scale. */
    Map<String, BigDecimal> on(String scale) {
        return byScale.getOrDefault(scale, Map.of());
    }

    /** The municipalities that got nothing on a scale. */
    List<String> lacking(String scale, List<String> items) {
        return items.stream().filter(item -> !on(scale).containsKey(item)).toList();
    }

    /** Whether nothing was given at all. */
    boolean isEmpty() {
        return byScale.values().stream().allMatch(Map::isEmpty);
    }
}
