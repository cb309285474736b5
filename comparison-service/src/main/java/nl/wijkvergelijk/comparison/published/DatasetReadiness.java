package nl.wijkvergelijk.comparison.published;

import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once a dataset is held, and from then on whatever the database does: {@code stale} says that it may have moved on without us. */
@Readiness
class DatasetReadiness implements HealthCheck {

    private final Datasets datasets;

    DatasetReadiness(Datasets datasets) {
        this.datasets = datasets;
    }

    @Override
    public HealthCheckResponse call() {
        Freshness freshness = datasets.freshness();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("dataset")
                .status(freshness.loaded())
                .withData("stale", freshness.stale())
                .withData("sequence", freshness.sequence());
        Instant since = freshness.since();
        if (since != null) {
            answer.withData("since", since.toString());
        }
        if (freshness.rebuilt() != null) {
            answer.withData("rebuilt", freshness.rebuilt().toString());
        }
        if (freshness.reason() != null) {
            answer.withData("reason", freshness.reason());
        }
        return answer.build();
    }
}
