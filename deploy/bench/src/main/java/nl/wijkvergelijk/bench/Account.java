package nl.wijkvergelijk.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** One demo account at survey-service, for what must succeed: anything but a 2xx ends the bench. */
final class Account {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A round of hundreds of responses is one request. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private static final int MOST_LOST = 20;
    private static final AtomicInteger LOST = new AtomicInteger();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final String name;

    Account(int port, String name) {
        this.port = port;
        this.name = name;
    }

    /** What came back, its tag, and the moment it was there whole. */
    record Done(String text, String tag, long atNanos) {

        JsonNode body() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    Done get(String path) {
        return sendUntilAnswered("GET", path, null, null, "application/json", null);
    }

    Done put(String path, String body) {
        return send("PUT", path, body, null, "application/json", null);
    }

    Done patch(String path, String body, String tag) {
        return send("PATCH", path, body, tag, "application/json", null);
    }

    Done post(String path, String body, String tag) {
        return sendUntilAnswered("POST", path, body, tag, "application/json", "speed-" + UUID.randomUUID());
    }

    Done importLines(String path, String lines, String key) {
        return sendUntilAnswered("POST", path, lines, null, "application/x-ndjson", key);
    }

    /** How often the connection was lost before the answer came, or the answer was to come back (503). */
    static int lost() {
        return LOST.get();
    }

    /** What may be sent again without a second effect is, when the connection was lost or the service asks to come back. */
    private Done sendUntilAnswered(String method, String path, String body, String tag, String form, String key) {
        for (int lost = 1; ; lost++) {
            try {
                return send(method, path, body, tag, form, key);
            } catch (UncheckedIOException e) {
                LOST.incrementAndGet();
                Speed.say("lost: %s", e.getMessage());
                if (lost == MOST_LOST) {
                    throw e;
                }
                Servers.pause(1_000);
            }
        }
    }

    private Done send(String method, String path, String body, String tag, String form, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1" + path))
                .timeout(TIMEOUT)
                .header("Authorization", Wire.basic(name))
                .header("Accept-Language", "en")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", form);
        }
        if (tag != null) {
            request.header("If-Match", tag);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            long now = System.nanoTime();
            if (answer.statusCode() == 503) {
                throw new IOException("503 " + answer.body());
            }
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return new Done(answer.body(), answer.headers().firstValue("ETag").orElse(null), now);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
