package nl.wijkvergelijk.survey.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.Answer;
import nl.wijkvergelijk.survey.answer.AnswerReader;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.answer.Sources;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/**
 * Which earlier answers answer a question of the present questionnaire too: it is still there, with the same type and units, and takes the answer. What they cited is evidence of
 * another response and is left out; everything else, the date too, is as it was.
 */
record Fit(Map<String, Answer> fitting, List<ProposalList.NotProposed> others) {

    static Fit of(Answers earlier, Questionnaire then, Questionnaire now) {
        Map<String, Answer> fitting = new LinkedHashMap<>();
        List<ProposalList.NotProposed> others = new ArrayList<>();
        for (String id : earlier.answered()) {
            Question asked = now.question(id).orElse(null);
            Question before = then.question(id).orElseThrow();
            if (asked == null) {
                others.add(not(
                        id,
                        "question-gone",
                        "Deze vraag wordt niet meer gesteld.",
                        "This question is not asked any more."));
            } else if (asked.type() != before.type()) {
                others.add(not(
                        id,
                        "type-differs",
                        "Deze vraag vraagt nu iets van een andere soort.",
                        "This question now takes another type of answer."));
            } else if (!asked.units().equals(before.units())) {
                others.add(not(
                        id,
                        "unit-differs",
                        "Deze vraag heeft nu andere eenheden.",
                        "This question has other units now."));
            } else {
                read(now, id, earlier.to(id).orElseThrow())
                        .ifPresentOrElse(
                                answer -> fitting.put(id, answer),
                                () -> others.add(not(
                                        id,
                                        "answer-does-not-fit",
                                        "Dit antwoord past niet meer bij de vraag.",
                                        "This answer no longer fits the question.")));
            }
        }
        return new Fit(fitting, others);
    }

    private static Optional<Answer> read(Questionnaire questionnaire, String question, Answer earlier) {
        ObjectNode answers = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        answers.set(question, withoutEvidence(earlier.toJson()));
        List<InputError> errors = new ArrayList<>();
        Map<String, Optional<Answer>> read =
                AnswerReader.read(questionnaire, answers, Sources.NONE, errors).byQuestion();
        return errors.isEmpty() ? read.get(question) : Optional.empty();
    }

    private static JsonNode withoutEvidence(ObjectNode answer) {
        answer.remove("evidence");
        answer.path("statements").forEach(statement -> ((ObjectNode) statement).remove("evidence"));
        return answer;
    }

    private static ProposalList.NotProposed not(String question, String code, String nl, String en) {
        return new ProposalList.NotProposed(question, code, new Text(nl, en));
    }
}
