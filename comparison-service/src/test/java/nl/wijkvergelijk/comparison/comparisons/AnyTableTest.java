package nl.wijkvergelijk.comparison.comparisons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.wijkvergelijk.comparison.representation.FlatCsv;
import nl.wijkvergelijk.comparison.representation.FlatRow;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.JsonStat;
import nl.wijkvergelijk.comparison.representation.Tables;
import nl.wijkvergelijk.comparison.representation.WideCsv;
import nl.wijkvergelijk.comparison.representation.Xlsx;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Group;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.comparison.table.Version;
import nl.wijkvergelijk.comparison.table.Warning;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Whatever a table holds, every form of it has the same figures, each with the same status, qualifier, bounds and warnings. */
class AnyTableTest {

    private static final String ADDRESS = "https://example.org/v1/comparisons/fte?round=2005&dataset=7";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What a reader sees of one figure; numbers as doubles, absent is null. */
    record Seen(
            Double value,
            String text,
            String status,
            String qualifier,
            String missing,
            Double low,
            Double high,
            String warnings) {}

    @Property(tries = 300)
    void theFlatCsvHasTheFiguresOfTheJson(@ForAll("tables") Table table) throws IOException {
        assertEquals(ofFlatRows(table), ofCsv(FlatCsv.content(FlatRow.of(table)).bytes()));
        assertEquals(ofJson(table), bare(ofFlatRows(table)));
    }

    @Property(tries = 300)
    void theWideCsvHasTheFiguresOfTheJson(@ForAll("tables") Table table) throws IOException {
        assertEquals(ofFlatRows(table), ofWideCsv(table));
    }

    @Property(tries = 300)
    void jsonStatHasTheFiguresOfTheJson(@ForAll("tables") Table table) throws IOException {
        assertEquals(ofFlatRows(table), ofJsonStat(table));
    }

    @Property(tries = 100)
    void theWorkbookHasTheFiguresOfTheJson(@ForAll("tables") Table table) throws IOException {
        Map<String, Seen> expected = new LinkedHashMap<>();
        ofFlatRows(table).forEach((place, seen) -> expected.put(place, withLineFeeds(seen)));
        assertEquals(expected, ofWorkbook(table));
        assertEquals(numbersAndStatuses(expected), numbersAndStatuses(ofFirstSheet(table)));
    }

    @Property(tries = 20)
    void aWorkbookOfTheSameTableIsTheSameBytes(@ForAll("tables") Table table) {
        assertArrayEquals(Xlsx.bytes(tables(table)), Xlsx.bytes(tables(table)));
    }

    @Provide
    Arbitrary<Table> tables() {
        Arbitrary<List<Column>> columns = Arbitraries.of(
                List.of(column("a", true)),
                List.of(column("b", false), column("a", true)),
                List.of(column("a", true), column("c-d", true), column("b", false)));
        return columns.flatMap(chosen -> rows(chosen)
                .map(rows -> new Table(
                        "fte",
                        new Text("Staf", "Staff"),
                        "2005",
                        new Version(7, Instant.parse("2026-01-02T03:04:05Z")),
                        new Group(
                                "round",
                                rows.size(),
                                rows.stream().map(Row::code).toList(),
                                null,
                                null),
                        chosen,
                        rows,
                        Map.of(),
                        List.of(
                                new Warning("definition-differs", List.of("a"), List.of(), new Text("= n", "= e")),
                                new Warning("disputed", List.of("b"), List.of("GM0001"), new Text("n", "e"))),
                        Map.of(),
                        null)));
    }

    private static Column column(String id, boolean numeric) {
        Text label = new Text("+" + id, "@" + id);
        return new Column(id, label, null, numeric ? "fte" : null, numeric ? 2 : null, numeric, Map.of());
    }

