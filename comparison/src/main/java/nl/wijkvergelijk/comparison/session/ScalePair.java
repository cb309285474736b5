package nl.wijkvergelijk.comparison.session;

/**
 * The rank correlation of the totals on two scales, over the n municipalities on both; null for fewer than three, and where one has all
 * totals equal. Low and high over the readings when a scale is disputed, else null.
 */
public record ScalePair(String first, String second, Double rho, Double low, Double high, int n) {}
