package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads a code out of a closed set. */
final class Codes {
    private Codes() {}

    /** The code, or null after adding why not. */
    static String read(JsonNode node, List<String> codes, String error, Refusals refusals) {
        if (node.isTextual() && codes.contains(node.textValue())) {
            return node.textValue();
        }
        String sent = node.isTextual() ? Echo.of(node.textValue()) : "Dit";
        String sentEn = node.isTextual() ? Echo.of(node.textValue()) : "This";
        refusals.add(
                error,
                "%s kan hier niet. Kies uit: %s.".formatted(sent, Echo.of(codes)),
                "%s is not possible here. Choose from: %s.".formatted(sentEn, Echo.of(codes)));
        return null;
    }
}
