package nl.wijkvergelijk.survey.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.wijkvergelijk.http.InputError;

/** Whatever comes in as a name, of a file or in one: what is kept is a name and never a path, and goes out so that it comes in as the same. */
class AnyFileNameTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(80),
                Arbitraries.strings()
                        .withChars("ab.\"\\/:;= %'*0dAUTF-8filename\u0000\r\n\ud800\u202e")
                        .ofMaxLength(80));
    }

    @Property
    void aNameThatIsSentIsMadeSafe(@ForAll("texts") String text) {
        for (String disposition : new String[] {
            text, "attachment; filename=\"" + text + "\"", "attachment; filename*=UTF-8''" + text, "filename=" + text
        }) {
            String name = FileName.sent(disposition, "nota");
            assertFalse(name.isBlank() || name.startsWith("."), disposition);
            assertTrue(name.codePointCount(0, name.length()) <= 150);
            assertTrue(
                    name.codePoints().noneMatch(c -> "\"\\/:*?<>|;%".indexOf(c) >= 0 || Character.isISOControl(c)),
                    name);
            String header = FileName.attachment(name);
            assertTrue(header.chars().allMatch(c -> c >= 0x20 && c < 0x7f), header);
            assertEquals(name, FileName.sent(header, "x"), header);
            assertTrue(FileName.ending(name, List.of("txt")).endsWith(".txt")
                    || name.toLowerCase(java.util.Locale.ROOT).endsWith(".txt"));
        }
    }

    @Property
    void anEntryIsWithinItsFileOrRefused(@ForAll("texts") String name) {
        if (EntryName.isPlain(name) && name.chars().allMatch(c -> c < 0x80)) {
            assertTrue(java.nio.file.Path.of("/a").resolve(name).normalize().startsWith("/a"), name);
        }
    }

    @Example
    void whoLeadsOutOfAFileIsNoEntry() {
        for (String name : List.of("", "..", "../a", "a/../../b", "a/..", "/a", "a\\b", "C:a", "a\0b", "a\nb")) {
            assertFalse(EntryName.isPlain(name), name);
        }
        for (String name : List.of("[Content_Types].xml", "word/media/", "xl/..a", "Configurations2/menubar/")) {
            assertTrue(EntryName.isPlain(name), name);
        }
    }

    @Property
    void aDateIsReadOrRefused(@ForAll("texts") String text) {
        if (text.matches(PartialDate.FORM)) {
            PartialDate.check(text, "/date", new ArrayList<InputError>());
        }
        PartialDate.check("2005-02-" + (10 + Math.abs(text.hashCode() % 25)), "/date", new ArrayList<>());
    }
}
