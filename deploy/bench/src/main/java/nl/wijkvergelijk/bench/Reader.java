package nl.wijkvergelijk.bench;

import java.time.Duration;

/** Who reads comparison-service on a connection of its own. It makes little garbage: else its own pauses would be taken for those of the service. */
final class Reader implements AutoCloseable {

    private final KeptConnection connection;
    private final int port;

    Reader(int port) {
        this.connection = new KeptConnection(port);
        this.port = port;
    }

    /** Waits for the whole answer; an exception when it was not 200. */
    void read(String path) {
        int status = connection.send(Http.Call.get(path, null)).status();
        if (status != 200) {
            throw new IllegalStateException(path + ": " + status);
        }
    }

    /** How many nanoseconds that took. */
    long nanos(String path) {
        long began = System.nanoTime();
        read(path);
        return System.nanoTime() - began;
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

    @Override
    public void close() {
        connection.close();
    }
}
