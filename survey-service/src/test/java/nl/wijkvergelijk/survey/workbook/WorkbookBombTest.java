package nl.wijkvergelijk.survey.workbook;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.wijkvergelijk.http.ProblemException;
import org.junit.jupiter.api.Test;

/** Files that are small on their way in and would take gigabytes or hours once inside. What is judged is how much memory reading them takes in all. */
class WorkbookBombTest {
    private static final Desk DESK = Desk.tiny("{}");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** An honest workbook takes 5 MB. */
    private static final long MOST = 120_000_000;

    @Test
    void elementsWithinElementsWithoutEnd() {
        refused(rows("<a>".repeat(2_000_000)));
    }

    @Test
    void aMillionNames() {
        refused(rows(many(1_000_000, i -> "<a" + Integer.toString(i, 36) + "/>")));
        refused(rows(many(700_000, i -> "<a b" + Integer.toString(i, 36) + "=''/>")));
        refused(rows(many(700_000, i -> "<a xmlns='" + Integer.toString(i, 36) + "'/>")));
        refused(rows(many(1_000_000, i -> "<?a" + Integer.toString(i, 36) + "?>")));
    }

    @Test
    void oneLongTextInEveryCell() {
        String cells = ("<row>" + "<c t=\"s\"><v>0</v></c>".repeat(20) + "</row>").repeat(4_000);
        for (int length : new int[] {1_000, 32_000, 2_000_000}) {
            String text = "_x0041_" + "a".repeat(length);
            refused(DESK.edit()
                    .xml("xl/sharedStrings.xml", xml -> xml.replaceFirst("<si>", "<si><t>" + text + "</t></si><si>"))
                    .xml("xl/worksheets/sheet2.xml", xml -> xml.replace("</sheetData>", cells + "</sheetData>"))
                    .file());
        }
    }

    @Test
    void mergedCellsWithoutEnd() {
        String merges = "<mergeCells>" + "<mergeCell ref=\"A1:B2\"/>".repeat(100_001) + "</mergeCells>";
        refused(DESK.edit()
                .xml("xl/worksheets/sheet2.xml", xml -> xml.replace("</sheetData>", "</sheetData>" + merges))
                .file());
    }

    @Test
    void theFormatsOfNumbersAreReadFromBeginToEndOnce() {
        String brackets = "<numFmt numFmtId=\"200\" formatCode=\"" + "[".repeat(1_000_000) + "\"/>";
        byte[] file = DESK.edit()
                .xml("xl/styles.xml", xml -> xml.replaceFirst("<fonts ", "<numFmts>" + brackets + "</numFmts><fonts "))
                .file();
        assertTimeoutPreemptively(ofMinutes(1), () -> DESK.takeBack(file));
    }

    @Test
    void emptyCellsWithoutEnd() {
        refused(rows("<row><c s=\"1\"/></row>".repeat(1_048_576)));
        byte[] wide = rows("<row>" + "<c s=\"1\"/>".repeat(16_384) + "</row>");
        assertTrue(allocated(() -> DESK.takeBack(wide)) < MOST);
    }

    private static String many(int count, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining());
    }

    private static byte[] rows(String rows) {
        return DESK.edit()
                .xml("xl/worksheets/sheet2.xml", xml -> xml.replace("</sheetData>", rows + "</sheetData>"))
                .file();
    }

    private static void refused(byte[] file) {
        long allocated = allocated(() -> assertEquals(
                "workbook-unreadable",
                assertThrows(ProblemException.class, () -> DESK.takeBack(file))
                        .type()
                        .id()));
        assertTrue(allocated < MOST, () -> file.length + " bytes took " + allocated);
    }

    /** What this thread asks for in memory meanwhile, whether it is kept or not. */
    private static long allocated(Runnable reading) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        reading.run();
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
