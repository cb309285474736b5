package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Requests and answers as bytes, headers and all, so that nothing is made better than it was sent. */
final class Wire {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Set<String> OWN =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding", "keep-alive");

    private Wire() {}

    /**
     * A request.
     *
     * @param target path below {@code /v1} and query, encoded
     * @param headers by lower-case name
     */
    record Request(String method, String target, Map<String, String> headers, byte[] body) {

        String path() {
            return target.split("\\?", 2)[0];
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Request with(String header, String value) {
            Map<String, String> all = new TreeMap<>(headers);
            if (value == null) {
                all.remove(header);
            } else {
                all.put(header, value);
            }
            return new Request(method, target, all, body);
        }

        Request to(String other) {
            return new Request(method, other, headers, body);
        }

        Request by(String other) {
            return new Request(other, target, headers, body);
        }

        Request saying(byte[] other) {
            return new Request(method, target, headers, other);
        }
    }

    /** An answer; status 0 when there was none. */
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** The header of a demo account, whose password is its name. */
    static String basic(String account) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8));
    }

    static Answer send(int port, Request request) {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/v1" + request.target()))
                    .timeout(Duration.ofSeconds(30))
                    .method(
                            request.method(),
                            request.body().length == 0
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(request.body()));
            request.headers().forEach((name, value) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    builder.header(name, value);
                }
            });
            HttpResponse<byte[]> answer = CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(answer.headers().map());
            return new Answer(answer.statusCode(), headers, answer.body());
        } catch (IOException e) {
            return new Answer(0, Map.of(), String.valueOf(e).getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
