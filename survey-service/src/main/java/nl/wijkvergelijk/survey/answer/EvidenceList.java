package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import nl.wijkvergelijk.http.InputError;

/** Reads evidence that belongs to something else than an answer, by the same rules. */
public final class EvidenceList {
    private static final int MOST = 50;

    private EvidenceList() {}

    /**
     * The evidence as it is kept and published; incomplete when errors were added.
     *
     * @param items the array that was sent; null or absent is none
     * @param pointer where it stands in the body
     */
    public static ArrayNode read(JsonNode items, String pointer, List<InputError> errors) {
        ArrayNode read = Json.array();
        Refusals refusals = new Refusals(errors, pointer);
        if (items == null || items.isMissingNode() || items.isNull()) {
            return read;
        }
        if (!items.isArray() || items.size() > MOST) {
            refusals.add("wrong-type", "Hier hoort een lijst van hoogstens 50.", "This must be a list of at most 50.");
            return read;
        }
        for (int i = 0; i < items.size(); i++) {
            Evidence evidence = EvidenceReader.read(items.get(i), refusals.at(i));
            if (evidence != null) {
                read.add(evidence.toJson());
            }
        }
        return read;
    }
}
