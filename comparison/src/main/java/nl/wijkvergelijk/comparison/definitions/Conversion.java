package nl.wijkvergelijk.comparison.definitions;

/** From one unit to another by dividing by a factor of the round, under an assumption. */
public record Conversion(String from, String to, RoundFactor dividedBy) {

    /** A number that each round has of its own, with its source: today only {@code full-time-hours}. */
    public record RoundFactor(String id, String unit, Assumption assumption) {}
}
