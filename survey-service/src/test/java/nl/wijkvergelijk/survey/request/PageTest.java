package nl.wijkvergelijk.survey.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import nl.wijkvergelijk.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final List<Integer> WHOLE =
            IntStream.rangeClosed(1, 2500).boxed().toList();

    @Test
    void withoutAQuestionItIsTheFirstOfAHundred() {
        assertEquals(new Page(1, 100), Page.of(null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1000, 1, 1000",
        "2, 1000, 1001, 2000",
        "3, 1000, 2001, 2500",
        "2, 150, 151, 300",
        "25, 100, 2401, 2500"
    })
    void pagesFollowUponEachOther(String page, String size, int first, int last) {
        List<Integer> items = Page.of(page, size).of(WHOLE);
        assertEquals(first, items.get(0));
        assertEquals(last, items.get(items.size() - 1));
        assertEquals(first - 1, Page.of(page, size).offset());
    }

    @Test
    void aPageBeyondTheLastIsEmptyHoweverFar() {
        assertEquals(List.of(), Page.of("26", "100").of(WHOLE));
        assertEquals(List.of(), Page.of("1000000", "1000").of(WHOLE));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "100, 1", "101, 2", "200, 2", "201, 3"})
    void theLastPageHoldsTheLastItem(long total, long last) {
        assertEquals(last, Page.of(null, "100").last(total));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "+1", "1.0", "1001", " 1", "", "٣", "99999999999999999999"})
    void whatIsNoSizeIsRefused(String size) {
        assertThrows(ProblemException.class, () -> Page.of(null, size));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000001", "x"})
    void whatIsNoPageIsRefused(String page) {
        assertThrows(ProblemException.class, () -> Page.of(page, null));
    }
}
