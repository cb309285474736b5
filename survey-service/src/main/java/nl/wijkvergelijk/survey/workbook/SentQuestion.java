package nl.wijkvergelijk.survey.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.QuestionType;

/** The rows of one question as they came back, beside those that were handed out. A row or column that is gone says nothing. */
final class SentQuestion {
    private final Question question;
    private final Map<String, SheetRow> handedOut = new LinkedHashMap<>();
    private final Map<String, SentRow> sent = new LinkedHashMap<>();
    private final Language language;

    SentQuestion(Question question, List<SheetRow> handedOut, Language language) {
        this.question = question;
        this.language = language;
        handedOut.forEach(row -> this.handedOut.put(row.part(), row));
    }

    /** Adds a row; false when that part is there already. */
    boolean add(String part, SentRow row) {
        return sent.putIfAbsent(part, row) == null;
    }

    Question question() {
        return question;
    }

    /** Whether lines may be added: the answer is a list or a table. */
    boolean takesMoreLines() {
        return question.type() == QuestionType.TEXT_LIST || question.type() == QuestionType.TABLE;
    }

    /** Whether the question has such a part. */
    boolean knows(String part) {
        return handedOut.containsKey(part) || takesMoreLines() && part.matches("[1-9][0-9]{0,3}|\\+[0-9]{1,5}");
    }

    /** The question's own row, or the first that came back. */
    SentRow main() {
        return sent.getOrDefault("", sent.values().iterator().next());
    }

    Optional<SentRow> row(String part) {
        return Optional.ofNullable(sent.get(part));
    }

    /** What was handed out in a cell. */
    Content before(String part, String column) {
        SheetRow row = handedOut.get(part);
        return row == null ? Content.EMPTY : row.content(column);
    }

    /** What a cell says now; as handed out when it is gone. */
    Content now(String part, String column) {
        return row(part).flatMap(row -> row.cell(column)).orElseGet(() -> before(part, column));
    }

    boolean isTouched(String part, String column) {
        return !CellReader.unchanged(before(part, column), now(part, column), language);
    }

    /** The cell of the question's own row in a column; null when that column is not for this question. */
    SheetRow.Cell mainCell(SheetColumn column) {
        return handedOut.get("").cells().get(column.code());
    }

    /** Whether a cell is there to be filled in. */
    boolean isForUse(String part, String column) {
        SheetRow row = handedOut.get(part);
        if (row == null) {
            row = handedOut.get("1");
        }
        return row != null && row.cells().containsKey(column);
    }

    /** The parts that came back, in the order of the sheet, but for the question's own row and a table's headings. */
    List<String> partsSent() {
        List<String> parts = new ArrayList<>(sent.keySet());
        parts.remove("");
        parts.remove(SheetRow.HEADINGS);
        return parts;
    }

    /** The lines of a list or table that count: those that came back; also those that did not, unless the question's own row is there and they were taken out. */
    List<String> lines() {
        if (sent.containsKey("")) {
            return partsSent();
        }
        List<String> lines = new ArrayList<>(handedOut.keySet());
        lines.remove("");
        lines.remove(SheetRow.HEADINGS);
        partsSent().stream().filter(part -> !lines.contains(part)).forEach(lines::add);
        return lines;
    }

    /** Whether any line or option says something else than was handed out, or was taken out. */
    boolean isAnyPartTouched() {
        boolean touched = partsSent().stream().anyMatch(part -> sent.get(part).columns().keySet().stream()
                .filter(column -> isForUse(part, column))
                .anyMatch(column -> isTouched(part, column)));
        boolean takenOut = takesMoreLines()
                && sent.containsKey("")
                && handedOut.values().stream()
                        .filter(row -> !row.isMain() && !row.isHeadings() && !sent.containsKey(row.part()))
                        .anyMatch(row -> row.cells().values().stream()
                                .anyMatch(cell -> !cell.content().isEmpty()));
        return touched || takenOut;
    }

    /** The parts that came back, the question's own row included, but for a table's headings. */
    List<String> rowsSent() {
        List<String> rows = new ArrayList<>(sent.keySet());
        rows.remove(SheetRow.HEADINGS);
        return rows;
    }
}
