package nl.wijkvergelijk.comparison.representation;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a CSV is to look, as it was asked; null where not given. */
public record CsvShape(String layout, String bom) {

    /** As every CSV looks of which nobody says otherwise. */
    public static final CsvShape USUAL = new CsvShape(null, null);

    /** A row per municipality instead of a row per figure. */
    public boolean wide() {
        return "wide".equals(layout);
    }

    /** Whether it begins with a byte order mark, by which Excel knows UTF-8. */
    public boolean marked() {
        return "true".equals(bom);
    }

    /** As they stand in an address. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("layout", layout);
        parameters.put("bom", bom);
        return parameters;
    }
}
