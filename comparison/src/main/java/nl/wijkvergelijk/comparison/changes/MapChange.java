package nl.wijkvergelijk.comparison.changes;

import java.util.List;
import java.util.Map;

/** Which keys of a map are new, gone, or have another value; each in the order of its map. */
public record MapChange(List<String> added, List<String> removed, List<String> changed) {

    /** From one to the other. */
    public static MapChange of(Map<String, ?> before, Map<String, ?> after) {
        return new MapChange(
                after.keySet().stream().filter(key -> !before.containsKey(key)).toList(),
                before.keySet().stream().filter(key -> !after.containsKey(key)).toList(),
                after.keySet().stream()
                        .filter(before::containsKey)
                        .filter(key -> !after.get(key).equals(before.get(key)))
                        .toList());
    }
}
