package nl.wijkvergelijk.survey.workbook;

import java.util.Map;
import java.util.Optional;

/**
 * A row of a returned sheet that belongs to a question.
 *
 * @param columns where each column now stands, by its code
 */
record SentRow(String sheet, Spreadsheet.Row row, Map<String, Integer> columns) {

    /** What the cell says; empty when the sheet has no such column any more. */
    Optional<Content> cell(String column) {
        return Optional.ofNullable(columns.get(column)).map(row::cell);
    }

    String address(String column) {
        int at = columns.getOrDefault(column, columns.getOrDefault(SheetColumn.VALUE.code(), 0));
        return Spreadsheet.address(at, row.number());
    }
}
