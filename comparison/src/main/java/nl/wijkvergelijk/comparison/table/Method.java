package nl.wijkvergelijk.comparison.table;

import java.util.List;
import nl.wijkvergelijk.comparison.definitions.AppliedFactor;
import nl.wijkvergelijk.comparison.definitions.Assumption;

/** How a derived figure came about: the formula's kind, what went in, what it was multiplied or divided by, and what was assumed. */
public record Method(
        String formula, List<MethodInput> inputs, List<AppliedFactor> factors, List<Assumption> assumptions) {

    /** A measure that went in, in the unit computed with; asOf is null when the source has no date. */
    public record MethodInput(String measure, double value, String unit, String asOf) {}
}
