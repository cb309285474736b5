package nl.wijkvergelijk.survey.start;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.wijkvergelijk.http.Refusal;

/** Answers 503 until the database is prepared: nobody writes to tables of an earlier release, or before it is said which definitions are in force. */
@ApplicationScoped
class UnpreparedGate {

    /** Behind the headers that every answer has, before everything that answers. */
    private static final int EARLY = -99_000;

    private final Preparation preparation;

    UnpreparedGate(Preparation preparation) {
        this.preparation = preparation;
    }

    void install(@Observes Router router) {
        router.route().order(EARLY).handler(this::pass);
    }

    private void pass(RoutingContext context) {
        if (preparation.isDone() || context.request().path().startsWith("/q/")) {
            context.next();
        } else {
            Refusal.unavailable(context);
        }
    }
}
