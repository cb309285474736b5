package nl.wijkvergelijk.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/** A service as somebody outside sees it: its HTTP API, called by one account. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String account;

    /**
     * @param url where the service answers, without {@code /v1}
     * @param account name and password of a demo account, or null to stay anonymous
     */
    Api(String url, String account) {
        this.base = url + "/v1";
        this.account = account;
    }

    /** What came back: a body (a missing node when there was none) and the resource's tag. */
    record Answer(int status, JsonNode body, String tag) {

        boolean found() {
            return status != 404;
        }
    }

    /** Reads; 404 is an answer too. */
    Answer get(String path) {
        return send(request(path).GET(), "GET " + path, Set.of(200, 404));
    }

    /** Writes a resource; {@code tag} is the one it replaces, null when it is new. */
    Answer put(String path, JsonNode body, String tag) {
        HttpRequest.Builder request = request(path).PUT(json(body));
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return send(request, "PUT " + path, Set.of(200, 201, 204));
    }

    /** Posts; {@code tag} is that of the resource acted upon, or null. */
    Answer post(String path, JsonNode body, String tag) {
        HttpRequest.Builder request = request(path).POST(json(body));
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return send(request, "POST " + path, Set.of(200, 201, 204));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en");
        if (account != null) {
            String secret = account + ":" + account;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private static HttpRequest.BodyPublisher json(JsonNode body) {
        return HttpRequest.BodyPublishers.ofString(body.toString());
    }

    private Answer send(HttpRequest.Builder builder, String what, Set<Integer> expected) {
        HttpRequest request = body(builder);
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (!expected.contains(answer.statusCode())) {
                throw new CannotStart(what + " was refused with " + answer.statusCode() + ": " + answer.body());
            }
            return new Answer(
                    answer.statusCode(),
                    JSON.readTree(answer.body()),
                    answer.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw new CannotStart(what + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart(what + " was interrupted.", e);
        }
    }

    private static HttpRequest body(HttpRequest.Builder builder) {
        HttpRequest plain = builder.build();
        return plain.bodyPublisher().isEmpty()
                ? plain
                : builder.header("Content-Type", "application/json").build();
    }
}
