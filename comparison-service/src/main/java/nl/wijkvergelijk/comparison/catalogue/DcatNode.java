package nl.wijkvergelijk.comparison.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.Text;

/** A node of JSON-LD, filled member by member. */
final class DcatNode {

    private final Map<String, Object> members = new LinkedHashMap<>();

    static DcatNode of(String id, String type) {
        DcatNode node = new DcatNode();
        if (id != null) {
            node.members.put("@id", id);
        }
        node.members.put("@type", type);
        return node;
    }

    DcatNode with(String property, Object value) {
        members.put(property, value);
        return this;
    }

    DcatNode text(String property, Text text) {
        return with(property, List.of(literal("@language", "nl", text.nl()), literal("@language", "en", text.en())));
    }

    DcatNode link(String property, String address) {
        return with(property, Map.of("@id", address));
    }

    /** A link to something that is what the profile demands there; whoever reads this alone cannot look it up. */
    DcatNode typed(String property, String address, String type) {
        return with(property, of(address, type).members());
    }

    DcatNode moment(String property, String instant) {
        return with(property, literal("@type", "xsd:dateTime", instant));
    }

    /** In this order: the same catalogue is the same bytes in every process. */
    private static Map<String, String> literal(String kind, String of, String value) {
        Map<String, String> literal = new LinkedHashMap<>();
        literal.put(kind, of);
        literal.put("@value", value);
        return literal;
    }

    Map<String, Object> members() {
        return members;
    }
}
