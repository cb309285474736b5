package nl.wijkvergelijk.comparison.dataset;

import java.math.BigDecimal;
import java.util.List;
import nl.wijkvergelijk.comparison.definitions.Qualifier;

/**
 * One figure as reported: exactly one of value, text and missing. low and high are a range's own bounds; {@code contradicting} are the
 * unresolved statements against it.
 */
public record Reported(
        BigDecimal value,
        String text,
        MissingCode missing,
        Qualifier qualifier,
        Traits traits,
        BigDecimal low,
        BigDecimal high,
        boolean corrected,
        boolean disputed,
        List<StatementRow> contradicting) {

    /** Nothing but a missing code. */
    static Reported missing(MissingCode code) {
        return new Reported(null, null, code, Qualifier.EXACT, Traits.NONE, null, null, false, false, List.of());
    }
}
