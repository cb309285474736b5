package nl.wijkvergelijk.comparison.seam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.wijkvergelijk.comparison.dataset.StatementRow;

/** Reads the JSON columns of the seam. Members that are new to us are passed over: within a schema version things are only added. */
public final class PublishedJson {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private PublishedJson() {}

    /** Any JSON; decimals keep their digits. */
    public static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("published is not JSON: " + json, e);
        }
    }

    static List<String> texts(String json) {
        List<String> texts = new ArrayList<>();
        tree(json).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** The other statements of an answer. */
    public static List<StatementRow> statements(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        List<StatementRow> rows = new ArrayList<>();
        for (JsonNode statement : tree(json)) {
            JsonNode value = statement.path("value");
            rows.add(new StatementRow(
                    value.isNumber() ? value.decimalValue() : null,
                    value.isNumber() || value.isMissingNode() ? null : words(value),
                    text(statement, "missing"),
                    text(statement, "unit"),
                    text(statement, "currency"),
                    text(statement, "basis"),
                    text(statement, "period"),
                    text(statement, "qualifier"),
                    number(statement, "low"),
                    number(statement, "high"),
                    text(statement, "asOf"),
                    text(statement, "definition"),
                    text(statement, "relation"),
                    text(statement, "resolved")));
        }
        return rows;
    }

    /** One item of evidence as a person would cite it: {@code Title (2005), section 3.4}; null without. */
    public static String citation(String json) {
        if (json == null) {
            return null;
        }
        JsonNode evidence = tree(json);
        JsonNode interview = evidence.path("interview");
        if (interview.isObject()) {
            return "interview: " + interview.path("group").asText() + dated(interview);
        }
        String locator = evidence.has("section")
                ? ", section " + evidence.get("section").asText()
                : evidence.has("page") ? ", page " + evidence.get("page").asText() : "";
        return evidence.path("document").path("title").asText() + dated(evidence.path("document")) + locator;
    }

    private static String dated(JsonNode of) {
        return of.hasNonNull("date") ? " (" + of.get("date").asText() + ")" : "";
    }

    private static String words(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining("; "));
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static String text(JsonNode node, String member) {
        return node.hasNonNull(member) ? node.get(member).asText() : null;
    }

    private static BigDecimal number(JsonNode node, String member) {
        return node.path(member).isNumber() ? node.get(member).decimalValue() : null;
    }
}
