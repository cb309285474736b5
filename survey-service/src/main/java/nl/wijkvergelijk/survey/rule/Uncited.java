package nl.wijkvergelijk.survey.rule;

import java.util.List;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.Answer;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.answer.Value;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.Severity;

/** Finds key figures that cite nothing: numbers that will be compared, and nobody can look up. A matter of the intake; it is not shown with the figure. */
public final class Uncited {

    private Uncited() {}

    /** A warning for each, in the questionnaire's order. */
    public static List<RuleResult> of(Questionnaire questionnaire, Answers answers) {
        return questionnaire.questions().stream()
                .filter(question -> !question.fedMeasures().isEmpty())
                .filter(question ->
                        answers.to(question.id()).filter(Uncited::isUncited).isPresent())
                .map(Uncited::warning)
                .toList();
    }

    private static boolean isUncited(Answer answer) {
        boolean isNumber = answer.number().isPresent() || answer.chosen().value() instanceof Value.Shares;
        return isNumber && answer.chosen().evidence().isEmpty();
    }

    private static RuleResult warning(Question question) {
        return new RuleResult(
                "uncited-key-figure",
                Severity.WARNING.code(),
                List.of(question.id()),
                new Text(
                        "Dit getal wordt met andere gemeenten vergeleken, maar er staat niet bij waar het vandaan komt. Noem de bron en de plaats daarin.",
                        "This number is compared with other municipalities, but nothing says where it comes from. Cite the evidence and the place in it."));
    }
}
