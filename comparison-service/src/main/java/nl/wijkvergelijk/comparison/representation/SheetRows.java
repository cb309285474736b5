package nl.wijkvergelijk.comparison.representation;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet, filled from the top and written out on the way, so that a large one is never whole in memory. Null leaves a cell empty. */
final class SheetRows {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int ROWS_IN_MEMORY = 500;

    /** With more characters in a cell, Excel takes the file for damaged. */
    private static final int LONGEST_TEXT = 32_767;

    private static final String CUT = " […]";

    private final Worksheet sheet;
    private int row;
    private int column;

    SheetRows(Workbook workbook, String name, int... widths) {
        sheet = workbook.newWorksheet(name);
        for (int i = 0; i < widths.length; i++) {
            sheet.width(i, widths[i]);
        }
    }

    /** Keeps the first row, and this many columns, in sight. */
    void freeze(int columns) {
        sheet.freezePane(columns, 1);
    }

    void heading(String text) {
        text(text);
        sheet.style(row, column - 1)
                .bold()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
    }

    void number(Double number) {
        number(number == null ? null : new BigDecimal(Numbers.plain(number)));
    }

    void number(BigDecimal number) {
        if (number != null) {
            sheet.value(row, column, number);
        }
        column++;
    }

    /** A number that is shown with so many decimals; it has them all. */
    void number(Double number, Integer decimals) {
        number(number);
        if (number != null && decimals != null) {
            String format = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
            sheet.style(row, column - 1).format(format).set();
        }
    }

    void whole(Number number) {
        if (number != null) {
            sheet.value(row, column, number);
        }
        column++;
    }

    /** A text that is longer than a cell holds is cut, and says so. */
    void text(String text) {
        if (text != null && !text.isEmpty()) {
            sheet.value(row, column, fitting(held(text)));
            sheet.style(row, column).format("@").verticalAlignment("top").set();
        }
        column++;
    }

    void next() throws IOException {
        row++;
        column = 0;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    void finish() throws IOException {
        sheet.finish();
    }

    private static String fitting(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = LONGEST_TEXT - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /** XML cannot hold every character, and spreadsheets read some texts as an escape (ECMA-376, ST_Xstring). */
    private static String held(String text) {
        StringBuilder held = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .forEach(c -> held.appendCodePoint(isXml(c) ? c : 0xfffd));
        return ESCAPE.matcher(held).replaceAll("_x005F_x$1_");
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
    }
}
