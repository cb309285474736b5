package nl.wijkvergelijk.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Ties the {@link Place} of a request to the work of its resource. */
class PlaceFilter {

    @ServerRequestFilter(preMatching = true)
    public void keep(ContainerRequestContext request, RoutingContext context) {
        Place place = Place.of(context);
        if (place != null && request instanceof ResteasyReactiveContainerRequestContext own) {
            place.work();
            own.getServerRequestContext().registerCompletionCallback(thrown -> place.giveBack());
        }
    }
}
