package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;

/**
 * One share of a distribution, in percent. It travels as a number, or as an object when there is more to say about it.
 *
 * @param exactness how exact this share is; the others may be known better
 * @param asPrinted the source's own characters for this share; null for none
 */
public record Share(BigDecimal percent, Exactness exactness, String asPrinted) {

    static final Numbers PERCENT = new Numbers(false, BigDecimal.ZERO, BigDecimal.valueOf(100));
    private static final Set<String> MEMBERS = Set.of("value", "qualifier", "low", "high", "asPrinted");

    /** The share, or null after adding why not. */
    static Share read(JsonNode node, Refusals refusals) {
        if (!node.isObject()) {
            BigDecimal percent = PERCENT.read(node, refusals);
            return percent == null ? null : new Share(percent, Exactness.UNSAID, null);
        }
        Members members = Members.of(node, MEMBERS, refusals).orElseThrow();
        members.require("value");
        JsonNode value = members.get("value");
        BigDecimal percent = value == null ? null : PERCENT.read(value, members.at("value"));
        Exactness exactness = Exactness.read(members, PERCENT, percent);
        String asPrinted = members.text("asPrinted", Texts.NAME);
        return percent == null ? null : new Share(percent, exactness, asPrinted);
    }

    JsonNode toJson() {
        if (exactness.equals(Exactness.UNSAID) && asPrinted == null) {
            return Json.NODES.numberNode(percent);
        }
        ObjectNode node = Json.object().put("value", percent);
        exactness.writeTo(node);
        Json.put(node, "asPrinted", asPrinted);
        return node;
    }
}
