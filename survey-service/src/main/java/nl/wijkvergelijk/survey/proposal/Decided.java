package nl.wijkvergelijk.survey.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;

/** The open proposals that are confirmed and those that are dismissed; none is both. */
record Decided(Set<String> confirmed, Set<String> dismissed) {

    /** No questionnaire has more questions. */
    private static final int MOST = 500;

    static Decided read(DecisionsWrite written, Set<String> open, List<InputError> errors) {
        Set<String> confirmed = chosen(written.confirm(), "/confirm", open, errors);
        Set<String> dismissed = chosen(written.dismiss(), "/dismiss", open, errors);
        if (!isSent(written.confirm()) && !isSent(written.dismiss())) {
            errors.add(InputError.body(
                    "",
                    "required",
                    new Text(
                            "Noem in confirm of dismiss wat u beslist.",
                            "Name in confirm or dismiss what you decide.")));
        }
        confirmed.stream()
                .filter(dismissed::contains)
                .forEach(both -> errors.add(InputError.body(
                        "/dismiss",
                        "duplicate",
                        new Text(
                                "'%s' staat ook in confirm.".formatted(both),
                                "'%s' stands in confirm too.".formatted(both)))));
        return new Decided(confirmed, dismissed);
    }

    private static Set<String> chosen(JsonNode node, String pointer, Set<String> open, List<InputError> errors) {
        Set<String> chosen = new LinkedHashSet<>();
        if (!isSent(node)) {
            return chosen;
        }
        if (node.isBoolean() && node.booleanValue()) {
            if (open.isEmpty()) {
                errors.add(InputError.body(
                        pointer,
                        "not-proposed",
                        new Text("Er staat geen voorstel meer open.", "No proposal is open any more.")));
            }
            return new LinkedHashSet<>(open);
        }
        if (!node.isArray()) {
            errors.add(InputError.body(
                    pointer, "wrong-type", new Text("Hier hoort een lijst of true.", "This must be a list or true.")));
            return chosen;
        }
        if (node.isEmpty()) {
            errors.add(InputError.body(
                    pointer, "required", new Text("Kies ten minste één vraag.", "Choose at least one question.")));
            return chosen;
        }
        if (node.size() > MOST) {
            errors.add(InputError.body(
                    pointer,
                    "too-many",
                    new Text(
                            "Noem hoogstens %d vragen.".formatted(MOST),
                            "Name at most %d questions.".formatted(MOST))));
            return chosen;
        }
        for (int i = 0; i < node.size(); i++) {
            String question = node.get(i).textValue();
            if (question == null || !open.contains(question)) {
                errors.add(InputError.body(
                        pointer + "/" + i,
                        "not-proposed",
                        new Text(
                                "Over deze vraag staat geen voorstel open.",
                                "No proposal is open about this question.")));
            } else {
                chosen.add(question);
            }
        }
        return chosen;
    }

    private static boolean isSent(JsonNode node) {
        return node != null && !node.isNull() && !node.isMissingNode();
    }
}
