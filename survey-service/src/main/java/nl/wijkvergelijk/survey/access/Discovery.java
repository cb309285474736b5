package nl.wijkvergelijk.survey.access;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import nl.wijkvergelijk.http.SwaggerUiPolicy;

/** Leads clients, Swagger UI among them, from the address in the contract to the identity provider of this installation; 404 where there is none. */
@ApplicationScoped
class Discovery {

    private static final int BEFORE_SWAGGER_UI = -1_000;

    private final IdentityProvider provider;

    Discovery(IdentityProvider provider) {
        this.provider = provider;
    }

    void install(@Observes Router router) {
        router.get("/.well-known/openid-configuration").handler(this::lead);
        router.route(SwaggerUiPolicy.PATH + "*").order(BEFORE_SWAGGER_UI).handler(this::letSwaggerUiAsk);
    }

    /** Without this the browser would not let Swagger UI ask the provider for a token. */
    private void letSwaggerUiAsk(RoutingContext context) {
        provider.discovery().map(Discovery::origin).ifPresent(origin -> context.response()
                .putHeader("Content-Security-Policy", SwaggerUiPolicy.connectingTo(origin)));
        context.next();
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private void lead(RoutingContext context) {
        provider.discovery()
                .ifPresentOrElse(
                        address -> context.response()
                                .setStatusCode(302)
                                .putHeader("Location", address)
                                .putHeader("Cache-Control", "no-store")
                                .end(),
                        () -> context.fail(404));
    }
}
