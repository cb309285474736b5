package nl.wijkvergelijk.comparison.definitions;

import java.util.List;
import java.util.Map;

/** The total of the points a municipality got on one rating scale. */
public record TotalFormula(String scale) implements Formula {

    @Override
    public String kind() {
        return "total";
    }

    @Override
    public List<String> inputs() {
        return List.of(scale);
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("scale", scale);
    }

    @Override
    public Computed compute(Operands operands) {
        Operand total = operands.total(scale);
        return total.missing() != null ? Computed.missing(total.missing(), total) : Computed.reported(total);
    }
}
