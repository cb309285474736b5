package nl.wijkvergelijk.comparison.kept;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.http.RequestLanguage;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives every {@link Representation} its tag and its caching headers, packs it for who takes that, and answers 304 with those same headers to who has it already
 * (RFC 9110, section 15.4.5). What may be kept goes to the {@link KeptAnswers}.
 */
class Revalidation {

    private final RequestLanguage language;
    private final RoutingContext context;
    private final String forNow;

    Revalidation(CacheConfig config, RequestLanguage language, RoutingContext context) {
        this.language = language;
        this.context = context;
        forNow = "public, max-age=%d, stale-while-revalidate=%d"
                .formatted(
                        config.fresh().toSeconds(), config.whileRevalidating().toSeconds());
    }

    @ServerResponseFilter
    public void revalidate(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Representation answer)) {
            return;
        }
        Rendered rendered = Rendered.of(answer, language.get(), forNow);
        KeptAnswers.offer(context, rendered);
        Rendered.Variant variant = rendered.variant(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        boolean known = rendered.isKnownTo(request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        MultivaluedMap<String, Object> headers = response.getHeaders();
        variant.headers().forEach(header -> headers.remove(header.name().toString()));
        (known ? variant.headersWithoutContent() : variant.headers())
                .forEach(header ->
                        headers.add(header.name().toString(), header.value().toString()));
        if (known) {
            response.setEntity(null);
            response.setStatus(304);
        } else {
            RepresentationWriter.prepare(context, rendered, variant);
        }
    }
}
