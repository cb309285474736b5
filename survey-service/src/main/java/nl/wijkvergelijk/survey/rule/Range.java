package nl.wijkvergelijk.survey.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every number of its questions lies between two bounds. For the plausible, where the question itself bounds the possible.
 *
 * @param min null for none
 * @param max null for none
 */
record Range(BigDecimal min, BigDecimal max) implements Rule {

    @Override
    public Optional<Map<String, BigDecimal>> brokenBy(List<String> questions, ChosenValues chosen) {
        return questions.stream()
                .flatMap(q -> chosen.number(q).stream())
                .filter(n -> min != null && n.compareTo(min) < 0 || max != null && n.compareTo(max) > 0)
                .findFirst()
                .map(n -> Map.of("value", n));
    }
}
