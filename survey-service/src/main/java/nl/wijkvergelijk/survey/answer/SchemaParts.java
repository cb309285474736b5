package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import nl.wijkvergelijk.survey.questionnaire.Coded;

/** What the schema of every questionnaire has in common. Its patterns are read the same by ECMAScript (with the flag u) and by Java. */
final class SchemaParts {
    private static final String CONTROL = "[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F]";
    private static final String HALF = "[\\uD800-\\uDFFF]";
    private static final String LEAP = "(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:12|16|20|24|28)00)-02-29";
    private static final String DAY = "(?:[12][0-9]{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
            + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|" + LEAP + ")";
    private static final String NOT_BLANK = "[^" + ranges(Texts::isBlank) + "]";
    private static final String NOT_WHITE = "[^" + ranges(Character::isWhitespace) + "]";

    private SchemaParts() {}

    static ObjectNode ref(String name) {
        return Json.object().put("$ref", "#/$defs/" + name);
    }

    static void addTo(ObjectNode definitions) {
        definitions.set("prose", line());
        definitions.set("long", text(Texts.LONG));
        definitions.set("name", text(Texts.NAME));
        definitions.set("asOf", date("(?:[12][0-9]{3}(?:-(?:0[1-9]|1[0-2]))?|" + DAY + ")"));
        definitions.set("day", date(DAY));
        ObjectNode evidence = Json.object().put("type", "array").put("maxItems", StatementReader.MOST_EVIDENCE);
        evidence.set("items", citation());
        definitions.set("evidence", evidence);
        definitions.set("share", share());
    }

    /** A text as answers have them: something can be seen of it, and no control characters. */
    static ObjectNode text(int longest) {
        return visible(NOT_BLANK, longest, CONTROL, HALF);
    }

    /** A reason, which other code reads. */
    private static ObjectNode line() {
        return visible(NOT_WHITE, Texts.LONG, "[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F]", HALF);
    }

    private static ObjectNode visible(String pattern, int longest, String... never) {
        ObjectNode text = pattern(pattern).put("minLength", 1).put("maxLength", longest);
        ArrayNode none = text.putObject("not").putArray("anyOf");
        for (String each : never) {
            none.addObject().put("pattern", each);
        }
        return text;
    }

    static ObjectNode codes(List<String> codes) {
        ObjectNode node = Json.object();
        codes.forEach(node.putArray("enum")::add);
        return node;
    }

    static ObjectNode number(Numbers numbers) {
        ObjectNode number = Json.object().put("type", numbers.whole() ? "integer" : "number");
        BigDecimal beyond = BigDecimal.TEN.pow(Numbers.BEFORE_POINT);
        if (numbers.min() == null || numbers.min().compareTo(beyond.negate()) <= 0) {
            number.put("exclusiveMinimum", beyond.negate());
        } else {
            number.put("minimum", numbers.min());
        }
        if (numbers.max() == null || numbers.max().compareTo(beyond) >= 0) {
            number.put("exclusiveMaximum", beyond);
        } else {
            number.put("maximum", numbers.max());
        }
        return number;
    }

    static void exactness(ObjectNode members, ObjectNode end) {
        members.set("qualifier", codes(Coded.codes(Qualifier.class)));
        members.set("low", end);
        members.set("high", end.deepCopy());
    }

    /** A range has both its ends; nothing else has any. */
    static void requireEnds(ObjectNode schema) {
        ObjectNode range = schema.putObject("if");
        range.putArray("required").add("qualifier");
        range.putObject("properties").putObject("qualifier").put("const", Qualifier.RANGE.code());
        schema.putObject("then").putArray("required").add("low").add("high");
        schema.putObject("else").putObject("properties").put("low", false).put("high", false);
    }

    private static ObjectNode share() {
        ObjectNode detailed = Json.object().put("type", "object");
        detailed.putArray("required").add("value");
        ObjectNode members = detailed.putObject("properties");
        members.set("value", number(Share.PERCENT));
        exactness(members, number(Share.PERCENT));
        members.set("asPrinted", ref("name"));
        requireEnds(detailed);
        detailed.put("additionalProperties", false);
        ObjectNode share = Json.object();
        share.putArray("anyOf").add(number(Share.PERCENT)).add(detailed);
        return share;
    }

    private static ObjectNode citation() {
        ObjectNode citation = Json.object().put("type", "object");
        citation.putArray("required").add("evidence");
        ObjectNode members = citation.putObject("properties");
        members.set("evidence", text(CitationReader.ID));
        CitationReader.LOCATORS.forEach(locator -> members.set(locator, text(CitationReader.PLACE)));
        ObjectNode one = citation.putObject("dependentSchemas");
        for (String locator : CitationReader.LOCATORS) {
            ObjectNode others = one.putObject(locator).putObject("properties");
            CitationReader.LOCATORS.stream()
                    .filter(other -> !other.equals(locator))
                    .forEach(other -> others.put(other, false));
        }
        return citation.put("additionalProperties", false);
    }

    /** To some engines the end is also before a last line end, so white space is refused by itself. */
    private static ObjectNode date(String pattern) {
        ObjectNode date = pattern("^" + pattern + "$");
        date.putObject("not").put("pattern", "\\s");
        return date;
    }

    private static ObjectNode pattern(String pattern) {
        return Json.object().put("type", "string").put("pattern", pattern);
    }

    /** The inside of a character class with all characters that are so. */
    private static String ranges(IntPredicate isSo) {
        List<String> ranges = new ArrayList<>();
        int from = -1;
        for (int c = 0; c <= Character.MAX_CODE_POINT + 1; c++) {
            boolean in = c <= Character.MAX_CODE_POINT && isSo.test(c);
            if (in && from < 0) {
                from = c;
            } else if (!in && from >= 0) {
                ranges.add(from == c - 1 ? escaped(from) : escaped(from) + "-" + escaped(c - 1));
                from = -1;
            }
        }
        return String.join("", ranges);
    }

    private static String escaped(int c) {
        StringBuilder escaped = new StringBuilder();
        for (char unit : Character.toChars(c)) {
            escaped.append("\\u%04X".formatted((int) unit));
        }
        return escaped.toString();
    }
}
