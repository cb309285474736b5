package nl.wijkvergelijk.comparison.table;

import java.util.Optional;
import nl.wijkvergelijk.comparison.definitions.Interval;

/**
 * The eight size classes of municipalities by residents of Statistics Netherlands (CBS, "Gemeentegrootte en stedelijkheid"), in order; the
 * lower bound is in the class, the upper one is not.
 */
public enum SizeClass {
    UNDER_5000("under-5000", 0, 5_000),
    FROM_5000("5000-10000", 5_000, 10_000),
    FROM_10000("10000-20000", 10_000, 20_000),
    FROM_20000("20000-50000", 20_000, 50_000),
    FROM_50000("50000-100000", 50_000, 100_000),
    FROM_100000("100000-150000", 100_000, 150_000),
    FROM_150000("150000-250000", 150_000, 250_000),
    FROM_250000("from-250000", 250_000, null);

    private final String id;
    private final int from;
    private final Integer to;

    SizeClass(String id, int from, Integer to) {
        this.id = id;
        this.from = from;
        this.to = to;
    }

    /** As in an address: {@code 20000-50000}. */
    public String id() {
        return id;
    }

    /** The number CBS gives it, 1 to 8. */
    public int cbsCode() {
        return ordinal() + 1;
    }

    /** The fewest residents. */
    public int from() {
        return from;
    }

    /** The residents it stays below; null for the largest class. */
    public Integer to() {
        return to;
    }

    /** Whether this many residents are of this class. */
    public boolean has(double residents) {
        return residents >= from && (to == null || residents < to);
    }

    /** Whether a number somewhere in the interval can be of this class. */
    public boolean canHave(Interval residents) {
        return residents.high() >= from && (to == null || residents.low() < to);
    }

    /** The class with this id. */
    public static Optional<SizeClass> of(String id) {
        for (SizeClass each : values()) {
            if (each.id.equals(id)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
