package nl.wijkvergelijk.survey.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whoever gives a value to the rule's first question must give these too.
 *
 * @param needs questions that must all be answered; a missing code is an answer
 * @param oneOf questions of which at least one needs a value, because the first one cannot be used without
 * @param member a code the first answer itself must carry, such as its basis; null for none
 */
record RequiredWith(List<String> needs, List<String> oneOf, String member) implements Rule {

    RequiredWith {
        needs = needs == null ? List.of() : needs;
        oneOf = oneOf == null ? List.of() : oneOf;
    }

    @Override
    public Optional<Map<String, BigDecimal>> brokenBy(List<String> questions, ChosenValues chosen) {
        String first = questions.get(0);
        if (chosen.value(first).isEmpty()) {
            return Optional.empty();
        }
        boolean unanswered = !needs.stream().allMatch(chosen::answered);
        boolean noneHasValue =
                !oneOf.isEmpty() && oneOf.stream().allMatch(q -> chosen.value(q).isEmpty());
        boolean memberLacks = member != null && chosen.code(first, member).isEmpty();
        return Rule.brokenIf(unanswered || noneHasValue || memberLacks);
    }
}
