package nl.wijkvergelijk.survey.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Accounts to try things out with, over HTTP Basic; the password is the name. Where they are off, nobody is signed in. They exist in the profiles local
 * and test only: anywhere else, and together with OIDC, the service refuses to start.
 */
@ApplicationScoped
class DemoAccounts implements HttpAuthenticationMechanism, PageAccounts {

    private static final Set<String> PROFILES = Set.of("local", "test");
    private static final String BASIC = "Basic ";

    private final DemoAccountsConfig accounts;

    DemoAccounts(DemoAccountsConfig accounts) {
        this.accounts = accounts;
    }

    void refuseWhereTheyDoNotBelong(@Observes StartupEvent start, Config config) {
        boolean oidc = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .anyMatch(name -> name.startsWith("quarkus.oidc."));
        reasonToRefuse(accounts.enabled(), ConfigUtils.getProfiles(), oidc).ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
    }

    static Optional<String> reasonToRefuse(boolean enabled, List<String> profiles, boolean oidc) {
        if (enabled && (profiles.isEmpty() || !PROFILES.containsAll(profiles))) {
            return Optional.of("The demo accounts are for the profiles local and test only, and this is %s: set"
                            .formatted(String.join(", ", profiles))
                    + " wijkvergelijk.demo-accounts.enabled=false.");
        }
        if (enabled && oidc) {
            return Optional.of("The demo accounts do not go together with OIDC: remove one of the two.");
        }
        return Optional.empty();
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

    @Override
    public boolean areThere() {
        return accounts.enabled();
    }

    @Override
    public Optional<SecurityIdentity> identity(String name, String password) {
        return name.equals(password) ? named(name) : Optional.empty();
    }

    @Override
    public Optional<SecurityIdentity> named(String name) {
        if (!accounts.enabled()) {
            return Optional.empty();
        }
        if (name.equals(Role.RESEARCHER.code()) || name.equals(Role.ADMIN.code())) {
            return Optional.of(identity(name, Role.valueOf(name.toUpperCase(Locale.ROOT)), Set.of()));
        }
        return Optional.ofNullable(accounts.contacts().get(name))
                .map(code -> identity(name, Role.CONTACT, Set.of(code)));
    }

    @Override
    public List<String> names() {
        return Stream.concat(
                        accounts.contacts().keySet().stream().sorted(),
                        Stream.of(Role.RESEARCHER.code(), Role.ADMIN.code()))
                .toList();
    }

    private static SecurityIdentity identity(String name, Role role, Set<String> municipalities) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRole(role.code())
                .addAttribute(Actors.MUNICIPALITIES, municipalities)
                .build();
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
        String challenge = accounts.enabled() ? "Basic realm=\"Wijkvergelijk\", charset=\"UTF-8\"" : "Bearer";
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", challenge));
    }
}
