package nl.wijkvergelijk.comparison.published;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;

/** What an operator wants to see of following: how far, and how long ago it last succeeded. */
@ApplicationScoped
class DatasetMetrics {

    void register(@Observes StartupEvent start, MeterRegistry registry, Datasets datasets) {
        Gauge.builder("wijkvergelijk.dataset.sequence", datasets, d -> d.freshness()
                        .sequence())
                .description("The last publication held")
                .register(registry);
        Gauge.builder(
                        "wijkvergelijk.dataset.stale",
                        datasets,
                        d -> d.freshness().stale() ? 1 : 0)
                .description("1 while the database may hold publications we have not seen")
                .register(registry);
        Gauge.builder("wijkvergelijk.dataset.seen.age", datasets, DatasetMetrics::age)
                .description("Seconds since the database was last seen to hold nothing newer")
                .baseUnit("seconds")
                .register(registry);
    }

    private static double age(Datasets datasets) {
        Instant since = datasets.freshness().since();
        return since == null
                ? Double.NaN
                : Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }
}
