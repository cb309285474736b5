package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.Section;

/** Turns answers into what is published of them whole: one for every question, answered or not, whether it feeds a measure or not. */
public final class PublicAnswers {

    private PublicAnswers() {}

    /** As answered, in the questionnaire's order; what the answers cite is said as the public reads it. */
    public static List<PublicAnswer> of(Questionnaire questionnaire, Answers answers, Sources sources) {
        return each(
                questionnaire,
                question -> answers.to(question.id())
                        .map(answer -> said(question, answer, sources))
                        .orElseGet(() -> missing(answers.isRedacted(question.id()) ? "redacted" : "not-answered")),
                question -> answers.to(question.id())
                        .map(answer -> AnswerLabels.of(questionnaire, question, answer))
                        .orElseGet(Json::object));
    }

    /** The same questions, none of which has a public answer any more. */
    public static List<PublicAnswer> withdrawn(Questionnaire questionnaire) {
        return each(questionnaire, question -> missing("withdrawn"), question -> Json.object());
    }

    private static List<PublicAnswer> each(
            Questionnaire questionnaire, Function<Question, ObjectNode> answer, Function<Question, ObjectNode> labels) {
        List<PublicAnswer> all = new ArrayList<>();
        for (Section section : questionnaire.sections()) {
            for (Question question : section.questions()) {
                all.add(new PublicAnswer(
                        section.id(),
                        section.title(),
                        question.id(),
                        all.size() + 1,
                        question.type().code(),
                        question.label(),
                        answer.apply(question),
                        labels.apply(question)));
            }
        }
        return all;
    }

    private static ObjectNode missing(String code) {
        return Json.object().put("missing", code);
    }

    private static ObjectNode said(Question question, Answer answer, Sources sources) {
        ObjectNode node = withUnit(
                question,
                answer.chosen(),
                sources.published(answer.chosen(), answer.chosen().toJson()));
        Json.put(node, "correction", answer.correction());
        if (answer.disputed()) {
            node.put("disputed", true);
        }
        if (!answer.statements().isEmpty()) {
            ArrayNode statements = node.putArray("statements");
            answer.statements()
                    .forEach(related -> statements.add(withUnit(
                            question, related.statement(), sources.published(related.statement(), related.toJson()))));
        }
        return node;
    }

    private static ObjectNode withUnit(Question question, Statement statement, ObjectNode node) {
        if (statement.value() != null) {
            if (statement.unit() == null) {
                question.onlyUnit().ifPresent(unit -> node.put("unit", unit));
            }
            if (statement.currency() == null) {
                question.onlyCurrency().ifPresent(currency -> node.put("currency", currency));
            }
        }
        return node;
    }
}
