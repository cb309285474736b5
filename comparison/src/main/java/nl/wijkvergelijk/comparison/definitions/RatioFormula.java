package nl.wijkvergelijk.comparison.definitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One measure divided by another, times a constant: numerator × times ÷ denominator. */
public record RatioFormula(String numerator, String denominator, double times) implements Formula {

    @Override
    public String kind() {
        return "ratio";
    }

    @Override
    public List<String> inputs() {
        return List.of(numerator, denominator);
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("numerator", numerator);
        parameters.put("denominator", denominator);
        parameters.put("times", times);
        return parameters;
    }

    @Override
    public Computed compute(Operands operands) {
        Operand above = operands.measure(numerator);
        Operand below = operands.measure(denominator);
        List<Lack> lacking = new ArrayList<>(2);
        if (!above.usable()) {
            lacking.add(above.lacking());
        }
        if (!below.usable()) {
            lacking.add(below.lacking());
        } else if (below.value() == 0) {
            lacking.add(new Lack(denominator, "zero"));
        }
        if (!lacking.isEmpty()) {
            return Computed.lacking(lacking);
        }
        return Derivation.from(above, above.qualifier())
                .with(below, below.qualifier().inverted())
                .number(
                        above.value() * times / below.value(),
                        above.interval().times(Interval.point(times)).dividedBy(below.interval()));
    }
}
