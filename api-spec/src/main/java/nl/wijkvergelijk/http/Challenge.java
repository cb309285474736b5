package nl.wijkvergelijk.http;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** What a 401 tells the client about how to sign in (RFC 9110, section 11.6.1). */
final class Challenge {

    private static final String BEARER = "Bearer";

    private Challenge() {}

    static Uni<String> of(RoutingContext context) {
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(BEARER);
        }
        return authenticator.getChallenge(context).map(Challenge::header);
    }

    private static String header(ChallengeData challenge) {
        return challenge == null
                ? BEARER
                : challenge.getHeaders().values().stream().findFirst().orElse(BEARER);
    }
}
