package nl.wijkvergelijk.comparison.representation;

/** A municipality by its CBS code, with its name. */
public record MunicipalityName(String code, String name) {}
