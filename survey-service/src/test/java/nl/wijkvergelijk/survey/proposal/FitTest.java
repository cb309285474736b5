package nl.wijkvergelijk.survey.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.wijkvergelijk.survey.answer.Tiny;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.QuestionnaireFile;
import org.junit.jupiter.api.Test;

/** Which answers to the questionnaire of then still answer the one of now. */
class FitTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ANSWERS = """
            {"name": {"value": "Wijkaanpak"}, "people": {"value": 6300}, "staff": {"value": 3.50, "unit": "fte", "definition": "alone"},
             "office": {"value": "open"}, "started": {"value": 2001}}
            """;

    private static Questionnaire now(Consumer<ObjectNode> change) {
        ObjectNode next = JSON.valueToTree(Tiny.QUESTIONNAIRE);
        next.put("version", 2).putArray("rules");
        change.accept(next);
        return QuestionnaireFile.parseJson(next.toString());
    }

    private static ObjectNode question(ObjectNode form, String id) {
        for (var question : form.at("/sections/0/questions")) {
            if (question.path("id").asText().equals(id)) {
                return (ObjectNode) question;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private static void remove(ObjectNode form, String id) {
        ArrayNode questions = (ArrayNode) form.at("/sections/0/questions");
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).path("id").asText().equals(id)) {
                questions.remove(i);
            }
        }
    }

    private static Fit fit(Consumer<ObjectNode> change) {
        return Fit.of(Tiny.answers(ANSWERS), Tiny.QUESTIONNAIRE, now(change));
    }

    private static List<String> others(Fit fit) {
        return fit.others().stream()
                .map(each -> each.question() + " " + each.code())
                .toList();
    }

    @Test
    void whereNothingChangedEverythingFitsAsItWas() {
        Fit fit = fit(form -> {});
        assertEquals(List.of(), others(fit));
        assertEquals(
                Set.of("name", "people", "staff", "office", "started"),
                fit.fitting().keySet());
        assertEquals(
                "{\"value\":3.50,\"unit\":\"fte\",\"definition\":\"alone\"}",
                fit.fitting().get("staff").toJson().toString());
    }

    @Test
    void whatIsAskedNoMoreOrOtherwiseIsNamedWithItsReason() {
        Fit fit = fit(form -> {
            remove(form, "name");
            question(form, "people").put("type", "decimal");
            question(form, "staff").putArray("units").add("fte");
            ((ArrayNode) question(form, "office").path("options")).remove(1);
        });
        assertEquals(
                List.of(
                        "name question-gone",
                        "people type-differs",
                        "staff unit-differs",
                        "office answer-does-not-fit"),
                others(fit));
        assertEquals(Set.of("started"), fit.fitting().keySet());
        fit.others()
                .forEach(each -> assertTrue(
                        each.detail().nl().endsWith(".") && each.detail().en().endsWith("."), each.toString()));
    }

    @Test
    void aLimitThatTheAnswerPassesNowLeavesItOutAndAnotherLabelDoesNot() {
        Fit fit = fit(form -> {
            question(form, "people").put("max", 6000);
            question(form, "started").putObject("label").put("nl", "Begonnen").put("en", "Begun");
        });
        assertEquals(List.of("people answer-does-not-fit"), others(fit));
        assertTrue(fit.fitting().containsKey("started"));
    }

    @Test
    void whatItCitedThenIsLeftOutOfTheAnswerAndOfItsStatements() {
        Fit fit = Fit.of(Tiny.answers("""
                        {"people": {"value": 6300, "asOf": "2004", "evidence": [{"evidence": "report", "page": "3"}],
                                    "statements": [{"value": 6000, "relation": "rounds", "evidence": [{"evidence": "report", "page": "4"}]}]}}
                        """), Tiny.QUESTIONNAIRE, now(form -> {}));
        assertEquals(List.of(), others(fit));
        String answer = fit.fitting().get("people").toJson().toString();
        assertTrue(answer.contains("\"asOf\":\"2004\""), answer);
        assertTrue(answer.contains("\"relation\":\"rounds\""), answer);
        assertTrue(!answer.contains("report"), answer);
    }
}
