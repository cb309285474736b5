package nl.wijkvergelijk.comparison.representation;

import java.util.List;
import nl.wijkvergelijk.comparison.table.Warning;
import nl.wijkvergelijk.http.Language;

/** A {@link Warning} as JSON. */
public record WarningView(String code, List<String> indicators, List<String> municipalities, String detail) {

    /** In one language. */
    public static WarningView of(Warning warning, Language language) {
        return new WarningView(
                warning.code(),
                warning.indicators(),
                warning.municipalities(),
                warning.detail().in(language));
    }
}
