package nl.wijkvergelijk.comparison.definitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthTest {

    private static final Definitions DEFINITIONS =
            DefinitionsCatalogue.fromClasspath().number(1);

    @ParameterizedTest(name = "{0} {1} lies between {2} and {3}")
    @CsvSource({
        "exact,        29000,  29000,  29000",
        "rounded,      8000,   7500,   8500",
        "rounded,      9.3,    9.25,   9.35",
        "approximate,  29000,  28000,  30000",
        "approximate,  22,     21,     23",
        "approximate,  5,      4.5,    5.5",
        "approximate,  2.50,   2.4,    2.6",
        "estimated,    10000,  9000,   11000",
        "at-least,     95000,  95000,  96000",
        "at-least,     11000,  11000,  12000",
        "at-most,      2900,   2800,   2900",
        "at-most,      10,     0,      10",
        "at-most,      9.30,   9.2,    9.3",
        "approximate,  0,      0,      0",
        "at-least,     0,      0,      0",
        "rounded,      -50,    -55,    -45",
    })
    void aQualifierMakesANumberAsWideAsItsLastDigit(String qualifier, BigDecimal printed, double low, double high) {
        assertEquals(new Interval(low, high), width(qualifier).of(printed, null, null));
    }

    @Test
    void trailingZerosDoNotMakeANumberMorePrecise() {
        Width approximate = width("approximate");
        assertEquals(
                approximate.of(new BigDecimal("2.5"), null, null), approximate.of(new BigDecimal("2.500"), null, null));
    }

    @Test
    void aRangeIsAsGivenButHoldsItsOwnNumber() {
        Width range = width("range");
        BigDecimal twelve = new BigDecimal("12");
        assertEquals(new Interval(9, 15), range.of(twelve, new BigDecimal("9"), new BigDecimal("15")));
        assertEquals(new Interval(12, 15), range.of(twelve, new BigDecimal("13"), new BigDecimal("15")));
        assertEquals(Interval.point(12), range.of(twelve, null, null));
    }

    @Test
    void noLowerBoundGoesBelowZeroHoweverWideTheWidth() {
        Width.Side twice = new Width.Side(new BigDecimal("2"), BigDecimal.ZERO);
        Width wide = new Width(twice, twice, false);
        assertEquals(new Interval(0, 3), wide.of(BigDecimal.ONE, null, null));
        assertEquals(new Interval(-3, 1), wide.of(BigDecimal.ONE.negate(), null, null));
        BigDecimal below = new BigDecimal("-4");
        assertEquals(new Interval(0, 8), width("range").of(new BigDecimal("8"), below, null));
    }

    @Test
    void everyIntervalHoldsItsNumberAndNeverReachesBelowZero() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal printed = BigDecimal.valueOf(random.nextLong(1_000_000), random.nextInt(7))
                    .scaleByPowerOfTen(random.nextInt(4));
            for (Width width : DEFINITIONS.widths().values()) {
                Interval interval = width.of(printed, null, null);
                double value = printed.doubleValue();
                assertTrue(interval.low() >= 0 && interval.low() <= value && value <= interval.high());
            }
        }
    }

    private static Width width(String qualifier) {
        return DEFINITIONS.widths().get(Qualifier.of(qualifier).orElseThrow());
    }
}
