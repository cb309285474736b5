package nl.wijkvergelijk.comparison.published;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says on every answer, while it is so, since when the data may have moved on without us. */
class StaleHeader {

    private final Datasets datasets;

    StaleHeader(Datasets datasets) {
        this.datasets = datasets;
    }

    @ServerResponseFilter
    public void say(ContainerResponseContext response) {
        datasets.staleSince()
                .ifPresent(since -> response.getHeaders().putSingle("Dataset-Stale-Since", since.toString()));
    }
}
