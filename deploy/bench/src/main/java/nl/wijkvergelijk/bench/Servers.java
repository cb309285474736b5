package nl.wijkvergelijk.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import nl.wijkvergelijk.local.EmbeddedDatabase;

/** A durable PostgreSQL and the packaged services on it, all on 127.0.0.1, each of which can be killed, frozen and started again. */
final class Servers implements AutoCloseable {

    static final String DATABASE = "wijkvergelijk";

    /** A small process that is soon there; what it is at its best does not matter. */
    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** As survey-service in a container of 768 MB (deploy/kubernetes): 70 % of it as heap, and the collector that Java chooses where there is so little. */
    private static final List<String> AS_SURVEY =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    /** As comparison-service in one of 1 GB: half of it as heap, and the collector that its image names. What it is held against has the same. */
    private static final List<String> AS_COMPARISON =
            List.of("-Xmx512m", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError");

    private static final List<String> NO_LIMITS = List.of(
            "-Dwijkvergelijk.limits.reads=100000000",
            "-Dwijkvergelijk.limits.lookups=100000000",
            "-Dwijkvergelijk.limits.expensive=100000000",
            // Workbooks that nobody waits for any more are made to the end all the same.
            "-Dwijkvergelijk.limits.expensive-at-once=64");

    private final Path home;
    private final Path work;
    private final EmbeddedDatabase database;
    private final List<Service> services = new ArrayList<>();

    Servers(Path home, Path work) {
        this.home = home;
        this.work = work;
        this.database = EmbeddedDatabase.at(work.resolve("data"));
        this.database.createDatabase(DATABASE);
        // Whoever interrupts a bench does not want to look for what it left running.
        Runtime.getRuntime().addShutdownHook(new Thread(this::killServices));
    }

    /** One packaged service on a port of its own, which it keeps. */
    final class Service {

        private final String name;
        private final String log;
        private final List<String> told;
        private List<String> machine = SMALL;
        final int port;
        volatile Process process;
        volatile Instant startedAt;

        private Service(String name, String log, String... told) {
            this.name = name;
            this.log = log;
            this.told = List.of(told);
            this.port = freePort();
            services.add(this);
        }

        /** With the virtual machine as it is where people use it. */
        Service asDeployed() {
            machine = name.equals("survey-service") ? AS_SURVEY : AS_COMPARISON;
            return this;
        }

        /** Starts the process and does not wait for it. */
        void start() {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(machine);
            command.addAll(List.of(
                    "-Dquarkus.profile=local",
                    "-Dquarkus.http.host=127.0.0.1",
                    "-Dquarkus.http.port=" + port,
                    "-Dquarkus.datasource.jdbc.url=" + database.jdbcUrl(DATABASE)));
            command.addAll(told);
            command.add("-jar");
            command.add(
                    home.resolve(name + "/target/quarkus-app/quarkus-run.jar").toString());
            try {
                startedAt = Instant.now();
                process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                work.resolve(log + ".log").toFile()))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** {@code kill -9}, and waits until it is gone. */
        void kill() {
            process.destroyForcibly();
            gone(Duration.ofSeconds(30));
        }

        /** SIGTERM; answers with how long it took to end. */
        Duration stop() {
            Instant began = Instant.now();
            process.destroy();
            gone(Duration.ofSeconds(60));
            return Duration.between(began, Instant.now());
        }

        private void gone(Duration atMost) {
            try {
                if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(name + " did not end within " + atMost);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void awaitReady() {
            awaitReady(Duration.ofMinutes(2));
        }

        void awaitReady(Duration atMost) {
            await(atMost, name + " is ready", () -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException(name + " ended by itself, see " + work.resolve(log + ".log"));
                }
                return Http.status(port, "/q/health/ready") == 200;
            });
        }
    }

    /** What one client may ask in a minute is not in the way, unless it is told. */
    Service survey(String... told) {
        List<String> all = new ArrayList<>(List.of(
                "-Dwijkvergelijk.limits.reads=1000000",
                "-Dwijkvergelijk.limits.writes=1000000",
                "-Dwijkvergelijk.limits.expensive=1000000",
                "-Dwijkvergelijk.limits.imports=1000000"));
        all.addAll(List.of(told));
        all.add("-Dquarkus.datasource.username=wijk_survey");
        all.add("-Dquarkus.flyway.username=wijk_owner");
        all.add("-Dwijkvergelijk.evidence.directory=" + work.resolve("evidence"));
        return new Service("survey-service", "survey-service", all.toArray(String[]::new));
    }

    Service comparison(String log) {
        return new Service("comparison-service", log, "-Dquarkus.datasource.username=wijk_comparison");
    }

    /** comparison-service for whoever asks as much as he can. */
    Service comparisonWithoutLimits(String... told) {
        List<String> all = new ArrayList<>(NO_LIMITS);
        all.add("-Dquarkus.datasource.username=wijk_comparison");
        all.addAll(List.of(told));
        return new Service("comparison-service", "comparison-service", all.toArray(String[]::new));
    }

    /** What answers with a constant. */
    Service yardstick() {
        return new Service("deploy/yardstick", "yardstick", NO_LIMITS.toArray(String[]::new));
    }

    int databasePort() {
        return database.port();
    }

    /** What PostgreSQL says. */
    Path databaseLog() {
        return work.resolve("data/logs/postgresql.log");
    }

    /** As the superuser, for looking and for planting. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(DATABASE) + "?connectTimeout=2&socketTimeout=60", "postgres", "");
    }

    /** As the owner of the tables. */
    Connection connectAsOwner() throws SQLException {
        return database.connect(DATABASE, "wijk_owner");
    }

    /** Signals PostgreSQL and every process of it. */
    void signalDatabase(String signal) {
        ProcessHandle.of(database.process()).ifPresent(postmaster -> {
            List<String> command = new ArrayList<>(List.of("kill", signal));
            Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .forEach(each -> command.add("" + each.pid()));
            try {
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Ends PostgreSQL as a power cut would ({@code -KILL}), or as {@code pg_ctl stop -m immediate} does ({@code -QUIT}). */
    void crashDatabase(String signal) {
        if (signal.equals("-QUIT")) {
            try {
                new ProcessBuilder("kill", signal, "" + database.process())
                        .start()
                        .waitFor();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        } else {
            signalDatabase(signal);
        }
        await(Duration.ofSeconds(30), "PostgreSQL is gone", () -> ProcessHandle.of(database.process())
                .map(p -> !p.isAlive())
                .orElse(true));
        database.stopImmediately();
    }

    /** Starts PostgreSQL again; answers with the first moment at which it took a connection. */
    Instant startDatabase() {
        Thread starting = new Thread(database::startAgain, "start PostgreSQL");
        starting.start();
        try {
            while (true) {
                try (Connection connection = connect()) {
                    connection.isValid(1);
                    return Instant.now();
                } catch (SQLException notYet) {
                    Thread.sleep(10);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            join(starting);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void await(Duration atMost, String what, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(atMost);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("waited " + atMost.toSeconds() + " s in vain until " + what);
            }
            pause(50);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void killServices() {
        for (Service service : services) {
            if (service.process != null) {
                service.process.destroyForcibly();
            }
        }
    }

    @Override
    public void close() {
        killServices();
        signalDatabase("-CONT");
        database.close();
    }
}
