package nl.wijkvergelijk.comparison.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.RatingScale;
import nl.wijkvergelijk.comparison.dataset.Reported;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.comparison.definitions.Interval;
import nl.wijkvergelijk.comparison.definitions.Operand;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.definitions.TotalFormula;

/** Finds what a figure was made of. */
final class FigureChain {

    private final RoundFigures figures;
    private final String municipality;
    private final RowOperands operands;

    private FigureChain(Dataset dataset, String round, String municipality) {
        this.figures = dataset.round(round).orElseThrow();
        this.municipality = municipality;
        this.operands = new RowOperands(dataset.definitions(), figures, municipality);
    }

    static Figure of(Dataset dataset, String round, String municipality, Indicator indicator) {
        Topic alone = new Topic(indicator.id(), indicator.label(), null, List.of(indicator.id()), false);
        Selection its = new Selection(Set.of(municipality), List.of(), List.of());
        Table table = Comparison.of(dataset, alone, round, its);
        Cell cell = table.rows().get(0).cells().get(0);
        return new Figure(
                cell.figure(),
                round,
                municipality,
                indicator,
                table.dataset(),
                cell,
                new FigureChain(dataset, round, municipality).inputs(indicator));
    }

    /** What went in; everything the formula may read when the figure is missing. */
    private List<Figure.Input> inputs(Indicator indicator) {
        Computed computed = indicator.formula().compute(operands);
        List<Figure.Input> inputs = new ArrayList<>();
        if (indicator.formula() instanceof TotalFormula total) {
            inputs.add(total(operands.total(total.scale())));
            return inputs;
        }
        List<String> measures = computed.missing() == null
                ? computed.used().stream().map(Operand::measure).toList()
                : indicator.formula().inputs();
        measures.forEach(measure -> inputs.add(input(operands.measure(measure))));
        return inputs;
    }

    private Figure.Input input(Operand operand) {
        Reported reported = figures.reported(operand.measure(), municipality);
        Interval interval = operand.usable() ? operand.interval() : null;
        long sequence = figures.sequence(municipality);
        return new Figure.Input(
                operand.measure(),
                figures.question(operand.measure()),
                reported.value(),
                reported.text(),
                operand.missing(),
                reported.traits().unit(),
                reported.traits().currency(),
                reported.traits().basis(),
                reported.traits().period(),
                operand.missing() == null ? operand.qualifier().code() : null,
                operand.usable() ? operand.value() : null,
                operand.usable() ? operand.unit() : null,
                interval == null || interval.isPoint() ? null : interval.low(),
                interval == null || interval.isPoint() ? null : interval.high(),
                operand.readings(),
                status(operand),
                operand.asOf(),
                operand.definition(),
                operand.source(),
                sequence == 0 ? null : figures.revision(municipality),
                sequence);
    }

    private Figure.Input total(Operand total) {
        boolean there = total.usable();
        boolean interval = there && !total.interval().isPoint();
        return new Figure.Input(
                total.measure(),
                null,
                there ? BigDecimal.valueOf(total.value()).stripTrailingZeros() : null,
                null,
                total.missing(),
                total.unit(),
                null,
                null,
                null,
                there ? total.qualifier().code() : null,
                there ? total.value() : null,
                total.unit(),
                interval ? total.interval().low() : null,
                interval ? total.interval().high() : null,
                total.readings(),
                status(total),
                null,
                null,
                null,
                null,
                figures.scale(total.measure()).map(RatingScale::sequence).orElse(0L));
    }

    private static Cell.Status status(Operand operand) {
        if (operand.missing() != null) {
            return Cell.Status.MISSING;
        }
        return operand.disputed() ? Cell.Status.DISPUTED : operand.corrected() ? Cell.Status.CORRECTED : Cell.Status.OK;
    }
}
