package nl.wijkvergelijk.survey.rule;

import java.util.List;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Severity;

/**
 * A rule that is broken.
 *
 * @param rule the rule's id; {@code required} for a question that must be answered and was not
 * @param severity {@code error}, {@code warning} or {@code note}
 * @param questions the questions it is shown with
 * @param text the rule's sentence, its figures filled in
 */
public record RuleResult(String rule, String severity, List<String> questions, Text text) {

    /** Whether it blocks submission. */
    public boolean blocks() {
        return severity.equals(Severity.ERROR.code());
    }
}