    private static Arbitrary<List<Row>> rows(List<Column> columns) {
        return names().list().ofMinSize(0).ofMaxSize(4).flatMap(names -> {
            List<Arbitrary<Row>> rows = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String code = "GM000" + i;
                String name = names.get(i);
                List<Arbitrary<Cell>> cells = columns.stream()
                        .map(column -> cell("2005." + code + "." + column.id(), column.numeric()))
                        .toList();
                rows.add(Combinators.combine(cells).as(each -> new Row(code, name, each)));
            }
            return rows.isEmpty()
                    ? Arbitraries.just(List.of())
                    : Combinators.combine(rows).as(each -> each);
        });
    }

    private static Arbitrary<String> names() {
        Arbitrary<String> awkward = Arbitraries.of(
                "=1+1", "-2", "@x", "+31 6", "a,b", "\"q\"", "é–€", "een\nregel", "a\r\nb", "<&>", "007", "true");
        Arbitrary<String> letters =
                Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(20);
        return Arbitraries.oneOf(awkward, letters).filter(each -> !each.isBlank() && !each.startsWith("'"));
    }

    private static Arbitrary<Cell> cell(String figure, boolean numeric) {
        Arbitrary<Double> numbers = Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.doubles().between(-1000, 1000),
                Arbitraries.integers().map(each -> (double) each));
        Arbitrary<Cell> missing = Arbitraries.of("not-stated", "withdrawn", "not-computable")
                .map(why -> cell(figure, null, null, why, null, null, null, Cell.Status.MISSING, List.of()));
        if (!numeric) {
            Arbitrary<Cell> texts =
                    names().map(text -> cell(figure, null, text, null, null, null, null, Cell.Status.OK, List.of()));
            return Arbitraries.oneOf(missing, texts);
        }
        Arbitrary<Cell> present = Combinators.combine(
                        numbers,
                        numbers.injectNull(0.5),
                        numbers.injectNull(0.5),
                        Arbitraries.of("exact", "approximate", "at-least"),
                        Arbitraries.of(Cell.Status.OK, Cell.Status.CORRECTED, Cell.Status.DISPUTED),
                        Arbitraries.of(List.<String>of(), List.of("approximate"), List.of("disputed", "proxy-factor")))
                .as((value, low, high, qualifier, status, warnings) ->
                        cell(figure, value, null, null, qualifier, low, high, status, warnings));
        return Arbitraries.oneOf(missing, present, present);
    }

    private static Cell cell(
            String figure,
            Double value,
            String text,
            String missing,
            String qualifier,
            Double low,
            Double high,
            Cell.Status status,
            List<String> warnings) {
        return new Cell(
                figure,
                value,
                text,
                missing,
                List.of(),
                value == null ? null : "fte",
                qualifier,
                low,
                high,
                status,
                null,
                null,
                null,
                null,
                null,
                warnings);
    }

    private static Tables tables(Table table) {
        return new Tables(List.of(table), ADDRESS, Language.EN);
    }

    private static String place(String municipality, String indicator) {
        return municipality + " " + indicator;
    }

    private static Map<String, Seen> ofFlatRows(Table table) {
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (FlatRow row : FlatRow.of(table).toList()) {
            seen.put(
                    place(row.municipalityCode(), row.indicator()),
                    new Seen(
                            zero(row.value()),
                            row.text(),
                            row.status(),
                            row.qualifier(),
                            row.missing(),
                            zero(row.low()),
                            zero(row.high()),
                            String.join(";", row.warnings())));
        }
        return seen;
    }

    /** Minus zero is written as zero. */
    private static Double zero(Double number) {
        return number == null ? null : Double.valueOf(number + 0.0);
    }

    /** Without the warnings, which the JSON of a comparison keeps partly beside its cells. */
    private static Map<String, Seen> bare(Map<String, Seen> all) {
        Map<String, Seen> bare = new LinkedHashMap<>();
        all.forEach((place, each) -> bare.put(
                place,
                new Seen(
                        each.value(),
                        each.text(),
                        each.status(),
                        each.qualifier(),
                        each.missing(),
                        each.low(),
                        each.high(),
                        "")));
        return bare;
    }

    private static Map<String, Seen> ofJson(Table table) throws IOException {
        Map<String, Seen> seen = new LinkedHashMap<>();
        JsonNode view = MAPPER.readTree(
                Json.content(ComparisonView.of(table, Language.EN)).bytes());
        for (JsonNode row : view.path("rows")) {
            row.path("cells")
                    .fields()
                    .forEachRemaining(cell -> seen.put(
                            place(row.at("/municipality/code").asText(), cell.getKey()), of(cell.getValue(), "")));
        }
        return seen;
    }

    private static Seen of(JsonNode figure, String warnings) {
        return new Seen(
                number(figure.path("value")),
                text(figure.path("text")),
                text(figure.path("status")),
                text(figure.path("qualifier")),
                text(figure.path("missing")),
                number(figure.path("low")),
                number(figure.path("high")),
                warnings);
    }

    private static Double number(JsonNode node) {
        return node.isNumber() ? (Double) node.doubleValue() : null;
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }

    private static Map<String, Seen> ofCsv(byte[] csv) throws IOException {
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (Map<String, String> line : lines(csv)) {
            String place = place(line.get("municipalityCode"), line.get("indicator"));
            seen.put(place, ofFields(line, line.get("value"), line.get("text"), ""));
        }
        return seen;
    }

    private static Map<String, Seen> ofWideCsv(Table table) throws IOException {
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (Map<String, String> line : lines(WideCsv.content(tables(table)).bytes())) {
            assertEquals(ADDRESS, line.get("source"));
            assertEquals("7", line.get("dataset"));
            for (Column column : table.columns()) {
                String figure = line.get(column.id());
                seen.put(
                        place(line.get("municipalityCode"), column.id()),
                        ofFields(
                                line,
                                column.numeric() ? figure : "",
                                column.numeric() ? "" : figure,
                                column.id() + "-"));
            }
        }
        return seen;
    }

    private static Seen ofFields(Map<String, String> line, String value, String text, String prefix) {
        return new Seen(
                number(value),
                unsafe(text),
                line.get(prefix + "status"),
                orNull(line.get(prefix + "qualifier")),
                orNull(line.get(prefix + "missing")),
                number(line.get(prefix + "low")),
                number(line.get(prefix + "high")),
                line.get(prefix + "warnings"));
    }

    private static Double number(String field) {
        return field.isEmpty() ? null : (Double) Double.parseDouble(field);
    }

    private static String orNull(String field) {
        return field.isEmpty() ? null : field;
    }

    private static String unsafe(String field) {
        return field.startsWith("'") ? field.substring(1) : orNull(field);
    }

    private static List<Map<String, String>> lines(byte[] csv) throws IOException {
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            return lines.readAll();
        }
    }

    private static Map<String, Seen> ofJsonStat(Table table) throws IOException {
        JsonNode cube = MAPPER.readTree(Json.content(JsonStat.of(tables(table))).bytes());
        assertEquals(ADDRESS, cube.path("href").asText());
        int cells = 1;
        for (JsonNode size : cube.path("size")) {
            cells *= size.asInt();
        }
        assertEquals(cells, cube.path("value").size());
        assertEquals(cells, cube.path("status").size());
        Map<String, Seen> seen = new LinkedHashMap<>();
        int at = 0;
        for (JsonNode municipality : cube.at("/dimension/municipality/category/index")) {
            for (JsonNode indicator : cube.at("/dimension/indicator/category/index")) {
                JsonNode value = cube.path("value").get(at);
                JsonNode known = cube.at("/extension/figures").get(at);
                List<String> warnings = new ArrayList<>();
                known.path("warnings").forEach(each -> warnings.add(each.asText()));
                assertEquals(
                        municipality.asText(), known.path("municipalityCode").asText());
                seen.put(
                        place(municipality.asText(), indicator.asText()),
                        new Seen(
                                number(value),
                                text(value),
                                text(cube.path("status").get(at)),
                                text(known.path("qualifier")),
                                text(known.path("missing")),
                                number(known.path("low")),
                                number(known.path("high")),
                                String.join(";", warnings)));
                at++;
            }
        }
        return seen;
    }

    private static Map<String, Seen> ofWorkbook(Table table) throws IOException {
        Map<String, Seen> seen = new LinkedHashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(Xlsx.bytes(tables(table))))) {
            List<org.dhatim.fastexcel.reader.Row> rows =
                    workbook.findSheet("Figures").orElseThrow().read();
            for (var row : rows.subList(1, rows.size())) {
                String warnings = words(row, 18);
                seen.put(
                        place(words(row, 1), words(row, 3)),
                        new Seen(
                                number(row, 4),
                                words(row, 5),
                                words(row, 10),
                                words(row, 9),
                                words(row, 11),
                                number(row, 7),
                                number(row, 8),
                                warnings == null ? "" : warnings));
            }
            String about = workbook.findSheet("Source").orElseThrow().read().toString();
            assertEquals(
                    ADDRESS,
                    words(workbook.findSheet("Source").orElseThrow().read().get(2), 1),
                    about);
        }
        return seen;
    }

    private static Map<String, Seen> ofFirstSheet(Table table) throws IOException {
        Map<String, Seen> seen = new LinkedHashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(Xlsx.bytes(tables(table))))) {
            List<org.dhatim.fastexcel.reader.Row> rows =
                    workbook.getFirstSheet().read();
            for (var row : rows.subList(1, rows.size())) {
                for (int i = 0; i < table.columns().size(); i++) {
                    boolean numeric = table.columns().get(i).numeric();
                    int at = 3 + 3 * i;
                    seen.put(
                            place(words(row, 1), table.columns().get(i).id()),
                            new Seen(
                                    numeric ? number(row, at) : null,
                                    numeric ? null : words(row, at),
                                    words(row, at + 1),
                                    null,
                                    null,
                                    null,
                                    null,
                                    null));
                }
            }
        }
        return seen;
    }

    private static Map<String, Seen> numbersAndStatuses(Map<String, Seen> all) {
        Map<String, Seen> some = new LinkedHashMap<>();
        all.forEach((place, each) ->
                some.put(place, new Seen(each.value(), each.text(), each.status(), null, null, null, null, null)));
        return some;
    }

    private static Seen withLineFeeds(Seen seen) {
        String text = seen.text() == null ? null : seen.text().replace("\r\n", "\n");
        return new Seen(
                seen.value(),
                text,
                seen.status(),
                seen.qualifier(),
                seen.missing(),
                seen.low(),
                seen.high(),
                seen.warnings());
    }

    /** A number cell; a text that looks like one is none. */
    private static Double number(org.dhatim.fastexcel.reader.Row row, int column) {
        return row.getOptionalCell(column)
                .filter(cell -> cell.getType() == org.dhatim.fastexcel.reader.CellType.NUMBER)
                .map(cell -> cell.asNumber().doubleValue())
                .orElse(null);
    }

    private static String words(org.dhatim.fastexcel.reader.Row row, int column) {
        return row.getOptionalCell(column)
                .filter(cell -> cell.getType() == org.dhatim.fastexcel.reader.CellType.STRING)
                .map(org.dhatim.fastexcel.reader.Cell::asString)
                .orElse(null);
    }
}
