package nl.wijkvergelijk.comparison.definitions;

/**
 * The aspects companions can have. Definition, basis, period, unit and as-of stand with a figure; level and purpose are the answers of
 * a choice measure of their own.
 */
public enum Aspect {
    DEFINITION,
    BASIS,
    PERIOD,
    UNIT,
    AS_OF,
    LEVEL,
    PURPOSE
}
