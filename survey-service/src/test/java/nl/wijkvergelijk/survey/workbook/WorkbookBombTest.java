package nl.wijkvergelijk.survey.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import nl.wijkvergelijk.http.ProblemException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.junit.jupiter.api.Test;

/** Files that are small on their way in and would take gigabytes or hours once inside. What is measured is what reading them allocates, never how long it takes. */
class WorkbookBombTest {
    private static final Desk DESK = Desk.tiny("{}");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** An honest workbook of this size takes some 5 MB; what may be unpacked at all is 20 MB. */
    private static final long MOST_ALLOCATED = 400_000_000;

    @Test
    void noBombTakesMoreThanItsWeight() {
        Map<String, byte[]> bombs = new LinkedHashMap<>();
        bombs.put("an honest one", DESK.handOut());
        bombs.put("deeply nested", sheet(xml -> xml.replace("</sheetData>", "<a>".repeat(6_000_000))));
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 1_300_000; i++) {
            names.append("<a").append(Integer.toString(i, 36)).append("/>");
        }
        bombs.put("a million names", sheet(xml -> xml.replace("</sheetData>", names + "</sheetData>")));
        bombs.put("one long text in every cell", sharedText("_x0041_" + "a".repeat(10_000_000)));
        bombs.put("one longish text in every cell", sharedText("_x0041_" + "a".repeat(32_000)));
        bombs.put("brackets", sheet(xml -> xml));
        bombs.forEach((name, file) -> System.err.println(name + " " + file.length + " " + allocated(() -> {
            try {
                DESK.takeBack(file);
                System.err.println(" TAKEN");
            } catch (ProblemException e) {
                System.err.println(" " + e.type().id() + " " + e.detail().en());
            }
        })));
    }

    private static byte[] sharedText(String text) {
        StringBuilder rows = new StringBuilder();
        for (int row = 1000; row < 5000; row++) {
            rows.append("<row r=\"").append(row).append("\">");
            rows.append("<c t=\"s\"><v>0</v></c>".repeat(20)).append("</row>");
        }
        return DESK.edit()
                .xml("xl/sharedStrings.xml", xml -> xml.replaceFirst("<si>", "<si><t>" + text + "</t></si><si>"))
                .xml("xl/worksheets/sheet2.xml", xml -> xml.replace("</sheetData>", rows + "</sheetData>"))
                .file();
    }

    private static long allocated(Runnable reading) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        reading.run();
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    private static byte[] sheet(UnaryOperator<String> edit) {
        EditedWorkbook edited = DESK.edit();
        String before = new String(edited.parts().get("xl/worksheets/sheet2.xml"), StandardCharsets.UTF_8);
        return edited.part("xl/worksheets/sheet2.xml", edit.apply(before).getBytes(StandardCharsets.UTF_8))
                .file();
    }
}
