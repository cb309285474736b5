package nl.wijkvergelijk.comparison.representation;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/**
 * Numbers as text: the shortest digits that read back as the same number, never with an exponent, no point where nothing follows it. The JDK's own text of
 * a double is not the shortest before release 19, and bytes must not depend on the release.
 */
public final class Numbers {

    private Numbers() {}

    /** A computed number; {@code 135000}, {@code 0.7037037037037037}. Refuses what is not a number. */
    public static String plain(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not a number to show: " + number);
        }
        return new BigDecimal(NumberOutput.toString(number, true)).toPlainString();
    }

    /** A number somebody typed, with the digits they typed. */
    public static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
