package nl.wijkvergelijk.survey.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.ProblemException;
import org.junit.jupiter.api.Test;

class ListQueryTest {

    private final ListQuery query = new ListQuery();

    @Test
    void aSearchIsMeasuredInCharactersAsPeopleCountThem() {
        assertEquals("👍".repeat(5), query.search("search", "👍".repeat(5), 5));
        query.refuseWrong();
        query.search("search", "👍".repeat(6), 5);
        assertThrows(ProblemException.class, query::refuseWrong);
    }

    @Test
    void aFlagIsYesNoOrOfNoMatter() {
        assertEquals(true, query.flag("late", "true"));
        assertEquals(false, query.flag("late", "false"));
        assertNull(query.flag("late", null));
        query.refuseWrong();
        query.flag("late", "TRUE");
        assertThrows(ProblemException.class, query::refuseWrong);
    }

    @Test
    void theFirstKeyIsTheOrderAndAMinusTurnsItRound() {
        assertEquals(List.of(1, 2, 3), ordered(query.sort(null, List.of("id", "name"))));
        assertEquals(List.of(3, 2, 1), ordered(query.sort("-id", List.of("id", "name"))));
        query.refuseWrong();
        query.sort("-size", List.of("id", "name"));
        assertThrows(ProblemException.class, query::refuseWrong);
    }

    private static List<Integer> ordered(Sort sort) {
        assertEquals("id", sort.key());
        return Stream.of(2, 3, 1)
                .sorted(sort.directed(Comparator.<Integer>naturalOrder()))
                .toList();
    }

    @Test
    void whatIsChosenIsAmongWhatIsKnown() {
        assertEquals(Set.of(), query.among("state", null, List.of("draft", "public")));
        assertEquals(Set.of("draft", "public"), query.among("state", "public,draft", List.of("draft", "public")));
        query.refuseWrong();
        query.among("state", "draft,", List.of("draft", "public"));
        assertThrows(ProblemException.class, query::refuseWrong);
    }
}
