package nl.wijkvergelijk.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the two services as a child process, its words in a log file. */
final class Service {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final String name;
    private final int port;
    private final Path log;
    private final Process process;

    private Service(String name, int port, Path log, Process process) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a service from its packaged jar, for one machine: a small heap, 127.0.0.1, the profile {@code local}.
     *
     * @param settings what else it is told, as system properties
     */
    static Service start(String name, Path jar, int port, Path log, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dquarkus.profile=local",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-jar");
        command.add(jar.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(log.toFile())
                    .start();
            return new Service(name, port, log, process);
        } catch (IOException e) {
            throw new CannotStart(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    String name() {
        return name;
    }

    Process process() {
        return process;
    }

    /** Where it answers, without a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    /**
     * Waits until the service says that it is ready.
     *
     * @throws CannotStart when it ends first, or takes too long
     */
    void awaitReady() {
        Instant deadline = Instant.now().plus(START);
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest question = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (!ready(client, question)) {
            if (!process.isAlive()) {
                throw new CannotStart(ending());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new CannotStart(
                        name + " is not ready after " + START.toMinutes() + " minutes; its log is " + log + ".");
            }
        }
    }

    private boolean ready(HttpClient client, HttpRequest question) {
        try {
            if (client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                return true;
            }
        } catch (IOException notYet) {
            // Nobody listens yet.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Starting was interrupted.", e);
        }
        try {
            process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** How a service that is no longer there ended, in one sentence. */
    String ending() {
        return name + " stopped by itself (exit " + process.exitValue() + ")" + lastError() + "; its log is " + log
                + ".";
    }

    private String lastError() {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("ERROR") || line.contains("Exception"))
                    .reduce((first, last) -> last)
                    .map(line -> ", saying: " + line.strip())
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    /** Asks the service to end and waits for it; one that does not listen is killed. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
