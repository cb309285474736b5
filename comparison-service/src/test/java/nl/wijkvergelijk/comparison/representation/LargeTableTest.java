package nl.wijkvergelijk.comparison.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Group;
import nl.wijkvergelijk.comparison.table.Lazily;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.comparison.table.Version;
import nl.wijkvergelijk.comparison.table.Warning;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** Tables as large as they may be, and texts longer than a spreadsheet holds. */
class LargeTableTest {

    private static final Text NAME = new Text("Cijfer", "Figure");
    private static final CsvShape PLAIN = new CsvShape(null, null);

    private final TableWriter writer = new TableWriter(new PublicAddress() {
        @Override
        public String address() {
            return "https://example.org";
        }

        @Override
        public String publisher() {
            return "https://example.org/";
        }

        @Override
        public String publisherName() {
            return "Voorbeeld";
        }

        @Override
        public String email() {
            return "wijken@example.org";
        }
    });

    @Test
    void aWorkbookHoldsAThousandMunicipalitiesAndMoreColumnsThan255() throws IOException {
        try (ReadableWorkbook workbook = read(xlsx(numbers(1_000, 4)))) {
            List<org.dhatim.fastexcel.reader.Row> first =
                    workbook.getFirstSheet().read();
            assertEquals(1_001, first.size());
            assertEquals("2997", first.get(1_000).getCellText(3 + 3 * 3));
        }
        try (ReadableWorkbook workbook = read(xlsx(numbers(5, 100)))) {
            List<org.dhatim.fastexcel.reader.Row> first =
                    workbook.getFirstSheet().read();
            assertEquals(303, first.get(0).getCellCount());
            assertEquals("396", first.get(5).getCellText(3 + 3 * 99));
        }
    }

    /** All figures of a large table at once take more memory than there is. */
    @Test
    void aFigureIsMadeWhenItIsWritten() throws IOException {
        AtomicLong made = new AtomicLong();
        Tables tables = new Tables(List.of(counted(1_000, 3, made)), "https://example.org", Language.EN);
        assertTrue(madeBeforeTheFirstByte(out -> Json.write(tables.flat(), out), made) < 300);
        assertTrue(madeBeforeTheFirstByte(out -> FlatCsv.write(tables.flat(), out), made) < 300);
        assertTrue(madeBeforeTheFirstByte(out -> WideCsv.write(tables, out), made) < 300);
        // Of a sheet 500 rows are gathered.
        assertTrue(madeBeforeTheFirstByte(out -> sheet(out, each -> FlatSheet.write(each, tables)), made) < 600);
        assertTrue(madeBeforeTheFirstByte(out -> sheet(out, each -> WideSheet.write(each, tables)), made) < 1_600);
    }

