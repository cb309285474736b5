package nl.wijkvergelijk.survey.version;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes JSON so that what means the same reads the same: members by name, numbers without idle zeros. */
final class Sorted {
    private Sorted() {}

    static String text(JsonNode node) {
        if (node.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            return names.stream()
                    .map(name -> name + ": " + text(node.get(name)))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(Sorted::text)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.toString();
    }
}
