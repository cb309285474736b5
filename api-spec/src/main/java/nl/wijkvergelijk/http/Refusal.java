package nl.wijkvergelijk.http;

import io.vertx.ext.web.RoutingContext;

/** Refuses a request before it reaches a resource. */
public final class Refusal {

    private Refusal() {}

    /** The data cannot be reached for a moment: 503 with Retry-After. */
    public static void unavailable(RoutingContext context) {
        Edge.refuse(context, Edge.plain(HttpProblem.SERVICE_UNAVAILABLE));
    }
}
