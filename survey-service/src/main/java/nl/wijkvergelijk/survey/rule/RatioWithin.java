package nl.wijkvergelijk.survey.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two computed amounts are about equal: wards × mean size ≈ residents. Not judged when an input lacks or the right-hand side is zero.
 *
 * @param within how far left may differ from right, as a fraction of right
 * @param upTo beyond this a severer rule speaks, and this one is silent; null for no such rule
 * @param onlyAbove whether left may be smaller than right without limit
 */
record RatioWithin(Term left, Term right, BigDecimal within, BigDecimal upTo, boolean onlyAbove) implements Rule {

    /**
     * A product of numbers, divided by others, times a constant.
     *
     * @param of questions, or {@code table.column} for the sum of a column
     * @param over questions to divide by
     * @param times a constant, null for 1
     */
    record Term(List<String> of, List<String> over, BigDecimal times) {
        Term {
            over = over == null ? List.of() : over;
            times = times == null ? BigDecimal.ONE : times;
        }

        Optional<BigDecimal> amount(ChosenValues chosen, Set<String> columns) {
            BigDecimal amount = times;
            for (String reference : of) {
                BigDecimal factor = number(reference, chosen, columns).orElse(null);
                if (factor == null) {
                    return Optional.empty();
                }
                amount = amount.multiply(factor);
            }
            for (String reference : over) {
                BigDecimal divisor = number(reference, chosen, columns).orElse(BigDecimal.ZERO);
                if (divisor.signum() == 0) {
                    return Optional.empty();
                }
                amount = amount.divide(divisor, MathContext.DECIMAL64);
            }
            return Optional.of(amount);
        }

        private static Optional<BigDecimal> number(String reference, ChosenValues chosen, Set<String> columns) {
            int dot = reference.indexOf('.');
            return dot < 0
                    ? chosen.number(reference)
                    : chosen.sum(reference.substring(0, dot), reference.substring(dot + 1), columns);
        }
    }

    @Override
    public Optional<Map<String, BigDecimal>> brokenBy(List<String> questions, ChosenValues chosen) {
        Set<String> columns = columns();
        BigDecimal one = left.amount(chosen, columns).orElse(null);
        BigDecimal other = right.amount(chosen, columns).orElse(null);
        if (one == null || other == null || other.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal deviation = one.divide(other, MathContext.DECIMAL64).subtract(BigDecimal.ONE);
        boolean beyond = deviation.abs().compareTo(within) > 0 && !(onlyAbove && deviation.signum() < 0);
        boolean severer = upTo != null && deviation.abs().compareTo(upTo) > 0;
        return beyond && !severer
                ? Optional.of(Map.of("left", one, "right", other, "percent", deviation.movePointRight(2)))
                : Optional.empty();
    }

    private Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        for (Term term : List.of(left, right)) {
            term.of().stream()
                    .filter(reference -> reference.contains("."))
                    .map(reference -> reference.substring(reference.indexOf('.') + 1))
                    .forEach(columns::add);
        }
        return columns;
    }
}
