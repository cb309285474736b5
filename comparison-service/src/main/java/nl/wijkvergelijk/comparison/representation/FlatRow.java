package nl.wijkvergelijk.comparison.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.table.AsReported;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Lazily;
import nl.wijkvergelijk.comparison.table.Rank;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.comparison.table.Warning;

/**
 * One figure as one row, the same in CSV and in the JSON of {@code /figures}. Every column is always there, so that a tool that looks at the first row knows
 * them all; columns are only ever added at the end. {@code warnings} are those of the cell and those of its table that concern it.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({
    "round",
    "municipalityCode",
    "municipalityName",
    "indicator",
    "value",
    "text",
    "unit",
    "low",
    "high",
    "qualifier",
    "status",
    "missing",
    "asOf",
    "rankFrom",
    "rankTo",
    "reportedValue",
    "reportedUnit",
    "reportedBasis",
    "warnings",
    "dataset",
    "figure"
})
public record FlatRow(
        String round,
        String municipalityCode,
        String municipalityName,
        String indicator,
        Double value,
        String text,
        String unit,
        Double low,
        Double high,
        String qualifier,
        String status,
        String missing,
        String asOf,
        Integer rankFrom,
        Integer rankTo,
        BigDecimal reportedValue,
        String reportedUnit,
        String reportedBasis,
        List<String> warnings,
        long dataset,
        String figure) {

    /** Whom a warning of the table concerns, to be asked once per figure. */
    private record Concern(String code, Set<String> indicators, Set<String> municipalities) {

        static Concern of(Warning warning) {
            return new Concern(
                    warning.code(), new HashSet<>(warning.indicators()), new HashSet<>(warning.municipalities()));
        }

        boolean is(String indicator, String municipality) {
            return indicators.contains(indicator)
                    && (municipalities.isEmpty() || municipalities.contains(municipality));
        }
    }

    /** The rows of a table: municipality by municipality, each in the order of the columns. */
    public static Stream<FlatRow> of(Table table) {
        return byMunicipality(table).stream().flatMap(List::stream);
    }

    /** The same, those of each municipality together; each list is made when it is asked for. */
    static List<List<FlatRow>> byMunicipality(Table table) {
        List<Concern> concerns = table.warnings().stream().map(Concern::of).toList();
        return Lazily.each(table.rows(), row -> {
            List<FlatRow> rows = new ArrayList<>(table.columns().size());
            for (int i = 0; i < table.columns().size(); i++) {
                rows.add(of(table, row, table.columns().get(i), row.cells().get(i), concerns));
            }
            return rows;
        });
    }

    /** A figure of this municipality for each of these columns; null where it has none. */
    static List<FlatRow> inOrder(List<Column> columns, List<FlatRow> row) {
        Map<String, FlatRow> figures = new HashMap<>();
        row.forEach(each -> figures.put(each.indicator(), each));
        List<FlatRow> inOrder = new ArrayList<>(columns.size());
        columns.forEach(column -> inOrder.add(figures.get(column.id())));
        return inOrder;
    }

    private static FlatRow of(Table table, Row row, Column column, Cell cell, List<Concern> concerns) {
        Rank rank = cell.rank();
        AsReported reported = cell.asReported();
        return new FlatRow(
                table.round(),
                row.code(),
                row.name(),
                column.id(),
                cell.value(),
                cell.text(),
                cell.unit(),
                cell.low(),
                cell.high(),
                cell.qualifier(),
                cell.status().code(),
                cell.missing(),
                cell.asOf(),
                rank == null ? null : rank.from(),
                rank == null ? null : rank.to(),
                reported == null ? null : reported.value(),
                reported == null ? null : reported.unit(),
                reported == null ? null : reported.basis(),
                warnings(row, column, cell, concerns),
                table.dataset().version(),
                cell.figure());
    }

    private static List<String> warnings(Row row, Column column, Cell cell, List<Concern> concerns) {
        Stream<String> ofTable = concerns.stream()
                .filter(each -> each.is(column.id(), row.code()))
                .map(Concern::code);
        return Stream.concat(cell.warnings().stream(), ofTable).distinct().toList();
    }
}
