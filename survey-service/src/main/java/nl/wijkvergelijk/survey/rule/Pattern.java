package nl.wijkvergelijk.survey.rule;

import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.wijkvergelijk.survey.answer.Value;

/**
 * Every text of its questions matches a regular expression as a whole.
 *
 * @param matches the expression, in the syntax of RE2, which takes no longer than the text is long; nobody can post another
 */
record Pattern(String matches) implements Rule {

    @Override
    public Optional<Map<String, BigDecimal>> brokenBy(List<String> questions, ChosenValues chosen) {
        Predicate<String> isMatch = matcher();
        return Rule.brokenIf(questions.stream()
                .flatMap(q -> texts(chosen.value(q).orElse(null)).stream())
                .anyMatch(isMatch.negate()));
    }

    /** What comes with the program may look ahead, which RE2 cannot; it is known to be harmless. */
    private Predicate<String> matcher() {
        try {
            return com.google.re2j.Pattern.compile(matches)::matches;
        } catch (PatternSyntaxException e) {
            return text -> text.matches(matches);
        }
    }

    private static List<String> texts(Value value) {
        if (value instanceof Value.Words words) {
            return List.of(words.text());
        }
        return value instanceof Value.WordList list ? list.texts() : List.of();
    }
}
