package nl.wijkvergelijk.survey.workbook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;

/** Sorts the rows of a returned workbook by question, wherever they stand now, and refuses rows of which that cannot be said. */
final class ReturnedWorkbook {
    private static final int HEADINGS_WITHIN = 10;

    private final Questionnaire questionnaire;
    private final Answers handedOut;
    private final Language language;
    private final CellErrors errors;
    private final Map<String, SentQuestion> questions = new LinkedHashMap<>();

    ReturnedWorkbook(Questionnaire questionnaire, Answers handedOut, Language language, CellErrors errors) {
        this.questionnaire = questionnaire;
        this.handedOut = handedOut;
        this.language = language;
        this.errors = errors;
    }

    /** The questions that have rows, in the order of the workbook. */
    Iterable<SentQuestion> questions(Spreadsheet spreadsheet) {
        for (Spreadsheet.Sheet sheet : spreadsheet.sheets()) {
            if (FirstSheet.of(sheet) == null) {
                sheet(sheet);
            }
        }
        return questions.values();
    }

    private void sheet(Spreadsheet.Sheet sheet) {
        Map<String, Integer> columns = Map.of();
        SentQuestion above = null;
        for (Spreadsheet.Row row : sheet.rows()) {
            if (columns.isEmpty()) {
                columns = row.number() <= HEADINGS_WITHIN ? headings(row) : Map.of();
                refuseWithoutHeadings(sheet, row, columns);
            } else {
                SentRow sent = new SentRow(sheet.name(), row, columns);
                above = row(sent, above);
            }
        }
        refuseMerges(sheet, columns);
    }

    private static Map<String, Integer> headings(Spreadsheet.Row row) {
        Map<String, Integer> columns = new HashMap<>();
        row.cells().forEach((column, content) -> {
            if (content instanceof Content.Words words) {
                columns.putIfAbsent(words.text(), column);
            }
        });
        return columns.containsKey(SheetColumn.QUESTION.code()) && columns.containsKey(SheetColumn.VALUE.code())
                ? columns
                : Map.of();
    }

    /** Questions on a sheet whose columns nobody can name must not be passed over in silence. */
    private void refuseWithoutHeadings(Spreadsheet.Sheet sheet, Spreadsheet.Row row, Map<String, Integer> columns) {
        boolean names = row.cell(0) instanceof Content.Words words
                && questionnaire.question(words.text()).isPresent();
        if (columns.isEmpty() && names) {
            errors.add("", sheet.name(), "A1", "no-headings", CellSentences.NO_CODES);
        }
    }

    private SentQuestion row(SentRow sent, SentQuestion above) {
        Content id = sent.cell(SheetColumn.QUESTION.code()).orElse(Content.EMPTY);
        Content part = sent.cell(SheetColumn.PART.code()).orElse(Content.EMPTY);
        if (id.isEmpty() && partOf(part).equals(SheetRow.HEADINGS)) {
            return above;
        }
        if (id.isEmpty() && part.isEmpty()) {
            added(sent, above);
            return above;
        }
        String name = id instanceof Content.Words words ? words.text() : "";
        Question question = questionnaire.question(name).orElse(null);
        if (question == null) {
            String column = SheetColumn.QUESTION.code();
            errors.add("/answers", sent, column, "unknown-question", CellSentences.unknownQuestion(name));
            return null;
        }
        SentQuestion of = questions.computeIfAbsent(
                name,
                any -> new SentQuestion(
                        question,
                        new QuestionRows(questionnaire, language)
                                .of(question, handedOut.to(name).orElse(null)),
                        language));
        add(of, partOf(part), sent);
        return of;
    }

    private static String partOf(Content part) {
        return part instanceof Content.Words words
                ? words.text()
                : part instanceof Content.Number number ? number.number().toPlainString() : "";
    }

    private void add(SentQuestion question, String part, SentRow sent) {
        String pointer = "/answers/" + question.question().id();
        if (!question.knows(part)) {
            errors.add(pointer, sent, SheetColumn.PART.code(), "unknown-part", CellSentences.unknownPart(part));
        } else if (!question.add(part, sent)) {
            errors.add(pointer, sent, SheetColumn.QUESTION.code(), "duplicate", CellSentences.TWICE);
        }
    }

    /** A row that somebody inserted: in a list or table it is one more line. */
    private void added(SentRow sent, SentQuestion above) {
        boolean says = sent.columns().entrySet().stream()
                .filter(column -> isForAnswers(column.getKey()))
                .anyMatch(column -> !sent.row().cell(column.getValue()).isEmpty());
        if (says && above != null && above.takesMoreLines()) {
            add(above, "+" + sent.row().number(), sent);
        } else if (says) {
            errors.add("/answers", sent, SheetColumn.VALUE.code(), "unknown-question", CellSentences.NO_QUESTION);
        }
    }

    private static boolean isForAnswers(String column) {
        return column.startsWith("table-")
                || column.equals(SheetColumn.VALUE.code())
                || SheetColumn.MEMBERS.stream().anyMatch(member -> member.code().equals(column));
    }

    private void refuseMerges(Spreadsheet.Sheet sheet, Map<String, Integer> columns) {
        TreeSet<Integer> rows = sheet.rows().stream()
                .filter(row -> !columns.isEmpty()
                        && row.cell(columns.get(SheetColumn.QUESTION.code())) instanceof Content.Words words
                        && questions.containsKey(words.text()))
                .map(Spreadsheet.Row::number)
                .collect(Collectors.toCollection(TreeSet::new));
        for (Spreadsheet.Merge merge : sheet.merges()) {
            Integer row = rows.ceiling(merge.firstRow());
            boolean overRows = row != null && row <= merge.lastRow();
            boolean overColumns = columns.entrySet().stream()
                    .anyMatch(column -> isForAnswers(column.getKey())
                            && column.getValue() >= merge.firstColumn()
                            && column.getValue() <= merge.lastColumn());
            if (overRows && overColumns) {
                String cell = Spreadsheet.address(merge.firstColumn(), merge.firstRow());
                errors.add("/answers", sheet.name(), cell, "merged-cells", CellSentences.MERGED);
            }
        }
    }
}
