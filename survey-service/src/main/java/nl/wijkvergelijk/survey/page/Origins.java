package nl.wijkvergelijk.survey.page;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/** Tells by what browsers say of themselves whether a form was sent from a page of ours (Fetch Metadata; RFC 6454). */
final class Origins {

    private Origins() {}

    /** A request that says nothing about it does not come from a browser of today, and is not taken for ours. */
    static boolean isOurs(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        try {
            return origin != null
                    && host != null
                    && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
