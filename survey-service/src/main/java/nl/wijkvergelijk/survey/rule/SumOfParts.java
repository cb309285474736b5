package nl.wijkvergelijk.survey.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts in a table's column and their total agree, within the wider of two tolerances.
 *
 * @param total the question that holds the total
 * @param table the question that holds the parts
 * @param columns unit of the total → the column to add up
 * @param absolute tolerance in the total's unit
 * @param relative tolerance as a fraction of the total
 * @param complete false: the parts may not exceed the total; true: they may not fall short of it, judged only when every row has its part
 */
record SumOfParts(
        String total,
        String table,
        Map<String, String> columns,
        BigDecimal absolute,
        BigDecimal relative,
        boolean complete)
        implements Rule {

    @Override
    public Optional<Map<String, BigDecimal>> brokenBy(List<String> questions, ChosenValues chosen) {
        BigDecimal whole = chosen.number(total).orElse(null);
        String column = chosen.code(total, "unit").map(columns::get).orElse(null);
        if (whole == null || column == null) {
            return Optional.empty();
        }
        BigDecimal parts = chosen.sum(table, column, Set.of(column)).orElse(null);
        boolean everyPartKnown = chosen.rows(table).stream()
                .allMatch(row -> ChosenValues.number(row, column).isPresent());
        if (parts == null || complete && !everyPartKnown) {
            return Optional.empty();
        }
        BigDecimal excess = complete ? whole.subtract(parts) : parts.subtract(whole);
        BigDecimal tolerance = absolute.max(relative.multiply(whole));
        return excess.compareTo(tolerance) > 0
                ? Optional.of(Map.of("parts", parts, "total", whole, "difference", excess))
                : Optional.empty();
    }
}
