package nl.wijkvergelijk.http;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** What a 401 tells the client about how to sign in (RFC 9110, section 11.6.1). */
final class Challenge {

    private Challenge() {}

    static String of(RoutingContext context) {
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        ChallengeData challenge = authenticator == null
                ? null
                : authenticator.getChallenge(context).await().atMost(Duration.ofSeconds(1));
        if (challenge == null) {
            return "Bearer";
        }
        return challenge.getHeaders().values().stream().findFirst().orElse("Bearer");
    }
}
