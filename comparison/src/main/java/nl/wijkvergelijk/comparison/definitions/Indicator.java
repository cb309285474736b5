package nl.wijkvergelijk.comparison.definitions;

import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.Text;

/**
 * A formula over measures, as a column of a comparison. Text and choice indicators have no unit, and no decimals (-1); {@code options}
 * label the codes of a choice.
 */
public record Indicator(
        String id,
        Text label,
        Text description,
        String unit,
        int decimals,
        boolean numeric,
        Map<String, Text> options,
        Formula formula,
        List<Companion> comparableOn) {}
