package nl.wijkvergelijk.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One running PostgreSQL server on a data directory and a port, reachable from this machine only. */
final class Server {

    private static final Duration START = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final ProcessHandle process;
    private final Leash leash;

    private Server(EmbeddedPostgres postgres, ProcessHandle process, Leash leash) {
        this.postgres = postgres;
        this.process = process;
        this.leash = leash;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param port the port to listen on, 0 for any free one
     * @param durable whether a commit must survive a crash of the machine; tests do without
     * @throws CannotStart with what PostgreSQL itself says, within a second of it giving up
     */
    static Server start(DataDirectory directory, int port, boolean durable) {
        Path log = directory.log("postgresql");
        Leash leash = new Leash();
        try {
            directory.making();
            long before = Files.exists(log) ? Files.size(log) : 0;
            EmbeddedPostgres postgres = await(starting(directory, port, durable, log), log, before, directory.path());
            directory.made();
            ProcessHandle process = process(directory);
            leash.hold(process.pid(), "INT");
            return new Server(postgres, process, leash);
        } catch (IOException e) {
            leash.close();
            throw new CannotStart("The data directory " + directory.path() + " cannot be used: " + e, e);
        } catch (RuntimeException e) {
            leash.close();
            throw e;
        }
    }

    int port() {
        return postgres.getPort();
    }

    ProcessHandle process() {
        return process;
    }

    /** Ends the server, cutting every connection, and waits until its process is gone. */
    void stop() {
        try {
            postgres.close();
            process.onExit().get(30, TimeUnit.SECONDS);
            leash.close();
        } catch (IOException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("PostgreSQL did not stop in time and was killed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompletableFuture<EmbeddedPostgres> starting(
            DataDirectory directory, int port, boolean durable, Path log) {
        String onOff = durable ? "on" : "off";
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.postgresql())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(START)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                // The order of texts must not depend on the language this machine happens to be set to.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "32MB")
                // The library switches these off, which suits tests only.
                .setServerConfig("fsync", onOff)
                .setServerConfig("full_page_writes", onOff)
                .setServerConfig("synchronous_commit", onOff);
        CompletableFuture<EmbeddedPostgres> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(builder.start());
                    } catch (IOException | RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    }
                },
                "starting PostgreSQL");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /** The library keeps knocking on the port of a server that has already given up; its log knows better. */
    private static EmbeddedPostgres await(
            CompletableFuture<EmbeddedPostgres> starting, Path log, long before, Path directory) throws IOException {
        while (true) {
            try {
                return starting.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (lines(log, before).stream().anyMatch(line -> line.startsWith("pg_ctl: could not start"))) {
                    throw damaged(directory, lines(log, before), null);
                }
            } catch (ExecutionException | CompletionException e) {
                throw damaged(directory, lines(log, before), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStart("Starting was interrupted.", e);
            }
        }
    }

    private static List<String> lines(Path log, long before) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (var channel = Files.newByteChannel(log)) {
            channel.position(before);
            return new String(java.nio.channels.Channels.newInputStream(channel).readAllBytes())
                    .lines()
                    .toList();
        }
    }

    private static CannotStart damaged(Path directory, List<String> said, Throwable cause) {
        String reason = said.stream()
                .filter(line -> line.matches(".*(PANIC|FATAL|error):.*"))
                .reduce((first, last) -> last)
                .map(line -> line.replaceFirst("^.*?(PANIC|FATAL|error): *", ""))
                .orElse(cause == null ? "it gave no reason" : String.valueOf(cause.getMessage()));
        return new CannotStart(
                "The database in " + directory + " does not start, it is damaged or of another version (PostgreSQL: "
                        + reason + "). Move that directory away, or set DATA_DIR to another one, and start again.",
                cause);
    }

    private static ProcessHandle process(DataDirectory directory) throws IOException {
        String pid = Files.readAllLines(directory.postgresql().resolve("postmaster.pid"))
                .get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .orElseThrow(() -> new CannotStart(
                        "PostgreSQL stopped right after it started; see " + directory.log("postgresql") + "."));
    }
}
