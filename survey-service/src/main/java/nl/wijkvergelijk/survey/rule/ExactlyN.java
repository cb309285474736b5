package nl.wijkvergelijk.survey.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.survey.answer.Value;

/** Every list of its questions has exactly n items: "choose three". */
record ExactlyN(int n) implements Rule {

    @Override
    public Optional<Map<String, BigDecimal>> brokenBy(List<String> questions, ChosenValues chosen) {
        return questions.stream()
                .flatMap(q -> chosen.value(q).stream())
                .filter(value ->
                        value instanceof Value.WordList list && list.texts().size() != n)
                .findFirst()
                .map(value -> Map.of(
                        "count",
                        BigDecimal.valueOf(((Value.WordList) value).texts().size())));
    }
}
