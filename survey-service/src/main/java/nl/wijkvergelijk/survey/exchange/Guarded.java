package nl.wijkvergelijk.survey.exchange;

import java.util.regex.Pattern;

/**
 * Texts in cells that a spreadsheet would take for a formula get an apostrophe before them, and lose it on the way back. So do their parts behind a semicolon, a
 * tab and a line end: a spreadsheet that parts cells by those makes cells of them.
 */
final class Guarded {
    /** Looked back at, not taken: what guards one part may stand right before what guards the next. */
    private static final String BEGINS = "(?<=^|[;\\t\\r\\n])";

    private static final String DANGER = "(?='*+[=+\\-@\\t\\r\\n＝＋－＠])";
    private static final Pattern PLAIN = Pattern.compile(BEGINS + DANGER);
    private static final Pattern GUARDED = Pattern.compile(BEGINS + "'" + DANGER);

    private Guarded() {}

    /** The text as it is written. What would be taken for a guarded text is guarded too. */
    static String written(String text) {
        return PLAIN.matcher(text).replaceAll("'");
    }

    /** The text that was meant. */
    static String read(String cell) {
        return GUARDED.matcher(cell).replaceAll("");
    }
}
