package nl.wijkvergelijk.survey.evidence;

import java.util.Arrays;

/** Names in a ZIP. Nothing is ever unpacked by them here; but who opens a file that was handed on may do so. */
public final class EntryName {

    private EntryName() {}

    /** Whether it names a place within the file and nothing outside it: no way up, no root, no drive, no control character (ECMA-376, part 2, 6.2.2). */
    public static boolean isPlain(String name) {
        return !name.isEmpty()
                && !name.startsWith("/")
                && name.chars().noneMatch(c -> c < 0x20 || c == 0x7f || c == '\\' || c == ':')
                && Arrays.stream(name.split("/")).noneMatch(".."::equals);
    }
}
