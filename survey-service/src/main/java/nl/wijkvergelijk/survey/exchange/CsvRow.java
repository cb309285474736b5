package nl.wijkvergelijk.survey.exchange;

import java.util.Map;
import java.util.Optional;

/**
 * One row of a file.
 *
 * @param line where it begins, counted from 1
 * @param cells by column, the empty ones left out
 * @param tooMany whether there is something in cells that have no column
 * @param length of all its cells together, in characters
 */
record CsvRow(int line, Map<CsvColumn, String> cells, boolean tooMany, int length) {

    /** What a cell holds as it is. */
    Optional<String> text(CsvColumn column) {
        return Optional.ofNullable(cells.get(column));
    }

    /** The same without blanks around it. */
    Optional<String> code(CsvColumn column) {
        return text(column).map(String::strip).filter(text -> !text.isEmpty());
    }
}
