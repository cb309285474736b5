package nl.wijkvergelijk.survey.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.SurveyProblem;
import nl.wijkvergelijk.survey.access.Actors;
import nl.wijkvergelijk.survey.sql.Sql;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Lets a POST with an {@code Idempotency-Key} have its effect once per account and day. Key and effect are one transaction: a retry waits for the first and gets
 * its answer, and what was refused leaves no key behind (draft-ietf-httpapi-idempotency-key-header-07). The fingerprint of a request is its method, path, query and
 * content: what it asks. If-Match is no part of it: who retries because the first answer was lost may have read the newer tag that the first request made.
 */
@ApplicationScoped
public class Idempotency {

    /** How long a key is remembered. */
    public static final Duration REMEMBERED = Duration.ofHours(24);

    private static final int LONGEST = 200;

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;
    private final Actors actors;

    Idempotency(Sql sql, ObjectMapper json, Clock clock, Actors actors) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.actors = actors;
    }

    /** The effect, or the answer that the same request got before. */
    @Transactional
    public RestResponse<?> once(HttpServerRequest request, Body body, Supplier<RestResponse<?>> effect) {
        return once(request.getHeader("Idempotency-Key"), request.method() + " " + request.uri(), body, effect);
    }

    /** The same for a request that carries its key elsewhere; without a key the effect is not guarded. */
    @Transactional
    public RestResponse<?> once(String key, String operation, Body body, Supplier<RestResponse<?>> effect) {
        return once(key, operation, body.bytes(), effect);
    }

    /**
     * The same for content that is not read into memory.
     *
     * @param content stands for it, such as its digest
     */
    @Transactional
    public RestResponse<?> once(String key, String operation, byte[] content, Supplier<RestResponse<?>> effect) {
        if (key == null) {
            return effect.get();
        }
        refuseMalformed(key);
        String account = actors.current().account();
        String fingerprint = fingerprint(operation, content);
        Instant now = clock.instant();
        forgetBefore(now.minus(REMEMBERED));
        boolean isNew = sql.update("""
                        insert into survey.idempotency_key (account, key, fingerprint, at) values (?, ?, ?, ?)
                        on conflict on constraint idempotency_key_pk do nothing
                        """, account, key, fingerprint, now) == 1;
        return isNew ? remembered(account, key, effect.get()) : again(account, key, fingerprint);
    }

    /** Forgets older keys. Those that somebody else takes out just now are none of our concern: an import may hold them for minutes. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetBefore(Instant moment) {
        sql.update("""
                delete from survey.idempotency_key where (account, key) in
                    (select account, key from survey.idempotency_key where at < ? for update skip locked)
                """, moment);
    }

    private RestResponse<?> remembered(String account, String key, RestResponse<?> answer) {
        String tag = answer.getEntity() instanceof Tagged tagged ? tagged.tag() : null;
        sql.update(
                "update survey.idempotency_key set status = ?, etag = ?, location = ?, body = ? where account = ? and key = ?",
                answer.getStatus(),
                tag,
                answer.getHeaderString("Location"),
                written(answer.getEntity()),
                account,
                key);
        return answer;
    }

    private RestResponse<?> again(String account, String key, String fingerprint) {
        record Used(String fingerprint, int status, String etag, String location, String body) {}
        Used used = sql.find(
                        "select fingerprint, status, etag, location, body from survey.idempotency_key where account = ? and key = ?",
                        row -> new Used(
                                row.getString("fingerprint"),
                                row.getInt("status"),
                                row.getString("etag"),
                                row.getString("location"),
                                row.getString("body")),
                        account,
                        key)
                .orElseThrow();
        if (!used.fingerprint().equals(fingerprint)) {
            throw new ProblemException(
                    SurveyProblem.IDEMPOTENCY_KEY_REUSED,
                    new Text(
                            "Met deze Idempotency-Key is al een ander verzoek gedaan. Kies een nieuwe.",
                            "Another request was made with this Idempotency-Key. Choose a new one."));
        }
        RestResponse.ResponseBuilder<JsonNode> answer = RestResponse.ResponseBuilder.create(used.status(), null);
        answer.entity(read(used.body()));
        if (used.etag() != null) {
            answer.header("ETag", used.etag());
        }
        if (used.location() != null) {
            answer.header("Location", used.location());
        }
        return answer.build();
    }

    static void refuseMalformed(String key) {
        if (key.isEmpty() || key.length() > LONGEST || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw ProblemException.invalid(InputError.header(
                    "Idempotency-Key",
                    "wrong-form",
                    new Text(
                            "Kies 1 tot %d zichtbare tekens zonder spatie.".formatted(LONGEST),
                            "Choose 1 to %d visible characters without a space.".formatted(LONGEST))));
        }
    }

    private static String fingerprint(String operation, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((operation + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String written(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode read(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
