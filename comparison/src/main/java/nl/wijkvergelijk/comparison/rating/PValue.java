package nl.wijkvergelijk.comparison.rating;

import java.util.Locale;

/** How likely at least this agreement is among raters who order at random, and how that was found. */
public record PValue(double value, Method method) {

    /** Exact over all ballots, by seeded random ballots, or by the chi-square approximation. */
    public enum Method {
        EXACT,
        MONTE_CARLO,
        CHI_SQUARE;

        /** As shown: {@code monte-carlo}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
