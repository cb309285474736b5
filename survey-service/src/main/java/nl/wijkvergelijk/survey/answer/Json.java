package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes JSON in which a decimal keeps the digits it was given: 9.50 stays 9.50. */
final class Json {
    static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private Json() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode array() {
        return NODES.arrayNode();
    }

    /** Adds a text member unless there is none. */
    static void put(ObjectNode node, String member, String text) {
        if (text != null) {
            node.put(member, text);
        }
    }
}
