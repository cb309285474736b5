package nl.wijkvergelijk.comparison.dataset;

import java.math.BigDecimal;
import java.util.List;

/**
 * What few figures have: a number that a double cannot hold, bounds of a range, a correction, a dispute and the statements that make
 * it. Statements that do not contradict are not held here.
 */
record Rare(
        BigDecimal exact,
        BigDecimal low,
        BigDecimal high,
        boolean corrected,
        boolean disputed,
        List<StatementRow> contradicting) {

    static final Rare NONE = new Rare(null, null, null, false, false, List.of());

    /** What is rare about a row; NONE when nothing is. */
    static Rare of(FigureRow row) {
        BigDecimal exact = row.value();
        if (exact != null && BigDecimal.valueOf(exact.doubleValue()).compareTo(exact) == 0) {
            exact = null;
        }
        List<StatementRow> contradicting =
                row.statements().stream().filter(StatementRow::contradicts).toList();
        boolean disputed = row.disputed() || !contradicting.isEmpty();
        return exact == null && row.low() == null && row.high() == null && !row.corrected() && !disputed
                ? NONE
                : new Rare(exact, row.low(), row.high(), row.corrected(), disputed, contradicting);
    }
}
