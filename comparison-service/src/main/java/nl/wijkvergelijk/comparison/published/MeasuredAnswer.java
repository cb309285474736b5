package nl.wijkvergelijk.comparison.published;

/** A municipality's answer to the question that feeds a measure, for reading. */
public record MeasuredAnswer(String municipality, String measure, WholeAnswer answer) {}
