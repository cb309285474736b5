package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * People save, vote, hand in, review and publish while the services and PostgreSQL are killed, frozen, stopped and started again. Prints what was acknowledged and what
 * became of it; ends with 1 when anything was lost, doubled, out of order, answered wrongly or too late.
 */
final class Crash {

    private static final int MUNICIPALITIES = 8;

    private final Servers servers;
    private final Ledger ledger = new Ledger();
    private final long seed;
    private final Duration length;
    private final String plant;

    private Crash(Servers servers, Duration length, long seed, String plant) {
        this.servers = servers;
        this.length = length;
        this.seed = seed;
        this.plant = plant;
    }

    /** Arguments: seconds, seed, and optionally what to plant before the checks (lost, doubled, drift). Properties: bench.home, bench.work. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path work = Path.of(System.getProperty("bench.work"));
        Files.createDirectories(work);
        boolean holds;
        try (Servers servers = new Servers(Path.of(System.getProperty("bench.home")), work)) {
            holds = new Crash(
                            servers,
                            Duration.ofSeconds(Long.parseLong(arguments[0])),
                            Long.parseLong(arguments[1]),
                            arguments.length > 2 ? arguments[2] : "")
                    .run();
        }
        System.exit(holds ? 0 : 1);
    }

    private boolean run() throws SQLException, IOException {
        List<String> contacts = new ArrayList<>();
        for (int i = 0; i < MUNICIPALITIES; i++) {
            contacts.add(
                    "-Dwijkvergelijk.demo-accounts.contacts." + Municipality.contact(i) + "=" + Municipality.code(i));
        }
        Servers.Service survey = servers.survey(contacts.toArray(String[]::new));
        Servers.Service comparison = servers.comparison("comparison-service");
        survey.start();
        survey.awaitReady();
        comparison.start();
        comparison.awaitReady();
        openRound(survey.port);

        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicBoolean watching = new AtomicBoolean(true);
        Faults faults = new Faults(servers, survey, comparison, ledger, seed);
        Watcher watcher = new Watcher(comparison, watching::get, faults::comparisonIsAway);
        Thread watch = new Thread(watcher, "watcher");
        watch.start();
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < MUNICIPALITIES; i++) {
            Thread thread =
                    new Thread(new Municipality(i, survey.port, ledger, writing::get, seed), Municipality.code(i));
            people.add(thread);
            thread.start();
        }
        faults.until(Instant.now().plus(length));
        writing.set(false);
        for (Thread thread : people) {
            join(thread, Duration.ofMinutes(2));
        }
        faults.drain();
        Checks checks = new Checks(servers, ledger);
        plant();
        Servers.await(Duration.ofSeconds(10), "comparison-service is up to date", () -> isUpToDate(comparison.port));
        watching.set(false);
        join(watch, Duration.ofSeconds(30));
        watcher.look();
        checks.events();
        checks.contents();
        checks.publications();
        checks.invariants(Path.of(System.getProperty("bench.home")).resolve("deploy/invariants.sql"));
        checks.keys(survey.port);
        checks.comparison(comparison, servers.comparison("comparison-rebuilt"), watcher.seen());
        long unanswered = 0;
        for (Faults.Window window : faults.terminations()) {
            unanswered += checks.storedUnanswered(window);
        }
        if (unanswered > 0) {
            ledger.fault(unanswered + " writes were stored and not answered at SIGTERM");
        }
        return report(faults, watcher, checks, unanswered);
    }

    private void openRound(int port) {
        for (int i = 0; i < MUNICIPALITIES; i++) {
            must(port, "PUT", "/municipalities/" + Municipality.code(i), "admin", "{\"name\": \"Gemeente " + i + "\"}");
        }
        must(port, "POST", "/rounds", "researcher", """
                {"id": "crash", "title": {"nl": "Proef", "en": "Trial"}, "questionnaire": {"id": "standard", "version": 2005},
                 "fullTimeHours": 36, "fullTimeHoursSource": "Trial"}
                """);
        for (int i = 0; i < MUNICIPALITIES; i++) {
            must(port, "PUT", "/rounds/crash/participants/" + Municipality.code(i), "researcher", "{}");
        }
        must(port, "PUT", "/rounds/crash/rating-session", "researcher", """
                {"kind": "points", "items": ["GM7000", "GM7001"], "raters": 8, "pointsMin": 1, "pointsMax": 999999, "decimals": 0,
                 "scales": [{"id": "depth", "label": {"nl": "Diepte", "en": "Depth"}, "from": {"nl": "advies", "en": "advice"}, "to": {"nl": "diep", "en": "deep"}}]}
                """);
    }

    private static void must(int port, String method, String path, String account, String body) {
        Http.Answer answer = Http.send(port, new Http.Call(method, path, account, null, null, body));
        if (!answer.succeeded()) {
            throw new IllegalStateException(path + " -> " + answer);
        }
    }

    /** A fault of our own making, to see that it is found. */
    private void plant() throws SQLException {
        if (plant.isEmpty()) {
            return;
        }
        String sql =
                switch (plant) {
                    case "lost" ->
                        "delete from history.event where id = (select max(id) from history.event where round = 'crash' and action = 'save')";
                    case "doubled" ->
                        "insert into history.event (at, actor, subject, round, municipality, action, revision) select at, actor, subject, round, municipality, action, revision"
                                + " from history.event where round = 'crash' and action = 'submit' order by id desc limit 1";
                    case "drift" ->
                        "update published.figure set value = value + 1 where round = 'crash' and measure = 'residents' and sequence = (select max(sequence) from published.figure)";
                    default -> throw new IllegalArgumentException("nothing is planted by " + plant);
                };
        try (Connection connection = servers.connect();
                var statement = connection.createStatement()) {
            System.out.println("planted: " + plant + ", rows: " + statement.executeUpdate(sql));
        }
    }

