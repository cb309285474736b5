package nl.wijkvergelijk.survey.workbook;

import java.util.Map;
import nl.wijkvergelijk.survey.questionnaire.Question;

/**
 * One row of a sheet as it is handed out. A question has a row of its own (the part is {@code ""}), and below it one for each option, line or table row.
 *
 * @param part which part of the answer: an option's code, a number from 1, or {@link #HEADINGS}
 * @param cells the cells that can be filled in, by the code of their column; any other is not for this row
 */
record SheetRow(Question question, String part, String label, Map<String, Cell> cells) {

    /** The part of the row that names a table's columns. */
    static final String HEADINGS = "columns";

    boolean isMain() {
        return part.isEmpty();
    }

    boolean isHeadings() {
        return part.equals(HEADINGS);
    }

    /** What the cell was handed out with. */
    Content content(String column) {
        Cell cell = cells.get(column);
        return cell == null ? Content.EMPTY : cell.content();
    }

    /**
     * A cell to fill in.
     *
     * @param fixed whether it only shows what cannot be otherwise
     */
    record Cell(Content content, Choices choices, boolean fixed) {

        static Cell of(Content content) {
            return new Cell(content, Choices.NONE, false);
        }

        static Cell of(Content content, Choices choices) {
            return new Cell(content, choices, false);
        }

        static Cell fixed(Content content, Choices choices) {
            return new Cell(content, choices, true);
        }
    }
}
