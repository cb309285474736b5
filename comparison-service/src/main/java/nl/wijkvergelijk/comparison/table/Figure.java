package nl.wijkvergelijk.comparison.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.definitions.Indicator;

/**
 * The chain behind one cell: its indicator and formula, and every input as reported, so that anybody can compute it again. The factors
 * that are not inputs (the full-time week) are in the cell's method.
 */
public record Figure(
        String id,
        String round,
        String municipality,
        Indicator indicator,
        Version dataset,
        Cell cell,
        List<Input> inputs) {

    /**
     * One input as reported: value, text or missing, in its own unit. Question and revision are null for rating totals; sequence is the
     * publication it came with. low and high are its interval as reported, null when a point.
     */
    public record Input(
            String measure,
            String question,
            BigDecimal value,
            String text,
            String missing,
            String unit,
            String currency,
            String basis,
            String period,
            String qualifier,
            Double low,
            Double high,
            Cell.Status status,
            String asOf,
            String definition,
            String source,
            Integer revision,
            long sequence) {}

    /** The figure of an indicator of a municipality in a round; empty when any of the three is not there. */
    public static Optional<Figure> of(Dataset dataset, String round, String municipality, String indicator) {
        throw new UnsupportedOperationException("being written");
    }
}
