package nl.wijkvergelijk.comparison.definitions;

import nl.wijkvergelijk.http.Text;

/** Something taken for true that no source says, with its sentence. */
public record Assumption(String code, Text text) {}
