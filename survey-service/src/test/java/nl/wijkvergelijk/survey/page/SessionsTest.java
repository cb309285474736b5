package nl.wijkvergelijk.survey.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who signs in at noon is signed out at eight in the evening. */
class SessionsTest {

    private static final Instant NOON = Instant.parse("2027-04-01T12:00:00Z");
    private static final String KEY = "a key of thirty-two characters!!";

    private record Config(Optional<String> sessionKey) implements PagesConfig {
        @Override
        public Duration sessionLifetime() {
            return Duration.ofHours(8);
        }

        @Override
        public String address() {
            return "https://wijkvergelijk.example";
        }
    }

    private static Sessions at(Instant now, String key) {
        return new Sessions(new Config(Optional.ofNullable(key)), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aSessionIsOverAfterItsLifetime() {
        String cookie = at(NOON, KEY).cookie(at(NOON, KEY).begin("leusden"));
        Instant eight = NOON.plus(Duration.ofHours(8));
        assertEquals(
                "leusden",
                at(eight.minusSeconds(1), KEY).read(cookie).orElseThrow().account());
        assertTrue(at(eight, KEY).read(cookie).isEmpty());
        assertTrue(at(eight.plusSeconds(1), KEY).read(cookie).isEmpty());
    }

    @Test
    void aTokenIsOfOneSessionOnly() {
        Sessions sessions = at(NOON, KEY);
        Session one = sessions.begin("leusden");
        Session other = sessions.begin("leusden");
        assertTrue(sessions.isToken(one, sessions.token(one)));
        assertFalse(sessions.isToken(other, sessions.token(one)));
        assertFalse(sessions.isToken(one, null));
        assertFalse(sessions.isToken(one, ""));
    }

    @Test
    void replicasThatShareAKeyKnowEachOthersSessionsAndOthersDoNot() {
        String cookie = at(NOON, KEY).cookie(at(NOON, KEY).begin("leusden"));
        assertTrue(at(NOON, KEY).read(cookie).isPresent());
        assertTrue(at(NOON, KEY.toUpperCase(java.util.Locale.ROOT)).read(cookie).isEmpty());
        assertTrue(at(NOON, null).read(cookie).isEmpty());
        assertNotEquals(
                at(NOON, null).token(new Session("", NOON, "n")), at(NOON, null).token(new Session("", NOON, "n")));
    }

    @Test
    void aKeyThatIsTooShortIsRefused() {
        assertThrows(IllegalStateException.class, () -> at(NOON, KEY.substring(1)));
    }
}
