package nl.wijkvergelijk.comparison.definitions;

/** Something a computation did that readers are warned of: the warning's code and the measure it is about. */
public record Note(String code, String measure) {}
