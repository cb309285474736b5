package nl.wijkvergelijk.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares an answer shown in the documentation with the real one: what is shown must be there; members may be left out, elements of an array may not. */
final class Excerpt {

    private Excerpt() {}

    /** Where the real answer says something else, as JSON pointers with both values; empty when all that is shown is true. */
    static List<String> differences(JsonNode shown, JsonNode real) {
        List<String> out = new ArrayList<>();
        compare("", shown, real, out);
        return out;
    }

    private static void compare(String at, JsonNode shown, JsonNode real, List<String> out) {
        if (shown.isObject() && real.isObject()) {
            shown.fields()
                    .forEachRemaining(member ->
                            compare(at + "/" + member.getKey(), member.getValue(), real.path(member.getKey()), out));
        } else if (shown.isArray() && real.isArray() && shown.size() == real.size()) {
            for (int i = 0; i < shown.size(); i++) {
                compare(at + "/" + i, shown.get(i), real.get(i), out);
            }
        } else if (shown.isNumber() && real.isNumber()) {
            if (shown.decimalValue().compareTo(real.decimalValue()) != 0) {
                out.add(at + ": shown " + shown + ", real " + real);
            }
        } else if (!shown.equals(real)) {
            out.add(at + ": shown " + shown + ", real " + real);
        }
    }
}
