package nl.wijkvergelijk.survey.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbers of its questions, in the rule's order, never fall: smallest ≤ mean ≤ largest.
 *
 * @param columns where the rule is about tables: the columns whose numbers never fall within a row
 */
record Order(List<String> columns) implements Rule {

    Order {
        columns = columns == null ? List.of() : columns;
    }

    @Override
    public Optional<Map<String, BigDecimal>> brokenBy(List<String> questions, ChosenValues chosen) {
        Stream<List<BigDecimal>> series = columns.isEmpty()
                ? Stream.of(questions.stream()
                        .flatMap(q -> chosen.number(q).stream())
                        .toList())
                : questions.stream()
                        .flatMap(table -> chosen.rows(table).stream())
                        .map(row -> columns.stream()
                                .flatMap(column -> ChosenValues.number(row, column).stream())
                                .toList());
        return series.flatMap(numbers -> fall(numbers).stream()).findFirst();
    }

    private static Optional<Map<String, BigDecimal>> fall(List<BigDecimal> numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i - 1).compareTo(numbers.get(i)) > 0) {
                return Optional.of(Map.of("earlier", numbers.get(i - 1), "later", numbers.get(i)));
            }
        }
        return Optional.empty();
    }
}
