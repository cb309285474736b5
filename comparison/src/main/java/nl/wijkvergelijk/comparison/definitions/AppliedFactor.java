package nl.wijkvergelijk.comparison.definitions;

/** A number that something was multiplied or divided by: value, unit, source and date; source and date are null when nobody says them. */
public record AppliedFactor(String id, double value, String unit, String source, String asOf) {}
