package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Who reads comparison-service on a connection of its own, and times it. */
final class Reader {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Reader(int port) {
        this.port = port;
    }

    /** How many nanoseconds the whole answer took; an exception when it was not 200. */
    long nanos(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1" + path))
                .timeout(TIMEOUT)
                .build();
        try {
            long began = System.nanoTime();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            long took = System.nanoTime() - began;
            if (status != 200) {
                throw new IllegalStateException(path + ": " + status);
            }
            return took;
        } catch (IOException e) {
            throw new IllegalStateException(path + ": " + e, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The version of the data that is answered with; -1 when there was no answer. */
    long version() {
        Http.Answer answer = Http.send(port, Http.Call.get("/datasets?limit=1", null));
        return answer.succeeded() ? Municipality.json(answer).path("latest").asLong() : -1;
    }

    void awaitVersion(long sequence) {
        Servers.await(
                Duration.ofMinutes(1), "comparison-service has publication " + sequence, () -> version() >= sequence);
    }
}