    private static void sheet(OutputStream out, Streams.Taking<Workbook> writing) throws IOException {
        try (Workbook workbook = new Workbook(out, "Wijkvergelijk", "1.0")) {
            writing.take(workbook);
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** They are gathered until there are some thousands of bytes. */
    private static long madeBeforeTheFirstByte(Writing writing, AtomicLong made) throws IOException {
        made.set(0);
        AtomicLong before = new AtomicLong(-1);
        writing.to(new OutputStream() {
            @Override
            public void write(int one) {
                before.compareAndSet(-1, made.get());
            }
        });
        assertEquals(3_000, made.get());
        assertTrue(before.get() >= 0, "nothing is written");
        return before.get();
    }

    /** A table that counts how many of its cells are made. */
    private static Table counted(int rows, int columns, AtomicLong made) {
        Table table = numbers(rows, columns);
        List<Row> counted = Lazily.each(
                table.rows(),
                row -> new Row(row.code(), row.name(), Lazily.each(row.cells(), cell -> {
                    made.incrementAndGet();
                    return cell;
                })));
        return table(table.columns(), counted, List.of());
    }

    /** The values and statuses come first; they are small. */
    @Test
    void jsonStatMakesAFigureWhenItIsWritten() {
        AtomicLong made = new AtomicLong();
        Tables tables = new Tables(List.of(counted(1_000, 3, made)), "https://example.org", Language.EN);
        Stream<FlatRow> figures = JsonStat.of(tables).extension().figures();
        made.set(0);
        AtomicLong written = new AtomicLong();
        figures.forEachOrdered(figure -> assertTrue(
                made.get() < written.incrementAndGet() + 3, made + " are made when " + written + " are written"));
        assertEquals(3_000, written.get());
    }

    @Test
    void aTextLongerThanACellEndsInAMark() throws IOException {
        String longest = "é".repeat(32_767);
        String longer = "a".repeat(31_999) + "\uD83C\uDFD8".repeat(1_000);
        for (String text : List.of(longest, longer, "_x0041_".repeat(4_000))) {
            try (ReadableWorkbook workbook = read(xlsx(texts(List.of(text), Map.of())))) {
                String shown = workbook.getFirstSheet().read().get(1).getCellText(3);
                if (text.equals(longest)) {
                    assertEquals(longest, shown);
                } else {
                    assertTrue(shown.endsWith(" […]"), "ends in " + shown.substring(shown.length() - 20));
                    assertTrue(shown.length() > 20_000);
                    assertTrue(shown.codePoints().noneMatch(c -> c == 0xfffd), "a character is cut in two");
                }
            }
        }
    }

    @Test
    void severalCodesInOneFigureAreLabelledOneByOne() throws IOException {
        Map<String, Text> options =
                Map.of("agenda", new Text("Agenda", "Agenda"), "report", new Text("Verslag", "Report"));
        Table table = texts(List.of("agenda; report", "agenda", "else; report"), options);
        try (ReadableWorkbook workbook = read(xlsx(table))) {
            List<String> shown = workbook.getFirstSheet().read().stream()
                    .skip(1)
                    .map(row -> row.getCellText(3))
                    .toList();
            assertEquals(List.of("Agenda; Report", "Agenda", "else; report"), shown);
        }
    }

    /** A table of n rows has warnings of n municipalities: to look through them for each row costs the square. */
    @Test
    void theWarningsOfARowAreFoundWithoutLookingThroughAllOthers() {
        List<FlatRow> rows = FlatRow.of(warned(100)).toList();
        assertEquals(List.of("as-of-differs"), rows.get(99).warnings());
    }

    private byte[] xlsx(Table table) {
        return writer.content("/v1/figures", "round=2005", PLAIN, Format.XLSX, List.of(table), Language.EN)
                .bytes();
    }

    private static ReadableWorkbook read(byte[] file) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(file));
    }

    private static Table numbers(int rows, int columns) {
        List<Column> all = IntStream.range(0, columns)
                .mapToObj(i -> new Column("indicator-" + i, NAME, null, "fte", 2, true, Map.of()))
                .toList();
        return table(
                all,
                IntStream.range(0, rows)
                        .mapToObj(row -> row(
                                row,
                                IntStream.range(0, columns)
                                        .mapToObj(i -> cell((double) row * i, null))
                                        .toList()))
                        .toList(),
                List.of());
    }

    private static Table texts(List<String> texts, Map<String, Text> options) {
        List<Row> rows = new ArrayList<>();
        texts.forEach(text -> rows.add(row(rows.size(), List.of(cell(null, text)))));
        return table(List.of(new Column("text", NAME, null, null, null, false, options)), rows, List.of());
    }

    private static Table warned(int rows) {
        Table plain = numbers(rows, 1);
        List<String> codes =
                new ArrayList<>(plain.rows().stream().map(Row::code).toList()) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public boolean contains(Object code) {
                        throw new AssertionError("all others are looked through for " + code);
                    }
                };
        return table(
                plain.columns(),
                plain.rows(),
                List.of(new Warning("as-of-differs", List.of("indicator-0"), codes, NAME)));
    }

    private static Row row(int number, List<Cell> cells) {
        return new Row("GM%06d".formatted(number), "Gemeente " + number, cells);
    }

    private static Cell cell(Double value, String text) {
        return new Cell(
                "2005.GM0000.x",
                value,
                text,
                null,
                List.of(),
                value == null ? null : "fte",
                value == null ? null : "exact",
                null,
                null,
                Cell.Status.OK,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static Table table(List<Column> columns, List<Row> rows, List<Warning> warnings) {
        List<String> codes = rows.stream().map(Row::code).toList();
        return new Table(
                "fte",
                NAME,
                "2005",
                new Version(7, Instant.parse("2026-01-02T03:04:05Z")),
                new Group("round", codes.size(), codes, null, null),
                columns,
                rows,
                Map.of(),
                warnings,
                Map.of(),
                null);
    }
}
