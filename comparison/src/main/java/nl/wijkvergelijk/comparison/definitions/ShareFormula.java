package nl.wijkvergelijk.comparison.definitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One measure as a percentage of the sum of several, itself among them: 100 × part ÷ (part + others). */
public record ShareFormula(String part, List<String> others) implements Formula {

    public ShareFormula {
        others = List.copyOf(others);
    }

    @Override
    public String kind() {
        return "share";
    }

    @Override
    public List<String> inputs() {
        List<String> inputs = new ArrayList<>();
        inputs.add(part);
        inputs.addAll(others);
        return inputs;
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("part", part);
        parameters.put("others", others);
        return parameters;
    }

    @Override
    public Computed compute(Operands operands) {
        List<Operand> all = inputs().stream().map(operands::measure).toList();
        List<Lack> lacking =
                all.stream().filter(o -> !o.usable()).map(Operand::lacking).toList();
        if (!lacking.isEmpty()) {
            return Computed.lacking(lacking);
        }
        Operand one = all.get(0);
        Derivation derivation = Derivation.from(one, one.qualifier());
        double rest = 0;
        Interval reach = Interval.point(0);
        for (Operand other : all.subList(1, all.size())) {
            derivation.with(other, other.qualifier().inverted());
            rest += other.value();
            reach = reach.plus(other.interval());
        }
        double value = percentage(one.value(), rest);
        if (Double.isNaN(value)) {
            return Computed.lacking(List.of(new Lack(part, "zero")));
        }
        // The part stands above and below the line, so plain interval division would be too wide: it grows with the
        // part, falls with the rest.
        double low = percentage(one.interval().low(), reach.high());
        double high = percentage(one.interval().high(), reach.low());
        return derivation.number(value, new Interval(Double.isNaN(low) ? 0 : low, Double.isNaN(high) ? 100 : high));
    }

    private static double percentage(double part, double rest) {
        return 100 * part / (part + rest);
    }
}
