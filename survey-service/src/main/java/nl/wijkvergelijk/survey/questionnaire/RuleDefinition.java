package nl.wijkvergelijk.survey.questionnaire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.Text;

/**
 * A rule as the questionnaire writes it down; the package {@code rule} knows what each kind checks.
 *
 * @param kind one of the closed set: order, sum-of-parts, ratio-within, range, pattern, exactly-n, required-with, shares-sum
 * @param questions the questions it is shown with
 * @param when question → member → codes: the rule applies only to answers with one of these codes; empty means always
 * @param parameters what the kind needs beside the questions; {@code with} in YAML
 * @param text what a person reads when it is broken; {@code {name}} is replaced by a figure of the kind
 */
public record RuleDefinition(
        String id,
        String kind,
        Severity severity,
        List<String> questions,
        Map<String, Map<String, List<String>>> when,
        @JsonProperty("with") JsonNode parameters,
        Text text) {

    public RuleDefinition {
        questions = List.copyOf(questions);
        when = when == null ? Map.of() : Map.copyOf(when);
    }
}
