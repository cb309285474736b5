package nl.wijkvergelijk.survey.version;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;

/** One place in a questionnaire that was sent. What is wrong is collected with its JSON pointer; null counts as not there. After {@value #MOST} it takes no more. */
record Place(JsonNode node, String pointer, List<InputError> errors) {
    static final int MOST = 500;
    static final int ID = 60;
    static final int LABEL = 300;
    static final int HELP = 2_000;
    private static final Set<String> LISTS = Set.of("units", "options", "columns", "bases", "periods", "currencies");

    Place at(String member) {
        return new Place(node.path(member), pointer + "/" + InputError.segment(member), errors);
    }

    boolean has(String member) {
        return at(member).isThere();
    }

    boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    void refuse(String code, String nl, String en) {
        if (errors.size() < MOST) {
            errors.add(InputError.body(pointer, code, new Text(nl, en)));
        }
    }

    /** Whether it is an object; members that are not known are refused. */
    boolean isObject(String... known) {
        if (!node.isObject()) {
            refuseAbsentOr("Hier hoort een object, tussen accolades.", "An object belongs here, between braces.");
            return false;
        }
        Set<String> names = new TreeSet<>(List.of(known));
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                at(name).refuse(
                                "unknown-member",
                                "Dit is hier niet bekend. Wel bekend: %s.".formatted(String.join(", ", names)),
                                "This is not known here. Known are: %s.".formatted(String.join(", ", names)));
            }
        });
        return true;
    }

    /** The items; none when it is not there, or after saying why not. */
    List<Place> items(int fewest, int most) {
        if (!isThere() && fewest == 0) {
            return List.of();
        }
        if (!node.isArray()) {
            refuseAbsentOr("Hier hoort een lijst, tussen rechte haken.", "A list belongs here, between brackets.");
            return List.of();
        }
        if (node.size() < fewest || node.size() > most) {
            refuse(
                    "wrong-size",
                    "Hier horen er %d tot %d; het zijn er %d.".formatted(fewest, most, node.size()),
                    "From %d to %d belong here; there are %d.".formatted(fewest, most, node.size()));
            return List.of();
        }
        List<Place> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Place(node.get(i), pointer + "/" + i, errors));
        }
        return items;
    }

    /** Says so when it is not there. */
    void require() {
        if (!isThere()) {
            refuse("required", "Dit ontbreekt.", "This is missing.");
        }
    }

    /** The members of an object that has any names, such as labels by code; none when it is not there. */
    List<String> names(int most) {
        if (!isThere()) {
            return List.of();
        }
        if (!node.isObject()) {
            refuseAbsentOr("Hier hoort een object, tussen accolades.", "An object belongs here, between braces.");
            return List.of();
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        if (names.size() > most) {
            refuse(
                    "wrong-size",
                    "Hier horen er hoogstens %d; het zijn er %d.".formatted(most, names.size()),
                    "At most %d belong here; there are %d.".formatted(most, names.size()));
            return List.of();
        }
        return names;
    }

    /** A text; null after saying why not. */
    String text(int longest, boolean lines) {
        if (!node.isTextual()) {
            refuseAbsentOr("Hier hoort een tekst.", "A text belongs here.");
            return null;
        }
        String text = node.textValue();
        if (text.isBlank()) {
            refuse("required", "Deze tekst is leeg.", "This text is empty.");
        } else if (text.codePointCount(0, text.length()) > longest) {
            refuse("too-long", "Hoogstens %d tekens.".formatted(longest), "At most %d characters.".formatted(longest));
        } else if (text.chars().anyMatch(c -> (c < 0x20 || c == 0x7f) && !(lines && (c == '\n' || c == '\t')))) {
            refuse("control-character", "Hier staat een stuurteken in.", "This holds a control character.");
        } else {
            return text;
        }
        return null;
    }

    /** A text in both languages, a single line each unless it is help. */
    void label(int longest) {
        if (isObject("nl", "en")) {
            at("nl").text(longest, longest > LABEL);
            at("en").text(longest, longest > LABEL);
        }
    }

    /** A kebab-case name; null after saying why not. */
    String name() {
        return matching(
                "[a-z][a-z0-9]*(-[a-z0-9]+)*",
                "Een naam bestaat uit kleine letters, cijfers en koppeltekens, en begint met een letter: ward-count.",
                "A name consists of lower-case letters, digits and hyphens, and begins with a letter: ward-count.");
    }

    /** A kebab-case code; it may begin with a digit. */
    String code() {
        return matching(
                "[a-z0-9]+(-[a-z0-9]+)*",
                "Een code bestaat uit kleine letters, cijfers en koppeltekens: own-unit.",
                "A code consists of lower-case letters, digits and hyphens: own-unit.");
    }

    String matching(String form, String nl, String en) {
        String text = text(ID, false);
        if (text != null && !text.matches(form)) {
            refuse("wrong-form", nl, en);
            return null;
        }
        return text;
    }

    /** One of these words; null after saying why not. */
    String oneOf(String error, Collection<String> words) {
        String word = text(ID, false);
        if (word != null && !words.contains(word)) {
            String shown = String.join(", ", words.stream().limit(30).toList());
            refuse(
                    error,
                    words.isEmpty() ? "Er is hier niets om uit te kiezen." : "Kies uit: %s.".formatted(shown),
                    words.isEmpty() ? "There is nothing to choose from here." : "Choose from: %s.".formatted(shown));
            return null;
        }
        return word;
    }

    /** Different words out of these. */
    List<String> someOf(String error, Collection<String> words, int fewest, int most) {
        List<String> some = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Place item : items(fewest, most)) {
            String word = item.oneOf(error, words);
            if (word != null && !seen.add(word)) {
                item.refuseDuplicate();
            } else if (word != null) {
                some.add(word);
            }
        }
        return some;
    }

    void refuseDuplicate() {
        refuse("duplicate", "Dit staat er al.", "This is there already.");
    }

    /** A number that answers could have; null when it is not there, or after saying why not. */
    BigDecimal number() {
        if (!isThere()) {
            return null;
        }
        if (!node.isNumber()) {
            refuse("wrong-type", "Hier hoort een getal.", "A number belongs here.");
            return null;
        }
        BigDecimal number = node.decimalValue();
        if ((long) number.precision() - number.scale() > 15 || number.scale() > 6) {
            refuse(
                    "too-many-digits",
                    "Hoogstens 15 cijfers voor en 6 achter de komma.",
                    "At most 15 digits before and 6 after the decimal point.");
            return null;
        }
        return number;
    }

    /** A whole number; null after saying why not. */
    Integer whole(int least, int most) {
        if (!node.isIntegralNumber()) {
            refuseAbsentOr("Hier hoort een geheel getal.", "A whole number belongs here.");
            return null;
        }
        if (!node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            refuse(
                    "out-of-range",
                    "Een geheel getal van %d tot en met %d.".formatted(least, most),
                    "A whole number from %d up to and including %d.".formatted(least, most));
            return null;
        }
        return node.intValue();
    }

    /** True, false or not there. */
    void flag() {
        if (isThere() && !node.isBoolean()) {
            refuse("wrong-type", "Hier hoort true of false.", "Here belongs true or false.");
        }
    }

    /** Refuses a member that this has no use for; an empty list, or an empty map of measures, says nothing and may stay. */
    void mayNotBeThere(String member, String nl, String en) {
        JsonNode sent = node.path(member);
        boolean saysNothing = sent.isEmpty()
                && (LISTS.contains(member) ? sent.isArray() : member.equals("measures") && sent.isObject());
        if (has(member) && !saysNothing) {
            at(member).refuse("does-not-belong", nl, en);
        }
    }

    private void refuseAbsentOr(String nl, String en) {
        if (isThere()) {
            refuse("wrong-type", nl, en);
        } else {
            refuse("required", "Dit ontbreekt. " + nl, "This is missing. " + en);
        }
    }
}
