package nl.wijkvergelijk.comparison.changes;

import java.util.Map;
import java.util.TreeMap;
import nl.wijkvergelijk.comparison.definitions.Definitions;

/** Which definitions changed, from one number (null: there were none) to another; qualifiers are the widths they make. */
public record DefinitionsChange(
        Integer before, int after, MapChange indicators, MapChange measures, MapChange topics, MapChange qualifiers) {

    /** @param before null when there were none */
    public static DefinitionsChange of(Definitions before, Definitions after) {
        boolean first = before == null;
        return new DefinitionsChange(
                first ? null : before.number(),
                after.number(),
                MapChange.of(first ? Map.of() : before.indicators(), after.indicators()),
                MapChange.of(first ? Map.of() : before.measures(), after.measures()),
                MapChange.of(first ? Map.of() : before.topics(), after.topics()),
                MapChange.of(first ? Map.of() : widths(before), widths(after)));
    }

    private static Map<String, Object> widths(Definitions definitions) {
        Map<String, Object> widths = new TreeMap<>();
        definitions.widths().forEach((qualifier, width) -> widths.put(qualifier.code(), width));
        return widths;
    }
}
