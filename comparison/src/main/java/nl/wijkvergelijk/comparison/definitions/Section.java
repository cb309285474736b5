package nl.wijkvergelijk.comparison.definitions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import nl.wijkvergelijk.http.Text;

/** A mapping of a definitions file that knows where it stands, so that every refusal says where; keys nobody read are refused, too. */
final class Section {

    private final String path;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Set<String> read = new LinkedHashSet<>();

    Section(String path, Object yaml) {
        this.path = path;
        if (!(yaml instanceof Map<?, ?> map)) {
            throw new InvalidDefinitions(path + ": must be a mapping");
        }
        map.forEach((key, value) -> members.put(String.valueOf(key), value));
    }

    InvalidDefinitions invalid(String key, String why) {
        return new InvalidDefinitions(path + "/" + key + ": " + why);
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    private Object get(String key) {
        read.add(key);
        Object value = members.get(key);
        if (value == null) {
            throw invalid(key, "is required");
        }
        return value;
    }

    String string(String key) {
        if (get(key) instanceof String string && !string.isBlank()) {
            return string;
        }
        throw invalid(key, "must be a text");
    }

    int integer(String key) {
        if (get(key) instanceof Integer integer) {
            return integer;
        }
        throw invalid(key, "must be a whole number");
    }

    BigDecimal numberOr(String key, BigDecimal otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (get(key) instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw invalid(key, "must be a number");
    }

    boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        if (get(key) instanceof Boolean flag) {
            return flag;
        }
        throw invalid(key, "must be true or false");
    }

    Text text(String key) {
        Section both = section(key);
        Text text = new Text(both.string("nl"), both.string("en"));
        both.close();
        return text;
    }

    Text textOr(String key, Text otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    List<String> strings(String key) {
        List<String> strings = new ArrayList<>();
        for (Object item : list(key)) {
            if (!(item instanceof String string)) {
                throw invalid(key, "must be a list of texts");
            }
            strings.add(string);
        }
        return List.copyOf(strings);
    }

    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (Object item : list(key)) {
            sections.add(new Section(path + "/" + key + "/" + sections.size(), item));
        }
        return sections;
    }

    private List<?> list(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (get(key) instanceof List<?> list) {
            return list;
        }
        throw invalid(key, "must be a list");
    }

    Section section(String key) {
        return new Section(path + "/" + key, get(key));
    }

    /** Every member of the mapping under this key, in order; none when the key is not there. */
    <T> Map<String, T> each(String key, BiFunction<Section, String, T> reader) {
        if (!has(key)) {
            return Map.of();
        }
        Section all = section(key);
        Map<String, T> result = new LinkedHashMap<>();
        for (String id : all.members.keySet()) {
            result.put(id, reader.apply(all, id));
        }
        all.close();
        return Collections.unmodifiableMap(result);
    }

    /** Refuses what nobody read. */
    void close() {
        for (String key : members.keySet()) {
            if (!read.contains(key)) {
                throw invalid(key, "is not known");
            }
        }
    }
}
