package nl.wijkvergelijk.survey.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.survey.answer.Share;
import nl.wijkvergelijk.survey.answer.Value;
import nl.wijkvergelijk.survey.questionnaire.Question;

/**
 * Shares add up to 100, half a percent of rounding allowed for each: the shares of each distribution, and the percentages of its other questions together.
 *
 * @param complete null: whatever was given must add up; true: too little counts only when no share is left out; false: only that too little was given because
 *     shares were left out
 * @param onlyAbove whether the sum may be smaller without limit
 */
record SharesSum(Boolean complete, boolean onlyAbove) implements Rule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ROUNDING = new BigDecimal("0.5");

    /** What was given, and how many shares there could have been. */
    private record Given(List<BigDecimal> shares, int of) {
        BigDecimal sum() {
            return shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    @Override
    public Optional<Map<String, BigDecimal>> brokenBy(List<String> questions, ChosenValues chosen) {
        return given(questions, chosen).stream()
                .filter(this::breaks)
                .findFirst()
                .map(given -> Map.of("sum", given.sum()));
    }

    private boolean breaks(Given given) {
        BigDecimal excess = given.sum().subtract(HUNDRED);
        boolean off = excess.abs()
                        .compareTo(ROUNDING.multiply(
                                BigDecimal.valueOf(given.shares().size())))
                > 0;
        boolean above = off && excess.signum() > 0;
        boolean below = off && excess.signum() < 0 && !onlyAbove;
        boolean whole = given.shares().size() == given.of();
        return complete == null ? above || below : complete ? above || below && whole : below && !whole;
    }

    private static List<Given> given(List<String> questions, ChosenValues chosen) {
        List<Given> all = new ArrayList<>();
        List<BigDecimal> percentages = new ArrayList<>();
        for (String question : questions) {
            chosen.number(question).ifPresent(percentages::add);
            if (chosen.value(question).orElse(null) instanceof Value.Shares shares) {
                Question asked = chosen.questionnaire().question(question).orElseThrow();
                all.add(new Given(
                        shares.shares().values().stream().map(Share::percent).toList(),
                        asked.options().size()));
            }
        }
        if (!percentages.isEmpty()) {
            all.add(new Given(percentages, questions.size()));
        }
        return all;
    }
}
