package nl.wijkvergelijk.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody at work with survey-service. Every change carries the tag of what is there now, and succeeds unless it is said to be refused. */
record Person(RunningProduct product, String account) {

    static final String JSON = "application/json";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    JsonNode reads(String path) {
        return answer(send("GET", path, null, null, null), 200);
    }

    byte[] downloads(String path) {
        HttpResponse<byte[]> response = send("GET", path, null, null, null);
        expect(response, 200);
        return response.body();
    }

    JsonNode adds(String path, String body) {
        return answer(send("POST", path, null, JSON, bytes(body)), 200, 201);
    }

    /** The same, where it takes the tag of something else. */
    JsonNode adds(String path, String tagged, String body) {
        return answer(send("POST", path, tag(tagged), JSON, bytes(body)), 200, 201);
    }

    /** Puts something in its place, with its tag where there is one. */
    JsonNode puts(String path, String body) {
        return puts(path, path, body);
    }

    /** The same, where the tag is that of something else. */
    JsonNode puts(String path, String tagged, String body) {
        return answer(send("PUT", path, tag(tagged), JSON, bytes(body)), 200, 201);
    }

    JsonNode changes(String path, String body) {
        return answer(send("PATCH", path, tag(path), JSON, bytes(body)), 200);
    }

    JsonNode uploads(String path, String type, byte[] file) {
        return answer(send("PUT", path, tag(path), type, file), 200, 201);
    }

    /** The same, with the name that the file has. */
    JsonNode uploads(String path, String type, byte[] file, String name) {
        return answer(
                send(request("PUT", path, tag(path), type, file)
                        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")),
                200,
                201);
    }

    /** Takes a response or a rating session a step further, or back. */
    JsonNode takes(String of, String step) {
        return answer(send("POST", of + "/transitions", tag(of), JSON, bytes(step)), 200);
    }

    /** What is said to a step that is not possible now. */
    JsonNode isKeptFrom(String of, String step) {
        return answer(send("POST", of + "/transitions", tag(of), JSON, bytes(step)), 409);
    }

    /** The status of a request that changes nothing, or should not. */
    int tries(String method, String path, String body) {
        return send(method, path, null, body == null ? null : JSON, body == null ? null : bytes(body))
                .statusCode();
    }

    /** The tag that is current; null when there is nothing. */
    String tag(String path) {
        return send("GET", path, null, null, null).headers().firstValue("ETag").orElse(null);
    }

    HttpResponse<byte[]> send(String method, String path, String ifMatch, String type, byte[] body) {
        return send(request(method, path, ifMatch, type, body));
    }

    private HttpRequest.Builder request(String method, String path, String ifMatch, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + product.surveyPort + "/v1" + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (account != null) {
            request.header(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes(account + ":" + account)));
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        return request;
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode answer(HttpResponse<byte[]> response, int... statuses) {
        expect(response, statuses);
        try {
            return RunningProduct.JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void expect(HttpResponse<byte[]> response, int... statuses) {
        for (int status : statuses) {
            if (response.statusCode() == status) {
                return;
            }
        }
        throw new AssertionError(response.request().method() + " " + response.uri() + " -> " + response.statusCode()
                + "\n" + new String(response.body(), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
