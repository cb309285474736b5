package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads a list of a bounded length. */
final class Lists {
    private Lists() {}

    /** The items, or none after adding why not. */
    static List<JsonNode> read(JsonNode node, int most, Refusals refusals) {
        if (!node.isArray()) {
            refusals.add(
                    "wrong-type",
                    "Hier hoort een lijst, tussen rechte haken.",
                    "A list belongs here, between square brackets.");
            return List.of();
        }
        if (node.size() > most) {
            refusals.add(
                    "too-long",
                    "Deze lijst telt %d onderdelen; er passen er %d.".formatted(node.size(), most),
                    "This list has %d items; %d fit.".formatted(node.size(), most));
            return List.of();
        }
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        return items;
    }

    /** The texts of a list that may not be empty nor say the same twice; each read by {@code item}. */
    static List<String> distinct(
            JsonNode node, int most, Refusals refusals, BiFunction<JsonNode, Refusals, String> item) {
        List<JsonNode> items = read(node, most, refusals);
        if (node.isArray() && node.isEmpty()) {
            refusals.add(
                    "required",
                    "De lijst is leeg. Is er niets, laat \"value\" dan weg en zet in \"missing\" waarom.",
                    "The list is empty. If there is nothing, leave \"value\" out and say why in \"missing\".");
        }
        List<String> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String text = item.apply(items.get(i), refusals.at(i));
            if (text != null && !seen.add(text)) {
                refusals.at(i)
                        .add(
                                "duplicate",
                                "%s staat al in de lijst.".formatted(Echo.of(text)),
                                "%s is in the list already.".formatted(Echo.of(text)));
            }
            texts.add(text);
        }
        return texts;
    }
}
