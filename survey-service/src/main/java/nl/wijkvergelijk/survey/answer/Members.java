package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wijkvergelijk.survey.questionnaire.Coded;

/** One JSON object being read: refuses members nobody declared and members that are null, and reads the others one by one. */
final class Members {
    private final JsonNode node;
    private final Refusals refusals;

    private Members(JsonNode node, Refusals refusals) {
        this.node = node;
        this.refusals = refusals;
    }

    /** The object, its undeclared and null members refused; empty when it is no object at all. */
    static Optional<Members> of(JsonNode node, Set<String> declared, Refusals refusals) {
        if (!node.isObject()) {
            refusals.add(
                    "wrong-type",
                    "Hier hoort een object, tussen accolades, met bijvoorbeeld \"value\" erin.",
                    "An object belongs here, between braces, with for example \"value\" in it.");
            return Optional.empty();
        }
        node.fields().forEachRemaining(member -> {
            String name = member.getKey();
            if (!declared.contains(name)) {
                refusals.at(name)
                        .add(
                                "unknown-member",
                                "%s is hier niet bekend. Wel bekend: %s."
                                        .formatted(
                                                Echo.of(name),
                                                Echo.of(declared.stream()
                                                        .sorted()
                                                        .toList())),
                                "%s is not known here. Known are: %s."
                                        .formatted(
                                                Echo.of(name),
                                                Echo.of(declared.stream()
                                                        .sorted()
                                                        .toList())));
            } else if (member.getValue().isNull()) {
                refusals.at(name)
                        .add(
                                "wrong-type",
                                "%s is null. Laat het onderdeel weg als er niets is; is de vraag niet te beantwoorden, zet dan in \"missing\" waarom."
                                        .formatted(Echo.of(name)),
                                "%s is null. Leave the member out if there is nothing; if the question cannot be answered, say why in \"missing\"."
                                        .formatted(Echo.of(name)));
            }
        });
        return Optional.of(new Members(node, refusals));
    }

    /** Whether the member was sent at all, be it null. */
    boolean sent(String name) {
        return node.has(name);
    }

    /** The member; null when it was not sent or is null (which was refused). */
    JsonNode get(String name) {
        JsonNode member = node.get(name);
        return member == null || member.isNull() ? null : member;
    }

    /** Where errors of a member go. */
    Refusals at(String name) {
        return refusals.at(name);
    }

    /** Where errors of the object as a whole go. */
    Refusals refusals() {
        return refusals;
    }

    String text(String name, int longest) {
        JsonNode member = get(name);
        return member == null ? null : Texts.read(member, longest, at(name));
    }

    String requiredText(String name, int longest) {
        require(name);
        return text(name, longest);
    }

    /** The member must be there. */
    void require(String name) {
        if (!sent(name)) {
            at(name).add(
                            "required",
                            "%s ontbreekt.".formatted(Echo.of(name)),
                            "%s is missing.".formatted(Echo.of(name)));
        }
    }

    /** A code out of a closed set; null when it was not sent, or after adding why not. */
    String code(String name, List<String> codes, String error) {
        JsonNode member = get(name);
        return member == null ? null : Codes.read(member, codes, error, at(name));
    }

    /** A constant by its code; null when it was not sent, or after adding why not. */
    <E extends Enum<E> & Coded> E code(String name, Class<E> type, String error) {
        if (get(name) == null) {
            return null;
        }
        String code = code(name, Coded.codes(type), error);
        return code == null ? null : Coded.find(type, code).orElseThrow();
    }

    /** The items of a list; none when it was not sent, or after adding why not. */
    List<JsonNode> list(String name, int most) {
        JsonNode member = get(name);
        return member == null ? List.of() : Lists.read(member, most, at(name));
    }
}
