package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the acknowledged publication to the first answer with it. */
final class Visible {

    private static final int TIMES = 50;
    private static final double MOST_MILLIS = 2_000;

    private final Path home;
    private final Path data;
    private final Results results;

    Visible(Path home, Path data, Results results) {
        this.home = home;
        this.data = data;
        this.results = results;
    }

    void run() throws IOException {
        try (Rounds rounds = Rounds.of(home, data, Rounds.USUAL)) {
            Servers.Service comparison =
                    rounds.servers.comparisonWithoutLimits().asDeployed();
            comparison.start();
            comparison.awaitReady();
            List<Long> nanos = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                Rounds.Published published = rounds.publishAgain(2 + i % 40);
                while (version(comparison.port) < published.sequence()) {
                    Servers.pause(2);
                }
                nanos.add(System.nanoTime() - published.acknowledgedNanos());
                // Else each would come just after a look of comparison-service.
                Servers.pause(37L * i % 1_000);
            }
            Times times = new Times(nanos);
            results.row(
                    "a publication is visible in a comparison",
                    "p50 %.0f ms, p99 %.0f ms, longest %.0f ms of %d"
                            .formatted(times.median(), times.within(0.99), times.longest(), TIMES),
                    "",
                    "p99 %.2f s".formatted(times.within(0.99) / 1_000),
                    "≤ 2 s",
                    times.within(0.99) <= MOST_MILLIS);
        }
    }

    /** Of the data that a comparison was made from; -1 when there was none. */
    static long version(int port) {
        Http.Answer answer = Http.send(port, Http.Call.get("/comparisons/fte?municipality=GM0000", null));
        return answer.succeeded()
                ? Municipality.json(answer).at("/dataset/version").asLong()
                : -1;
    }
}
