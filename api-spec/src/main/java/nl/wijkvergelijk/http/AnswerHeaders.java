package nl.wijkvergelijk.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Headers that every answer of a resource carries unless the resource says otherwise. */
class AnswerHeaders {

    private final RequestLanguage language;

    AnswerHeaders(RequestLanguage language) {
        this.language = language;
    }

    @ServerResponseFilter
    public void complete(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (!headers.containsKey("Cache-Control")) {
            headers.putSingle("Cache-Control", "no-store");
        }
        if (!headers.containsKey("Content-Language")) {
            headers.putSingle("Content-Language", language.get().code());
        }
        if (!headers.containsKey("Vary")) {
            headers.putSingle("Vary", "Accept, Accept-Language");
        }
    }
}
