package nl.wijkvergelijk.comparison.definitions;

import java.util.List;
import java.util.Map;

/** The figure of one measure, in the unit of the measure. A missing one keeps its code. */
public record ValueFormula(String measure) implements Formula {

    @Override
    public String kind() {
        return "value";
    }

    @Override
    public List<String> inputs() {
        return List.of(measure);
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("measure", measure);
    }

    @Override
    public Computed compute(Operands operands) {
        Operand operand = operands.measure(measure);
        if (operand.missing() != null) {
            return Computed.missing(operand.missing(), operand);
        }
        if (operand.lack() != null) {
            return Computed.lacking(List.of(operand.lacking()));
        }
        return operand.text() != null ? Computed.text(operand) : Computed.reported(operand);
    }
}
