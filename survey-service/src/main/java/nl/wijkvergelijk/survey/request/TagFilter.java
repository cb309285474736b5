package nl.wijkvergelijk.survey.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.RequestHead;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Puts the tag of what is answered in the header, and answers 304 to a reader who holds it already. */
class TagFilter {

    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Tagged tagged) {
            response.getHeaders().putSingle("ETag", tagged.tag());
            boolean isRead = RequestHead.method(request).equals("GET");
            if (isRead && ETags.noneMatchHolds(request.getHeaderString("If-None-Match"), tagged.tag())) {
                response.setStatus(304);
                response.setEntity(null);
            }
        }
    }
}
