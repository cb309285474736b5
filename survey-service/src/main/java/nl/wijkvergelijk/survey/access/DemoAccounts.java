package nl.wijkvergelijk.survey.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Accounts to try things out with, over HTTP Basic; the password is the name. Where they are off, nobody is signed in. They exist in the profiles local
 * and test only, and not beside an identity provider: {@link IdentityProvider} sees to that.
 */
@ApplicationScoped
class DemoAccounts implements HttpAuthenticationMechanism {

    private static final String BASIC = "Basic ";

    private final DemoAccountsConfig accounts;

    DemoAccounts(DemoAccountsConfig accounts) {
        this.accounts = accounts;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        String header = context.request().getHeader("Authorization");
        if (header == null || !accounts.enabled()) {
            return Uni.createFrom().nullItem();
        }
        return identity(header).map(identity -> Uni.createFrom().item(identity)).orElseGet(() -> Uni.createFrom()
                .failure(new AuthenticationFailedException()));
    }

    private Optional<SecurityIdentity> identity(String header) {
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        String[] nameAndPassword =
                decoded(header.substring(BASIC.length()).strip()).split(":", 2);
        return nameAndPassword.length < 2 ? Optional.empty() : identity(nameAndPassword[0], nameAndPassword[1]);
    }

    /** Whether they can be used. */
    boolean areThere() {
        return accounts.enabled();
    }

    /** Who this is; empty when name and password do not belong together. */
    Optional<SecurityIdentity> identity(String name, String password) {
        return name.equals(password) ? named(name) : Optional.empty();
    }

    /** Who has this account; empty when nobody has. */
    Optional<SecurityIdentity> named(String name) {
        if (!accounts.enabled()) {
            return Optional.empty();
        }
        if (name.equals(Role.RESEARCHER.code()) || name.equals(Role.ADMIN.code())) {
            return Optional.of(identity(name, Role.valueOf(name.toUpperCase(Locale.ROOT)), Set.of()));
        }
        return Optional.ofNullable(accounts.contacts().get(name))
                .map(code -> identity(name, Role.CONTACT, Set.of(code)));
    }

    /** All names, contacts first. */
    List<String> names() {
        return Stream.concat(
                        accounts.contacts().keySet().stream().sorted(),
                        Stream.of(Role.RESEARCHER.code(), Role.ADMIN.code()))
                .toList();
    }

    private static SecurityIdentity identity(String name, Role role, Set<String> municipalities) {
        return Actors.identity(new Actor(name, role, municipalities));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return accounts.enabled()
                ? Uni.createFrom()
                        .item(new ChallengeData(
                                401, "WWW-Authenticate", "Basic realm=\"Wijkvergelijk\", charset=\"UTF-8\""))
                : Uni.createFrom().nullItem();
    }
}
