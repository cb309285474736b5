package nl.wijkvergelijk.survey.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.survey.answer.Value;

/**
 * Every text of its questions matches a regular expression as a whole.
 *
 * @param matches the expression, as Java reads it
 */
record Pattern(String matches) implements Rule {

    @Override
    public Optional<Map<String, BigDecimal>> brokenBy(List<String> questions, ChosenValues chosen) {
        return Rule.brokenIf(questions.stream()
                .flatMap(q -> texts(chosen.value(q).orElse(null)).stream())
                .anyMatch(text -> !text.matches(matches)));
    }

    private static List<String> texts(Value value) {
        if (value instanceof Value.Words words) {
            return List.of(words.text());
        }
        return value instanceof Value.WordList list ? list.texts() : List.of();
    }
}
