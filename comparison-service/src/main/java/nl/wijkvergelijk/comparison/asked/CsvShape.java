package nl.wijkvergelijk.comparison.asked;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.wijkvergelijk.comparison.representation.Format;

/** How a CSV is to look, as it was asked; null where not given. */
public record CsvShape(String layout, String bom) {

    /** A row per municipality instead of a row per figure. */
    public boolean wide() {
        return "wide".equals(layout);
    }

    /** Whether it begins with a byte order mark, by which Excel knows UTF-8. */
    public boolean marked() {
        return "true".equals(bom);
    }

    /** Refuses what is not there, and a shape for an answer that is no CSV. */
    public void check(Format format, QueryReader query) {
        if (layout != null && !layout.equals("flat") && !layout.equals("wide")) {
            query.error("layout", "unknown-option", "Kies flat of wide.", "Choose flat or wide.");
        }
        if (bom != null && !bom.equals("true") && !bom.equals("false")) {
            query.error("bom", "unknown-option", "Kies true of false.", "Choose true or false.");
        }
        parameters().forEach((name, value) -> {
            if (value != null && format != Format.CSV) {
                query.error(
                        name,
                        "not-with-format",
                        "'%s' is er alleen bij format=csv.".formatted(name),
                        "'%s' goes with format=csv only.".formatted(name));
            }
        });
    }

    /** As they stand in an address. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("layout", layout);
        parameters.put("bom", bom);
        return parameters;
    }

    /** A query with these behind it. */
    public String after(String query) {
        String more = Asked.query(parameters());
        return query.isEmpty() || more.isEmpty() ? query + more : query + "&" + more;
    }
}
