package nl.wijkvergelijk.survey.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterviewTest {

    @ParameterizedTest
    @ValueSource(strings = {"jan@leusden.nl", "Vraag jan@leusden.nl.", "<j@l.n>", "a@@b@c.d", "jan@team.leusden.nl"})
    void anAddressIsNoReason(String reason) {
        assertEquals(List.of("personal-data"), codes(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Overleg @ het stadhuis.", "jan@leusden", "@leusden.nl", "jan@.nl", "jan@leusden.", "om 9.30 uur"
            })
    void whatOnlyLooksLikeOneIs(String reason) {
        assertEquals(List.of(), codes(reason));
    }

    /** Ten times the text takes ten times as long, not a hundred. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "a@", "@a", "a@a", "a@ ", "0 "})
    void aLongTextIsReadOnce(String repeated) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> codes(repeated.repeat(1_000_000)));
    }

    private static List<String> codes(String reason) {
        List<InputError> errors = new ArrayList<>();
        new Interview("residents", null, null, null, null, "skipped", reason).check(errors);
        return errors.stream().map(InputError::code).toList();
    }
}
