package nl.wijkvergelijk.survey.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.Section;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook with the answers as they are. Every text is a text cell, whatever it starts with; there is not one formula. */
final class WorkbookWriter {
    private static final String YELLOW = "FFFBE6";
    private static final String GREY = "E3E3E3";
    private static final String PALE = "F3F3F3";
    private static final String CODE_GREY = "9A9A9A";
    private static final String LIST_MARK = "wijkvergelijk-lists";
    private static final int LONGEST_NAME = 31;

    private final Questionnaire questionnaire;
    private final Language language;
    private final Map<List<String>, Range> lists = new HashMap<>();
    private Worksheet listSheet;

    private WorkbookWriter(Questionnaire questionnaire, Language language) {
        this.questionnaire = questionnaire;
        this.language = language;
    }

    /** The file. @param municipality its name */
    static byte[] write(
            Provenance about, String municipality, Questionnaire questionnaire, Answers answers, Language language) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Wijkvergelijk", "1.0")) {
            new WorkbookWriter(questionnaire, language).fill(workbook, about, municipality, answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private void fill(Workbook workbook, Provenance about, String municipality, Answers answers) {
        first(workbook.newWorksheet(FirstSheet.NAME.in(language)), about, municipality);
        List<Worksheet> sheets = new ArrayList<>();
        for (Section section : questionnaire.sections()) {
            String name =
                    (sheets.size() + 1) + " " + section.title().in(language).replaceAll("[\\[\\]:*?/\\\\']", " ");
            sheets.add(workbook.newWorksheet(
                    name.substring(0, Math.min(LONGEST_NAME, name.length())).strip()));
        }
        listSheet = workbook.newWorksheet(new Text("Keuzelijsten", "Lists").in(language));
        listSheet.setVisibilityState(VisibilityState.HIDDEN);
        listSheet.value(0, 0, LIST_MARK);
        for (int i = 0; i < sheets.size(); i++) {
            section(sheets.get(i), questionnaire.sections().get(i), answers);
        }
    }

    private void first(Worksheet sheet, Provenance about, String municipality) {
        sheet.width(0, 3);
        sheet.width(1, 46);
        sheet.width(2, 90);
        Text title = new Text(
                "Vragenlijst van %s, ronde %s".formatted(municipality, about.round()),
                "Questionnaire of %s, round %s".formatted(municipality, about.round()));
        line(sheet, 0, FirstSheet.MARK, title.in(language), "");
        sheet.style(0, 1).bold().fontSize(14).set();
        line(
                sheet,
                1,
                FirstSheet.MUNICIPALITY,
                new Text("Gemeente", "Municipality").in(language),
                about.municipality());
        line(sheet, 2, FirstSheet.ROUND, new Text("Ronde", "Round").in(language), about.round());
        line(
                sheet,
                3,
                FirstSheet.QUESTIONNAIRE,
                new Text("Vragenlijst", "Questionnaire").in(language),
                about.questionnaire());
        line(
                sheet,
                4,
                FirstSheet.VERSION,
                new Text("Versie van de vragenlijst", "Version of the questionnaire").in(language),
                about.version());
        line(
                sheet,
                5,
                FirstSheet.REVISION,
                new Text("Gemaakt van revisie", "Made from revision").in(language),
                about.revision());
        line(sheet, 6, FirstSheet.LANGUAGE, new Text("Taal", "Language").in(language), about.language());
        line(sheet, 8, FirstSheet.REASON, FirstSheet.REASON_LABEL.in(language), "");
        line(sheet, 9, FirstSheet.ON_BEHALF, FirstSheet.ON_BEHALF_LABEL.in(language), "");
        input(sheet.style(8, FirstSheet.VALUES)).format("@").set();
        input(sheet.style(9, FirstSheet.VALUES)).format("@").set();
        int row = 11;
        sheet.value(row, 1, new Text("Zo vult u dit in", "How to fill this in").in(language));
        sheet.style(row, 1).bold().set();
        for (Text instruction : FirstSheet.INSTRUCTIONS) {
            sheet.value(row, FirstSheet.VALUES, instruction.in(language));
            sheet.style(row++, FirstSheet.VALUES)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
    }

    private static void line(Worksheet sheet, int row, String key, String label, String value) {
        sheet.value(row, 0, key);
        sheet.style(row, 0).fontColor(CODE_GREY).fontSize(6).set();
        sheet.value(row, 1, label);
        sheet.style(row, 1).wrapText(true).verticalAlignment("top").set();
        if (!value.isEmpty()) {
            sheet.value(row, FirstSheet.VALUES, value);
            sheet.style(row, FirstSheet.VALUES)
                    .format("@")
                    .horizontalAlignment("left")
                    .set();
        }
    }

    private void section(Worksheet sheet, Section section, Answers answers) {
        List<String> columns = SheetColumn.codes(section);
        for (int c = 0; c < columns.size(); c++) {
            SheetColumn column = c < SheetColumn.values().length ? SheetColumn.values()[c] : null;
            sheet.width(c, column == null ? 16 : column.width());
            sheet.value(0, c, columns.get(c));
            sheet.style(0, c).fontColor(CODE_GREY).fontSize(6).set();
            if (column != null && !column.heading().nl().isEmpty()) {
                sheet.value(1, c, column.heading().in(language));
            }
            sheet.style(1, c)
                    .bold()
                    .wrapText(true)
                    .fillColor(PALE)
                    .verticalAlignment("top")
                    .set();
        }
        code(sheet, 1, SheetColumn.PART, SheetRow.HEADINGS);
        sheet.freezePane(SheetColumn.HELP.ordinal(), 2);
        QuestionRows rows = new QuestionRows(questionnaire, language);
        int at = 2;
        for (Question question : section.questions()) {
            for (SheetRow row : rows.of(question, answers.to(question.id()).orElse(null))) {
                row(sheet, at++, row, columns);
            }
        }
    }

    private void row(Worksheet sheet, int at, SheetRow row, List<String> columns) {
        code(sheet, at, SheetColumn.QUESTION, row.question().id());
        code(sheet, at, SheetColumn.PART, row.part());
        if (row.isMain()) {
            words(sheet, at, SheetColumn.FORM, row.question().form());
            Text help = row.question().help();
            words(sheet, at, SheetColumn.HELP, help == null ? null : help.in(language));
        }
        words(sheet, at, SheetColumn.LABEL, row.label());
        StyleSetter label =
                sheet.style(at, SheetColumn.LABEL.ordinal()).wrapText(true).verticalAlignment("top");
        (row.isMain() ? label.bold() : label.horizontalAlignment("right")).set();
        for (int c = SheetColumn.VALUE.ordinal(); c < columns.size(); c++) {
            SheetRow.Cell cell = row.cells().get(columns.get(c));
            if (cell == null) {
                if (row.isMain()) {
                    sheet.style(at, c).fillColor(GREY).set();
                }
            } else {
                cell(sheet, at, c, row, cell);
            }
        }
    }

    private void cell(Worksheet sheet, int at, int column, SheetRow row, SheetRow.Cell cell) {
        if (cell.content() instanceof Content.Number number) {
            sheet.value(at, column, number.number());
        } else if (cell.content() instanceof Content.Words words) {
            sheet.value(at, column, CellText.written(words.text()));
        }
        if (row.isHeadings() || cell.fixed()) {
            sheet.style(at, column)
                    .bold()
                    .fillColor(PALE)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        } else if (isNumeric(row, column, cell)) {
            input(sheet.style(at, column)).set();
        } else {
            input(sheet.style(at, column)).format("@").set();
        }
        if (!cell.choices().isEmpty() && !cell.fixed()) {
            Range list = lists.computeIfAbsent(cell.choices().shown(language), this::list);
            sheet.range(at, column, at, column)
                    .validateWithList(list)
                    .allowBlank(true)
                    .showErrorMessage(false);
        }
    }

    /** Whether a number typed here should stay one; anything else is kept as it is typed. */
    private static boolean isNumeric(SheetRow row, int column, SheetRow.Cell cell) {
        if (cell.content() instanceof Content.Words || !cell.choices().isEmpty()) {
            return false;
        }
        int k = column - SheetColumn.VALUE.ordinal();
        return switch (row.question().type()) {
            case INTEGER, DECIMAL, QUANTITY, PERCENTAGE, MONEY, YEAR, DISTRIBUTION ->
                k == 0 || column == SheetColumn.LOW.ordinal() || column == SheetColumn.HIGH.ordinal();
            case TABLE ->
                !row.isMain()
                        && k < row.question().columns().size()
                        && row.question().columns().get(k).type().isNumber();
            case TEXT, TEXT_LIST, DATE, YES_NO, SINGLE_CHOICE, MULTIPLE_CHOICE -> false;
        };
    }

    private Range list(List<String> shown) {
        int column = lists.size() + 1;
        for (int i = 0; i < shown.size(); i++) {
            listSheet.value(i, column, CellText.written(shown.get(i)));
        }
        return listSheet.range(0, column, shown.size() - 1, column);
    }

    private static StyleSetter input(StyleSetter style) {
        return style.fillColor(YELLOW)
                .borderStyle("thin")
                .borderColor("D9D2A8")
                .wrapText(true)
                .verticalAlignment("top");
    }

    private static void code(Worksheet sheet, int row, SheetColumn column, String code) {
        if (!code.isEmpty()) {
            sheet.value(row, column.ordinal(), code);
        }
        sheet.style(row, column.ordinal())
                .fillColor(GREY)
                .fontColor(CODE_GREY)
                .fontSize(6)
                .format("@")
                .set();
    }

    private static void words(Worksheet sheet, int row, SheetColumn column, String text) {
        if (text != null && !text.isEmpty()) {
            sheet.value(row, column.ordinal(), CellText.written(text));
            sheet.style(row, column.ordinal())
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
    }
}
