package nl.wijkvergelijk.comparison.definitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Intervals against brute force: every corner of the operands' intervals, and random points inside. */
class FormulaTest {

    private static final double A_ROUNDING = 1e-9;
    private static final Formula RATE = DefinitionsCatalogue.fromClasspath()
            .number(1)
            .indicator("ward-budget-per-resident")
            .orElseThrow()
            .formula();

    private final SplittableRandom random = new SplittableRandom(4);

    @Test
    void aRatiosIntervalIsThatOfItsCorners() {
        Formula ratio = new RatioFormula("a", "b", 10_000);
        for (int i = 0; i < 500; i++) {
            check(ratio, Map.of("a", number(0), "b", number(1)), v -> v.get("a") * 10_000 / v.get("b"));
        }
    }

    @Test
    void aSharesIntervalIsThatOfItsCornersThoughThePartStandsAboveAndBelow() {
        Formula share = new ShareFormula("a", List.of("b", "c"));
        for (int i = 0; i < 500; i++) {
            check(
                    share,
                    Map.of("a", number(0), "b", number(1), "c", number(0)),
                    v -> 100 * v.get("a") / (v.get("a") + v.get("b") + v.get("c")));
        }
    }

    @Test
    void aRatesIntervalIsThatOfItsCornersOnEveryBasis() {
        for (int i = 0; i < 500; i++) {
            Operand residents = number(1);
            check(
                    RATE,
                    Map.of("ward-budget", money("household", "month"), "dwellings", number(1), "residents", residents),
                    v -> v.get("ward-budget") * 12 * v.get("dwellings") / v.get("residents"));
            check(
                    RATE,
                    Map.of("ward-budget", money("ward", "year"), "ward-size-mean", number(1)),
                    v -> v.get("ward-budget") / v.get("ward-size-mean"));
            check(
                    RATE,
                    Map.of("ward-budget", money("municipality", null), "residents", residents),
                    v -> v.get("ward-budget") / v.get("residents"));
            check(RATE, Map.of("ward-budget", money("resident", "year")), v -> v.get("ward-budget"));
        }
    }

    @Test
    void householdsServeBeforeDwellingsAndOnlyDwellingsAreAProxy() {
        Map<String, Operand> both = new HashMap<>(Map.of(
                "ward-budget", money("household", "year"),
                "households", number(1),
                "dwellings", number(1),
                "residents", number(1)));
        assertEquals(List.of(), RATE.compute(of(both)).notes());
        both.remove("households");
        assertEquals(
                List.of(new Note("proxy-factor", "dwellings")),
                RATE.compute(of(both)).notes());
        both.remove("dwellings");
        assertEquals(
                List.of(new Lack("households", "not-stated"), new Lack("dwellings", "not-stated")),
                RATE.compute(of(both)).lacking());
    }

    @Test
    void moneyThatCannotBeConvertedIsNotComputableAndSaysWhy() {
        assertEquals(List.of(new Lack("ward-budget", "currency")), lackingOf("NLG", "resident", "year"));
        assertEquals(List.of(new Lack("ward-budget", "basis")), lackingOf("EUR", null, "year"));
        assertEquals(List.of(new Lack("ward-budget", "period")), lackingOf("EUR", "resident", "once"));
    }

    private List<Lack> lackingOf(String currency, String basis, String period) {
        Reading reading = new Reading(5, Interval.point(5), currency, basis, period);
        Computed computed = RATE.compute(of(Map.of("ward-budget", operand("ward-budget", List.of(reading)))));
        assertEquals("not-computable", computed.missing());
        return computed.lacking();
    }

    @Test
    void contradictingAmountsAreEachConvertedByTheirOwnBasis() {
        Operand disputed = operand(
                "ward-budget",
                List.of(
                        new Reading(2, Interval.point(2), "EUR", "household", "year"),
                        new Reading(5, Interval.point(5), "EUR", "resident", "year"),
                        new Reading(9, Interval.point(9), "NLG", "resident", "year")));
        Operand hundred = operand("dwellings", List.of(Reading.of(100, Interval.point(100))));
        Operand twoHundred = operand("residents", List.of(Reading.of(200, Interval.point(200))));
        Computed computed =
                RATE.compute(of(Map.of("ward-budget", disputed, "dwellings", hundred, "residents", twoHundred)));
        assertEquals(1, computed.value());
        assertEquals(new Interval(1, 5), computed.interval());
    }

    @Test
    void dividingByZeroIsNotComputable() {
        Operand zero = operand("b", List.of(Reading.of(0, Interval.point(0))));
        Computed computed = new RatioFormula("a", "b", 1).compute(of(Map.of("a", number(1), "b", zero)));
        assertEquals("not-computable", computed.missing());
        assertEquals(List.of(new Lack("b", "zero")), computed.lacking());
    }

    @Test
    void aDivisorThatMayBeZeroLeavesNoUpperBound() {
        Operand maybe = operand("b", List.of(Reading.of(10, new Interval(0, 10))));
        Operand five = operand("a", List.of(Reading.of(5, Interval.point(5))));
        Computed computed = new RatioFormula("a", "b", 1).compute(of(Map.of("a", five, "b", maybe)));
        assertEquals(new Interval(0.5, Double.POSITIVE_INFINITY), computed.interval());
    }

