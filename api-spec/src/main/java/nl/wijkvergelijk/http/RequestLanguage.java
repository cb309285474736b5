package nl.wijkvergelijk.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The language of the current answer: {@code lang=} when given, else the best of {@code Accept-Language}, else Dutch. */
@RequestScoped
public class RequestLanguage {

    private final RoutingContext context;

    @Inject
    RequestLanguage(RoutingContext context) {
        this.context = context;
    }

    protected RequestLanguage() {
        this(null);
    }

    public Language get() {
        return of(context);
    }

    /** The same for places that have no request scope. An unknown {@code lang=} is refused elsewhere and read as Dutch here. */
    public static Language of(RoutingContext context) {
        String asked = context.request().getParam("lang");
        if (asked != null) {
            return Language.of(asked).orElse(Language.NL);
        }
        return context.acceptableLanguages().stream()
                .flatMap(header ->
                        Language.of(header.tag() == null ? "" : header.tag().toLowerCase(java.util.Locale.ROOT))
                                .stream())
                .findFirst()
                .orElse(Language.NL);
    }
}
