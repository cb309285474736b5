package nl.wijkvergelijk.comparison.representation;

import java.io.IOException;
import java.time.Instant;
import nl.wijkvergelijk.comparison.dataset.NamedGroup;
import nl.wijkvergelijk.comparison.table.Group;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.comparison.table.Warning;
import nl.wijkvergelijk.http.Text;
import org.dhatim.fastexcel.Workbook;

/** The sheet that says where the figures come from, under which terms, and where they do not compare like with like. */
final class AboutSheet {

    private static final int LONGEST_TEXT = 32_000;

    private AboutSheet() {}

    static void write(Workbook workbook, Tables tables) throws IOException {
        SheetRows sheet =
                new SheetRows(workbook, new Text("Herkomst", "Source").in(tables.language()), 24, 40, 30, 100);
        line(sheet, tables, new Text("Titel", "Title"), tables.title());
        line(sheet, tables, new Text("Bron", "Source"), tables.citation());
        line(sheet, tables, new Text("Adres", "Address"), tables.address());
        line(
                sheet,
                tables,
                new Text("Gepubliceerd", "Published"),
                tables.updated().map(Instant::toString).orElse(null));
        line(sheet, tables, new Text("Licentie", "Licence"), Licence.OURS.id() + " " + Licence.OURS.url());
        for (Table table : tables.tables()) {
            group(sheet, tables, table.group());
        }
        sheet.next();
        sheet.heading(new Text("Waarschuwing", "Warning").in(tables.language()));
        sheet.heading(new Text("Indicatoren", "Indicators").in(tables.language()));
        sheet.heading(new Text("Gemeenten", "Municipalities").in(tables.language()));
        sheet.heading(new Text("Toelichting", "Explanation").in(tables.language()));
        sheet.next();
        for (Table table : tables.tables()) {
            for (Warning warning : table.warnings()) {
                warning(sheet, tables, warning);
            }
        }
        sheet.finish();
    }

    /** A named group: what it is called, who says so, and who of it has no figure; those in it have rows of their own. */
    private static void group(SheetRows sheet, Tables tables, Group group) throws IOException {
        if (group.named() == null) {
            return;
        }
        NamedGroup named = group.named().group();
        line(sheet, tables, new Text("Groep", "Group"), named.name().in(tables.language()));
        line(sheet, tables, new Text("Groep volgens", "Group according to"), named.source());
        line(
                sheet,
                tables,
                new Text("Zonder cijfers", "Without figures"),
                String.join(", ", group.named().without()));
    }

    private static void line(SheetRows sheet, Tables tables, Text label, String value) throws IOException {
        sheet.heading(label.in(tables.language()));
        sheet.text(value);
        sheet.next();
    }

    /** A cell holds 32,767 characters; what is longer goes on below. */
    private static void warning(SheetRows sheet, Tables tables, Warning warning) throws IOException {
        String detail = warning.detail().in(tables.language());
        String municipalities = String.join(", ", warning.municipalities());
        int longest = Math.max(detail.length(), municipalities.length());
        for (int from = 0; from == 0 || from < longest; from += LONGEST_TEXT) {
            sheet.text(warning.code());
            sheet.text(String.join(", ", warning.indicators()));
            sheet.text(part(municipalities, from));
            sheet.text(part(detail, from));
            sheet.next();
        }
    }

    private static String part(String text, int from) {
        return text.substring(Math.min(from, text.length()), Math.min(from + LONGEST_TEXT, text.length()));
    }
}
