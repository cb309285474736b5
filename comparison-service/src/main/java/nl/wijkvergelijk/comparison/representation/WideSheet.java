package nl.wijkvergelijk.comparison.representation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.http.Text;
import org.dhatim.fastexcel.Workbook;

/** The sheet people look at: a row per round and municipality; per indicator the figure, its status, and in a note what else must be known. */
final class WideSheet {

    private WideSheet() {}

    static void write(Workbook workbook, Tables tables) throws IOException {
        SheetRows sheet =
                new SheetRows(workbook, new Text("Vergelijking", "Comparison").in(tables.language()), 8, 10, 18);
        sheet.freeze(3);
        List<Column> columns = tables.columns();
        sheet.heading(new Text("Ronde", "Round").in(tables.language()));
        sheet.heading(new Text("Code", "Code").in(tables.language()));
        sheet.heading(new Text("Gemeente", "Municipality").in(tables.language()));
        for (Column column : columns) {
            String unit = column.unit() == null ? "" : " (" + column.unit() + ")";
            sheet.heading(column.label().in(tables.language()) + unit);
            sheet.heading(new Text("Status", "Status").in(tables.language()));
            sheet.heading(new Text("Noot", "Note").in(tables.language()));
        }
        sheet.next();
        for (Table table : tables.tables()) {
            for (List<FlatRow> row : FlatRow.byMunicipality(table)) {
                row(sheet, columns, row, tables);
            }
        }
        sheet.finish();
    }

    private static void row(SheetRows sheet, List<Column> columns, List<FlatRow> row, Tables tables)
            throws IOException {
        FlatRow first = row.get(0);
        sheet.text(first.round());
        sheet.text(first.municipalityCode());
        sheet.text(first.municipalityName());
        List<FlatRow> figures = FlatRow.inOrder(columns, row);
        for (int i = 0; i < columns.size(); i++) {
            if (figures.get(i) == null) {
                sheet.text(null);
                sheet.text(null);
                sheet.text(null);
            } else {
                figure(sheet, columns.get(i), figures.get(i), tables);
            }
        }
        sheet.next();
    }

    private static void figure(SheetRows sheet, Column column, FlatRow figure, Tables tables) {
        String label = CellView.label(figure.text(), column.options(), tables.language());
        if (figure.value() != null) {
            sheet.number(figure.value(), column.decimals());
        } else {
            sheet.text(label == null ? figure.text() : label);
        }
        sheet.text(figure.status());
        sheet.text(note(figure));
    }

    /** Why it is missing, how the source put it, between which bounds it lies, what it warns of. */
    private static String note(FlatRow figure) {
        List<String> notes = new ArrayList<>();
        if (figure.missing() != null) {
            notes.add(figure.missing());
        }
        if (figure.qualifier() != null && !figure.qualifier().equals("exact")) {
            notes.add(figure.qualifier());
        }
        if (figure.low() != null) {
            notes.add(Numbers.plain(figure.low()) + "–" + (figure.high() == null ? "" : Numbers.plain(figure.high())));
        }
        figure.warnings().stream().filter(each -> !notes.contains(each)).forEach(notes::add);
        return String.join("; ", notes);
    }
}
