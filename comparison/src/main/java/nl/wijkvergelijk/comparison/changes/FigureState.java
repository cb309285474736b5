package nl.wijkvergelijk.comparison.changes;

import nl.wijkvergelijk.comparison.table.Cell;

/** What a figure says by itself, without its rank; what is absent is null. */
public record FigureState(
        Double value,
        String text,
        String missing,
        String unit,
        String qualifier,
        Double low,
        Double high,
        Cell.Status status,
        String asOf) {

    static FigureState of(Cell cell) {
        return new FigureState(
                cell.value(),
                cell.text(),
                cell.missing(),
                cell.unit(),
                cell.qualifier(),
                cell.low(),
                cell.high(),
                cell.status(),
                cell.asOf());
    }
}
