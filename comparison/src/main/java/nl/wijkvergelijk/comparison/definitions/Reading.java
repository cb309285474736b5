package nl.wijkvergelijk.comparison.definitions;

/** One number a source says, in the unit that is computed with; currency, basis and period with money only. */
public record Reading(double value, Interval interval, String currency, String basis, String period) {

    /** A number that is not money. */
    public static Reading of(double value, Interval interval) {
        return new Reading(value, interval, null, null, null);
    }
}
