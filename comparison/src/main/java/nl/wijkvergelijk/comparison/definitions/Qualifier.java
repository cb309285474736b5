package nl.wijkvergelijk.comparison.definitions;

import java.util.Locale;
import java.util.Optional;

/** How a number was put by its source, from the surest to the least sure; how wide that makes it is in the definitions. */
public enum Qualifier {
    EXACT,
    ROUNDED,
    AT_LEAST,
    AT_MOST,
    APPROXIMATE,
    ESTIMATED,
    RANGE;

    private static final Qualifier[] ALL = values();

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As written in answers and in the definitions: {@code at-least}. */
    public String code() {
        return code;
    }

    /** Reads a code. */
    public static Optional<Qualifier> of(String code) {
        for (Qualifier qualifier : ALL) {
            if (qualifier.code.equals(code)) {
                return Optional.of(qualifier);
            }
        }
        return Optional.empty();
    }

    /** The qualifier with this ordinal, for columns that hold bytes. */
    public static Qualifier of(byte ordinal) {
        return ALL[ordinal];
    }

    /** That of a figure computed from both: the less sure one; at least and at most together are no more than approximate. */
    public Qualifier and(Qualifier other) {
        if (this == AT_LEAST && other == AT_MOST || this == AT_MOST && other == AT_LEAST) {
            return APPROXIMATE;
        }
        return compareTo(other) >= 0 ? this : other;
    }

    /** That of one divided by it: at least becomes at most. */
    public Qualifier inverted() {
        return switch (this) {
            case AT_LEAST -> AT_MOST;
            case AT_MOST -> AT_LEAST;
            case EXACT, ROUNDED, APPROXIMATE, ESTIMATED, RANGE -> this;
        };
    }
}
