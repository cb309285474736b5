package nl.wijkvergelijk.survey.access;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.http.Failure;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import org.jboss.logging.Logger;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Bearer tokens in the header Authorization (RFC 6750), judged by the framework; in front of that what it leaves open. Two headers, another scheme or
 * a token too long is 401; a token that cannot be judged because the identity provider is away is 503.
 */
@ApplicationScoped
class Tokens implements HttpAuthenticationMechanism {

    private static final Logger LOG = Logger.getLogger(Tokens.class);

    /** Before the framework's own, which would take the first of two headers. */
    private static final int FIRST = 2000;

    /** With the codes of every municipality of the country a token has some 6,000. */
    private static final int LONGEST = 8000;

    private static final String BEARER = "Bearer ";

    /** Longer than the pause between two looks at the provider's keys: who came in that pause is judged by the keys of after it. */
    private static final Duration NEXT_LOOK = Duration.ofMillis(1200);

    private final IdentityProvider provider;
    private final OidcAuthenticationMechanism framework;

    Tokens(IdentityProvider provider, OidcAuthenticationMechanism framework) {
        this.provider = provider;
        this.framework = framework;
    }

    @Override
    public int getPriority() {
        return FIRST;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        List<String> headers = context.request().headers().getAll("Authorization");
        if (!provider.isThere() || headers.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        if (headers.size() > 1 || !isToken(headers.get(0))) {
            return refused(context);
        }
        return framework
                .authenticate(context, manager)
                .onFailure(Tokens::isKeyUnknown)
                .recoverWithUni(() -> Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(NEXT_LOOK)
                        .chain(() -> framework.authenticate(context, manager)))
                .onFailure()
                .recoverWithUni(cause -> IdentityProvider.isAway(cause) ? away(cause) : refused(context));
    }

    private static boolean isToken(String header) {
        return header.length() <= LONGEST
                && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && !header.substring(BEARER.length()).isBlank();
    }

    private Uni<SecurityIdentity> refused(RoutingContext context) {
        context.put(HttpAuthenticationMechanism.class.getName(), this);
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    private static Uni<SecurityIdentity> away(Throwable cause) {
        LOG.warnf("identity provider away: %s", Failure.root(cause));
        return Uni.createFrom()
                .failure(new ProblemException(
                                HttpProblem.SERVICE_UNAVAILABLE,
                                new Text(
                                        "Uw aanmelding is even niet te controleren. Er is niets gedaan; probeer het zo opnieuw.",
                                        "Your token cannot be checked for a moment. Nothing was done; try again shortly."))
                        .header("Retry-After", "2"));
    }

    private static boolean isKeyUnknown(Throwable thrown) {
        return IdentityProvider.isCausedBy(thrown, UnresolvableKeyException.class::isInstance);
    }

    /** A page is left to the framework: it leads to the provider's own form. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        if (!provider.isThere() || context.request().path().equals(PageAccounts.PROVIDER)) {
            return Uni.createFrom().nullItem();
        }
        boolean sent = context.request().headers().contains("Authorization");
        String challenge = "Bearer realm=\"Wijkvergelijk\"" + (sent ? ", error=\"invalid_token\"" : "");
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", challenge));
    }

    @Override
    public Set<Class<? extends io.quarkus.security.identity.request.AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
