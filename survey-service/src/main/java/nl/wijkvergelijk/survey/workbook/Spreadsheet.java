package nl.wijkvergelijk.survey.workbook;

import java.util.List;
import java.util.SortedMap;

/** A workbook as it was sent: what its cells say, and nothing of how they look. */
record Spreadsheet(List<Sheet> sheets) {

    /** @param merges ranges of merged cells */
    record Sheet(String name, List<Row> rows, List<Merge> merges) {}

    /**
     * @param number as the spreadsheet shows it, from 1
     * @param cells by column, the first being 0; empty ones are absent
     */
    record Row(int number, SortedMap<Integer, Content> cells) {

        Content cell(int column) {
            return cells.getOrDefault(column, Content.EMPTY);
        }
    }

    /** Cells merged into one. Rows from 1, columns from 0, ends included. */
    record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    /** The name of a cell: {@code E12}. */
    static String address(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters.insert(0, (char) ('A' + c % 26));
        }
        return letters.append(row).toString();
    }
}
