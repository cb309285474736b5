package nl.wijkvergelijk.comparison.definitions;

/** Something that must be equal among municipalities before an indicator compares like with like: an aspect of a measure. */
public record Companion(Aspect aspect, String measure) {}
