package nl.wijkvergelijk.survey.evidence;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a file in {@code Content-Disposition} (RFC 6266, RFC 8187). What comes in is a name and never a path; what goes out cannot leave its quotes. */
final class FileName {

    private static final int LONGEST = 150;
    private static final Pattern EXTENDED = Pattern.compile("(?i)filename\\*\\s*=\\s*utf-8'[^']*'([^;\\s]+)");

    /** The {@code *+} keeps no way back for each character: a long name would exhaust the stack. */
    private static final Pattern PLAIN =
            Pattern.compile("(?i)filename\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s]+))");

    private FileName() {}

    /** The name that was sent, made safe; the other one when none was. */
    static String sent(String disposition, String otherwise) {
        String name = disposition == null ? "" : raw(disposition);
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder safe = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE
                        && Character.isDefined(c)
                        && "\"\\/:*?<>|;%".indexOf(c) < 0)
                .limit(LONGEST)
                .forEach(safe::appendCodePoint);
        String kept = safe.toString().replaceFirst("(?U)^[.\\s]+", "").strip();
        return kept.isEmpty() ? otherwise : kept;
    }

    /** The name with the ending of what the file is: who opens a text called {@code nota.txt.exe} opens a text. */
    static String ending(String name, List<String> endings) {
        String lower = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> lower.endsWith("." + ending)) ? name : name + "." + endings.get(0);
    }

    /** The header that has a browser save the file under this name. */
    static String attachment(String name) {
        String ascii = name.replaceAll("[^\\x20-\\x7e]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
    }

    private static String raw(String disposition) {
        Matcher extended = EXTENDED.matcher(disposition);
        if (extended.find()) {
            try {
                return URLDecoder.decode(extended.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                return "";
            }
        }
        Matcher plain = PLAIN.matcher(disposition);
        if (!plain.find()) {
            return "";
        }
        return plain.group(1) == null ? plain.group(2) : plain.group(1).replaceAll("\\\\(.)", "$1");
    }
}