    private boolean isUpToDate(int port) {
        try (Connection connection = servers.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select max(sequence) from published.publication")) {
            row.next();
            Http.Answer feed = Http.send(port, Http.Call.get("/datasets?limit=1", null));
            return feed.succeeded() && Municipality.json(feed).path("latest").asLong() == row.getLong(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void join(Thread thread, Duration atMost) {
        try {
            thread.join(atMost.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (thread.isAlive()) {
            throw new IllegalStateException(thread.getName() + " did not come to an end");
        }
    }

    private boolean report(Faults faults, Watcher watcher, Checks checks, long unanswered) {
        List<String> wrong = new ArrayList<>(ledger.faults());
        wrong.addAll(watcher.faults());
        wrong.addAll(checks.faults());
        long wrong2xx =
                wrong.stream().filter(fault -> fault.startsWith("wrong 2xx")).count();
        long answersLost =
                ledger.writes().stream().filter(write -> write.answer() == null).count();
        line("seed", seed);
        for (Map.Entry<Faults.Kind, Integer> each : faults.done().entrySet()) {
            line(each.getKey().label, each.getValue());
        }
        line("requests", ledger.attempts());
        line("answers by status (none: refused or cut)", ledger.statuses());
        line("slowest 2xx, slowest refusal (ms)", ledger.slowest() + ", " + ledger.slowestRefusal());
        line("acknowledged writes", ledger.writes().size());
        line("of these found done after the answer was lost", answersLost);
        line("of these publications", watcher.seen().size());
        line("keys sent again after the crashes", checks.replayed);
        line("looks of the watcher", watcher.looks());
        line("longest staleness said (s)", watcher.longestStale().toSeconds());
        line("answers compared with a rebuilt comparison-service", checks.compared);
        line("stored but not answered at SIGTERM", unanswered);
        faults.measured().forEach((what, millis) -> line(what + " (ms)", millis));
        line("lost", checks.lost);
        line("doubled", checks.doubled);
        line("wrong 2xx", wrong2xx);
        line("other faults", wrong.size());
        wrong.stream().limit(30).forEach(fault -> System.out.println("  ! " + fault));
        return wrong.isEmpty();
    }

    private static void line(String what, Object value) {
        System.out.printf("%-80s %s%n", what, value);
    }
}
