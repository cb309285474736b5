package nl.wijkvergelijk.comparison.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.comparison.definitions.Reading;

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
     * One input: value, text or missing in its own unit, and behind {@code computedValue} the number and its interval in {@code
     * computedUnit}, which formulas compute with (null for texts and what is missing). {@code readings} are those numbers one by one: the
     * chosen one, then the unresolved contradictions. Question and revision are null for rating totals; {@code sequence} is the
     * publication it came with.
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
            Double computedValue,
            String computedUnit,
            Double low,
            Double high,
            List<Reading> readings,
            Cell.Status status,
            String asOf,
            String definition,
            String source,
            Integer revision,
            long sequence) {}

    /** The figure of an indicator of a municipality in a round; empty when any of the three is not there. */
    public static Optional<Figure> of(Dataset dataset, String round, String municipality, String indicator) {
        boolean there = dataset.round(round).filter(r -> r.has(municipality)).isPresent();
        return there
                ? dataset.definitions()
                        .indicator(indicator)
                        .map(found -> FigureChain.of(dataset, round, municipality, found))
                : Optional.empty();
    }
}
