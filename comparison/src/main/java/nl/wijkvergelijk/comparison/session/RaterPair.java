package nl.wijkvergelijk.comparison.session;

import nl.wijkvergelijk.comparison.dataset.Municipality;

/** The rank correlation of two raters over the n municipalities both rated; null for fewer than three, and where one rated all alike. */
public record RaterPair(Municipality first, Municipality second, Double rho, int n) {}
