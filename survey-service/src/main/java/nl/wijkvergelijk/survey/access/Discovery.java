package nl.wijkvergelijk.survey.access;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Leads clients, Swagger UI among them, from the address in the contract to the identity provider of this installation; 404 where there is none. */
@ApplicationScoped
class Discovery {

    private final IdentityProvider provider;

    Discovery(IdentityProvider provider) {
        this.provider = provider;
    }

    void install(@Observes Router router) {
        router.get("/.well-known/openid-configuration").handler(this::lead);
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
