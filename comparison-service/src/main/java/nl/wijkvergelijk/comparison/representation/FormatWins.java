package nl.wijkvergelijk.comparison.representation;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets {@code format=} win from {@code Accept}: the import dialogs of Excel and Power BI take only an address, and send an Accept of their own. An unknown format
 * passes here, to be refused with all other input errors.
 */
class FormatWins {

    @ServerRequestFilter(preMatching = true)
    public void accept(ContainerRequestContext request) {
        String asked = request.getUriInfo().getQueryParameters().getFirst("format");
        if (asked != null) {
            request.getHeaders()
                    .putSingle(
                            HttpHeaders.ACCEPT,
                            Format.of(asked).map(Format::contentType).orElse("*/*"));
        }
    }
}
