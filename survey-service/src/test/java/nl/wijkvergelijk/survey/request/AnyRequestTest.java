package nl.wijkvergelijk.survey.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;

/** Whatever somebody writes in a header or the query is read, or refused as the contract says; and what we write ourselves is read as it was meant. */
class AnyRequestTest {

    /** Any text, and texts of the characters that mean something. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings()
                        .withChars("W/\"*,- \t0123456789abc\u0000\ud800%+.")
                        .ofMaxLength(60));
    }

    @Property
    void aTagIsReadOrRefusedByName(@ForAll("texts") String header, @ForAll("texts") String current) {
        ETags.noneMatchHolds(header, ETags.strong(current));
        try {
            ETags.requireMatch(header, ETags.strong(current));
        } catch (ProblemException refused) {
            assertTrue(List.of(400, 412, 428).contains(refused.type().status()));
        }
    }

    @Property
    void everyTagOfAListIsSeen(@ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0) Integer> revisions) {
        String header = String.join(" ,", revisions.stream().map(ETags::strong).toList());
        for (Integer revision : revisions) {
            ETags.requireMatch(header, ETags.strong(revision));
            assertTrue(ETags.noneMatchHolds(header, ETags.strong(revision)));
        }
    }

    @Example
    void aHeaderFullOfTagsIsReadToItsEnd() {
        String many = "\"a\" , ".repeat(100_000);
        ETags.requireMatch(many + "\"b\"", "\"b\"");
        assertTrue(ETags.noneMatchHolds(many + "W/\"b\"", "\"b\""));
        assertThrows(ProblemException.class, () -> ETags.requireMatch(many, "\"a\""));
        assertThrows(ProblemException.class, () -> ETags.requireMatch(many + "b\"", "\"a\""));
    }

    @Property
    void aPageIsReadOrRefusedByName(@ForAll("texts") String page, @ForAll("texts") String size) {
        List<InputError> errors = new ArrayList<>();
        Page read = Page.of(page, size, errors);
        assertTrue(read.number() >= 1 && read.size() >= 1 && read.size() <= Page.MOST);
        errors.forEach(error -> assertTrue(List.of("page", "pageSize").contains(error.name())));
    }

    @Property
    void aPageThatWeNameIsThatPage(
            @ForAll @IntRange(min = 1, max = 1_000_000) int number, @ForAll @IntRange(min = 1, max = 1000) int size) {
        assertEquals(new Page(number, size), Page.of(String.valueOf(number), String.valueOf(size)));
    }

    @Property
    void anOrderIsReadOrRefused(@ForAll("texts") String sent) {
        ListQuery query = new ListQuery();
        Sort sort = query.sort(sent, List.of("id", "name"));
        boolean isKnown = List.of("id", "-id", "name", "-name").contains(sent);
        assertEquals(isKnown, !isRefused(query));
        assertEquals(sent, (sort.descending() ? "-" : "") + sort.key());
    }

    @Property
    void valuesOfAListAreReadOrRefused(@ForAll("texts") String sent) {
        ListQuery query = new ListQuery();
        query.among("state", sent, List.of("a", "b", "c"));
        query.like("municipality", sent, "GM[0-9]{4}");
        query.search("search", sent, 50);
        query.flag("late", sent);
        isRefused(query);
        DryRun.asked(sent, new ArrayList<>());
        Language.of(sent);
    }

    @Property
    void aValueThatIsKnownIsTheOneMeant(
            @ForAll @Size(min = 1, max = 20) List<@StringLength(min = 1, max = 5) String> known) {
        List<String> values =
                known.stream().filter(value -> !value.contains(",")).distinct().toList();
        if (!values.isEmpty()) {
            ListQuery query = new ListQuery();
            assertEquals(values, List.copyOf(query.among("state", String.join(",", values), values)));
            query.refuseWrong();
        }
    }

    @Property
    void aKeyIsTakenOrRefusedByName(@ForAll("texts") String key) {
        boolean isPlain = !key.isEmpty() && key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        if (isPlain) {
            Idempotency.refuseMalformed(key);
        } else {
            assertEquals(
                    "Idempotency-Key",
                    assertThrows(ProblemException.class, () -> Idempotency.refuseMalformed(key))
                            .errors()
                            .get(0)
                            .name());
        }
    }

    private static boolean isRefused(ListQuery query) {
        try {
            query.refuseWrong();
            return false;
        } catch (ProblemException refused) {
            return true;
        }
    }
}
