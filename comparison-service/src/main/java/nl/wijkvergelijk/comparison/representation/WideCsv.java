package nl.wijkvergelijk.comparison.representation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.table.Column;

/** A table as people draw it, in CSV as {@link FlatCsv} has it: a row per round and municipality, and per indicator its figure, followed by what must be known of it. */
public final class WideCsv {

    private static final List<String> ASPECTS =
            List.of("-status", "-qualifier", "-low", "-high", "-missing", "-warnings");

    private WideCsv() {}

    /** The rows below their header; {@code source} is the address of these bytes. */
    public static Content content(Tables tables) {
        return Content.written(out -> write(tables, out));
    }

    static void write(Tables tables, OutputStream out) throws IOException {
        List<String> header = new ArrayList<>(List.of("round", "municipalityCode", "municipalityName"));
        for (Column column : tables.columns()) {
            header.add(column.id());
            ASPECTS.forEach(aspect -> header.add(column.id() + aspect));
        }
        header.add("dataset");
        header.add("source");
        Stream<List<FlatRow>> rows = tables.tables().stream().flatMap(table -> FlatRow.byMunicipality(table).stream());
        FlatCsv.write(header, rows.map(row -> fields(row, tables)), out);
    }

    private static Map<String, Object> fields(List<FlatRow> row, Tables tables) {
        Map<String, Object> fields = new LinkedHashMap<>();
        FlatRow first = row.get(0);
        fields.put("round", FlatCsv.safe(first.round()));
        fields.put("municipalityCode", FlatCsv.safe(first.municipalityCode()));
        fields.put("municipalityName", FlatCsv.safe(first.municipalityName()));
        row.forEach(figure -> put(fields, figure.indicator(), figure));
        fields.put("dataset", first.dataset());
        fields.put("source", tables.address());
        return fields;
    }

    private static void put(Map<String, Object> fields, String indicator, FlatRow figure) {
        fields.put(indicator, figure.value() == null ? FlatCsv.safe(figure.text()) : Numbers.plain(figure.value()));
        fields.put(indicator + "-status", figure.status());
        fields.put(indicator + "-qualifier", figure.qualifier());
        fields.put(indicator + "-low", FlatCsv.number(figure.low()));
        fields.put(indicator + "-high", FlatCsv.number(figure.high()));
        fields.put(indicator + "-missing", figure.missing());
        fields.put(indicator + "-warnings", String.join(";", figure.warnings()));
    }
}
