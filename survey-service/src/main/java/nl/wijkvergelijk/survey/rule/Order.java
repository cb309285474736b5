package nl.wijkvergelijk.survey.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of its questions, in the rule's order, never fall: smallest ≤ mean ≤ largest. */
record Order() implements Rule {

    @Override
    public Optional<Map<String, BigDecimal>> brokenBy(List<String> questions, ChosenValues chosen) {
        List<BigDecimal> numbers =
                questions.stream().flatMap(q -> chosen.number(q).stream()).toList();
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i - 1).compareTo(numbers.get(i)) > 0) {
                return Optional.of(Map.of("earlier", numbers.get(i - 1), "later", numbers.get(i)));
            }
        }
        return Optional.empty();
    }
}
