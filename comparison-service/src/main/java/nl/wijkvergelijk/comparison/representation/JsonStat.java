package nl.wijkvergelijk.comparison.representation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.http.Text;

/**
 * Tables as JSON-stat 2.0 (json-stat.org): a cube of round, municipality and indicator, the last one fastest. A number is a number, a text or code a text, and what is
 * missing null; {@code status} says of each figure how far it is to be trusted (null where a round has no such figure), and {@code extension.figures} all else that is known
 * of it, in the order of {@code value}; these are made as they are written, once.
 */
public record JsonStat(
        String version,
        @JsonProperty("class") String kind,
        String label,
        String source,
        String updated,
        String href,
        List<String> note,
        Map<String, List<Link>> link,
        List<String> id,
        List<Integer> size,
        Map<String, List<String>> role,
        Map<String, Dimension> dimension,
        List<Object> value,
        List<String> status,
        Extension extension) {

    public record Link(String href) {}

    public record Dimension(String label, Category category) {}

    /** {@code unit} and {@code note} are by indicator, and absent in other dimensions. */
    public record Category(
            List<String> index, Map<String, String> label, Map<String, Unit> unit, Map<String, List<String>> note) {}

    public record Unit(String label, Integer decimals) {}

    /** @param groups among whom, by round; absent where it is the whole round */
    public record Extension(
            List<DatasetView> datasets, List<GroupView> groups, List<WarningView> warnings, Stream<FlatRow> figures) {}

    private static final List<String> DIMENSIONS = List.of("round", "municipality", "indicator");

    /** In the language of the tables. */
    public static JsonStat of(Tables tables) {
        List<String> rounds = tables.tables().stream().map(Table::round).toList();
        List<String> municipalities = List.copyOf(tables.municipalities().keySet());
        List<Column> columns = tables.columns();
        List<Object> values = new ArrayList<>();
        List<String> statuses = new ArrayList<>();
        cells(tables, municipalities, columns).forEachOrdered(figure -> {
            values.add(figure == null ? null : figure.value() == null ? figure.text() : figure.value());
            statuses.add(figure == null ? null : figure.status());
        });
        return new JsonStat(
                "2.0",
                "dataset",
                tables.title(),
                tables.citation(),
                tables.updated().map(Instant::toString).orElse(null),
                tables.address(),
                tables.notes(null),
                Map.of("license", List.of(new Link(Licence.OURS.url()))),
                DIMENSIONS,
                List.of(rounds.size(), municipalities.size(), columns.size()),
                roles(),
                dimensions(tables, rounds, municipalities, columns),
                values,
                statuses,
                new Extension(
                        tables.tables().stream()
                                .map(each -> DatasetView.of(each.dataset(), each.round(), tables.language()))
                                .toList(),
                        groups(tables),
                        tables.tables().stream()
                                .flatMap(each -> each.warnings().stream())
                                .map(each -> WarningView.of(each, tables.language()))
                                .toList(),
                        cells(tables, municipalities, columns)));
    }

    /** The figures of the cube, each made as it is taken; null where a round has none. */
    private static Stream<FlatRow> cells(Tables tables, List<String> municipalities, List<Column> columns) {
        return tables.tables().stream().flatMap(table -> {
            List<List<FlatRow>> rows = FlatRow.byMunicipality(table);
            Map<String, Integer> places = new HashMap<>();
            table.rows().forEach(row -> places.put(row.code(), places.size()));
            return municipalities.stream()
                    .map(places::get)
                    .flatMap(place -> FlatRow.inOrder(columns, place == null ? List.of() : rows.get(place)).stream());
        });
    }

    private static List<GroupView> groups(Tables tables) {
        List<GroupView> groups = tables.tables().stream()
                .filter(each -> !each.group().kind().equals("round"))
                .map(each -> GroupView.of(each.group(), tables.language()))
                .toList();
        return groups.isEmpty() ? null : groups;
    }

    private static Map<String, List<String>> roles() {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        roles.put("time", List.of("round"));
        roles.put("geo", List.of("municipality"));
        roles.put("metric", List.of("indicator"));
        return roles;
    }

    private static Map<String, Dimension> dimensions(
            Tables tables, List<String> rounds, List<String> municipalities, List<Column> columns) {
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, Unit> units = new LinkedHashMap<>();
        Map<String, List<String>> notes = new LinkedHashMap<>();
        for (Column column : columns) {
            labels.put(column.id(), column.label().in(tables.language()));
            if (column.numeric()) {
                units.put(column.id(), new Unit(column.unit(), column.decimals()));
            }
            List<String> ofColumn = tables.notes(column.id());
            if (!ofColumn.isEmpty()) {
                notes.put(column.id(), ofColumn);
            }
        }
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        dimensions.put("round", dimension(tables, new Text("Ronde", "Round"), new Category(rounds, null, null, null)));
        dimensions.put(
                "municipality",
                dimension(
                        tables,
                        new Text("Gemeente", "Municipality"),
                        new Category(municipalities, orNull(tables.municipalities()), null, null)));
        dimensions.put(
                "indicator",
                dimension(
                        tables,
                        new Text("Indicator", "Indicator"),
                        new Category(
                                columns.stream().map(Column::id).toList(),
                                orNull(labels),
                                orNull(units),
                                orNull(notes))));
        return dimensions;
    }

    private static Dimension dimension(Tables tables, Text label, Category category) {
        return new Dimension(label.in(tables.language()), category);
    }

    private static <V> Map<String, V> orNull(Map<String, V> map) {
        return map.isEmpty() ? null : map;
    }
}
