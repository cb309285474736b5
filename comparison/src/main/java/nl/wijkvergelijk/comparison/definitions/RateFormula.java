package nl.wijkvergelijk.comparison.definitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An amount of money per resident per year, whatever basis and period it was reported in. A missing amount keeps its code. A period
 * that nobody printed is assumed to be a year, visibly; another currency, an unknown basis or period is not computable.
 */
public record RateFormula(
        String amount, String currency, Map<String, Double> periods, Assumption periodAssumed, Map<String, Basis> bases)
        implements Formula {

    private static final String UNIT = "per-year";

    /** How an amount on one basis becomes one per resident: times the first of these that is there, divided by that measure (null: by nothing). */
    public record Basis(List<Multiplier> times, String dividedBy) {}

    /** A measure to multiply by; {@code proxy} is what is assumed when it stands in for another, null when it is the thing itself. */
    public record Multiplier(String measure, Assumption proxy) {}

    @Override
    public String kind() {
        return "rate";
    }

    @Override
    public List<String> inputs() {
        Set<String> inputs = new LinkedHashSet<>();
        inputs.add(amount);
        for (Basis basis : bases.values()) {
            basis.times().forEach(multiplier -> inputs.add(multiplier.measure()));
            if (basis.dividedBy() != null) {
                inputs.add(basis.dividedBy());
            }
        }
        return List.copyOf(inputs);
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("amount", amount);
        parameters.put("currency", currency);
        parameters.put("periods", periods);
        parameters.put("periodAssumed", periodAssumed.code());
        parameters.put("bases", bases.keySet());
        return parameters;
    }

    @Override
    public Computed compute(Operands operands) {
        Operand money = operands.measure(amount);
        if (money.missing() != null) {
            return Computed.missing(money.missing(), money);
        }
        if (!money.usable()) {
            return Computed.lacking(List.of(money.lacking()));
        }
        Computed chosen = compute(money, money.readings().get(0), operands);
        if (chosen.missing() != null) {
            return chosen;
        }
        Interval hull = chosen.interval();
        for (Reading contradicting :
                money.readings().subList(1, money.readings().size())) {
            Computed other = compute(money, contradicting, operands);
            hull = other.missing() == null ? hull.hull(other.interval()) : hull;
        }
        return new Computed(
                chosen.value(),
                hull,
                null,
                null,
                List.of(),
                chosen.used(),
                chosen.qualifier(),
                chosen.derived(),
                chosen.factors(),
                chosen.assumptions(),
                chosen.notes());
    }

    private Computed compute(Operand money, Reading reading, Operands operands) {
        List<Lack> lacking = new ArrayList<>();
        if (!currency.equals(reading.currency())) {
            lacking.add(new Lack(amount, "currency"));
        }
        Double timesAYear = reading.period() == null ? Double.valueOf(1) : periods.get(reading.period());
        if (timesAYear == null) {
            lacking.add(new Lack(amount, "period"));
        }
        Basis basis = reading.basis() == null ? null : bases.get(reading.basis());
        if (basis == null) {
            lacking.add(new Lack(amount, "basis"));
        }
        if (!lacking.isEmpty()) {
            return Computed.lacking(lacking);
        }
        Derivation derivation = Derivation.from(money, money.qualifier());
        double value = reading.value();
        Interval interval = reading.interval();
        if (reading.period() == null) {
            derivation.assuming(periodAssumed, "period-assumed", amount);
        } else if (timesAYear != 1) {
            derivation.factor(new AppliedFactor(reading.period(), timesAYear, UNIT, null, null));
            value *= timesAYear;
            interval = interval.times(Interval.point(timesAYear));
        }
        if (!basis.times().isEmpty()) {
            Multiplier multiplier = first(basis.times(), operands, lacking);
            if (multiplier != null) {
                Operand factor = operands.measure(multiplier.measure());
                derivation.factor(factor, factor.qualifier());
                if (multiplier.proxy() != null) {
                    derivation.assuming(multiplier.proxy(), "proxy-factor", multiplier.measure());
                }
                value *= factor.value();
                interval = interval.times(factor.interval());
            }
        }
        if (basis.dividedBy() != null) {
            Operand divisor = operands.measure(basis.dividedBy());
            if (!divisor.usable()) {
                lacking.add(divisor.lacking());
            } else if (divisor.value() == 0) {
                lacking.add(new Lack(divisor.measure(), "zero"));
            } else {
                derivation.factor(divisor, divisor.qualifier().inverted());
                value /= divisor.value();
                interval = interval.dividedBy(divisor.interval());
            }
        }
        return lacking.isEmpty() ? derivation.number(value, interval) : Computed.lacking(lacking);
    }

    private static Multiplier first(List<Multiplier> multipliers, Operands operands, List<Lack> lacking) {
        List<Lack> lacks = new ArrayList<>();
        for (Multiplier multiplier : multipliers) {
            Operand operand = operands.measure(multiplier.measure());
            if (operand.usable()) {
                return multiplier;
            }
            lacks.add(operand.lacking());
        }
        lacking.addAll(lacks);
        return null;
    }
}
