package nl.wijkvergelijk.survey.exchange;

/** Texts in cells that a spreadsheet would take for a formula get an apostrophe before them, and lose it on the way back. */
final class Guarded {
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";
    private static final char GUARD = '\'';

    private Guarded() {}

    /** The text as it is written. A text that would be taken for a guarded one is guarded too. */
    static String written(String text) {
        return needsGuard(text) ? GUARD + text : text;
    }

    /** The text that was meant. */
    static String read(String cell) {
        return cell.length() > 1 && cell.charAt(0) == GUARD && needsGuard(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** Whether the first character that is no apostrophe is a dangerous one. */
    private static boolean needsGuard(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == GUARD) {
            at++;
        }
        return at < text.length() && DANGEROUS.indexOf(text.charAt(at)) >= 0;
    }
}
