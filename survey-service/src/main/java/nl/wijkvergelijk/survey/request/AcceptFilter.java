package nl.wijkvergelijk.survey.request;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Says that JSON is all there is before it is said that the content is in the wrong form; the framework has it the other way round. */
class AcceptFilter {

    @ServerRequestFilter(preMatching = true)
    public void refuse(ContainerRequestContext request) {
        boolean isWrite =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        if (isWrite
                && request.getAcceptableMediaTypes().stream()
                        .noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw new NotAcceptableException();
        }
    }
}
