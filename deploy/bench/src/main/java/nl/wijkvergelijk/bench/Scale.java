package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** 10,000 municipalities × 10 rounds × all measures in a heap of 512 MB: loads, serves, and swaps while somebody reads. */
final class Scale {

    private static final Duration WARMING = Duration.ofSeconds(25);
    private static final Duration ALONE = Duration.ofSeconds(10);
    private static final Duration SWAPPING = Duration.ofSeconds(60);
    private static final Duration MOST_LOADING = Duration.ofMinutes(10);
    private static final int READERS = 2;
    private static final int OFTEN = 100;
    private static final long EVERY_MILLIS = 5_000;
    private static final double MOST = 10;

    private final Path home;
    private final Path data;
    private final Results results;

    Scale(Path home, Path data, Results results) {
        this.home = home;
        this.data = data;
        this.results = results;
    }

    void run() throws IOException {
        try (Rounds rounds = Rounds.of(home, data, Rounds.LARGE)) {
            Servers.Service comparison =
                    rounds.servers.comparisonWithoutLimits().asDeployed();
            long began = System.nanoTime();
            comparison.start();
            comparison.awaitReady(MOST_LOADING);
            double seconds = (System.nanoTime() - began) / 1e9;
            Servers.Service constant = rounds.servers.yardstick().asDeployed();
            constant.start();
            constant.awaitReady();
            results.told(
                    "10,000 × 10 × all measures, heap 512 MB (all but the first 342 of the first round multiplied by SQL)",
                    "ready after %.1f s, %s".formatted(seconds, Memory.of(comparison.process)));
            String round = "round=" + Rounds.id(rounds.living());
            List<Asked> asked = List.of(
                    new Asked("a comparison of all 10,000", "/comparisons/fte?" + round, 5),
                    new Asked(
                            "a comparison of another round",
                            "/comparisons/fte?municipality=GM0007&round=" + Rounds.latest(),
                            OFTEN),
                    new Asked(
                            "a comparison of one municipality among 10,000",
                            "/comparisons/fte?municipality=GM0007&" + round,
                            OFTEN));
            int number = 0;
            for (Asked each : asked) {
                number = swap(rounds, comparison.port, constant.port, each, number);
            }
            results.told("after the swaps", "" + Memory.of(comparison.process));
        }
    }

    /** What is asked, and how often in a second by each. */
    private record Asked(String what, String path, int aSecond) {

        Steady during(int port, String path, Duration length) {
            return Steady.of(port, path, READERS, aSecond, length);
        }
    }

    private int swap(Rounds rounds, int subject, int yardstick, Asked asked, int first) {
        int size = Wire.send(subject, new Wire.Request("GET", asked.path(), Map.of(), new byte[0]))
                .body()
                .length;
        String constant = "/constant?size=" + size;
        // What is compiled on the way is no part of it, nor is what a swap compiles.
        int warm = publishDuring(rounds, first, () -> asked.during(subject, asked.path(), WARMING));
        asked.during(yardstick, constant, ALONE);
        Times alone = asked.during(subject, asked.path(), ALONE).times();
        Steady[] during = new Steady[2];
        int number = publishDuring(
                rounds,
                warm,
                () -> Together.run(
                        2,
                        i -> during[i] = i == 0
                                ? asked.during(subject, asked.path(), SWAPPING)
                                : asked.during(yardstick, constant, SWAPPING)));
        for (Steady each : during) {
            if (!each.faults().isEmpty()) {
                results.wrong(asked.what() + ": " + each.faults().size() + " × "
                        + each.faults().get(0));
            }
        }
        Times times = during[0].times();
        double ratio = times.longest() / alone.median();
        results.row(
                "longest answer while publications are taken in, " + asked.what(),
                "%s; %d publications".formatted(text(times), number - warm),
                "before: %s; a constant of that size meanwhile: %s".formatted(text(alone), text(during[1].times())),
                Results.number(ratio),
                "≤ 10 × p50 before",
                ratio <= MOST);
        return number;
    }

    /** Publishes again and again while somebody reads; the number of the next publication. */
    private static int publishDuring(Rounds rounds, int first, Runnable read) {
        Thread reading = new Thread(read);
        reading.start();
        int number = first;
        while (reading.isAlive()) {
            long next = System.nanoTime() + EVERY_MILLIS * 1_000_000;
            rounds.publishAgain(number++ & 1);
            Servers.pause(Math.max(0, (next - System.nanoTime()) / 1_000_000));
        }
        return number;
    }

    private static String text(Times times) {
        return "%.1f ms of %,d, p50 %.2f, p99.9 %.2f ms"
                .formatted(times.longest(), times.count(), times.median(), times.within(0.999));
    }
}
