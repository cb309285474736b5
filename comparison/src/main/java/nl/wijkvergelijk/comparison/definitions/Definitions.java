package nl.wijkvergelijk.comparison.definitions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.http.Text;

/**
 * One frozen number of the definitions; iteration order is the file's. {@code words} are the labels of what has no measure of its own
 * (bases, periods, "not stated"); {@code warnings} are sentences with {@code {measure}} and {@code {values}}.
 */
public record Definitions(
        int number,
        Map<String, Text> units,
        Map<Qualifier, Width> widths,
        Map<Qualifier, Text> qualifiers,
        List<Conversion> conversions,
        Map<String, Assumption> assumptions,
        Map<String, Text> words,
        Map<String, Text> warnings,
        Map<String, Measure> measures,
        Map<String, Text> scales,
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

    /** The conversion between two units. */
    public Optional<Conversion> conversion(String from, String to) {
        for (Conversion conversion : conversions) {
            if (conversion.from().equals(from) && conversion.to().equals(to)) {
                return Optional.of(conversion);
            }
        }
        return Optional.empty();
    }

    /** The label of a measure, a rating scale or a topic. */
    public Text label(String input) {
        Measure measure = measures.get(input);
        if (measure != null) {
            return measure.label();
        }
        Topic topic = topics.get(input);
        return scales.getOrDefault(input, topic == null ? new Text(input, input) : topic.title());
    }
}
