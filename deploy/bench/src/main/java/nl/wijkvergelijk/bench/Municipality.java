package nl.wijkvergelijk.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * One municipality and those who work on its response: saves, votes, hands in, has it reviewed, approved and published, and begins again. Each write is sent again,
 * the same, until it is known to be done: a POST by its Idempotency-Key, a PUT or PATCH by looking when its tag is refused. Nobody else writes here, so what should
 * be in the database is exactly what was settled.
 */
final class Municipality implements Runnable {

    static final String ROUND = "crash";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MILLIS = 50;
    private static final String COMPLETE = """
            {"reason": "Bench", "answers": {"residents": {"value": %s}, "approach-name": {"value": "Wijkbeheer"}, "unit-name": {"value": "Team"},
             "function-name": {"value": "coördinator"}, "ward-count": {"value": 10}, "ward-level": {"value": "ward"}, "ward-purpose": {"value": "own-unit"},
             "ward-size-mean": {"value": 2900}, "fte-total": {"value": 56, "unit": "hours-per-week", "definition": "coordinators-only"},
             "office-kind": {"value": "none"}, "ward-budget": {"missing": "not-stated"}}}
            """;

    private final int number;
    private final int port;
    private final Ledger ledger;
    private final BooleanSupplier goOn;
    private final Random random;
    private final String response;
    private int revision;
    private int ballot;
    private int keys;

    Municipality(int number, int port, Ledger ledger, BooleanSupplier goOn, long seed) {
        this.number = number;
        this.port = port;
        this.ledger = ledger;
        this.goOn = goOn;
        this.random = new Random(seed + number);
        this.response = "/rounds/" + ROUND + "/responses/" + code(number);
    }

    static String code(int number) {
        return "GM" + (7000 + number);
    }

    /** The account of its contact person. */
    static String contact(int number) {
        return "contact" + number;
    }

    @Override
    public void run() {
        try {
            while (goOn.getAsBoolean()) {
                cycle();
            }
        } catch (Unsettled e) {
            ledger.fault(e.getMessage());
        } catch (RuntimeException e) {
            ledger.fault(code(number) + " stopped: " + e);
        }
    }

    private void cycle() {
        String contact = contact(number);
        for (int saves = 1 + random.nextInt(4); saves > 0; saves--) {
            save(contact);
        }
        vote(contact);
        step(contact, "submit", "");
        step("researcher", "start-review", "");
        step("researcher", "approve", ", \"onBehalf\": \"No description in this round\"");
        passWarnings();
        publish();
    }

    private void save(String account) {
        int marker = 1_000_000 + number * 100_000 + revision + 1;
        boolean first = revision == 0;
        String body = first
                ? COMPLETE.formatted(marker)
                : "{\"answers\": {\"residents\": {\"value\": %d}}}".formatted(marker);
        Http.Call call = new Http.Call(
                first ? "PUT" : "PATCH", response + "/answers", account, first ? null : tag(revision), null, body);
        replace(
                call,
                "response",
                "save",
                ++revision,
                "" + marker,
                answer -> json(answer).at("/answers/residents/value").asText().equals("" + marker)
                        && tag(revision).equals(answer.tag()));
    }

    private void vote(String account) {
        String marker = "" + (1 + ballot);
        Http.Call call = new Http.Call(
                "PUT",
                "/rounds/" + ROUND + "/rating-session/ballots/" + code(number),
                account,
                ballot == 0 ? null : tag(ballot),
                null,
                "{\"scales\": {\"depth\": {\"%s\": %s, \"%s\": 5}}}".formatted(code(0), marker, code(1)));
        replace(
                call,
                "ballot",
                "put",
                ++ballot,
                marker,
                answer -> json(answer)
                                .at("/scales/depth/ratings/" + code(0))
                                .asText()
                                .equals(marker)
                        && tag(ballot).equals(answer.tag()));
    }

