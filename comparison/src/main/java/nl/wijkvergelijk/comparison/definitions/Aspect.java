package nl.wijkvergelijk.comparison.definitions;

import java.util.Locale;

/**
 * The aspects companions can have. Definition, basis, period, unit and as-of stand with a figure; level and purpose are the answers to
 * a choice of their own, and so is a basis that does not stand with an amount.
 */
public enum Aspect {
    DEFINITION,
    BASIS,
    PERIOD,
    UNIT,
    AS_OF,
    LEVEL,
    PURPOSE;

    /** As written in the definitions: {@code as-of}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The warning when it differs: {@code as-of-differs}. */
    public String differs() {
        return code() + "-differs";
    }

    /** Whether it is the answer to a measure of its own, not something that stands with a figure. */
    public boolean ofItsOwn() {
        return this == LEVEL || this == PURPOSE;
    }
}
