package nl.wijkvergelijk.comparison.session;

/** The mean rank correlation over pairs of raters; low and high over the readings of disputed totals, else null. */
public record MeanCorrelation(double value, Double low, Double high, int pairs, Remark assumption) {}
