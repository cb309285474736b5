package nl.wijkvergelijk.comparison.representation;

/** The revision of a response that was published; {@code onBehalf} says why somebody else typed it. */
public record RevisionView(int number, String revisedAt, String onBehalf) {}
