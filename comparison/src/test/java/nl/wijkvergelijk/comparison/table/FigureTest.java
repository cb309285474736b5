package nl.wijkvergelijk.comparison.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.definitions.AppliedFactor;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final double A_ROUNDING = 1e-9;

    private final Dataset dataset = Round2005.dataset();

    private Figure figure(String municipality, String indicator) {
        return Figure.of(dataset, Round2005.ROUND, municipality, indicator).orElseThrow();
    }

    /** Computes each cell of every topic again, from nothing but the inputs and factors its chain lists. */
    @Test
    void everyCellCanBeComputedAgainFromItsInputs() {
        int computed = 0;
        for (var topic : dataset.definitions().topics().values()) {
            Table table = Comparison.of(dataset, topic, Round2005.ROUND, Selection.ALL);
            for (Row row : table.rows()) {
                for (int i = 0; i < row.cells().size(); i++) {
                    String indicator = table.columns().get(i).id();
                    Figure figure = figure(row.code(), indicator);
                    assertEquals(row.cells().get(i), figure.cell());
                    if (figure.cell().value() != null) {
                        assertEquals(again(figure), figure.cell().value(), A_ROUNDING, figure.id());
                        computed++;
                    }
                }
            }
        }
        assertTrue(computed > 100, "only " + computed);
    }

    private static double again(Figure figure) {
        Map<String, Double> inputs = new HashMap<>();
        figure.inputs().forEach(input -> inputs.put(input.measure(), inUnit(figure, input)));
        double first = inputs.get(figure.inputs().get(0).measure());
        Map<String, Object> formula = figure.indicator().formula().parameters();
        return switch (figure.indicator().formula().kind()) {
            case "value", "total" -> first;
            case "ratio" -> first * (double) formula.get("times") / inputs.get(formula.get("denominator"));
            case "rate" ->
                inputs.containsKey("dwellings") ? first * inputs.get("dwellings") / inputs.get("residents") : first;
            default -> throw new AssertionError(figure.indicator().formula().kind());
        };
    }

    /** From the number as reported; only hours need the round's full-time week. */
    private static double inUnit(Figure figure, Figure.Input input) {
        double reported = input.value().doubleValue();
        if (!"hours-per-week".equals(input.unit())) {
            return reported;
        }
        AppliedFactor week = figure.cell().method().factors().stream()
                .filter(factor -> factor.id().equals("full-time-hours"))
                .findFirst()
                .orElseThrow();
        return reported / week.value();
    }

    @Test
    void theChainOfLeusdensBudgetListsAmountDwellingsAndResidents() {
        Figure figure = figure(Round2005.LEUSDEN, "ward-budget-per-resident");
        assertEquals("2005.GM0327.ward-budget-per-resident", figure.id());
        assertEquals(
                List.of("ward-budget", "dwellings", "residents"),
                figure.inputs().stream().map(Figure.Input::measure).toList());
        Figure.Input dwellings = figure.inputs().get(1);
        assertEquals(new BigDecimal("11000"), dwellings.value());
        assertEquals("at-least", dwellings.qualifier());
        assertEquals(11000, dwellings.low());
        assertEquals(12000, dwellings.high());
        assertEquals("Wijkgericht werken vergeleken (2005), 2.4", dwellings.source());
        assertEquals(1, dwellings.revision());
        assertEquals(2, dwellings.sequence());
        assertEquals(Cell.Status.OK, dwellings.status());
    }

    @Test
    void theChainOfADisputedFigureListsEveryReading() {
        Figure.Input hours = figure(Round2005.LEUSDEN, "fte-total").inputs().get(0);
        assertEquals("hours-per-week", hours.unit());
        assertEquals("fte", hours.computedUnit());
        assertEquals(Cell.Status.DISPUTED, hours.status());
        assertEquals(3, hours.readings().size());
        assertEquals(2, hours.readings().get(1).value());
        assertEquals(77.6 / 36, hours.readings().get(2).value(), A_ROUNDING);
        Figure.Input depth = figure(Round2005.ZAANSTAD, "rating-depth").inputs().get(0);
        assertEquals(new BigDecimal("14"), depth.value());
        assertEquals(16, depth.high());
        assertEquals(3, depth.sequence());
    }

    @Test
    void theChainOfAMissingFigureListsWhatItWouldNeed() {
        Figure figure = figure(Round2005.LEUSDEN, "ward-size-spread");
        assertEquals("not-computable", figure.cell().missing());
        assertEquals(2, figure.inputs().size());
        assertEquals("not-stated", figure.inputs().get(0).missing());
    }

    @Test
    void aFigureOfNobodyOrNothingIsEmpty() {
        assertTrue(Figure.of(dataset, "1999", Round2005.DELFT, "residents").isEmpty());
        assertTrue(Figure.of(dataset, Round2005.ROUND, "GM9999", "residents").isEmpty());
        assertTrue(Figure.of(dataset, Round2005.ROUND, Round2005.DELFT, "happiness")
                .isEmpty());
    }
}
