package nl.wijkvergelijk.comparison.definitions;

import java.util.Map;
import java.util.Optional;

/** One frozen number of the definitions; iteration order is the file's. */
public record Definitions(
        int number,
        Map<String, Measure> measures,
        Map<String, Assumption> assumptions,
        Map<String, Indicator> indicators,
        Map<String, Topic> topics) {

    /** The indicator with this id. */
    public Optional<Indicator> indicator(String id) {
        return Optional.ofNullable(indicators.get(id));
    }

    /** The topic with this id. */
    public Optional<Topic> topic(String id) {
        return Optional.ofNullable(topics.get(id));
    }
}
