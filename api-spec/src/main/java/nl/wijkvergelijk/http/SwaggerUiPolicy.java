package nl.wijkvergelijk.http;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Swagger UI may do in a browser (Content Security Policy): it comes with scripts and styles in its page, and talks to its own service. */
public final class SwaggerUiPolicy {

    /** Where it is. */
    public static final String PATH = "/docs";

    private SwaggerUiPolicy() {}

    /**
     * The header's value.
     *
     * @param origins whom it may talk to besides
     */
    public static String connectingTo(String... origins) {
        return "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src "
                + Stream.concat(Stream.of("'self'"), Stream.of(origins)).collect(Collectors.joining(" "))
                + "; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    }
}
