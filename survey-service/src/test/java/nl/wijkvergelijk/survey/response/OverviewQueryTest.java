package nl.wijkvergelijk.survey.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import nl.wijkvergelijk.survey.rule.Completeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of municipalities that are equal, or whose names have accents, and who counts as complete. */
class OverviewQueryTest {

    private static Standing standing(String code, String name, int revision, int required) {
        return new Standing(
                "2027",
                new ResponseView.Municipality(code, name),
                State.DRAFT,
                revision,
                null,
                false,
                new Completeness(revision, required, 9),
                null,
                null,
                0,
                0,
                null,
                0,
                null);
    }

    private static List<String> ordered(String sort, Standing... standings) {
        return Stream.of(standings)
                .sorted(OverviewQuery.of(null, null, null, null, null, sort, null, null)
                        .order())
                .map(each -> each.municipality().code())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state",
                "-state",
                "completeness",
                "-completeness",
                "openRemarks",
                "-openRemarks",
                "deadline",
                "-deadline",
                "changedAt",
                "-changedAt",
                "name",
                "-name"
            })
    void whatIsEqualStandsByCode(String sort) {
        assertEquals(
                List.of("GM0001", "GM0002", "GM0003"),
                ordered(
                        sort,
                        standing("GM0003", "Bergen", 0, 1),
                        standing("GM0001", "Bergen", 0, 1),
                        standing("GM0002", "Bergen", 0, 1)));
    }

    @Test
    void namesStandAsInADutchList() {
        Standing[] all = {
            standing("GM0001", "Zwolle", 0, 1),
            standing("GM0002", "Élburg", 0, 1),
            standing("GM0003", "edam", 0, 1),
            standing("GM0004", "Ermelo", 0, 1)
        };
        assertEquals(List.of("GM0003", "GM0002", "GM0004", "GM0001"), ordered("name", all));
        assertEquals(List.of("GM0001", "GM0004", "GM0002", "GM0003"), ordered("-name", all));
    }

    @Test
    void whoSavedNothingIsNotCompleteEvenWhenNothingIsRequired() {
        assertFalse(standing("GM0001", "Bergen", 0, 0).isComplete());
        assertTrue(standing("GM0001", "Bergen", 1, 0).isComplete());
        assertFalse(standing("GM0001", "Bergen", 1, 2).isComplete());
    }
}
