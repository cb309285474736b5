package nl.wijkvergelijk.comparison.dataset;

import java.math.BigDecimal;

/**
 * What a source says beside the chosen value. {@code relation} is same, rounds, other-date, other-definition or contradicts; {@code
 * resolved} says why a contradiction no longer counts, null while it does. What is null is as with the chosen value.
 */
public record StatementRow(
        BigDecimal value,
        String text,
        String missing,
        String unit,
        String currency,
        String basis,
        String period,
        String qualifier,
        BigDecimal low,
        BigDecimal high,
        String asOf,
        String definition,
        String relation,
        String resolved) {

    /** Whether this keeps the answer disputed. */
    public boolean contradicts() {
        return "contradicts".equals(relation) && resolved == null;
    }
}
