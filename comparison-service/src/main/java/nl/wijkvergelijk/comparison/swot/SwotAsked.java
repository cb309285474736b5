package nl.wijkvergelijk.comparison.swot;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.wijkvergelijk.comparison.asked.Asked;

/** The query of a request for points, as it came; null where not given. */
record SwotAsked(String round, String kind, String municipality, String dataset, String format) {

    /** The same question about what is now, in this round. */
    String withoutDataset(String itsRound) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("round", itsRound);
        parameters.put("kind", kind);
        parameters.put("municipality", municipality);
        parameters.put("format", format);
        return Asked.query(parameters);
    }
}
