package nl.wijkvergelijk.comparison.table;

import nl.wijkvergelijk.comparison.definitions.Assumption;

/**
 * How far raters agree on one scale: Kendall's W of the chosen totals, chi-square with its degrees of freedom, the p-value and how it
 * was found (exact, monte-carlo or chi-square). low and high are the least and largest W of the readings, null unless totals are disputed.
 */
public record Agreement(
        int raters,
        int items,
        double w,
        Double low,
        Double high,
        double chiSquare,
        int degreesOfFreedom,
        double pValue,
        String pValueMethod,
        Assumption assumption) {}
