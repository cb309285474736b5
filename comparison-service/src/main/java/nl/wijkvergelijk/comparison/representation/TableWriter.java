package nl.wijkvergelijk.comparison.representation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.http.Language;

/** Writes tables in every form but JSON, each with the address at which it stays what it is. */
@ApplicationScoped
public class TableWriter {

    private final PublicAddress address;

    TableWriter(PublicAddress address) {
        this.address = address;
    }

    /**
     * @param path what was asked for
     * @param query how, with its round and form, without its version
     */
    public Content content(
            String path, String query, CsvShape shape, Format format, List<Table> tables, Language language) {
        long version = tables.stream()
                .mapToLong(each -> each.dataset().version())
                .max()
                .orElse(0);
        String pin = (version == 0 ? "" : "&dataset=" + version) + "&lang=" + language.code();
        Tables answer = new Tables(tables, address.address() + path + "?" + query + pin, language);
        return switch (format) {
            case CSV -> csv(answer, shape);
            case JSON_STAT -> Json.content(JsonStat.of(answer));
            case XLSX -> Content.of(Xlsx.bytes(answer));
            case JSON, JSON_LD -> throw new IllegalArgumentException("not a form of tables: " + format);
        };
    }

    private static Content csv(Tables tables, CsvShape shape) {
        return Content.written(out -> {
            if (shape.marked()) {
                out.write(FlatCsv.BYTE_ORDER_MARK);
            }
            if (shape.wide()) {
                WideCsv.write(tables, out);
            } else {
                FlatCsv.write(tables.flat(), out);
            }
        });
    }
}
