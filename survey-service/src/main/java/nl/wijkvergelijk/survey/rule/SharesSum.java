package nl.wijkvergelijk.survey.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.survey.answer.Value;

/** The shares of a distribution add up to 100, half a percent of rounding allowed for each. */
record SharesSum() implements Rule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ROUNDING = new BigDecimal("0.5");

    @Override
    public Optional<Map<String, BigDecimal>> brokenBy(List<String> questions, ChosenValues chosen) {
        return questions.stream()
                .flatMap(q -> chosen.value(q).stream())
                .flatMap(value ->
                        value instanceof Value.Shares s ? Optional.of(s.shares().values()).stream() : null)
                .filter(shares -> sum(List.copyOf(shares))
                                .subtract(HUNDRED)
                                .abs()
                                .compareTo(ROUNDING.multiply(BigDecimal.valueOf(shares.size())))
                        > 0)
                .findFirst()
                .map(shares -> Map.of("sum", sum(List.copyOf(shares))));
    }

    private static BigDecimal sum(List<BigDecimal> shares) {
        return shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
