package nl.wijkvergelijk.comparison.definitions;

import java.util.ArrayList;
import java.util.List;

/** Collects what a derived number was made with, while a formula makes it. */
final class Derivation {

    private final List<Operand> used = new ArrayList<>(3);
    private final List<AppliedFactor> factors = new ArrayList<>(2);
    private final List<Assumption> assumptions = new ArrayList<>(2);
    private final List<Note> notes = new ArrayList<>(2);
    private Qualifier qualifier = Qualifier.EXACT;

    private Derivation() {}

    /** Starts with the leading operand. */
    static Derivation from(Operand leading, Qualifier qualifier) {
        return new Derivation().with(leading, qualifier);
    }

    Derivation with(Operand operand, Qualifier itsQualifier) {
        used.add(operand);
        qualifier = qualifier.and(itsQualifier);
        if (operand.conversion() != null) {
            factors.add(operand.conversion());
        }
        if (operand.assumption() != null) {
            assumptions.add(operand.assumption());
        }
        return this;
    }

    /** Adds an operand that converts: it is a factor with its source and date, too. */
    Derivation factor(Operand operand, Qualifier itsQualifier) {
        factors.add(new AppliedFactor(
                operand.measure(), operand.value(), operand.unit(), operand.source(), operand.asOf()));
        return with(operand, itsQualifier);
    }

    Derivation factor(AppliedFactor factor) {
        factors.add(factor);
        return this;
    }

    Derivation assuming(Assumption assumption, String warning, String measure) {
        assumptions.add(assumption);
        notes.add(new Note(warning, measure));
        return this;
    }

    /** The number, derived as soon as anything but the leading operand went in. */
    Computed number(double value, Interval interval) {
        boolean derived = used.size() > 1 || !factors.isEmpty() || !assumptions.isEmpty();
        return new Computed(
                value,
                interval,
                null,
                null,
                List.of(),
                List.copyOf(used),
                qualifier,
                derived,
                List.copyOf(factors),
                List.copyOf(assumptions),
                List.copyOf(notes));
    }
}
