package nl.wijkvergelijk.survey.request;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import nl.wijkvergelijk.http.RequestHead;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Two things about form that the framework sees otherwise: that JSON is all there is, is said before it is said that the content is in the wrong form; and content
 * that does not say what it is, is not guessed at.
 */
class FormFilter {

    @ServerRequestFilter(preMatching = true)
    public void refuse(ContainerRequestContext request) {
        boolean isWrite = !RequestHead.method(request).equals("GET");
        if (!isReadable(request) || isWrite && !takesJson(request)) {
            throw new NotAcceptableException();
        }
        if (RequestHead.hasContent(request) && !saysWhatItIs(request)) {
            throw new NotSupportedException();
        }
    }

    private static boolean isReadable(ContainerRequestContext request) {
        try {
            return !request.getAcceptableMediaTypes().isEmpty();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean takesJson(ContainerRequestContext request) {
        return request.getAcceptableMediaTypes().stream().anyMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible);
    }

    private static boolean saysWhatItIs(ContainerRequestContext request) {
        try {
            MediaType form = request.getMediaType();
            return form != null && !form.isWildcardType() && !form.isWildcardSubtype();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
