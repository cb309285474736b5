package nl.wijkvergelijk.comparison.definitions;

import java.util.List;

/**
 * What a formula made of its operands: a number with its interval, a text, or a missing code with what lacked. {@code used} are the
 * operands that went in, the leading one first; {@code derived} says that the number is not simply the one reported.
 */
public record Computed(
        double value,
        Interval interval,
        String text,
        String missing,
        List<Lack> lacking,
        List<Operand> used,
        Qualifier qualifier,
        boolean derived,
        List<AppliedFactor> factors,
        List<Assumption> assumptions,
        List<Note> notes) {

    static final String NOT_COMPUTABLE = "not-computable";

    /** A number as it stands. */
    static Computed reported(Operand operand) {
        return new Computed(
                operand.value(),
                operand.interval(),
                null,
                null,
                List.of(),
                List.of(operand),
                operand.qualifier(),
                operand.conversion() != null,
                operand.conversion() == null ? List.of() : List.of(operand.conversion()),
                operand.assumption() == null ? List.of() : List.of(operand.assumption()),
                List.of());
    }

    /** A text as it stands. */
    static Computed text(Operand operand) {
        return new Computed(
                Double.NaN,
                null,
                operand.text(),
                null,
                List.of(),
                List.of(operand),
                operand.qualifier(),
                false,
                List.of(),
                List.of(),
                List.of());
    }

    /** Missing with the input's own code. */
    static Computed missing(String code, Operand operand) {
        return new Computed(
                Double.NaN,
                null,
                null,
                code,
                List.of(),
                List.of(operand),
                Qualifier.EXACT,
                false,
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * Not computable because of these; but withdrawn or redacted when an input is, since then nothing of the answer is public and the
     * figure says so.
     */
    static Computed lacking(List<Lack> lacking) {
        String code = NOT_COMPUTABLE;
        for (Lack lack : lacking) {
            if (lack.why().equals("withdrawn") || lack.why().equals("redacted")) {
                code = lack.why();
            }
        }
        return new Computed(
                Double.NaN,
                null,
                null,
                code,
                code.equals(NOT_COMPUTABLE) ? List.copyOf(lacking) : List.of(),
                List.of(),
                Qualifier.EXACT,
                false,
                List.of(),
                List.of(),
                List.of());
    }
}
