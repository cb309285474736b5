package nl.wijkvergelijk.survey.questionnaire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Text;

/**
 * One version of a questionnaire; frozen once published.
 *
 * @param units labels of all units its questions use, by code
 * @param bases labels of all bases of money, by code
 * @param periods labels of all periods of money, by code
 */
public record Questionnaire(
        String id,
        int version,
        Text title,
        Map<String, Text> units,
        Map<String, Text> bases,
        Map<String, Text> periods,
        List<Section> sections,
        List<RuleDefinition> rules) {

    public Questionnaire {
        units = units == null ? Map.of() : units;
        bases = bases == null ? Map.of() : bases;
        periods = periods == null ? Map.of() : periods;
        sections = List.copyOf(sections);
        rules = rules == null ? List.of() : List.copyOf(rules);
        require(version > 0, "a version counts from 1");
        Set<String> ids = new HashSet<>();
        Set<String> measures = new HashSet<>();
        for (Section section : sections) {
            for (Question question : section.questions()) {
                require(ids.add(question.id()), "question asked twice: " + question.id());
                question.fedMeasures().forEach(m -> require(measures.add(m), "measure fed twice: " + m));
                requireLabels(question.id(), question.units(), units);
                requireLabels(question.id(), question.bases(), bases);
                requireLabels(question.id(), question.periods(), periods);
            }
        }
        Set<String> ruleIds = new HashSet<>();
        for (RuleDefinition rule : rules) {
            require(ruleIds.add(rule.id()), "rule stated twice: " + rule.id());
            Stream.concat(rule.questions().stream(), rule.when().keySet().stream())
                    .forEach(q -> require(ids.contains(q), "rule " + rule.id() + " names no question: " + q));
        }
    }

    /** The question with this id. */
    public Optional<Question> question(String questionId) {
        for (Section section : sections) {
            for (Question question : section.questions()) {
                if (question.id().equals(questionId)) {
                    return Optional.of(question);
                }
            }
        }
        return Optional.empty();
    }

    /** All questions in the order in which they are asked. */
    @JsonIgnore
    public List<Question> questions() {
        return sections.stream()
                .flatMap(section -> section.questions().stream())
                .toList();
    }

    private static void requireLabels(String question, List<String> codes, Map<String, Text> labels) {
        codes.forEach(code -> require(labels.containsKey(code), "no label for " + code + " of " + question));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
