package nl.wijkvergelijk.survey.page;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes and reads the cookie of a session, and the tokens of its forms. Both are signed (HMAC-SHA-256); nothing is kept on this side. A key that is too short stops the start. */
@ApplicationScoped
@Startup
class Sessions {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final PagesConfig config;
    private final Clock clock;

    Sessions(PagesConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.key = new SecretKeySpec(config.sessionKey().map(Sessions::bytes).orElseGet(() -> random(32)), ALGORITHM);
    }

    private static byte[] bytes(String key) {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "wijkvergelijk.pages.session-key needs %d characters or more.".formatted(SHORTEST_KEY));
        }
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /** A new session, of an account or of nobody yet (""). */
    Session begin(String account) {
        return new Session(account, clock.instant().plus(config.sessionLifetime()), encoded(random(16)));
    }

    /** As the cookie carries it. */
    String cookie(Session session) {
        String said = encoded(session.account().getBytes(StandardCharsets.UTF_8)) + "."
                + session.until().getEpochSecond() + "." + session.nonce();
        return said + "." + signed("session " + said);
    }

    /** The session of a cookie; empty when it is over, or not one of ours. */
    Optional<Session> read(String cookie) {
        String[] parts = cookie == null ? new String[0] : cookie.split("\\.", -1);
        if (parts.length != 4 || !same(parts[3], signed("session " + parts[0] + "." + parts[1] + "." + parts[2]))) {
            return Optional.empty();
        }
        Instant until = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        String account = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        return Optional.of(new Session(account, until, parts[2]))
                .filter(session -> session.until().isAfter(clock.instant()));
    }

    /** What every form of the session sends along. */
    String token(Session session) {
        return signed("form " + session.nonce());
    }

    /** Whether a form of this session sent this. */
    boolean isToken(Session session, String token) {
        return token != null && same(token, token(session));
    }

    private String signed(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return encoded(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    static String unique() {
        return encoded(random(16));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
