package nl.wijkvergelijk.comparison.definitions;

/**
 * Where a number can lie, both bounds included; high may be infinite. Arithmetic gives the tightest interval for independent operands;
 * because rounding is monotone, a value computed with the same operations always stays inside.
 */
public record Interval(double low, double high) {

    /** The interval of an exact number. */
    public static Interval point(double value) {
        return new Interval(value, value);
    }

    /** Whether there is nothing between the bounds. */
    public boolean isPoint() {
        return low == high;
    }

    /** The smallest interval that holds both. */
    public Interval hull(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Sum. */
    public Interval plus(Interval other) {
        return new Interval(low + other.low, high + other.high);
    }

    /** Product. */
    public Interval times(Interval other) {
        double a = low * other.low;
        double b = low * other.high;
        double c = high * other.low;
        double d = high * other.high;
        return new Interval(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    /** Quotient; where the divisor may be zero without being it, the bound on that side is infinite. */
    public Interval dividedBy(Interval divisor) {
        if (divisor.low > 0 || divisor.high < 0) {
            double a = low / divisor.low;
            double b = low / divisor.high;
            double c = high / divisor.low;
            double d = high / divisor.high;
            return new Interval(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
        }
        if (divisor.low == 0 && divisor.high > 0 && low >= 0) {
            return new Interval(low / divisor.high, high == 0 ? 0 : Double.POSITIVE_INFINITY);
        }
        return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
