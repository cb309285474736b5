package nl.wijkvergelijk.survey.start;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the database is prepared. Whether it is there is a check of its own. */
@Readiness
class PreparationReadiness implements HealthCheck {

    private final Preparation preparation;

    PreparationReadiness(Preparation preparation) {
        this.preparation = preparation;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database prepared")
                .status(preparation.isDone())
                .build();
    }
}
