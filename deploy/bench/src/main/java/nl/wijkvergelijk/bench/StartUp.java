package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start of the process until the service says that it is ready, on a database with ten rounds of 342 municipalities. */
final class StartUp {

    private static final int TIMES = 5;

    private final Path home;
    private final Path data;
    private final Results results;

    StartUp(Path home, Path data, Results results) {
        this.home = home;
        this.data = data;
        this.results = results;
    }

    void run() throws IOException {
        try (Rounds rounds = Rounds.of(home, data, Rounds.USUAL)) {
            rounds.survey.stop();
            measure("survey-service", rounds.survey);
            measure(
                    "comparison-service",
                    rounds.servers.comparisonWithoutLimits().asDeployed());
        }
    }

    private void measure(String name, Servers.Service service) {
        List<Long> nanos = new ArrayList<>();
        Memory memory = null;
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            service.start();
            service.awaitReady();
            nanos.add(System.nanoTime() - began);
            memory = Memory.of(service.process);
            service.stop();
        }
        Times times = new Times(nanos);
        results.told(
                name + " until ready",
                "%.1f s (longest of %d: %.1f s), then %s"
                        .formatted(times.median() / 1_000, TIMES, times.longest() / 1_000, memory));
    }
}
