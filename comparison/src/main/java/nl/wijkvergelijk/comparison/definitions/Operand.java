package nl.wijkvergelijk.comparison.definitions;

import java.util.List;

/**
 * One municipality's figure of a measure, ready to compute with. A number has readings, the chosen one first and behind it those that
 * contradict it; a text has a text; otherwise {@code missing} is its code, or {@code lack} says why it cannot be computed with.
 */
public record Operand(
        String measure,
        String missing,
        String lack,
        String text,
        List<Reading> readings,
        String unit,
        String reportedUnit,
        Qualifier qualifier,
        boolean disputed,
        boolean corrected,
        String asOf,
        String definition,
        String source,
        AppliedFactor conversion,
        Assumption assumption) {

    /** An input that is not there. */
    public static Operand missing(String measure, String code) {
        return new Operand(
                measure,
                code,
                null,
                null,
                List.of(),
                null,
                null,
                Qualifier.EXACT,
                false,
                false,
                null,
                null,
                null,
                null,
                null);
    }

    /** Whether there is a number to compute with. */
    public boolean usable() {
        return missing == null && lack == null && !readings.isEmpty();
    }

    /** Why there is none. */
    public Lack lacking() {
        return new Lack(measure, missing != null ? missing : lack != null ? lack : "text");
    }

    /** The chosen number. */
    public double value() {
        return readings.get(0).value();
    }

    /** The same with these readings only. */
    Operand with(List<Reading> some) {
        return new Operand(
                measure,
                missing,
                lack,
                text,
                some,
                unit,
                reportedUnit,
                qualifier,
                disputed,
                corrected,
                asOf,
                definition,
                source,
                conversion,
                assumption);
    }

    /** Where the number can lie: the hull of the chosen reading and those that contradict it. */
    public Interval interval() {
        Interval hull = readings.get(0).interval();
        for (int i = 1; i < readings.size(); i++) {
            hull = hull.hull(readings.get(i).interval());
        }
        return hull;
    }
}
