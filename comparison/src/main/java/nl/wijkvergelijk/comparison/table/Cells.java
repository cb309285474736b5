package nl.wijkvergelijk.comparison.table;

import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.comparison.dataset.Reported;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.CountedFormula;
import nl.wijkvergelijk.comparison.definitions.Formula;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.comparison.definitions.Operand;
import nl.wijkvergelijk.comparison.definitions.Qualifier;
import nl.wijkvergelijk.comparison.definitions.RateFormula;
import nl.wijkvergelijk.comparison.definitions.ValueFormula;

/** Makes the cells of one indicator in one round. */
record Cells(RoundFigures figures, Indicator indicator) {

    Cell of(String municipality, int row, Computed computed, Rank rank, Double percentile, List<String> warnings) {
        boolean number = computed.interval() != null;
        boolean interval = number && !computed.interval().isPoint();
        return new Cell(
                figures.round().id() + "." + municipality + "." + indicator.id(),
                number ? computed.value() : null,
                computed.text(),
                computed.missing(),
                computed.lacking(),
                number ? indicator.unit() : null,
                number ? computed.qualifier().code() : null,
                interval ? finite(computed.interval().low()) : null,
                interval ? finite(computed.interval().high()) : null,
                status(computed),
                asReported(row),
                method(computed),
                computed.used().isEmpty() ? null : computed.used().get(0).asOf(),
                rank,
                percentile,
                warnings);
    }

    private static Double finite(double bound) {
        return Double.isInfinite(bound) ? null : bound;
    }

    /** Missing before disputed before corrected; one disputed or corrected input makes the figure so. */
    static Cell.Status status(Computed computed) {
        if (computed.missing() != null) {
            return Cell.Status.MISSING;
        }
        Cell.Status status = Cell.Status.OK;
        for (Operand operand : computed.used()) {
            if (operand.disputed()) {
                return Cell.Status.DISPUTED;
            }
            status = operand.corrected() ? Cell.Status.CORRECTED : status;
        }
        return status;
    }

    /** The codes that concern a figure by itself. */
    static List<String> ownWarnings(Computed computed, boolean undated) {
        List<String> codes = new ArrayList<>(0);
        if (computed.missing() != null) {
            return codes;
        }
        boolean approximate = false;
        boolean disputed = false;
        for (Operand operand : computed.used()) {
            approximate |= operand.qualifier() != Qualifier.EXACT;
            disputed |= operand.disputed();
        }
        if (approximate) {
            codes.add("approximate");
        }
        if (undated) {
            codes.add("as-of-unknown");
        }
        if (disputed) {
            codes.add("disputed");
        }
        computed.notes().forEach(note -> codes.add(note.code()));
        codes.sort(null);
        return codes;
    }

    private AsReported asReported(int row) {
        Formula formula = indicator.formula();
        boolean single =
                formula instanceof RateFormula || formula instanceof ValueFormula || formula instanceof CountedFormula;
        if (!single || !indicator.numeric()) {
            return null;
        }
        Reported reported = figures.reported(indicator.formula().inputs().get(0), row);
        if (reported.value() == null) {
            return null;
        }
        String unit = reported.traits().unit();
        return new AsReported(
                reported.value(),
                unit == null ? reported.traits().currency() : unit,
                reported.traits().basis(),
                reported.traits().period(),
                reported.traits().currency());
    }

    private Method method(Computed computed) {
        if (!computed.derived()) {
            return null;
        }
        List<Method.MethodInput> inputs = new ArrayList<>(computed.used().size());
        for (Operand operand : computed.used()) {
            inputs.add(new Method.MethodInput(operand.measure(), operand.value(), operand.unit(), operand.asOf()));
        }
        return new Method(indicator.formula().kind(), inputs, computed.factors(), computed.assumptions());
    }
}
