package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ETagsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            nullValues = "null",
            value = {
                "\"7\" | 0",
                "\"6\", \"7\" | 0",
                "* | 0",
                "null | 428",
                "' ' | 428",
                "\"8\" | 412",
                "W/\"7\" | 412",
                "7 | 400",
                "\"7 | 400",
                "\"7\" \"8\" | 400",
            })
    void aChangeNeedsTheCurrentTag(String ifMatch, int status) {
        if (status == 0) {
            assertDoesNotThrow(() -> ETags.requireMatch(ifMatch, "\"7\""));
        } else {
            ProblemException refused = assertThrows(ProblemException.class, () -> ETags.requireMatch(ifMatch, "\"7\""));
            assertEquals(status, refused.type().status());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null | true | 0",
                "\"0\" | true | 0",
                "* | true | 412",
                "\"7\" | true | 412",
                "7 | true | 400",
                "null | false | 428",
                "* | false | 0",
                "\"0\" | false | 0",
                "\"7\" | false | 412",
            })
    void nothingNeedsNoTagAndIsNotWhateverIsThere(String ifMatch, boolean isNew, int status) {
        if (status == 0) {
            assertDoesNotThrow(() -> ETags.requireMatchUnlessNew(ifMatch, isNew, "\"0\""));
        } else {
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> ETags.requireMatchUnlessNew(ifMatch, isNew, "\"0\""));
            assertEquals(status, refused.type().status());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "\"7\" | true",
                "W/\"7\" | true",
                "\"1\", W/\"7\" | true",
                "* | true",
                "null | false",
                "7 | false",
                "\"8\" | false",
            })
    void aReaderThatHoldsTheCurrentRepresentationIsToldSo(String ifNoneMatch, boolean holds) {
        assertEquals(holds, ETags.noneMatchHolds(ifNoneMatch, "\"7\""));
    }
}
