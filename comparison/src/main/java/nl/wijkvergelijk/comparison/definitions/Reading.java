package nl.wijkvergelijk.comparison.definitions;

/**
 * One number a source says, in the unit that is computed with; currency, basis and period with money only. {@code definition} is what
 * was counted, null where nobody said.
 */
public record Reading(
        double value, Interval interval, String currency, String basis, String period, String definition) {

    /** A number of which nobody said what was counted. */
    public Reading(double value, Interval interval, String currency, String basis, String period) {
        this(value, interval, currency, basis, period, null);
    }

    /** A number that is not money. */
    public static Reading of(double value, Interval interval) {
        return new Reading(value, interval, null, null, null);
    }
}
