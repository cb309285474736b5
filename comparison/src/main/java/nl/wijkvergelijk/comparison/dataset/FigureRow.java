package nl.wijkvergelijk.comparison.dataset;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One row of {@code published.figure} without its long texts: exactly one of value, text and missing. {@code corrected} says that a
 * correction stands with it; {@code source} is a short citation of its first evidence ("title (date), section 2.4"), null without.
 */
public record FigureRow(
        long sequence,
        String round,
        String municipality,
        String measure,
        String question,
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
        boolean disputed,
        boolean corrected,
        List<StatementRow> statements,
        String source,
        int revision,
        Instant revisedAt,
        String onBehalf) {

    public FigureRow {
        statements = List.copyOf(statements);
    }
}
