package nl.wijkvergelijk.survey.preview;

import java.util.List;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.comparison.table.Rank;
import nl.wijkvergelijk.http.Text;

/**
 * How the comparison of a round would differ from what is public now.
 *
 * @param dataset the publication it was compared with; 0 when nothing is public
 * @param figures the figures that would differ: those of the municipality itself first, then those of others, whose ranks may move
 */
public record PreviewView(long dataset, List<Change> figures) {

    /**
     * One figure that would differ.
     *
     * @param figure its id, {@code 2005.GM0327.fte-total}
     * @param unit null for texts
     * @param before null when the municipality is not public now
     */
    public record Change(
            String figure, String municipality, String indicator, Text label, String unit, Side before, Side after) {}

    /** A figure on one side of the change: a value, a text or a missing code, its interval when it is not a point, and its rank. */
    public record Side(Double value, String text, String missing, Double low, Double high, String status, Rank rank) {

        static Side of(Cell cell) {
            return new Side(
                    cell.value(),
                    cell.text(),
                    cell.missing(),
                    cell.low(),
                    cell.high(),
                    cell.status().code(),
                    cell.rank());
        }
    }
}
