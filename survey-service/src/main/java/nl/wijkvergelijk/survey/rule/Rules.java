package nl.wijkvergelijk.survey.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.RuleDefinition;
import nl.wijkvergelijk.survey.questionnaire.Severity;

/** Judges answers by the rules of their questionnaire. */
public final class Rules {

    /** What is said of a question that must be answered and was not. */
    public static final String REQUIRED = "required";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, Class<? extends Rule>> KINDS = Map.of(
            "exactly-n", ExactlyN.class,
            "order", Order.class,
            "pattern", Pattern.class,
            "range", Range.class,
            "ratio-within", RatioWithin.class,
            "required-with", RequiredWith.class,
            "shares-sum", SharesSum.class,
            "sum-of-parts", SumOfParts.class);

    private Rules() {}

    /** Every rule that is broken, unanswered required questions first, then in the questionnaire's order. */
    public static List<RuleResult> judge(Questionnaire questionnaire, Answers answers) {
        List<RuleResult> broken = new ArrayList<>();
        for (Question question : questionnaire.questions()) {
            if (question.required() && answers.to(question.id()).isEmpty()) {
                broken.add(unanswered(question));
            }
        }
        ChosenValues chosen = new ChosenValues(questionnaire, answers);
        for (RuleDefinition definition : questionnaire.rules()) {
            if (chosen.meet(definition.when())) {
                rule(definition)
                        .brokenBy(definition.questions(), chosen)
                        .ifPresent(figures -> broken.add(new RuleResult(
                                definition.id(),
                                definition.severity().code(),
                                definition.questions(),
                                RuleText.fill(definition.text(), figures))));
            }
        }
        return List.copyOf(broken);
    }

    /**
     * The rule a definition describes.
     *
     * @throws IllegalArgumentException when there is no such kind, or its parameters are not those of its kind
     */
    static Rule rule(RuleDefinition definition) {
        Class<? extends Rule> kind = KINDS.get(definition.kind());
        if (kind == null) {
            throw new IllegalArgumentException("no such kind of rule: " + definition.kind());
        }
        return MAPPER.convertValue(definition.parameters() == null ? Map.of() : definition.parameters(), kind);
    }

    private static RuleResult unanswered(Question question) {
        return new RuleResult(
                REQUIRED,
                Severity.ERROR.code(),
                List.of(question.id()),
                new Text(
                        "Deze vraag is nog niet beantwoord. Is er geen antwoord, zeg dan waarom (\"missing\").",
                        "This question is not answered yet. If there is no answer, say why (\"missing\")."));
    }
}
