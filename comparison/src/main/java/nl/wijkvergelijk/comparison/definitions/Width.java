package nl.wijkvergelijk.comparison.definitions;

import java.math.BigDecimal;

/**
 * How far one qualifier lets a number reach below and above what is printed, as parts of the place value of its last digit that is not
 * zero, and at most as a share of the number; {@code given} takes the source's own bounds.
 */
public record Width(Side below, Side above, boolean given) {

    /** One side; a zero share means that the share sets no limit. */
    public record Side(BigDecimal place, BigDecimal share) {

        static final Side NONE = new Side(BigDecimal.ZERO, BigDecimal.ZERO);

        BigDecimal reach(BigDecimal printed) {
            BigDecimal byPlace = place.multiply(placeValue(printed));
            BigDecimal byShare = share.multiply(printed.abs());
            return share.signum() == 0 ? byPlace : byPlace.min(byShare);
        }
    }

    /**
     * The interval of a printed number: the bounds the source gave when this width takes those (and they are there), else its reach.
     * It always holds the number itself, and does not go below zero when the number does not.
     */
    public Interval of(BigDecimal printed, BigDecimal low, BigDecimal high) {
        BigDecimal from = printed.subtract(below.reach(printed));
        BigDecimal to = printed.add(above.reach(printed));
        if (given) {
            from = low == null ? printed : low.min(printed);
            to = high == null ? printed : high.max(printed);
        }
        if (printed.signum() >= 0 && from.signum() < 0) {
            from = BigDecimal.ZERO;
        }
        return new Interval(from.doubleValue(), to.doubleValue());
    }

    /** The place value of the last digit that is not zero: 1,000 for 29000, 0.1 for 9.30; zero for zero, which has none. */
    static BigDecimal placeValue(BigDecimal printed) {
        return printed.signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.ONE.scaleByPowerOfTen(-printed.stripTrailingZeros().scale());
    }
}
