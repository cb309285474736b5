package nl.wijkvergelijk.comparison.table;

import java.util.Map;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.http.Text;

/** One indicator as a column. Unit and decimals are null for texts; {@code options} label the codes of a choice and are empty otherwise. */
public record Column(
        String id,
        Text label,
        Text description,
        String unit,
        Integer decimals,
        boolean numeric,
        Map<String, Text> options) {

    static Column of(Indicator indicator) {
        return new Column(
                indicator.id(),
                indicator.label(),
                indicator.description(),
                indicator.unit(),
                indicator.numeric() ? indicator.decimals() : null,
                indicator.numeric(),
                indicator.options());
    }
}