    @Test
    void aMissingInputIsNamedWithItsCodeAndWithdrawnIsSaidAsSuch() {
        Formula ratio = new RatioFormula("a", "b", 1);
        Computed computed =
                ratio.compute(of(Map.of("a", Operand.missing("a", "refused"), "b", Operand.missing("b", "lost"))));
        assertEquals(List.of(new Lack("a", "refused"), new Lack("b", "lost")), computed.lacking());
        assertEquals(
                "withdrawn",
                ratio.compute(of(Map.of("a", Operand.missing("a", "withdrawn"), "b", number(1))))
                        .missing());
        assertEquals(
                "refused",
                new ValueFormula("a")
                        .compute(of(Map.of("a", Operand.missing("a", "refused"))))
                        .missing());
        assertEquals(
                "unknown",
                RATE.compute(of(Map.of("ward-budget", Operand.missing("ward-budget", "unknown"))))
                        .missing());
        assertNull(new ValueFormula("a").compute(of(Map.of("a", number(1)))).missing());
    }

    @Test
    void whatIsAtLeastAboveTheLineIsAtMostBelowIt() {
        assertEquals(Qualifier.AT_MOST, Qualifier.EXACT.and(Qualifier.AT_LEAST.inverted()));
        assertEquals(Qualifier.APPROXIMATE, Qualifier.AT_LEAST.and(Qualifier.AT_LEAST.inverted()));
        assertEquals(Qualifier.ESTIMATED, Qualifier.ROUNDED.and(Qualifier.ESTIMATED));
    }

    private void check(Formula formula, Map<String, Operand> operands, ToDoubleFunction<Map<String, Double>> exact) {
        Computed computed = formula.compute(of(operands));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Map<String, Double> corner : corners(operands)) {
            low = Math.min(low, exact.applyAsDouble(corner));
            high = Math.max(high, exact.applyAsDouble(corner));
        }
        assertEquals(low, computed.interval().low(), Math.abs(low) * A_ROUNDING);
        assertEquals(high, computed.interval().high(), Math.abs(high) * A_ROUNDING);
        Map<String, Double> chosen = new HashMap<>();
        operands.forEach((id, operand) -> chosen.put(id, operand.value()));
        assertEquals(exact.applyAsDouble(chosen), computed.value(), Math.abs(computed.value()) * A_ROUNDING);
        assertTrue(computed.interval().low() <= computed.value()
                && computed.value() <= computed.interval().high());
        Map<String, Double> inside = new HashMap<>();
        operands.forEach((id, operand) -> inside.put(id, inside(operand.interval())));
        double any = exact.applyAsDouble(inside);
        assertTrue(low - A_ROUNDING * low <= any && any <= high + A_ROUNDING * high);
    }

    private double inside(Interval interval) {
        return interval.low() + random.nextDouble() * (interval.high() - interval.low());
    }

    private static List<Map<String, Double>> corners(Map<String, Operand> operands) {
        List<Map<String, Double>> corners = new ArrayList<>(List.of(new HashMap<>()));
        operands.forEach((id, operand) -> {
            List<Map<String, Double>> longer = new ArrayList<>();
            for (Map<String, Double> corner : corners) {
                for (double bound : new double[] {
                    operand.interval().low(), operand.interval().high()
                }) {
                    Map<String, Double> one = new HashMap<>(corner);
                    one.put(id, bound);
                    longer.add(one);
                }
            }
            corners.clear();
            corners.addAll(longer);
        });
        return corners;
    }

    private Operand number(double least) {
        return operand("n", List.of(reading(least, null, null, null)));
    }

    private Operand money(String basis, String period) {
        return operand("ward-budget", List.of(reading(0, "EUR", basis, period)));
    }

    private Reading reading(double least, String currency, String basis, String period) {
        double low = least + random.nextDouble(1000);
        double value = low + (random.nextBoolean() ? 0 : random.nextDouble(100));
        double high = value + (random.nextBoolean() ? 0 : random.nextDouble(100));
        return new Reading(value, new Interval(low, high), currency, basis, period);
    }

    private static Operand operand(String id, List<Reading> readings) {
        return new Operand(
                id,
                null,
                null,
                null,
                readings,
                null,
                null,
                Qualifier.EXACT,
                readings.size() > 1,
                false,
                null,
                null,
                null,
                null,
                null);
    }

    private static Operands of(Map<String, Operand> operands) {
        return new Operands() {
            @Override
            public Operand measure(String id) {
                Operand operand = operands.get(id);
                return operand == null ? Operand.missing(id, "not-stated") : named(id, operand);
            }

            @Override
            public Operand total(String scale) {
                return measure(scale);
            }
        };
    }

    private static Operand named(String id, Operand o) {
        return new Operand(
                id,
                o.missing(),
                o.lack(),
                o.text(),
                o.readings(),
                o.unit(),
                o.reportedUnit(),
                o.qualifier(),
                o.disputed(),
                o.corrected(),
                o.asOf(),
                o.definition(),
                o.source(),
                o.conversion(),
                o.assumption());
    }
}
