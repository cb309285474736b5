package nl.wijkvergelijk.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Who reads comparison-service on one connection, and times it. */
final class Reader implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final KeptConnection connection;
    private final int port;

    Reader(int port) {
        this.port = port;
        this.connection = new KeptConnection(port);
    }

    /** How many nanoseconds the whole answer took; an exception when it was not 200. */
    long nanos(String path) {
        long began = System.nanoTime();
        KeptConnection.Answer answer = connection.get(Http.Call.get(path, "anybody"));
        long took = System.nanoTime() - began;
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer);
        }
        return took;
    }

    /** The version of the data that is answered with. */
    long version() {
        Http.Answer answer = Http.send(port, Http.Call.get("/datasets?limit=1", null));
        try {
            return answer.succeeded()
                    ? JSON.readTree(answer.body()).path("latest").asLong()
                    : -1;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitVersion(long sequence) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (version() < sequence) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("publication " + sequence + " is not seen after a minute");
            }
            Servers.pause(20);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
