package nl.wijkvergelijk.comparison.representation;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@link FlatRow}s as CSV (RFC 4180: comma, CRLF, quotes doubled, a header line), UTF-8 without a byte order mark, point as decimal sign. A text that a
 * spreadsheet would take for a formula gets a leading apostrophe; numbers never do.
 */
public final class FlatCsv {

    /** The columns, in their order for ever. */
    static final List<String> COLUMNS = List.of(
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
            "figure");

    /** By which Excel knows UTF-8. */
    static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Quotes exactly where RFC 4180 needs them, whatever the length of the text. */
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private FlatCsv() {}

    /** The rows below their header; the header alone when there are none. */
    public static Content content(Stream<FlatRow> rows) {
        return Content.written(out -> write(rows, out));
    }

    /** Lines of another table, by column, below their header; texts must be {@link #safe}. */
    public static Content content(List<String> columns, List<Map<String, Object>> lines) {
        return Content.written(out -> write(columns, lines.stream(), out));
    }

    static void write(Stream<FlatRow> rows, OutputStream out) throws IOException {
        write(COLUMNS, rows.map(FlatCsv::fields), out);
    }

    static void write(List<String> columns, Stream<Map<String, Object>> lines, OutputStream out) throws IOException {
        try (SequenceWriter writer = writer(columns).writeValues(out)) {
            Streams.each(lines, writer::write);
        }
    }

    private static ObjectWriter writer(List<String> columns) {
        CsvSchema.Builder schema = CsvSchema.builder();
        columns.forEach(schema::addColumn);
        return MAPPER.writer()
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .with(schema.build().withHeader().withLineSeparator("\r\n"));
    }

    private static Map<String, Object> fields(FlatRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("round", safe(row.round()));
        fields.put("municipalityCode", safe(row.municipalityCode()));
        fields.put("municipalityName", safe(row.municipalityName()));
        fields.put("indicator", safe(row.indicator()));
        fields.put("value", number(row.value()));
        fields.put("text", safe(row.text()));
        fields.put("unit", safe(row.unit()));
        fields.put("low", number(row.low()));
        fields.put("high", number(row.high()));
        fields.put("qualifier", safe(row.qualifier()));
        fields.put("status", safe(row.status()));
        fields.put("missing", safe(row.missing()));
        fields.put("asOf", safe(row.asOf()));
        fields.put("rankFrom", row.rankFrom());
        fields.put("rankTo", row.rankTo());
        fields.put("reportedValue", number(row.reportedValue()));
        fields.put("reportedUnit", safe(row.reportedUnit()));
        fields.put("reportedBasis", safe(row.reportedBasis()));
        fields.put("warnings", safe(String.join(";", row.warnings())));
        fields.put("dataset", row.dataset());
        fields.put("figure", safe(row.figure()));
        return fields;
    }

    static String number(Double number) {
        return number == null ? null : Numbers.plain(number);
    }

    private static String number(BigDecimal number) {
        return number == null ? null : Numbers.plain(number);
    }

    /** The text with an apostrophe before it when a spreadsheet would compute it; full-width signs count too. */
    public static String safe(String text) {
        boolean formula = text != null && !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
