package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The evidence of one response by its id: what the answers may cite. It is looked up when something is cited, once. */
public final class Sources {

    /** Nothing on file. */
    public static final Sources NONE = new Sources(Map.of());

    private final Supplier<Map<String, Source>> onFile;
    private Map<String, Source> byId;

    public Sources(Map<String, Source> byId) {
        this(() -> byId);
    }

    /** Those that are looked up in this way. */
    public Sources(Supplier<Map<String, Source>> onFile) {
        this.onFile = onFile;
    }

    Optional<Source> find(String id) {
        if (byId == null) {
            byId = Map.copyOf(onFile.get());
        }
        return Optional.ofNullable(byId.get(id));
    }

    /** The evidence of a statement as the public reads it: each citation as what it stands for. */
    ArrayNode published(List<Evidence> evidence) {
        ArrayNode published = Json.array();
        evidence.forEach(item -> published.add(published(item)));
        return published;
    }

    /** A statement as it travels, what it cites as the public reads it. */
    ObjectNode published(Statement statement, ObjectNode node) {
        if (!statement.evidence().isEmpty()) {
            node.set("evidence", published(statement.evidence()));
        }
        return node;
    }

    private JsonNode published(Evidence item) {
        return item instanceof Evidence.Citation citation
                ? find(citation.evidence())
                        .orElseThrow(() -> new IllegalStateException("nothing on file as " + citation.evidence()))
                        .published(citation)
                : item.toJson();
    }
}
