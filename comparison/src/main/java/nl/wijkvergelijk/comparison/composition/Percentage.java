package nl.wijkvergelijk.comparison.composition;

import nl.wijkvergelijk.comparison.definitions.Interval;

/** A number in percent, or percent points, and where it can lie. */
public record Percentage(double value, Interval interval) {}
