package nl.wijkvergelijk.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets Specmatic ask both services everything their contracts allow and much that they do not, then asks spoiled requests of its own; every answer is held to the contract.
 * Ends with 1 when anything was a 5xx, undocumented, off its schema, told of the inside, or logged as an error, and when fewer than nine in ten operations succeeded.
 */
final class Fuzz {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double ENOUGH = 0.9;
    private static final Pattern TOTALS = Pattern.compile("Tests run: (\\d+), Successes: (\\d+), Failures: (\\d+)");

    private final Path home = Path.of(System.getProperty("bench.home"));
    private final Path work = Path.of(System.getProperty("bench.work"));
    private final String specmatic = System.getProperty("bench.specmatic");
    private final long seed;
    private final int own;
    private final int minutes;
    private boolean holds = true;

    private Fuzz(long seed, int own, int minutes) {
        this.seed = seed;
        this.own = own;
        this.minutes = minutes;
    }

    /** Arguments: port of survey-service, port of comparison-service, seed, how many requests of its own per service, for how many minutes at most Specmatic asks each. Properties: bench.home, bench.work, bench.specmatic (its jar). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Fuzz fuzz =
                new Fuzz(Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        line("seed", fuzz.seed);
        fuzz.service("survey", Integer.parseInt(arguments[0]));
        fuzz.service("comparison", Integer.parseInt(arguments[1]));
        System.exit(fuzz.holds ? 0 : 1);
    }

    private void service(String name, int port) throws IOException, InterruptedException {
        Operations operations = new Operations(
                home.resolve("api-spec/" + name + ".openapi.yaml"),
                home.resolve("deploy/bench/src/main/fuzz/" + name + ".yaml"));
        Path directory = Files.createDirectories(work.resolve(name));
        Judge asked = new Judge(operations);
        Judge spoiled = new Judge(operations);
        String result;
        try (Relay relay = new Relay(port, operations, asked, false)) {
            prepare(operations, relay);
        }
        try (Relay relay = new Relay(port, operations, asked, true)) {
            // Good requests first: where parameters are many, what is wrong with them takes all the time there is.
            specmatic(operations, directory, relay.port(), "positiveOnly", 1);
            result = specmatic(operations, directory, relay.port(), "all", 6);
        }
        try (Relay relay = new Relay(port, operations, spoiled, false)) {
            spoil(operations, relay);
        }
        report(name, operations, asked, spoiled, result);
    }

    /** Lays the ground; without it much cannot succeed, so that what fails here is a fault too. */
    private void prepare(Operations operations, Relay relay) {
        String nextWeek = LocalDate.now(ZoneOffset.UTC).plusDays(7).toString();
        for (Wire.Request step : operations.ground(nextWeek)) {
            Wire.Answer answer = relay.send(step);
            if (answer.status() / 100 != 2) {
                System.err.println("  ! the ground: " + step.method() + " " + step.target() + " -> " + answer.status()
                        + " " + answer.text());
                holds = false;
            }
        }
    }

