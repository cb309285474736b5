package nl.wijkvergelijk.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Breaks things at moments that the seed decides, one after the other, and measures how long it takes until somebody is served again. */
final class Faults {

    /** What can be broken. */
    enum Kind {
        SURVEY_KILLED("survey-service killed (-9)"),
        SURVEY_TERMINATED("survey-service ended (SIGTERM)"),
        COMPARISON_KILLED("comparison-service killed (-9)"),
        DATABASE_KILLED("PostgreSQL killed (-9)"),
        DATABASE_STOPPED("PostgreSQL stopped immediately"),
        DATABASE_FROZEN("PostgreSQL frozen (SIGSTOP)"),
        BOTH_KILLED("PostgreSQL and survey-service killed, survey-service started first");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private final Servers servers;
    private final Servers.Service survey;
    private final Servers.Service comparison;
    private final Ledger ledger;
    private final Random random;
    private final Map<Kind, Integer> done = new TreeMap<>();
    private final Map<String, List<Long>> measured = new TreeMap<>();
    private final List<Window> terminations = new ArrayList<>();
    private volatile boolean comparisonAway;

    /** From the signal to the end of the process. */
    record Window(Instant from, Instant to) {}

    Faults(Servers servers, Servers.Service survey, Servers.Service comparison, Ledger ledger, long seed) {
        this.servers = servers;
        this.survey = survey;
        this.comparison = comparison;
        this.ledger = ledger;
        this.random = new Random(seed);
    }

    boolean comparisonIsAway() {
        return comparisonAway;
    }

    Map<Kind, Integer> done() {
        return done;
    }

    Map<String, List<Long>> measured() {
        return measured;
    }

    List<Window> terminations() {
        return terminations;
    }

    /** Every kind once, in an order that the seed decides; then again until the time is up. */
    void until(Instant end) {
        List<Kind> waiting = new ArrayList<>();
        while (Instant.now().isBefore(end)) {
            if (waiting.isEmpty()) {
                waiting.addAll(List.of(Kind.values()));
                java.util.Collections.shuffle(waiting, random);
            }
            Servers.pause(500 + random.nextInt(1500));
            happen(waiting.remove(0));
        }
    }

    private void happen(Kind kind) {
        done.merge(kind, 1, Integer::sum);
        System.err.printf("  %s %s%n", Instant.now().toString().substring(11, 19), kind.label);
        switch (kind) {
            case SURVEY_KILLED -> {
                survey.kill();
                restarted("survey-service killed");
            }
            case SURVEY_TERMINATED -> {
                Instant from = Instant.now();
                long millis = survey.stop().toMillis();
                terminations.add(new Window(from, Instant.now()));
                note("SIGTERM to the end of the process", millis);
                if (millis > 15_000) {
                    ledger.fault("survey-service took %d ms to end after SIGTERM".formatted(millis));
                }
                restarted("survey-service ended");
            }
            case COMPARISON_KILLED -> {
                comparisonAway = true;
                comparison.kill();
                comparison.start();
                comparison.awaitReady();
                comparisonAway = false;
            }
            case DATABASE_KILLED -> crashed("-KILL");
            case DATABASE_STOPPED -> crashed("-QUIT");
            case DATABASE_FROZEN -> frozen();
            case BOTH_KILLED -> {
                servers.crashDatabase("-KILL");
                survey.kill();
                survey.start();
                Servers.await(
                        Duration.ofMinutes(1),
                        "survey-service listens without a database",
                        () -> Http.status(survey.port, "/q/health/live") == 200);
                expect(503, "/q/health/ready", "without a database");
                served("start without PostgreSQL: PostgreSQL accepts to first 2xx", servers.startDatabase(), 5000);
            }
        }
    }

    private void restarted(String what) {
        survey.start();
        Instant from = survey.startedAt;
        survey.awaitReady();
        served(what + ": start of the process to first 2xx", from, Long.MAX_VALUE);
    }

    private void crashed(String signal) {
        servers.crashDatabase(signal);
        Servers.pause(200 + random.nextInt(1500));
        served("PostgreSQL restarted: accepts to first 2xx", servers.startDatabase(), 2000);
    }

    private void frozen() {
        long millis = 6000 + random.nextInt(2000);
        Instant began = Instant.now();
        servers.signalDatabase("-STOP");
        Long down = null;
        while (Duration.between(began, Instant.now()).toMillis() < millis) {
            int ready = Http.status(survey.port, "/q/health/ready");
            if (down == null && ready == 503) {
                down = Duration.between(began, Instant.now()).toMillis();
            }
            expect(200, "/q/health/live", "while PostgreSQL is frozen");
            Servers.pause(100);
        }
        servers.signalDatabase("-CONT");
        Instant thawed = Instant.now();
        if (down == null || down > 5000) {
            ledger.fault("PostgreSQL frozen, readiness not DOWN within 5 s but after " + down + " ms");
        } else {
            note("PostgreSQL frozen: to readiness DOWN", down);
        }
        served("PostgreSQL thawed: to first 2xx", thawed, 1000);
    }

    private void expect(int status, String path, String when) {
        int there = Http.status(survey.port, path);
        if (there != status) {
            ledger.fault("%s answered %d %s, not %d".formatted(path, there, when, status));
        }
    }

    /** Waits until a write is acknowledged after this moment. */
    private void served(String what, Instant from, long bar) {
        Servers.await(
                Duration.ofSeconds(60), "a write is acknowledged again", () -> ledger.firstAcknowledged(from) != null);
        long millis = Duration.between(from, ledger.firstAcknowledged(from)).toMillis();
        note(what, millis);
        if (millis > bar) {
            ledger.fault("%s took %d ms, more than %d".formatted(what, millis, bar));
        }
    }

    private void note(String what, long millis) {
        measured.computeIfAbsent(what, key -> new ArrayList<>()).add(millis);
    }

    /** Eight writes that were read and wait for their turn to publish, and SIGTERM: each must be answered before the process ends. */
    void drain() throws SQLException {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<CompletableFuture<Http.Answer>> answers = new ArrayList<>();
        try (Connection holder = servers.connect();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(20050001)");
            for (int i = 0; i < 8; i++) {
                Http.Call call = new Http.Call(
                        "PUT", "/municipalities/GM" + (7900 + i), "admin", null, null, "{\"name\": \"Drained\"}");
                answers.add(CompletableFuture.supplyAsync(() -> Http.send(survey.port, call), pool));
            }
            Servers.await(Duration.ofSeconds(20), "eight wait for their turn", () -> waiting() == 8);
            Instant began = Instant.now();
            CompletableFuture<Void> ended = CompletableFuture.runAsync(survey::stop);
            Servers.pause(1000);
            holder.commit();
            for (CompletableFuture<Http.Answer> answer : answers) {
                Http.Answer came = answer.join();
                if (came.status() != 201) {
                    ledger.fault("a request that was read before SIGTERM was answered " + came);
                }
            }
            ended.join();
            long millis = Duration.between(began, Instant.now()).toMillis();
            note("SIGTERM while eight publications wait 1 s: to the end of the process", millis);
            if (millis > 15_000) {
                ledger.fault("survey-service took %d ms to end after SIGTERM".formatted(millis));
            }
        } finally {
            pool.shutdown();
        }
        survey.start();
        survey.awaitReady();
    }

    private long waiting() {
        try (Connection connection = servers.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
