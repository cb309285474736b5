package nl.wijkvergelijk.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged product as {@code ./run} starts it, with the round of 2005, on free ports and a data directory of its own. One for nearly all tests. */
final class RunningProduct {

    static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RunningProduct shared;

    final Path data;
    final int surveyPort;
    final int comparisonPort;
    private final Path printed;
    private Process launcher;

    private RunningProduct(Path data) {
        this.data = data;
        this.surveyPort = freePort();
        this.comparisonPort = freePort();
        this.printed = data.resolveSibling(data.getFileName() + ".out");
        start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    static synchronized RunningProduct shared() {
        if (shared == null) {
            shared = another();
        }
        return shared;
    }

    /** One in which nobody else has done anything; whoever asks for it stops it. */
    static RunningProduct another() {
        try {
            return new RunningProduct(
                    Files.createTempDirectory("wijkvergelijk-acceptance-").resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the launcher and waits until it has said everything. */
    void start() {
        ProcessBuilder builder = new ProcessBuilder(
                        java(),
                        "-Dwijkvergelijk.home=" + HOME,
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        HOME.resolve("deploy/local/target/local-0.1.0.jar") + ":"
                                + HOME.resolve("deploy/local/target/lib") + "/*",
                        "nl.wijkvergelijk.local.Launcher")
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment()
                .putAll(Map.of(
                        "DATA_DIR",
                        data.toString(),
                        "SURVEY_PORT",
                        "" + surveyPort,
                        "COMPARISON_PORT",
                        "" + comparisonPort));
        try {
            launcher = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(Duration.ofMinutes(5), () -> {
            if (!launcher.isAlive()) {
                throw new AssertionError("the launcher ended:\n" + printed());
            }
            return printed().contains("Press Ctrl-C to stop");
        });
    }

    String printed() {
        try {
            return Files.readString(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGTERM; answers with what the launcher had started and is still alive afterwards. */
    List<Long> stop() {
        List<ProcessHandle> started = new ArrayList<>(launcher.descendants().toList());
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the launcher did not stop");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return started.stream()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .toList();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void await(Duration atMost, java.util.function.BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(atMost);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("waited " + atMost + " in vain");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A request to comparison-service. */
    HttpResponse<String> compare(String pathAndQuery) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + comparisonPort + "/v1" + pathAndQuery))
                .build());
    }

    /** The JSON of a comparison-service answer that must be 200. */
    JsonNode comparison(String pathAndQuery) {
        return json(compare(pathAndQuery), 200);
    }

    /** A request to survey-service as one of the demo accounts. */
    HttpResponse<String> survey(String method, String path, String account, String ifMatch, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + surveyPort + "/v1" + path))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request.method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.uri() + " -> " + response.statusCode() + "\n" + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
