package nl.wijkvergelijk.comparison.representation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Table;

/** A table as people draw it, in CSV as {@link FlatCsv} has it: a row per round and municipality, and per indicator its figure, followed by what must be known of it. */
public final class WideCsv {

    private static final List<String> ASPECTS =
            List.of("-status", "-qualifier", "-low", "-high", "-missing", "-warnings");

    private WideCsv() {}

    /** The rows below their header; {@code source} is the address of these bytes. */
    public static byte[] bytes(Tables tables) {
        List<String> header = new ArrayList<>(List.of("round", "municipalityCode", "municipalityName"));
        for (Column column : tables.columns()) {
            header.add(column.id());
            ASPECTS.forEach(aspect -> header.add(column.id() + aspect));
        }
        header.add("dataset");
        header.add("source");
        Map<Tables.Place, FlatRow> figures = tables.flatByPlace();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Table table : tables.tables()) {
            for (Row row : table.rows()) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("round", FlatCsv.safe(table.round()));
                fields.put("municipalityCode", FlatCsv.safe(row.code()));
                fields.put("municipalityName", FlatCsv.safe(row.name()));
                for (Column column : table.columns()) {
                    put(fields, column.id(), figures.get(new Tables.Place(table.round(), row.code(), column.id())));
                }
                fields.put("dataset", table.dataset().version());
                fields.put("source", tables.address());
                rows.add(fields);
            }
        }
        return FlatCsv.bytes(header, rows);
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
