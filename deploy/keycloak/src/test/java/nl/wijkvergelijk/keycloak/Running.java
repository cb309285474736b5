package nl.wijkvergelijk.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server that these tests started, known by its process id. */
final class Running implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;
    private long peak;

    private Running(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a command and waits until the address answers 200. */
    static Running start(List<String> command, Map<String, String> environment, Path log, String ready) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Running running = new Running(builder.start(), log);
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            running.awaits(ready);
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaits(String ready) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(8));
        while (status(ready) != 200) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                close();
                throw new AssertionError("not ready:\n" + said());
            }
            pause(250);
        }
    }

    private static int status(String address) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The most memory that it and what it started had at once, each by itself, in MB; where the system does not say, 0. */
    long peakMegabytes() {
        peak = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(each -> peak(each.pid()))
                .reduce(peak, Math::max);
        return peak;
    }

    private static long peak(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException unknown) {
            return 0;
        }
    }

    /** Ends it and what it started, by their ids, and waits for all. */
    @Override
    public void close() {
        peakMegabytes();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(30, TimeUnit.SECONDS);
            } catch (Exception late) {
                each.destroyForcibly();
            }
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
