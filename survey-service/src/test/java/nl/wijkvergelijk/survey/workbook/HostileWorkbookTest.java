package nl.wijkvergelijk.survey.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import nl.wijkvergelijk.http.ProblemException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

/** Files that are no workbook, or one that means harm: each is refused with a sentence, quickly, and nothing is looked up or unpacked for it. */
class HostileWorkbookTest {
    private static final Desk DESK = Desk.tiny("{}");

    @Test
    void everyFileThatIsNoPlainWorkbookIsRefused() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("nothing", new byte[0]);
        files.put("text", "a;b".getBytes(StandardCharsets.UTF_8));
        files.put("half a zip", java.util.Arrays.copyOf(DESK.handOut(), 3000));
        files.put(
                "an old workbook or one with a password", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1});
        files.put(
                "a zip with nothing of a workbook",
                EditedWorkbook.of(DESK.handOut()).without("xl/workbook.xml").file());
        files.put("no content types", DESK.edit().without("[Content_Types].xml").file());
        files.put(
                "macros by name",
                DESK.edit().part("xl/vbaProject.bin", new byte[3]).file());
        files.put(
                "macros by type",
                DESK.edit()
                        .xml(
                                "[Content_Types].xml",
                                xml -> xml.replace(
                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"))
                        .file());
        files.put("a NUL", sheet(xml -> xml.replace("<sheetData>", "<sheetData>\0")));
        files.put("a NUL by reference", sheet(xml -> xml.replace("<sheetData>", "<sheetData>&#0;")));
        files.put("not closed", sheet(xml -> xml.replace("</sheetData>", "")));
        files.put("a shared string that is not there", cell("t=\"s\"", "<v>2000000000</v>"));
        files.put("no number", cell("", "<v>abc</v>"));
        files.put("a very long number", cell("", "<v>" + "9".repeat(100_000) + "</v>"));
        files.put("a column far away", sheet(xml -> xml.replaceFirst("<c r=\"F3\"[^>]*>", "<c r=\"ZZZ3\"><v>1</v>")));
        files.put("a column further away", sheet(xml -> xml.replaceFirst("<c r=\"F3\"", "<c r=\"ZZZZZZZ3\"")));
        files.put("a row far away", sheet(xml -> xml.replaceFirst("<row r=\"3\"", "<row r=\"2147483647\"")));
        files.put("a row further away", sheet(xml -> xml.replaceFirst("<row r=\"3\"", "<row r=\"99999999999\"")));
        files.put(
                "another workbook",
                DESK.edit()
                        .xml("xl/sharedStrings.xml", xml -> xml.replace(FirstSheet.MARK, "x"))
                        .file());
        files.forEach((name, file) -> assertEquals("workbook-unreadable", refused(name, file), name));
    }

    @Test
    void aDeclarationIsRefusedAndWhatItNamesIsNeverFetched() {
        String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        String laughs = "<!DOCTYPE x [<!ENTITY a \"" + "ha".repeat(1000) + "\"><!ENTITY b \"" + "&a;".repeat(1000)
                + "\"><!ENTITY c \"" + "&b;".repeat(1000) + "\">]>";
        for (String declaration : new String[] {external, laughs, "<!DOCTYPE worksheet>"}) {
            for (String part : new String[] {
                "xl/worksheets/sheet2.xml",
                "xl/sharedStrings.xml",
                "xl/workbook.xml",
                "xl/styles.xml",
                "[Content_Types].xml",
                "xl/_rels/workbook.xml.rels"
            }) {
                byte[] file = DESK.edit()
                        .xml(part, xml -> xml.replaceFirst("\\?>", "?>" + declaration.replace("\\", "\\\\")))
                        .file();
                assertEquals("workbook-unreadable", refused(part, file), part);
            }
        }
        assertEquals("workbook-unreadable", refused("an entity", cell("t=\"str\"", "<v>&e;</v>")));
    }

    @Test
    void onlyAPlainPackageIsOpened() {
        byte[] file = DESK.handOut();
        for (String before : new String[] {"%PDF-1.7\n", "<html>", "GIF89a", "MZ", " "}) {
            assertEquals("workbook-unreadable", refused(before, joined(before.getBytes(UTF_8), file)), before);
        }
        for (String name : new String[] {
            "../evil.xml", "xl/../../evil.png", "..", "/evil.xml", "C:evil.xml", "a\0b.xml", "xl/WORKBOOK.xml"
        }) {
            byte[] named =
                    DESK.edit().part(name, new byte[] {'<', 'a', '/', '>'}).file();
            assertEquals("workbook-unreadable", refused(name, named), name);
        }
        for (int method : new int[] {1, 6, 9, 12, 14, 93, 95, 98, 99}) {
            byte[] packed = packed(method, deflated(new byte[10]), 10);
            assertEquals("workbook-unreadable", refused("method " + method, packed), "method " + method);
        }
        assertEquals("workbook-unreadable", refused("twice", packed(8, deflated(new byte[1]), 1, "a.bin", "a.bin")));
        byte[] lie = packed(8, deflated(new byte[100_000_000]), 10, "xl/lie.xml");
        assertEquals("workbook-unreadable", refused("a lie about its size", lie));
        EditedWorkbook many = DESK.edit();
        for (int i = 0; i < 1_000; i++) {
            many.part("xl/media/" + i + ".png", new byte[0]);
        }
        assertEquals("workbook-unreadable", refused("many parts", many.file()));
    }

    @Test
    void whatIsNotAskedForIsNeitherReadNorFetched() {
        String harm = "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:1/\">]><x>&e;</x>";
        EditedWorkbook edited = DESK.edit().answer("name", "Leusden");
        for (String part : new String[] {
            "xl/theme/theme1.xml",
            "xl/drawings/drawing1.xml",
            "xl/comments1.xml",
            "xl/externalLinks/externalLink1.xml",
            "xl/connections.xml",
            "docProps/app.xml"
        }) {
            edited.part(part, harm.getBytes(UTF_8));
        }
        edited.part("xl/embeddings/oleObject1.bin", joined(new byte[] {'P', 'K', 3, 4}, new byte[1000]));
        edited.part("nested.xlsx", DESK.handOut());
        edited.xml(
                "xl/_rels/workbook.xml.rels",
                xml -> xml.replace(
                        "</Relationships>",
                        "<Relationship Id=\"far\" Type=\"x/externalLink\" TargetMode=\"External\" Target=\"http://127.0.0.1:1/x.xlsx\"/></Relationships>"));
        assertEquals("{\"value\":\"Leusden\"}", DESK.answer(edited, "name"));
        EditedWorkbook commands = DESK.edit()
                .cell("people", "", "value", "", "<f>cmd|' /c calc'!A0</f><v>12</v>")
                .cell("name", "", "value", "t=\"str\"", "<f>HYPERLINK(\"http://127.0.0.1:1/\",\"x\")</f><v>x</v>");
        assertEquals("{\"value\":12}", DESK.answer(commands, "people"));
        EditedWorkbook without =
                DESK.edit().cell("people", "", "value", "", "<f>WEBSERVICE(\"http://127.0.0.1:1/\")</f>");
        assertTrue(DESK.error(without).startsWith("wrong-type "), DESK.error(without));
    }

    @Test
    void halfASurrogatePairInAnEscapeIsRefusedAtItsCell() {
        assertTrue(DESK.error(DESK.edit().first(FirstSheet.REASON, "a_xD800_b")).startsWith("control-character C"));
        assertTrue(DESK.error(DESK.edit().answer("name", "a_xDC00_b")).contains("/answers/name"));
    }

    @Test
    void aBombIsNotUnpacked() {
        byte[] zeros = new byte[100_000_000];
        assertEquals(
                "workbook-unreadable",
                refused("zeros", DESK.edit().part("xl/theme.xml", zeros).file()));
        byte[] spaces = new byte[30_000_000];
        java.util.Arrays.fill(spaces, (byte) ' ');
        EditedWorkbook edited = DESK.edit();
        byte[] strings = edited.parts().get("xl/sharedStrings.xml");
        byte[] large = java.util.Arrays.copyOf(strings, strings.length + spaces.length);
        System.arraycopy(spaces, 0, large, strings.length, spaces.length);
        assertEquals(
                "workbook-unreadable",
                refused("spaces", edited.part("xl/sharedStrings.xml", large).file()));
    }

    @Test
    void tooManyCellsAreRefused() {
        StringBuilder rows = new StringBuilder();
        for (int row = 1000; row < 6000; row++) {
            rows.append("<row r=\"").append(row).append("\">");
            rows.append("<c><v>1</v></c>".repeat(25)).append("</row>");
        }
        assertEquals(
                "workbook-unreadable",
                refused("cells", sheet(xml -> xml.replace("</sheetData>", rows + "</sheetData>"))));
    }

    @Test
    void whatIsTooLargeAsItIsIsTooLarge() {
        assertEquals("payload-too-large", refused("large", new byte[5_000_001]));
    }

    @Test
    void cutAndDamagedFilesAreRefusedOrRead() {
        byte[] file = DESK.handOut();
        java.util.Random random = new java.util.Random(5);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = file.clone();
            for (int j = 0; j < 3; j++) {
                damaged[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            try {
                DESK.takeBack(damaged);
            } catch (ProblemException refusal) {
                assertTrue(refusal.type().status() == 400, refusal.getMessage());
            }
        }
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater plain = new Deflater(9, true);
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, plain)) {
            deflate.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A workbook with more entries, packed as they are and said to be of that size. */
    private static byte[] packed(int method, byte[] content, int size, String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : DESK.edit().parts().entrySet()) {
                zip.putArchiveEntry(new ZipArchiveEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeArchiveEntry();
            }
            for (String name : names.length == 0 ? new String[] {"xl/odd.xml"} : names) {
                ZipArchiveEntry entry = new ZipArchiveEntry(name);
                entry.setMethod(method);
                entry.setSize(size);
                entry.setCompressedSize(content.length);
                entry.setCrc(0);
                zip.addRawArchiveEntry(entry, new ByteArrayInputStream(content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] sheet(java.util.function.UnaryOperator<String> edit) {
        return DESK.edit().xml("xl/worksheets/sheet2.xml", edit).file();
    }

    private static byte[] cell(String attributes, String content) {
        return DESK.edit().cell("people", "", "value", attributes, content).file();
    }

    private static String refused(String name, byte[] file) {
        return assertThrows(ProblemException.class, () -> DESK.takeBack(file), name)
                .type()
                .id();
    }
}
