package nl.wijkvergelijk.comparison.findings;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.wijkvergelijk.comparison.asked.Asked;

/** The query of a request for findings, as it came; null where not given. */
record FindingsAsked(String round, String theme, String kind, String indicator, String municipality, String dataset) {

    String withoutDataset() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("round", round);
        parameters.put("theme", theme);
        parameters.put("kind", kind);
        parameters.put("indicator", indicator);
        parameters.put("municipality", municipality);
        String query = Asked.query(parameters);
        return query.isEmpty() ? "" : "?" + query;
    }
}
