package nl.wijkvergelijk.comparison.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void wholeNumbersHaveNoPoint() {
        assertEquals("135000", Numbers.plain(135000.0));
        assertEquals("0", Numbers.plain(-0.0));
        assertEquals("-3", Numbers.plain(-3.0));
    }

    @Test
    void veryLargeAndVerySmallNumbersHaveNoExponent() {
        assertEquals("12345678900000000000", Numbers.plain(1.23456789e19));
        assertEquals("0.00000012", Numbers.plain(1.2e-7));
    }

    @Test
    void theDigitsAreTheShortestAlsoWhereAnOlderJdkWritesMore() {
        assertEquals("8410000000000000000000", Numbers.plain(8.41E21));
        assertEquals("100000000000000000000000", Numbers.plain(1.0E23));
        assertEquals("2.2", Numbers.plain(2.2));
    }

    @Test
    void whatSomebodyTypedKeepsItsDigits() {
        assertEquals("2.00", Numbers.plain(new BigDecimal("2.00")));
        assertEquals("100", Numbers.plain(new BigDecimal("1E+2")));
    }

    @Test
    void whatIsNotANumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Numbers.plain(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Numbers.plain(Double.POSITIVE_INFINITY));
    }
}