    /** PUT or PATCH: the tag says whether it was done. */
    private void replace(
            Http.Call call, String subject, String action, int made, String marker, Predicate<Http.Answer> isOurs) {
        Instant began = Instant.now();
        boolean unsure = false;
        for (int sends = 1; ; sends++) {
            Instant sent = Instant.now();
            Http.Answer answer = Http.send(port, call);
            boolean refused = answer.status() == 412 || answer.status() == 428;
            ledger.seen(call, answer, unsure && refused);
            if (answer.succeeded()) {
                if (!isOurs.test(answer)) {
                    throw new Unsettled("wrong 2xx: " + call + " -> " + answer);
                }
                ledger.settled(new Ledger.Write(
                        subject, code(number), action, made, marker, null, call, answer, began, sent, sends));
                return;
            }
            if (unsure && refused) {
                Http.Answer now = look(call.path(), call.account());
                if (!isOurs.test(now)) {
                    throw new Unsettled("neither done nor possible: " + call + " -> " + answer + ", there is " + now);
                }
                ledger.settled(new Ledger.Write(
                        subject, code(number), action, made, marker, null, call, null, began, sent, sends));
                return;
            }
            if (answer.status() / 100 == 4) {
                throw new Unsettled("refused: " + call + " -> " + answer);
            }
            unsure = true;
            Servers.pause(PAUSE_MILLIS);
        }
    }

    private void step(String account, String action, String more) {
        String tag = look(response, account).tag();
        post(response + "/transitions", account, tag, "{\"action\": \"" + action + "\"" + more + "}", action);
    }

    private void passWarnings() {
        List<String> codes = new ArrayList<>();
        for (JsonNode item : json(look(response + "/checklist", "researcher")).path("items")) {
            if (item.path("severity").asText().equals("warning") && !item.has("passed")) {
                codes.add("\"" + item.path("code").asText() + "\"");
            }
        }
        if (!codes.isEmpty()) {
            post(
                    response + "/checklist/passes",
                    "researcher",
                    null,
                    "{\"codes\": [" + String.join(", ", codes) + "], \"reason\": \"Bench\"}",
                    "pass-warnings");
        }
    }

    /** By itself, or as a publication of the round that names it. */
    private void publish() {
        if (random.nextBoolean()) {
            post(
                    response + "/transitions",
                    "researcher",
                    look(response, "researcher").tag(),
                    "{\"action\": \"publish\", \"reason\": \"Bench\"}",
                    "publish");
        } else {
            post(
                    "/rounds/" + ROUND + "/publications",
                    "researcher",
                    null,
                    "{\"municipalities\": [\"%s\"], \"reason\": \"Bench\"}".formatted(code(number)),
                    "publish");
        }
    }

    /** A POST: the key makes it safe to send again. */
    private void post(String path, String account, String tag, String body, String action) {
        Http.Call call = new Http.Call("POST", path, account, tag, "bench-" + number + "-" + ++keys, body);
        Instant began = Instant.now();
        for (int sends = 1; ; sends++) {
            Instant sent = Instant.now();
            Http.Answer answer = Http.send(port, call);
            ledger.seen(call, answer, false);
            if (answer.succeeded()) {
                Long sequence = null;
                if (action.equals("publish")) {
                    JsonNode said = json(answer);
                    sequence = said.has("sequence")
                            ? said.path("sequence").asLong()
                            : said.at("/published/sequence").asLong();
                }
                ledger.settled(new Ledger.Write(
                        "response", code(number), action, revision, null, sequence, call, answer, began, sent, sends));
                return;
            }
            if (answer.status() / 100 == 4) {
                throw new Unsettled("refused: " + call + " -> " + answer);
            }
            Servers.pause(PAUSE_MILLIS);
        }
    }

    private Http.Answer look(String path, String account) {
        Http.Call call = Http.Call.get(path, account);
        while (true) {
            Http.Answer answer = Http.send(port, call);
            ledger.seen(call, answer, false);
            if (answer.succeeded()) {
                return answer;
            }
            Servers.pause(PAUSE_MILLIS);
        }
    }

    private static String tag(int revision) {
        return "\"" + revision + "\"";
    }

    static JsonNode json(Http.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + answer, e);
        }
    }

    /** What was acknowledged and what is there do not fit, or a request was refused that should not be. */
    private static final class Unsettled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsettled(String message) {
            super(message);
        }
    }
}
