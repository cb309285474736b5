package nl.wijkvergelijk.http;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Health and metrics on the service's own port, for a machine where nobody else listens. That there is a management port is decided when the jar is built, for all
 * profiles alike; this gives the local profile its short way back.
 */
@ApplicationScoped
class LocalHealth {

    private final boolean wanted;
    private final SmallRyeHealthReporter health;
    private final PrometheusMeterRegistry metrics;

    LocalHealth(
            @ConfigProperty(name = "wijkvergelijk.health-on-own-port", defaultValue = "false") boolean wanted,
            SmallRyeHealthReporter health,
            PrometheusMeterRegistry metrics) {
        this.wanted = wanted;
        this.health = health;
        this.metrics = metrics;
    }

    void install(@Observes Router router) {
        if (wanted) {
            router.get("/q/health").blockingHandler(context -> answer(context, health::getHealth));
            router.get("/q/health/live").blockingHandler(context -> answer(context, health::getLiveness));
            router.get("/q/health/ready").blockingHandler(context -> answer(context, health::getReadiness));
            router.get("/q/metrics").blockingHandler(context -> context.response()
                    .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                    .end(metrics.scrape()));
        }
    }

    private static void answer(RoutingContext context, Supplier<SmallRyeHealth> check) {
        SmallRyeHealth state = check.get();
        context.response()
                .setStatusCode(state.isDown() ? 503 : 200)
                .putHeader("Content-Type", "application/json; charset=UTF-8")
                .end(state.getPayload().toString());
    }
}
