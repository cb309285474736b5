package nl.wijkvergelijk.comparison.definitions;

/**
 * An input that a figure could not be computed without: the measure, and why: its missing code, {@code zero} (a divisor), or {@code
 * unit}, {@code basis}, {@code currency}, {@code period} when what was said of it cannot be converted.
 */
public record Lack(String measure, String why) {}
