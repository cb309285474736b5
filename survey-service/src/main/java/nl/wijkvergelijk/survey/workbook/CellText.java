package nl.wijkvergelijk.survey.workbook;

import java.util.regex.Pattern;

/** Text in cells: XML 1.0 cannot hold every character, and spreadsheets write some as {@code _x000D_} (ECMA-376, ST_Xstring). */
final class CellText {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private CellText() {}

    /** What is written into a cell: line ends are LF, what XML cannot hold is shown as such, and what looks like an escape is escaped. */
    static String written(String text) {
        return ESCAPE.matcher(held(text)).replaceAll("_x005F_x$1_");
    }

    /** What a cell that was read says, escapes resolved. */
    static String read(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> {
            char c = (char) Integer.parseInt(found.group(1), 16);
            return java.util.regex.Matcher.quoteReplacement(String.valueOf(c));
        });
    }

    /** A text without what an untouched cell may lose or gain on its way through a spreadsheet: the kind of line end, blanks at its ends. */
    static String comparable(String text) {
        String held = held(text);
        int from = 0;
        int to = held.length();
        while (from < to && isBlank(held.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(held.charAt(to - 1))) {
            to--;
        }
        return held.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static String held(String text) {
        StringBuilder held = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .forEach(c -> held.appendCodePoint(c == 0xfffe || c == 0xffff ? 0xfffd : c));
        return held.toString();
    }
}