    private String specmatic(Operations operations, Path directory, int port, String what, int combinations)
            throws IOException, InterruptedException {
        Files.writeString(
                directory.resolve("contract.json"), operations.contract(true).toString());
        Files.writeString(directory.resolve("specmatic.yaml"), """
                version: 2
                contracts:
                  - provides:
                      - contract.json
                test:
                  resiliencyTests:
                    enable: %s
                  timeoutInMilliseconds: 30000
                examples:
                  - samples
                """.formatted(what));
        Path samples = Files.createDirectories(directory.resolve("samples"));
        for (Operations.Operation each : operations.all()) {
            Files.writeString(
                    samples.resolve(each.id() + ".json"),
                    sample(operations, each).toPrettyString());
        }
        Path log = directory.resolve("specmatic.log");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-jar",
                        specmatic,
                        "test",
                        "--testBaseURL=http://127.0.0.1:" + port + "/v1",
                        "--examples=samples",
                        // What has no sample would be asked of places that do not exist.
                        "--strict")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // Of every operation a few of the millions of combinations of its parameters, so that it gets to all of them.
        command.environment().put("MAX_TEST_REQUEST_COMBINATIONS", "" + combinations);
        command.environment().put("IGNORE_INLINE_EXAMPLES", "true");
        // It would tell its makers that it ran.
        command.environment().put("SPECMATIC_DISABLE_TELEMETRY", "true");
        Process process = command.start();
        try {
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                return "stopped after " + minutes + " minutes";
            }
        } finally {
            process.destroyForcibly();
        }
        String result = "no result, see " + log;
        try (Stream<String> lines = Files.lines(log)) {
            for (String line : (Iterable<String>) lines::iterator) {
                Matcher totals = TOTALS.matcher(line);
                if (totals.find()) {
                    result = totals.group();
                }
            }
        }
        return result;
    }

    /** A good request as Specmatic reads it, with no more said of the answer than that it is a success. */
    private static ObjectNode sample(Operations operations, Operations.Operation operation) {
        ObjectNode whole = JSON.createObjectNode();
        ObjectNode partial = whole.putObject("partial");
        ObjectNode request = partial.putObject("http-request");
        Wire.Request good = operation.sample();
        request.put("method", good.method()).put("path", good.path());
        String[] target = good.target().split("\\?", 2);
        if (target.length > 1) {
            ObjectNode query = request.putObject("query");
            for (String each : target[1].split("&")) {
                String[] pair = each.split("=", 2);
                query.put(pair[0], java.net.URLDecoder.decode(pair[1], java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        ObjectNode headers = request.putObject("headers");
        good.headers().forEach((name, value) -> {
            switch (name) {
                case "if-match" -> headers.put("If-Match", value);
                case "idempotency-key" -> headers.put("Idempotency-Key", value);
                case "authorization" -> headers.put("Authorization", value);
                case "content-type" -> headers.put("Content-Type", value);
                default -> {}
            }
        });
        if (good.body().length > 0) {
            try {
                request.set("body", JSON.readTree(good.text()));
            } catch (IOException text) {
                request.put("body", good.text());
            }
        }
        partial.set("http-response", operations.success(operation));
        return whole;
    }

    private void spoil(Operations operations, Relay relay) {
        Mutations mutations = new Mutations(seed);
        for (int i = 0; i < own; i++) {
            Operations.Operation operation =
                    operations.all().get(i % operations.all().size());
            relay.send(i < operations.all().size() ? operation.sample() : mutations.of(operation.sample()));
        }
    }

    private void report(String name, Operations operations, Judge asked, Judge spoiled, String result)
            throws IOException {
        List<String> errors = new ArrayList<>();
        try (Stream<String> log = Files.lines(work.resolve("data/logs/" + name + "-service.log"))) {
            log.filter(each -> each.contains(" ERROR ") || each.contains("\"level\":\"ERROR\""))
                    .forEach(errors::add);
        }
        System.out.println(name + "-service");
        line("  operations", operations.all().size());
        line("  Specmatic's own account", result);
        pass("Specmatic", asked);
        pass("spoiled requests", spoiled);
        TreeSet<String> never = new TreeSet<>();
        for (Map.Entry<String, Judge.Count> each : asked.counts().entrySet()) {
            if (each.getValue().succeeded == 0 && spoiled.counts().get(each.getKey()).succeeded == 0) {
                never.add(each.getKey());
            }
        }
        int all = operations.all().size();
        line("  operations with a 2xx, all requests together", share(all - never.size(), all));
        line("  operations that never succeeded", never.isEmpty() ? "none" : never);
        holds &= all - never.size() >= ENOUGH * all;
        line("  ERROR lines in its log", errors.size());
        errors.stream().limit(5).forEach(each -> System.out.println("    ! " + each));
        holds &= errors.isEmpty();
    }

    private void pass(String who, Judge judge) {
        long succeeded = judge.counts().values().stream()
                .filter(each -> each.succeeded > 0)
                .count();
        int all = judge.counts().size();
        line("  " + who + ": requests", judge.requests());
        line("    answers by status", judge.statuses());
        line("    operations with a 2xx", share(succeeded, all));
        line("    5xx", judge.serverErrors());
        line("    undocumented", judge.undocumented());
        line("    off the schema", judge.mismatches());
        line("    told of the inside", judge.disclosures());
        holds &= judge.serverErrors() + judge.undocumented() + judge.mismatches() + judge.disclosures() == 0;
    }

    private static String share(long some, long all) {
        return "%d of %d (%.1f %%)".formatted(some, all, 100.0 * some / all);
    }

    private static void line(String what, Object value) {
        System.out.printf("%-50s %s%n", what, value);
    }
}
