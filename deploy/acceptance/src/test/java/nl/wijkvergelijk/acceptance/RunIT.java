package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** {@code ./run} in the hands of somebody impatient: stopped, killed and started again on the same data. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunIT {

    private static final Path DATA = temporary();
    private static final int SURVEY = RunningProduct.freePort();
    private static final int COMPARISON = RunningProduct.freePort();

    /** Goes on from test to test until one of them ends it: a start takes its time. */
    private static Run running;

    private static final List<Run> ALL = new ArrayList<>();

    @AfterAll
    static void leaveNothing() throws IOException {
        for (Run run : ALL) {
            run.process.destroy();
            run.awaitEnd();
            run.awaitNothingLeft();
        }
        try (var inside = Files.walk(DATA)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    @Order(1)
    void stoppedWhileItEntersTheRoundItLeavesNoProcess() {
        running = run(SURVEY, COMPARISON);
        running.awaitWords("entering the answers of Leusden");
        running.remember();

        running.process.destroy();

        assertEquals(128 + 15, running.awaitEnd());
        running.awaitNothingLeft();
        assertTrue(running.words().endsWith("Everything has stopped.\n"), running.words());
    }

    @Test
    @Order(2)
    void startedAgainItGoesOnWhereItStoppedAndShowsTheSix() {
        running = run(SURVEY, COMPARISON);
        running.awaitWords("Press Ctrl-C to stop");
        running.remember();
        String words = running.words();

        assertFalse(words.contains("Building"), "the jars of this build are not older than their source:\n" + words);
        for (String expected : List.of(
                "Amersfoort",
                "Zoetermeer",
                "0.76 [0.73–0.86]",
                "16 ≠ [14–16]",
                ":" + SURVEY + "/docs",
                ":" + SURVEY + "/\n",
                ":" + COMPARISON + "/docs")) {
            assertTrue(words.contains(expected), expected + " is not in\n" + words);
        }
        words.lines()
                .dropWhile(line -> !line.contains("at a glance"))
                .forEach(line -> assertTrue(line.length() <= 120, line));
        assertEquals(
                10, published(), "definitions, six municipalities, the round, the responses, the ratings: each once");
    }

    @Test
    @Order(3)
    void portsInUseAreNamed() {
        Run second = run(SURVEY, COMPARISON);

        assertEquals(1, second.awaitEnd());
        assertEquals(
                "Port " + SURVEY + " is in use: stop what listens there, or choose another port with SURVEY_PORT.\n",
                second.words());
        assertTrue(running.process.isAlive());
    }

    @Test
    @Order(4)
    void dataInUseIsNamed() {
        Run second = run(RunningProduct.freePort(), RunningProduct.freePort());

        assertEquals(1, second.awaitEnd());
        assertTrue(second.words().contains("Something already runs on the data directory " + DATA), second.words());
        assertEquals(10, published());
    }

    @Test
    @Order(5)
    void whenAServiceDiesItSaysSoAndStopsEverything() {
        running.child("comparison-service").destroyForcibly();

        assertEquals(1, running.awaitEnd());
        running.awaitNothingLeft();
        assertTrue(running.words().contains("comparison-service stopped by itself (exit 137)"), running.words());
    }

    @Test
    @Order(6)
    void evenKilledItLeavesNoProcess() {
        running = run(SURVEY, COMPARISON, "--empty");
        running.awaitWords("Press Ctrl-C to stop");
        running.remember();
        assertFalse(running.words().contains("at a glance"), running.words());

        running.process.destroyForcibly();

        running.awaitNothingLeft();
    }

    @Test
    @Order(7)
    void aDamagedDataDirectoryIsOneSentence() throws IOException {
        Files.write(DATA.resolve("postgresql/global/pg_control"), new byte[] {1, 2, 3});

        Run run = run(SURVEY, COMPARISON);

        assertEquals(1, run.awaitEnd());
        assertTrue(
                run.words()
                        .contains("\nThe database in " + DATA + " does not start, it is damaged or of another version"),
                run.words());
    }

    @Test
    @Order(8)
    void helpIsGivenWithoutStartingAnything() {
        Run run = run(SURVEY, COMPARISON, "--help");

        assertEquals(0, run.awaitEnd());
        assertTrue(run.words().startsWith("Usage: ./run"), run.words());
    }

    private static long published() {
        return RunningProduct.json(
                        RunningProduct.send(HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + COMPARISON + "/v1/datasets?limit=1"))
                                .build()),
                        200)
                .path("latest")
                .asLong();
    }

    private static Run run(int survey, int comparison, String... arguments) {
        Run run = new Run(survey, comparison, arguments);
        ALL.add(run);
        return run;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("wijkvergelijk-run-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One ./run, what it says, and every process it started. */
    private static final class Run {

        final Process process;
        private final Path words;
        private List<ProcessHandle> started = List.of();

        Run(int survey, int comparison, String... arguments) {
            List<String> command =
                    new ArrayList<>(List.of(RunningProduct.HOME.resolve("run").toString()));
            command.addAll(List.of(arguments));
            try {
                words = Files.createTempFile(Path.of("target"), "run-", ".out");
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile());
                builder.environment()
                        .putAll(Map.of(
                                "DATA_DIR",
                                DATA.toString(),
                                "SURVEY_PORT",
                                "" + survey,
                                "COMPARISON_PORT",
                                "" + comparison));
                // With wishes it also has to find a JDK by itself.
                if (arguments.length > 0) {
                    builder.environment().remove("JAVA_HOME");
                } else {
                    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
                }
                process = builder.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String words() {
            try {
                return Files.readString(words);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void awaitWords(String expected) {
            RunningProduct.await(Duration.ofMinutes(4), () -> {
                assertTrue(process.isAlive(), words());
                return words().contains(expected);
            });
        }

        int awaitEnd() {
            try {
                assertTrue(process.waitFor(2, TimeUnit.MINUTES), words());
                return process.exitValue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Notes every process there is now: the services are children, PostgreSQL is on its own. */
        void remember() {
            started = new ArrayList<>(process.descendants().toList());
            try {
                String postgres = Files.readAllLines(DATA.resolve("postgresql/postmaster.pid"))
                        .get(0);
                started.add(ProcessHandle.of(Long.parseLong(postgres.strip())).orElseThrow());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertTrue(started.size() >= 4, "two services, a database and a leash at least, not " + started);
        }

        ProcessHandle child(String name) {
            return process.descendants()
                    .filter(each -> List.of(each.info().arguments().orElse(new String[0])).stream()
                            .anyMatch(argument -> argument.contains(name)))
                    .findFirst()
                    .orElseThrow();
        }

        void awaitNothingLeft() {
            RunningProduct.await(Duration.ofMinutes(1), () -> started.stream().noneMatch(ProcessHandle::isAlive));
        }
    }
}
