package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls a service on this machine once. That nothing came back is an answer too. */
final class Http {

    /** No answer: refused, reset, or nothing within the time-out. */
    static final int NONE = 0;

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Http() {}

    /** What was asked. */
    record Call(String method, String path, String account, String ifMatch, String key, String body) {

        static Call get(String path, String account) {
            return new Call("GET", path, account, null, null, null);
        }

        boolean writes() {
            return !method.equals("GET");
        }
    }

    /** What came back, and after how many milliseconds; status 0 and the reason as body when nothing did. */
    record Answer(int status, String body, String tag, String retryAfter, String staleSince, long millis) {

        boolean succeeded() {
            return status / 100 == 2;
        }
    }

    static Answer send(int port, Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/v1" + call.path()))
                .timeout(TIMEOUT)
                .header("Accept-Language", "en")
                .method(
                        call.method(),
                        call.body() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(call.body()));
        if (call.body() != null) {
            request.header("Content-Type", "application/json");
        }
        if (call.account() != null) {
            request.header("Authorization", Wire.basic(call.account()));
        }
        if (call.ifMatch() != null) {
            request.header("If-Match", call.ifMatch());
        }
        if (call.key() != null) {
            request.header("Idempotency-Key", call.key());
        }
        long began = System.nanoTime();
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("ETag").orElse(null),
                    answer.headers().firstValue("Retry-After").orElse(null),
                    answer.headers().firstValue("Dataset-Stale-Since").orElse(null),
                    millisSince(began));
        } catch (IOException e) {
            return new Answer(NONE, String.valueOf(e), null, null, null, millisSince(began));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The status of an address outside the API, such as a health check; 0 when nothing came back within five seconds. */
    static int status(int port, String path) {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return NONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
