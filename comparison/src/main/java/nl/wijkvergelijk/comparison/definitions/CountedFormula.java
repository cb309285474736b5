package nl.wijkvergelijk.comparison.definitions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figure of one measure where it is said to count one of these, so that core and total staff are not compared with each other. A
 * figure that counts something else, or says nothing, lacks its definition; what contradicts it counts only as far as it counts the same.
 */
public record CountedFormula(String measure, List<String> counting) implements Formula {

    public CountedFormula {
        counting = List.copyOf(counting);
    }

    @Override
    public String kind() {
        return "counted";
    }

    @Override
    public List<String> inputs() {
        return List.of(measure);
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("measure", measure);
        parameters.put("counting", counting);
        return parameters;
    }

    @Override
    public Computed compute(Operands operands) {
        Operand operand = operands.measure(measure);
        if (operand.missing() != null) {
            return Computed.missing(operand.missing(), operand);
        }
        if (!operand.usable()) {
            return Computed.lacking(List.of(operand.lacking()));
        }
        if (operand.definition() == null || !counting.contains(operand.definition())) {
            return Computed.lacking(List.of(new Lack(measure, "definition")));
        }
        List<Reading> counted = operand.readings().stream()
                .filter(reading -> reading.definition() != null && counting.contains(reading.definition()))
                .toList();
        return Computed.reported(operand.with(counted));
    }
}
