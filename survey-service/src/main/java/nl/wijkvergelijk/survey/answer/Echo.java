package nl.wijkvergelijk.survey.answer;

import java.util.List;

/** Repeats what somebody sent in a sentence: quoted, shortened, and without characters that cannot be shown. */
public final class Echo {
    private static final int LONGEST = 40;

    private Echo() {}

    /** The text in quotes. */
    public static String of(String sent) {
        StringBuilder shown = new StringBuilder("\"");
        sent.codePoints().limit(LONGEST).forEach(c -> shown.appendCodePoint(isReadable(c) ? c : '\uFFFD'));
        if (sent.codePointCount(0, sent.length()) > LONGEST) {
            shown.append('…');
        }
        return shown.append('"').toString();
    }

    /** Codes to choose from, at most twenty. */
    static String of(List<String> codes) {
        String shown = String.join(", ", codes.subList(0, Math.min(20, codes.size())));
        return codes.size() > 20 ? shown + ", …" : shown;
    }

    /** Whether a text has no control characters (tab and line ends are none here) and no half surrogate pairs. */
    static boolean isReadable(String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (!isReadable(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReadable(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        return !control && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
