package nl.wijkvergelijk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Comparisons and figures of 342 municipalities in ten rounds, asked again and again, beside a constant answer of the same size from the same server. */
final class Reads {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECTIONS = 16;

    /** A workbook is made anew each time, and few may be made at once. */
    private static final int FEW = 2;

    private static final int SECONDS = Integer.getInteger("bench.seconds", 5);
    private static final int TIMES = 3;
    private static final int WARMING_SECONDS = 3;
    private static final int MOST_WARMING = 20;
    private static final double STABLE = 0.05;

    /** Answers of wrk hold the head too, which need not be alike to the byte. */
    private static final double SAME_SIZE = 0.01;

    private static final int HEAD = 300;

    private final Path home;
    private final Path data;
    private final Results results;
    private int subject;
    private int yardstick;

    Reads(Path home, Path data, Results results) {
        this.home = home;
        this.data = data;
        this.results = results;
    }

    void run() throws IOException {
        if (!Wrk.isThere()) {
            results.skipped("reads: there is no wrk here (Debian: `apt install wrk`).");
            return;
        }
        try (Rounds rounds = Rounds.of(home, data, Rounds.USUAL)) {
            // Nobody saves meanwhile.
            rounds.survey.stop();
            Servers.Service comparison =
                    rounds.servers.comparisonWithoutLimits().asDeployed();
            Servers.Service constant = rounds.servers.yardstick().asDeployed();
            comparison.start();
            comparison.awaitReady();
            constant.start();
            constant.awaitReady();
            subject = comparison.port;
            yardstick = constant.port;
            warm("/comparisons/fte", subject);
            warm("/constant?size=20000", yardstick);
            measure();
        }
    }

    /** Until the throughput of three in a row is the same within 5 %. */
    private static void warm(String path, int port) {
        List<Double> rates = new ArrayList<>();
        while (rates.size() < MOST_WARMING && !isStable(rates)) {
            rates.add(Wrk.run(port, path, CONNECTIONS, WARMING_SECONDS).rate());
        }
        Speed.say("warm at %.0f/s after %d × %d s", rates.get(rates.size() - 1), rates.size(), WARMING_SECONDS);
    }

    private static boolean isStable(List<Double> rates) {
        if (rates.size() < 3) {
            return false;
        }
        List<Double> last = rates.subList(rates.size() - 3, rates.size());
        double least = last.stream().mapToDouble(d -> d).min().orElseThrow();
        double most = last.stream().mapToDouble(d -> d).max().orElseThrow();
        return least >= most * (1 - STABLE);
    }

    private void measure() throws IOException {
        List<String> topics = topics(subject);
        for (String format : List.of("json", "csv", "jsonstat")) {
            for (String topic : topics) {
                point(
                        "comparison " + topic + ", " + format,
                        "/comparisons/" + topic + "?format=" + format,
                        CONNECTIONS,
                        0.8);
            }
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < Rounds.ROUNDS; i++) {
            all.append(i == 0 ? "" : ",").append(Rounds.id(i));
        }
        String figures = "/figures?indicator=fte-total&round=" + all;
        point("/figures, 342 × 10 × 1, json", figures + "&format=json", CONNECTIONS, 0.8);
        point("/figures, 342 × 10 × 1, csv", figures + "&format=csv", CONNECTIONS, 0.8);
        for (String topic : List.of("fte", "overview")) {
            String path = "/comparisons/" + topic + "?format=json";
            String tag = ask(subject, path, Map.of()).header("ETag");
            point("304 of comparison " + topic, path, CONNECTIONS, 0.9, "If-None-Match: " + tag);
            point("comparison " + topic + ", json, gzip", path, CONNECTIONS, 0.8, "Accept-Encoding: gzip");
        }
        point("comparison overview, xlsx, 2 connections", "/comparisons/overview?format=xlsx", FEW, 0);
    }

    static List<String> topics(int port) throws IOException {
        List<String> topics = new ArrayList<>();
        for (JsonNode topic :
                JSON.readTree(ask(port, "/comparisons", Map.of()).body()).path("topics")) {
            topics.add(topic.path("id").asText());
        }
        if (topics.isEmpty()) {
            throw new IllegalStateException("no topics");
        }
        return topics;
    }

    private static Wire.Answer ask(int port, String path, Map<String, String> headers) {
        return Wire.send(port, new Wire.Request("GET", path, headers, new byte[0]));
    }

    /** Yardstick and subject by turns, so that what disturbs one disturbs the other. */
    private void point(String what, String path, int connections, double bar, String... headers) {
        Map<String, String> sent = new TreeMap<>();
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            sent.put(parts[0], parts[1]);
        }
        Wire.Answer one = ask(subject, path, sent);
        boolean compressed = one.header("Content-Encoding").equals("gzip");
        String constant = "/constant?size=" + one.body().length + (compressed ? "&encoding=gzip" : "");
        Wire.Answer other = ask(yardstick, constant, sent);
        int wanted = sent.containsKey("If-None-Match") ? 304 : 200;
        if (one.status() != wanted || other.status() != wanted || other.body().length != one.body().length) {
            results.wrong("%s: %d with %d bytes, its yardstick %d with %d"
                    .formatted(what, one.status(), one.body().length, other.status(), other.body().length));
            return;
        }
        if (sent.containsKey("Accept-Encoding") && !compressed) {
            results.note(what + ": answered without compression.");
        }
        List<Wrk.Seen> theirs = new ArrayList<>();
        List<Wrk.Seen> ours = new ArrayList<>();
        Wrk.run(subject, path, connections, 1, headers);
        for (int i = 0; i < TIMES; i++) {
            theirs.add(Wrk.run(yardstick, constant, connections, SECONDS, headers));
            ours.add(Wrk.run(subject, path, connections, SECONDS, headers));
        }
        Wrk.Seen a = Wrk.Seen.median(theirs);
        Wrk.Seen b = Wrk.Seen.median(ours);
        check(what, connections, a, b);
        String size = wanted == 304 ? "" : ", %,d bytes".formatted(one.body().length);
        results.atLeast(what + size, text(b), text(a), b.rate() / a.rate(), bar);
    }

    private void check(String what, int connections, Wrk.Seen a, Wrk.Seen b) {
        for (Wrk.Seen each : List.of(a, b)) {
            if (each.fault() != null) {
                results.wrong(what + ": " + each.fault());
            }
        }
        double unfinished = connections * (a.bytes() / a.requests() + b.bytes() / b.requests());
        if (Math.abs(a.bytes() - b.bytes()) > HEAD + SAME_SIZE * a.bytes() + unfinished) {
            results.wrong("%s: %.0f bytes an answer, its yardstick %.0f".formatted(what, b.bytes(), a.bytes()));
        }
    }

    private static String text(Wrk.Seen seen) {
        return "%,.0f/s, p50 %.2f ms, p99 %.1f ms".formatted(seen.rate(), seen.p50Millis(), seen.p99Millis());
    }
}
