package nl.wijkvergelijk.survey.version;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.wijkvergelijk.survey.questionnaire.Coded;
import nl.wijkvergelijk.survey.questionnaire.Option;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.QuestionType;
import nl.wijkvergelijk.survey.questionnaire.Severity;

/** Reads a rule of a questionnaire that was sent: of a known kind, about questions that are asked, with figures in its sentence that the kind has. */
final class RuleReader {
    private static final Pattern FIGURE = Pattern.compile("\\{([^{}]*)}");
    private static final int QUESTIONS = 100;
    private static final int SENTENCE = 1_000;
    private static final List<String> MEMBERS = List.of("value", "unit", "definition", "basis", "period", "currency");

    private final Place place;
    private final Map<String, Question> asked;
    private final Set<String> expressions;

    /**
     * Of one rule.
     *
     * @param asked the questions by id; null for one that something is wrong with
     */
    /**
     * @param expressions those of the rules of earlier versions
     */
    RuleReader(Place place, Map<String, Question> asked, Set<String> expressions) {
        this.place = place;
        this.asked = asked;
        this.expressions = expressions;
    }

    void read(Set<String> ids) {
        if (!place.isObject("id", "kind", "severity", "questions", "when", "with", "text")) {
            return;
        }
        String id = place.at("id").name();
        if (id != null && !ids.add(id)) {
            place.at("id").refuseDuplicate();
        }
        String kind = place.at("kind").oneOf("unknown-kind", RuleParameters.FIGURES.keySet());
        place.at("severity").oneOf("unknown-severity", Coded.codes(Severity.class));
        place.at("questions").someOf("unknown-question", asked.keySet(), 1, QUESTIONS);
        when(place.at("when"));
        place.at("text").label(SENTENCE);
        if (kind != null) {
            new RuleParameters(place, asked, expressions).check(kind);
            figures(RuleParameters.FIGURES.get(kind));
        }
    }

    private void figures(List<String> known) {
        for (String language : List.of("nl", "en")) {
            Place text = place.at("text").at(language);
            FIGURE.matcher(text.node().asText(""))
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !known.contains(name.substring(1, name.length() - 1)))
                    .distinct()
                    .forEach(name -> text.refuse(
                            "unknown-figure",
                            "Zo'n regel kent %s niet; wel: %s.".formatted(name, known),
                            "A rule of this kind does not have %s; it has: %s.".formatted(name, known)));
        }
    }

    private void when(Place when) {
        for (String id : when.names(QUESTIONS)) {
            Question question = asked.get(id);
            Place conditions = when.at(id);
            if (!asked.containsKey(id)) {
                conditions.refuse("unknown-question", "Deze vraag is er niet.", "There is no such question.");
                continue;
            }
            for (String member : conditions.names(MEMBERS.size())) {
                if (!MEMBERS.contains(member)) {
                    conditions
                            .at(member)
                            .refuse(
                                    "unknown-member",
                                    "Kies uit: %s.".formatted(String.join(", ", MEMBERS)),
                                    "Choose from: %s.".formatted(String.join(", ", MEMBERS)));
                } else if (question != null) {
                    conditions.at(member).someOf("unknown-option", codes(question, member), 1, QUESTIONS);
                }
            }
            if (!conditions.isThere() || conditions.node().isEmpty()) {
                conditions.refuse("required", "Hier ontbreekt een voorwaarde.", "A condition is missing here.");
            }
        }
    }

    /** The codes that an answer to a question can have in a member. */
    static List<String> codes(Question question, String member) {
        return switch (member) {
            case "unit" -> question.units();
            case "definition" ->
                question.definitions().stream().map(Option::code).toList();
            case "basis" -> question.bases();
            case "period" -> question.periods();
            case "currency" -> question.currencies();
            default ->
                question.type() == QuestionType.YES_NO
                        ? List.of("yes", "no")
                        : question.type() == QuestionType.SINGLE_CHOICE
                                ? question.options().stream().map(Option::code).toList()
                                : List.of();
        };
    }
}
