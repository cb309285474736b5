package nl.wijkvergelijk.comparison.representation;

import java.io.IOException;
import nl.wijkvergelijk.http.Text;
import org.dhatim.fastexcel.Workbook;

/** The sheet for programs: a row per figure, in the columns of {@link FlatCsv}. */
final class FlatSheet {

    private FlatSheet() {}

    static void write(Workbook workbook, Tables tables) throws IOException {
        SheetRows sheet = new SheetRows(workbook, new Text("Cijfers", "Figures").in(tables.language()));
        sheet.freeze(0);
        FlatCsv.COLUMNS.forEach(sheet::heading);
        sheet.next();
        Streams.each(tables.flat(), each -> {
            row(sheet, each);
            sheet.next();
        });
        sheet.finish();
    }

    private static void row(SheetRows sheet, FlatRow row) {
        sheet.text(row.round());
        sheet.text(row.municipalityCode());
        sheet.text(row.municipalityName());
        sheet.text(row.indicator());
        sheet.number(row.value());
        sheet.text(row.text());
        sheet.text(row.unit());
        sheet.number(row.low());
        sheet.number(row.high());
        sheet.text(row.qualifier());
        sheet.text(row.status());
        sheet.text(row.missing());
        sheet.text(row.asOf());
        sheet.whole(row.rankFrom());
        sheet.whole(row.rankTo());
        sheet.number(row.reportedValue());
        sheet.text(row.reportedUnit());
        sheet.text(row.reportedBasis());
        sheet.text(String.join(";", row.warnings()));
        sheet.whole(row.dataset());
        sheet.text(row.figure());
    }
}
