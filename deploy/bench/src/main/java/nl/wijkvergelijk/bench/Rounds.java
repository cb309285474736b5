package nl.wijkvergelijk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ten rounds of 6, 342 or 10,000 municipalities in a database of their own, with survey-service on it: brought in through the bulk import and published through the
 * API. Of 10,000 only the first 342 of the first round come that way; the rest is multiplied from them ({@link Multiplied}). What is there already, in a directory that is
 * kept, is not made again.
 */
final class Rounds implements AutoCloseable {

    static final int ROUNDS = 10;
    static final int SMALL = 6;
    static final int USUAL = 342;
    static final int LARGE = 10_000;
    private static final int AT_ONCE = 4;
    private static final String WHY = "Bench";

    private static final Set<String> OPEN = Set.of("draft", "published");

    private static final String SHARES = """
            select count(*), 100 * avg((missing is not null)::integer), 100 * avg((missing is null and qualifier not in ('exact', 'range'))::integer),
                   100 * avg((qualifier = 'range')::integer), 100 * avg(disputed::integer), 100 * avg((correction is not null)::integer)
              from published.figure
            """;

    /** A file that says that all of it is there. */
    private static final String MADE = "made";

    final Servers servers;
    final Servers.Service survey;
    private final Path directory;
    private final int municipalities;
    private Account researcher;

    private Rounds(Path home, Path data, int municipalities) throws IOException {
        this.directory = data.resolve("municipalities-" + municipalities);
        if (Files.exists(directory) && !Files.exists(directory.resolve(MADE))) {
            removeHalfMade(directory);
        }
        Files.createDirectories(directory);
        this.municipalities = municipalities;
        this.servers = new Servers(home, directory);
        this.survey = servers.survey("-Dwijkvergelijk.limits.sign-ins=1000000").asDeployed();
    }

    static Rounds of(Path home, Path data, int municipalities) throws IOException {
        Rounds rounds = new Rounds(home, data, municipalities);
        try {
            rounds.startSurvey();
            Path made = rounds.directory.resolve(MADE);
            if (!Files.exists(made)) {
                long began = System.nanoTime();
                rounds.make(new Generator(home));
                Files.createFile(made);
                Speed.say(
                        "made %d rounds of %d municipalities in %d s",
                        ROUNDS, municipalities, (System.nanoTime() - began) / 1_000_000_000);
            }
            return rounds;
        } catch (IOException | RuntimeException e) {
            rounds.close();
            throw e;
        }
    }

