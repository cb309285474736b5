package nl.wijkvergelijk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Saves of answers by eight clients, each to a response of its own with the tag it saw last, beside the same rows written by pgbench on the same PostgreSQL with as many
 * clients. That they are the same rows is looked up in PostgreSQL's log.
 */
final class Saves {

    private static final int CLIENTS = 8;
    private static final int SECONDS = 20;
    private static final int WARMING_SECONDS = 120;
    private static final int TIMES = 2;
    private static final double LEAST = 0.5;
    private static final Pattern STATEMENT = Pattern.compile("LOG:  (?:execute [^:]+|statement): *(.*)");
    private static final Pattern WRITES = Pattern.compile("(?i)^(?:insert into|update|delete from) ([a-z_.]+)");
    private static final Pattern TPS = Pattern.compile("tps = ([\\d.]+)");

    private final Path home;
    private final Path data;
    private final Results results;
    private final String[] tags = new String[CLIENTS];
    private int number = 20_000;

    Saves(Path home, Path data, Results results) {
        this.home = home;
        this.data = data;
        this.results = results;
    }

    void run() throws IOException {
        if (!Program.isThere("pgbench")) {
            results.skipped("saves: there is no pgbench here (Debian: `apt install postgresql`).");
            return;
        }
        // Six municipalities would do; nobody else writes in these rounds.
        try (Rounds rounds = Rounds.of(home, data, Rounds.SMALL)) {
            String ours = prepare(rounds, "saves");
            prepare(rounds, "pgbench");
            for (int client = 0; client < CLIENTS; client++) {
                tags[client] = new Account(rounds.survey.port, "researcher")
                        .get("/rounds/" + ours + "/responses/" + code(client) + "/answers")
                        .tag();
            }
            String answers = hold(rounds, ours);
            save(rounds, ours, WARMING_SECONDS);
            List<Double> saved = new ArrayList<>();
            List<Double> written = new ArrayList<>();
            List<Long> nanos = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                written.add(pgbench(rounds, answers));
                List<Long> took = save(rounds, ours, SECONDS);
                saved.add((double) took.size() / SECONDS);
                nanos.addAll(took);
            }
            double a = written.stream().mapToDouble(d -> d).average().orElseThrow();
            double b = saved.stream().mapToDouble(d -> d).average().orElseThrow();
            Times times = new Times(nanos);
            results.atLeast(
                    "acknowledged saves, %d clients, %,d bytes of answers each".formatted(CLIENTS, answers.length()),
                    "%.0f/s, p50 %.1f ms, p99 %.1f ms".formatted(b, times.median(), times.within(0.99)),
                    "pgbench: %.0f/s".formatted(a),
                    b / a,
                    LEAST);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(int client) {
        return "GM900" + client;
    }

    /** A round with a response for each client. */
    private String prepare(Rounds rounds, String id) throws IOException {
        Account researcher = new Account(rounds.survey.port, "researcher");
        Account admin = new Account(rounds.survey.port, "admin");
        for (JsonNode round : researcher.get("/rounds").body().path("rounds")) {
            if (round.path("id").asText().equals(id)) {
                return id;
            }
        }
        StringBuilder lines = new StringBuilder(new Generator(home).round(0, CLIENTS));
        for (int client = 0; client < CLIENTS; client++) {
            if (id.equals("saves")) {
                admin.put("/municipalities/" + code(client), "{\"name\": \"Gemeente %s\"}".formatted(code(client)));
            }
            String from = "\"municipality\":\"" + Generator.code(client) + '"';
            int at = lines.indexOf(from);
            lines.replace(at, at + from.length(), "\"municipality\":\"" + code(client) + '"');
        }
        rounds.open(id, lines.toString(), CLIENTS);
        return id;
    }

    /** Lets PostgreSQL log one save, and holds the script of pgbench to it; answers with what is stored as its answers. */
    private String hold(Rounds rounds, String round) throws IOException, SQLException {
        Path log = rounds.servers.databaseLog();
        try (KeptConnection connection = new KeptConnection(rounds.survey.port);
                Connection database = rounds.servers.connect();
                Statement statement = database.createStatement()) {
            saveOnce(connection, round, 0);
            long before = Files.size(log);
            statement.execute("alter system set log_statement = 'all'");
            statement.execute("select pg_reload_conf()");
            // The sessions of the service hear of it between two statements.
            Servers.pause(500);
            saveOnce(connection, round, 0);
            statement.execute("alter system reset log_statement");
            statement.execute("select pg_reload_conf()");
            Servers.pause(500);
            List<String> statements = new ArrayList<>();
            String text = Files.readString(log);
            for (Matcher each = STATEMENT.matcher(text.substring((int) Math.min(before, text.length())));
                    each.find(); ) {
                statements.add(each.group(1).strip());
            }
            Set<String> written = tables(statements);
            Set<String> script = tables(Files.readAllLines(script()));
            long reads = statements.stream()
                    .filter(s -> s.toLowerCase(Locale.ROOT).startsWith("select "))
                    // Of the bench itself.
                    .filter(s -> !s.contains("pg_reload_conf"))
                    .count();
            results.note("A save writes to %s; it reads with %d statements, which pgbench does without."
                    .formatted(written, reads));
            if (!written.equals(script)) {
                results.wrong("a save writes to " + written + ", src/main/sql/save.sql to " + script);
            }
            try (var row = statement.executeQuery(
                    "select answers::text from history.revision where round = 'saves' order by at desc limit 1")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private Path script() {
        return home.resolve("deploy/bench/src/main/sql/save.sql");
    }

    private static Set<String> tables(List<String> statements) {
        Set<String> tables = new TreeSet<>();
        for (String statement : statements) {
            Matcher write = WRITES.matcher(statement);
            if (write.find()) {
                tables.add(write.group(1));
            }
        }
        return tables;
    }

    private synchronized int next() {
        return ++number;
    }

    private void saveOnce(KeptConnection connection, String round, int client) {
        KeptConnection.Answer answer = connection.send(new Http.Call(
                "PATCH",
                "/rounds/" + round + "/responses/" + code(client) + "/answers",
                "researcher",
                tags[client],
                null,
                "{\"reason\": \"Bench\", \"onBehalf\": \"Bench\", \"answers\": {\"residents\": {\"value\": %d}}}"
                        .formatted(next())));
        if (answer.status() != 200) {
            throw new IllegalStateException("a save: " + answer.status());
        }
        tags[client] = answer.tag();
    }

    /** How long each acknowledged save took. */
    private List<Long> save(Rounds rounds, String round, int seconds) {
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        Together.run(CLIENTS, client -> {
            try (KeptConnection connection = new KeptConnection(rounds.survey.port)) {
                while (System.nanoTime() < end) {
                    long began = System.nanoTime();
                    saveOnce(connection, round, client);
                    nanos.add(System.nanoTime() - began);
                }
            } catch (RuntimeException e) {
                faults.add(e.getMessage());
            }
        });
        faults.stream().findFirst().ifPresent(fault -> results.wrong("saves: " + fault));
        return List.copyOf(nanos);
    }

    /** Transactions a second. */
    private double pgbench(Rounds rounds, String answers) {
        String text = Program.output(List.of(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CLIENTS,
                "--jobs=2",
                "--time=" + SECONDS,
                "--define=answers=" + answers,
                "--file=" + script(),
                "--host=127.0.0.1",
                "--port=" + rounds.servers.databasePort(),
                "--username=wijk_survey",
                Servers.DATABASE));
        Matcher tps = TPS.matcher(text);
        if (!tps.find() || !text.contains("number of failed transactions: 0")) {
            throw new IllegalStateException("pgbench: " + text);
        }
        return Double.parseDouble(tps.group(1));
    }
}
