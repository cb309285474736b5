package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the very first request of each topic takes after a publication that touches its round, and how that grows with the municipalities. */
final class FirstAnswers {

    /** Else most of them would be there already. */
    private static final String NOT_AHEAD = "-Dwijkvergelijk.cache.ahead=0s";

    private static final int TIMES = 20;

    /** So that the code is compiled; nobody publishes so often that this matters to people. */
    private static final int WARMING = 20;

    private static final double MOST_MILLIS = 50;

    private final Path home;
    private final Path data;
    private final Results results;

    FirstAnswers(Path home, Path data, Results results) {
        this.home = home;
        this.data = data;
        this.results = results;
    }

    void run() throws IOException {
        Map<String, Times> small = measure(Rounds.SMALL);
        Map<String, Times> usual = measure(Rounds.USUAL);
        Map<String, Times> large = measure(Rounds.LARGE);
        usual.forEach((topic, times) -> {
            double at = times.median();
            double growth = large.get(topic).median() / at;
            results.row(
                    "first answer after a publication, " + topic,
                    "342: " + text(times) + "; 6: " + text(small.get(topic)) + "; 10,000: " + text(large.get(topic)),
                    "",
                    "%.2f ms at 342".formatted(at),
                    "≤ 50 ms",
                    at <= MOST_MILLIS);
            double allowed = nLogN(Rounds.LARGE) / nLogN(Rounds.USUAL);
            results.row(
                    "growth of the first answer 342 → 10,000, " + topic,
                    "%.1f times".formatted(growth),
                    "n log n: %.1f times".formatted(allowed),
                    Results.number(growth / allowed),
                    "≤ 1",
                    growth <= allowed);
        });
    }

    private static double nLogN(int n) {
        return n * Math.log(n);
    }

    private static String text(Times times) {
        return "%.2f ms (longest of %d: %.1f)".formatted(times.median(), times.count(), times.longest());
    }

    private Map<String, Times> measure(int municipalities) throws IOException {
        try (Rounds rounds = Rounds.of(home, data, municipalities)) {
            Servers.Service comparison =
                    rounds.servers.comparisonWithoutLimits(NOT_AHEAD).asDeployed();
            results.note("Data, " + rounds.shares() + ".");
            comparison.start();
            comparison.awaitReady(Duration.ofMinutes(10));
            Map<String, List<Long>> nanos = new LinkedHashMap<>();
            List<String> topics = Reads.topics(comparison.port);
            try (Reader reader = new Reader(comparison.port)) {
                for (int i = -WARMING; i < TIMES; i++) {
                    reader.awaitVersion(rounds.publishAgain(i & 1).sequence());
                    for (String topic : topics) {
                        List<Long> took = nanos.computeIfAbsent(topic, t -> new ArrayList<>());
                        try {
                            long one = reader.nanos("/comparisons/" + topic + "?round=" + Rounds.id(rounds.living()));
                            if (i >= 0) {
                                took.add(one);
                            }
                        } catch (IllegalStateException e) {
                            results.wrong("first answer at " + municipalities + ": " + e.getMessage());
                        }
                    }
                }
            }
            Map<String, Times> times = new LinkedHashMap<>();
            nanos.forEach((topic, all) -> times.put(topic, new Times(all)));
            Speed.say(
                    "first answers at %d: %s",
                    municipalities, text(times.values().iterator().next()));
            return times;
        }
    }
}
