package nl.wijkvergelijk.comparison.table;

/** A number computed from two figures, with the least and the most it can be; null where there is no such bound. */
public record Span(Double value, Double low, Double high) {

    static Span of(double value, double low, double high) {
        return new Span(value, Double.isFinite(low) ? low : null, Double.isFinite(high) ? high : null);
    }
}
