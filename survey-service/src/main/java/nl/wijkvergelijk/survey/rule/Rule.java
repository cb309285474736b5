package nl.wijkvergelijk.survey.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One kind of rule with its parameters. It judges chosen values only; what is missing or unanswered cannot break it, unless it says so. */
sealed interface Rule permits ExactlyN, Order, Pattern, Range, RatioWithin, RequiredWith, SharesSum, SumOfParts {

    /**
     * The figures to show with the rule's text when it is broken; empty when it holds or cannot be judged.
     *
     * @param questions the questions the rule is about, in its own order
     */
    Optional<Map<String, BigDecimal>> brokenBy(List<String> questions, ChosenValues chosen);

    /** Broken, with nothing to show. */
    static Optional<Map<String, BigDecimal>> brokenIf(boolean broken) {
        return broken ? Optional.of(Map.of()) : Optional.empty();
    }
}
