package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Asks more of survey-service than it can give, in three ways, and reports what became of those who asked and of the others. */
final class Overload {

    private static final int FEW = 32;
    private static final int MANY = 32 * FEW;
    private static final int SLOW = 400;
    private static final Duration LENGTH = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofSeconds(35);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MANY_A_REFUSAL = 1_000;
    private static final double P95 = 0.95;
    private static final double P99 = 0.99;
    private static final String RESPONSES = "/rounds/busy/responses/";

    private final Servers.Service survey;
    private boolean holds = true;

    private Overload(Servers.Service survey) {
        this.survey = survey;
    }

    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(System.getProperty("bench.work"));
        Files.createDirectories(work);
        boolean holds;
        try (Servers servers = new Servers(Path.of(System.getProperty("bench.home")), work)) {
            // Of what is expensive little, so that the limit is met.
            Servers.Service survey = servers.survey("-Dwijkvergelijk.limits.expensive=60");
            survey.start();
            survey.awaitReady();
            holds = new Overload(survey).run(arguments.length > 0 ? arguments[0] : "");
        }
        System.exit(holds ? 0 : 1);
    }

    private boolean run(String only) {
        open();
        // What is compiled on the way is no part of it.
        Load.of(survey.port, FEW, LENGTH, client -> read("delft", "GM0503"));
        if (!only.equals("slow")) {
            crowd();
            oneClientTooMany();
        }
        if (!only.equals("crowd")) {
            for (SlowClients.Kind kind : SlowClients.Kind.values()) {
                slow(kind);
            }
        }
        System.out.println(holds ? "All of it holds." : "Something does not hold.");
        return holds;
    }

    private void open() {
        done("PUT", "/municipalities/GM0503", "admin", "{\"name\": \"Delft\"}");
        done("PUT", "/municipalities/GM0327", "admin", "{\"name\": \"Leusden\"}");
        done("POST", "/rounds", "researcher", """
                {"id": "busy", "title": {"nl": "Druk", "en": "Busy"}, "questionnaire": {"id": "standard", "version": 2005},
                 "fullTimeHours": 36, "fullTimeHoursSource": "Bench"}
                """);
        for (String code : new String[] {"GM0503", "GM0327"}) {
            done("PUT", "/rounds/busy/participants/" + code, "researcher", "{}");
            done(
                    "PUT",
                    RESPONSES + code + "/answers",
                    code.equals("GM0503") ? "delft" : "leusden",
                    "{\"answers\": {\"residents\": {\"value\": 29000}, \"ward-count\": {\"value\": 10}}}");
        }
    }

    private void done(String method, String path, String account, String body) {
        Http.Answer answer = Http.send(survey.port, new Http.Call(method, path, account, null, null, body));
        if (!answer.succeeded()) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
        }
    }

    private static Http.Call read(String account, String code) {
        return Http.Call.get(RESPONSES + code + "/answers", account);
    }

    private void crowd() {
        Load few = Load.of(survey.port, FEW, LENGTH, client -> read("delft", "GM0503"));
        long[] slowestHealth = {0};
        int[] unhealthy = {0};
        Thread health = new Thread(() -> {
            for (int i = 0; i < LENGTH.toSeconds(); i++) {
                long began = System.nanoTime();
                unhealthy[0] += Http.status(survey.port, "/q/health/ready") == 200 ? 0 : 1;
                slowestHealth[0] = Math.max(slowestHealth[0], (System.nanoTime() - began) / 1_000_000);
                Servers.pause(1000);
            }
        });
        health.start();
        Load many = Load.of(survey.port, MANY, LENGTH, client -> read("delft", "GM0503"));
        join(health);
        System.out.printf(
                "%d clients: %s, p99 %d ms. %d clients: %s, p99 of those let in %d ms (%.1f times), of %d times as many clients.%n",
                FEW,
                few.statuses(),
                few.percentile(P99),
                MANY,
                many.statuses(),
                many.percentile(P99),
                (double) many.percentile(P99) / few.percentile(P99),
                MANY / FEW);
        System.out.printf("Readiness meanwhile: %d times not 200, slowest %d ms.%n", unhealthy[0], slowestHealth[0]);
        hold(many.wrong(503) == 0, "other answers than 200 and 503 with Retry-After");
        hold(many.count(503) > 0, "nobody was refused, so nothing was shown");
        hold(unhealthy[0] == 0, "not ready, though only busy");
    }

    private void oneClientTooMany() {
        Load alone = Load.of(survey.port, 2, LENGTH, client -> read("delft", "GM0503"));
        Load[] greedy = new Load[1];
        Thread thread = new Thread(() -> greedy[0] =
                Load.of(survey.port, 4, LENGTH, client -> Http.Call.get(RESPONSES + "GM0327/validation", "leusden")));
        thread.start();
        Load beside = Load.of(survey.port, 2, LENGTH, client -> read("delft", "GM0503"));
        join(thread);
        System.out.printf(
                "One account asks too much: %s. Another: p95 alone %d ms, beside it %d ms (%.2f times), %s.%n",
                greedy[0].statuses(),
                alone.percentile(P95),
                beside.percentile(P95),
                (double) beside.percentile(P95) / alone.percentile(P95),
                beside.statuses());
        hold(greedy[0].wrong(429) == 0, "other answers than 200 and 429 with Retry-After");
        hold(greedy[0].count(429) > 0, "the limit was not met");
        hold(beside.wrong() == 0, "the other account was refused");
    }

    private void slow(SlowClients.Kind kind) {
        SlowClients clients = new SlowClients(kind, survey.port, SLOW, PATIENCE);
        Thread thread = new Thread(clients);
        thread.start();
        Load normal = Load.of(survey.port, 2, PATIENCE.minusSeconds(10), client -> read("delft", "GM0503"));
        join(thread);
        System.out.printf(
                "%d slow connections (%s): all gone after %d s, %d left; others meanwhile: %s, p99 %d ms.%n",
                SLOW,
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                clients.longest().toSeconds(),
                clients.left(),
                normal.statuses(),
                normal.percentile(P99));
        hold(clients.left() == 0 && clients.longest().compareTo(SOON) <= 0, "slow connections after half a minute");
        // That so many ask at the same moment is a crowd, and a few of the others may come right then.
        boolean hardlyAny = normal.count(503) * MANY_A_REFUSAL <= normal.count(200);
        hold(normal.wrong(503) == 0 && hardlyAny, "others were refused because of slow clients");
    }

    private void hold(boolean so, String otherwise) {
        if (!so) {
            holds = false;
            System.out.println("WRONG: " + otherwise);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
