package nl.wijkvergelijk.survey.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.Severity;
import nl.wijkvergelijk.survey.rule.RuleResult;

/** Turns answers into the figures to publish: one for every measure the questionnaire feeds, answered or not; of a distribution one for every option. */
public final class ReportedFigures {
    private ReportedFigures() {}

    /** The figures, in the questionnaire's order; what the answers cite is said as the public reads it. */
    public static List<ReportedFigure> of(
            Questionnaire questionnaire, Answers answers, Sources sources, List<RuleResult> broken) {
        return questionnaire.questions().stream()
                .flatMap(question -> answers.isRedacted(question.id())
                        ? missing(question, "redacted", Json.array())
                        : figures(
                                question, answers.to(question.id()).orElse(null), sources, ruleNotes(question, broken)))
                .toList();
    }

    private static Stream<ReportedFigure> figures(
            Question question, Answer answer, Sources sources, ArrayNode ruleNotes) {
        if (answer == null) {
            return missing(question, "not-answered", ruleNotes);
        }
        if (question.measure() != null) {
            return Stream.of(figure(question.measure(), question, answer, sources, ruleNotes));
        }
        return question.options().stream()
                .filter(option -> question.measures().containsKey(option.code()))
                .map(option -> figure(
                        question.measures().get(option.code()),
                        question,
                        OneShare.of(answer, option.code()),
                        sources,
                        ruleNotes));
    }

    private static ReportedFigure figure(
            String measure, Question question, Answer answer, Sources sources, ArrayNode ruleNotes) {
        Statement chosen = answer.chosen();
        boolean money = chosen.value() != null && !question.currencies().isEmpty();
        ArrayNode statements = Json.array();
        answer.statements().forEach(s -> statements.add(published(question, s, sources)));
        return new ReportedFigure(
                measure,
                question.id(),
                answer.number().orElse(null),
                text(chosen.value()),
                chosen.missing() == null ? null : chosen.missing().code(),
                unit(question, chosen),
                money && chosen.currency() == null ? question.onlyCurrency().orElse(null) : chosen.currency(),
                chosen.basis(),
                chosen.period(),
                (chosen.qualifier() == null ? Qualifier.EXACT : chosen.qualifier()).code(),
                chosen.low(),
                chosen.high(),
                chosen.asOf(),
                chosen.definition(),
                answer.disputed(),
                chosen.asPrinted(),
                answer.correction(),
                chosen.note(),
                statements,
                sources.published(chosen.evidence()),
                ruleNotes);
    }

    private static Stream<ReportedFigure> missing(Question question, String code, ArrayNode ruleNotes) {
        return question.fedMeasures().stream().map(measure -> missing(measure, question, code, ruleNotes));
    }

    private static ReportedFigure missing(String measure, Question question, String code, ArrayNode ruleNotes) {
        return new ReportedFigure(
                measure,
                question.id(),
                null,
                null,
                code,
                null,
                null,
                null,
                null,
                Qualifier.EXACT.code(),
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                Json.array(),
                Json.array(),
                ruleNotes);
    }

    /** The words of an answer that is no number; null when it is one, or has none. */
    private static String text(Value value) {
        if (value instanceof Value.Words words) {
            return words.text();
        }
        if (value instanceof Value.YesNo yesNo) {
            return yesNo.yes() ? "yes" : "no";
        }
        return value instanceof Value.WordList list ? String.join("; ", list.texts()) : null;
    }

    private static String unit(Question question, Statement statement) {
        return statement.unit() == null && statement.value() != null
                ? question.onlyUnit().orElse(null)
                : statement.unit();
    }

    private static ObjectNode published(Question question, RelatedStatement related, Sources sources) {
        ObjectNode node = sources.published(related.statement(), related.toJson());
        Json.put(node, "unit", unit(question, related.statement()));
        return node;
    }

    private static ArrayNode ruleNotes(Question question, List<RuleResult> broken) {
        ArrayNode notes = Json.array();
        broken.stream()
                .filter(result -> !result.severity().equals(Severity.ERROR.code()))
                .filter(result -> result.questions().contains(question.id()))
                .forEach(result -> notes.addObject()
                        .put("rule", result.rule())
                        .put("severity", result.severity())
                        .set(
                                "text",
                                Json.object()
                                        .put("nl", result.text().nl())
                                        .put("en", result.text().en())));
        return notes;
    }
}
