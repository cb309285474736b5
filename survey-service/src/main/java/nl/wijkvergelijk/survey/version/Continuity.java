package nl.wijkvergelijk.survey.version;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.survey.questionnaire.Column;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/** A question id means the same in every version: its type and the measures it feeds stay, also when the question was away for some versions. */
final class Continuity {

    private record Before(int version, Question question) {}

    private final Map<String, Before> last = new HashMap<>();

    Continuity(List<Questionnaire> versions) {
        for (Questionnaire version : versions) {
            version.questions().forEach(q -> last.put(q.id(), new Before(version.version(), q)));
        }
    }

    /** The question as it was last asked. */
    Optional<Question> before(String id) {
        return Optional.ofNullable(last.get(id)).map(Before::question);
    }

    void check(Question question, Place place) {
        Before before = last.get(question.id());
        if (before == null) {
            return;
        }
        if (before.question().type() != question.type()) {
            refuseType(place.at("type"), before.question().type().code(), before.version());
            return;
        }
        for (int i = 0; i < question.columns().size(); i++) {
            Column column = question.columns().get(i);
            Place at = new Place(
                    place.node().path("columns").path(i).path("type"),
                    place.pointer() + "/columns/" + i + "/type",
                    place.errors());
            before.question().columns().stream()
                    .filter(c -> c.id().equals(column.id()) && c.type() != column.type())
                    .forEach(c -> refuseType(at, c.type().code(), before.version()));
        }
        measures(question, before, place);
    }

    private static void measures(Question question, Before before, Place place) {
        String measure = before.question().measure();
        if (measure != null && !measure.equals(question.measure())) {
            refuseMeasure(place.at("measure"), measure, before.version());
        }
        if (!before.question().measures().isEmpty() && question.measures().isEmpty()) {
            place.at("measures")
                    .refuse(
                            "changed-measure",
                            "In versie %d voedde deze verdeling een maat per mogelijkheid; dat blijft zo."
                                    .formatted(before.version()),
                            "In version %d this distribution fed a measure per option; that stays so."
                                    .formatted(before.version()));
        }
        question.measures().forEach((option, fed) -> {
            String fedBefore = before.question().measures().get(option);
            if (fedBefore != null && !fedBefore.equals(fed)) {
                refuseMeasure(place.at("measures").at(option), fedBefore, before.version());
            }
        });
    }

    private static void refuseType(Place place, String type, int version) {
        place.refuse(
                "changed-type",
                "In versie %d was dit %s; dat blijft zo. Is het een andere vraag, geef die dan een eigen id."
                        .formatted(version, type),
                "In version %d this was %s; that stays so. If it is another question, give it an id of its own."
                        .formatted(version, type));
    }

    private static void refuseMeasure(Place place, String measure, int version) {
        place.refuse(
                "changed-measure",
                "In versie %d voedde dit de maat %s; dat blijft zo. Is het een andere vraag, geef die dan een eigen id."
                        .formatted(version, measure),
                "In version %d this fed the measure %s; that stays so. If it is another question, give it an id of its own."
                        .formatted(version, measure));
    }
}
