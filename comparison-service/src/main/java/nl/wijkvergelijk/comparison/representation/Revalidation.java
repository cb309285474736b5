package nl.wijkvergelijk.comparison.representation;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.RequestLanguage;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every {@link Representation} its tag and its caching headers, and answers 304 with those same headers to who has it already (RFC 9110, section 15.4.5). */
class Revalidation {

    static final String FOR_EVER = "public, max-age=86400, immutable";

    private final RequestLanguage language;
    private final String forNow;

    Revalidation(CacheConfig config, RequestLanguage language) {
        this.language = language;
        forNow = "public, max-age=%d, stale-while-revalidate=%d"
                .formatted(
                        config.fresh().toSeconds(), config.whileRevalidating().toSeconds());
    }

    @ServerResponseFilter
    public void revalidate(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Representation answer)) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        String tag = tag(answer);
        headers.putSingle(HttpHeaders.ETAG, tag);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, answer.pinned() ? FOR_EVER : forNow);
        headers.add(HttpHeaders.LINK, Licence.LINK);
        answer.links().forEach(link -> headers.add(HttpHeaders.LINK, link));
        headers.putSingle(HttpHeaders.CONTENT_TYPE, answer.format().contentType());
        if (answer.filename() != null && !answer.format().shown()) {
            headers.putSingle(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"%s.%s\""
                            .formatted(answer.filename(), answer.format().ending()));
        }
        if (ETags.noneMatchHolds(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            headers.remove(HttpHeaders.CONTENT_TYPE);
            headers.remove(HttpHeaders.CONTENT_DISPOSITION);
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    /** Two languages may happen to have the same bytes; they are two representations all the same. */
    private String tag(Representation answer) {
        String hash = ETags.ofBytes(answer.bytes()).replace("\"", "");
        return ETags.strong(
                hash + "-" + answer.format().code() + "-" + language.get().code());
    }
}