    private static void removeHalfMade(Path directory) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }

    /** The id of round 0 to 9. */
    static String id(int round) {
        return "" + (2016 + round);
    }

    /** The latest, which is what a comparison shows when nobody says which. */
    static String latest() {
        return id(ROUNDS - 1);
    }

    /** The round that can be published in again: of 10,000 the first, else the latest. */
    int living() {
        return municipalities == LARGE ? 0 : ROUNDS - 1;
    }

    void startSurvey() {
        survey.start();
        survey.awaitReady();
        researcher = new Account(survey.port, "researcher");
    }

    private void make(Generator generator) throws IOException {
        boolean multiply = municipalities == LARGE;
        int byApi = multiply ? USUAL : municipalities;
        Account admin = new Account(survey.port, "admin");
        each(
                byApi,
                i -> admin.put("/municipalities/" + Generator.code(i), "{\"name\": \"Gemeente %04d\"}".formatted(i)));
        for (int round = 0; round < (multiply ? 1 : ROUNDS); round++) {
            open(id(round), generator.round(round, byApi), byApi);
            Speed.say("round %s of %d imported", id(round), byApi);
            String responses = "/rounds/" + id(round) + "/responses/";
            each(byApi, i -> approve(responses + Generator.code(i)));
            researcher.post("/rounds/" + id(round) + "/publications", "{\"municipalities\": true}", null);
            rate("/rounds/" + id(round) + "/rating-session", generator);
            Speed.say("round %s published", id(round));
        }
        if (multiply) {
            try {
                Multiplied.make(servers, byApi);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Opens a round and takes in its responses. */
    void open(String id, String lines, int count) {
        researcher.post("/rounds", """
                {"id": "%s", "title": {"nl": "Ronde %s", "en": "Round %s"}, "questionnaire": {"id": "standard", "version": 2005},
                 "fullTimeHours": 36, "fullTimeHoursSource": "Bench"}
                """.formatted(id, id, id), null);
        JsonNode report = researcher
                .importLines("/rounds/" + id + "/imports?onBehalf=" + WHY, lines, "speed-" + id)
                .body();
        if (report.path("created").asInt() != count) {
            for (JsonNode line : report.path("responses")) {
                if (line.path("outcome").asText().equals("refused")) {
                    throw new IllegalStateException("import: " + line);
                }
            }
            throw new IllegalStateException("import: created " + report.path("created") + " of " + count);
        }
    }

    private void rate(String session, Generator generator) {
        researcher.put(session, generator.ratings("session"));
        String tag =
                researcher.put(session + "/totals", generator.ratings("totals")).tag();
        researcher.post(session + "/transitions", "{\"action\": \"publish\"}", tag);
    }

    private void approve(String response) {
        String tag = researcher.get(response).tag();
        for (String step : List.of(
                "{\"action\": \"submit\", \"onBehalf\": \"Bench\"}",
                "{\"action\": \"start-review\"}",
                "{\"action\": \"approve\", \"onBehalf\": \"Bench\"}")) {
            tag = researcher.post(response + "/transitions", step, tag).tag();
        }
        List<String> codes = new ArrayList<>();
        for (JsonNode item : researcher.get(response + "/checklist").body().path("items")) {
            if (item.path("severity").asText().equals("warning") && !item.has("passed")) {
                codes.add("\"" + item.path("code").asText() + "\"");
            }
        }
        if (!codes.isEmpty()) {
            researcher.post(
                    response + "/checklist/passes",
                    "{\"codes\": [" + String.join(", ", codes) + "], \"reason\": \"Bench\"}",
                    null);
        }
    }

    /** How many figures there are, and what part of them is out of the ordinary. */
    String shares() {
        try (Connection connection = servers.connectAsOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SHARES)) {
            row.next();
            return "%,d municipalities × %d rounds: %,d figures; of these %.0f %% missing, %.1f %% not exact, %.1f %% a range, %.1f %% disputed, %.1f %% corrected"
                    .formatted(
                            municipalities,
                            ROUNDS,
                            row.getLong(1),
                            row.getDouble(2),
                            row.getDouble(3),
                            row.getDouble(4),
                            row.getDouble(5),
                            row.getDouble(6));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A publication that was acknowledged. */
    record Published(long sequence, long acknowledgedNanos) {}

    /** Changes one number of one municipality and publishes that. */
    Published publishAgain(int municipality) {
        String response = "/rounds/" + id(living()) + "/responses/" + Generator.code(municipality);
        Account.Done now = researcher.get(response);
        if (!OPEN.contains(now.body().path("state").asText())) {
            // A run that was broken off left it on its way.
            researcher.post(response + "/transitions", "{\"action\": \"return\", \"reason\": \"Bench\"}", now.tag());
        }
        String tag = researcher.get(response + "/answers").tag();
        // The number of the revision, so that it is another each time.
        int number = Integer.parseInt(tag.replace("\"", ""));
        researcher.patch(
                response + "/answers",
                "{\"reason\": \"Bench\", \"onBehalf\": \"Bench\", \"answers\": {\"residents-expected\": {\"value\": %d}}}"
                        .formatted(200_000 + number),
                tag);
        approve(response);
        Account.Done done = researcher.post(
                "/rounds/" + id(living()) + "/publications",
                "{\"municipalities\": [\"%s\"], \"reason\": \"Bench\"}".formatted(Generator.code(municipality)),
                null);
        return new Published(done.body().path("sequence").asLong(), done.atNanos());
    }

    private interface Step {
        void take(int number);
    }

    private static void each(int count, Step step) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> done = new ArrayList<>();
            IntStream.range(0, count).forEach(i -> done.add(threads.submit(() -> step.take(i))));
            for (Future<?> each : done) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}
