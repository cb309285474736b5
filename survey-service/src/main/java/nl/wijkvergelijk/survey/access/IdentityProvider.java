package nl.wijkvergelijk.survey.access;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import nl.wijkvergelijk.http.Failure;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where real accounts come from: the identity provider of this installation, if it has one. The service refuses to start with demo accounts outside the
 * profiles local and test, with both kinds of accounts at once, and outside those profiles without an identity provider.
 */
@ApplicationScoped
public class IdentityProvider {

    private static final Set<String> DEMO_PROFILES = Set.of("local", "test");

    private final boolean enabled;
    private final Optional<String> address;
    private final DemoAccountsConfig demo;
    private final TenantConfigBean tenants;

    IdentityProvider(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> address,
            DemoAccountsConfig demo,
            TenantConfigBean tenants) {
        this.enabled = enabled;
        this.address = address.map(IdentityProvider::withoutSlash);
        this.demo = demo;
        this.tenants = tenants;
    }

    void refuseToStartWithTheWrongAccounts(@Observes @Priority(1) StartupEvent start) {
        reasonToRefuse(demo.enabled(), ConfigUtils.getProfiles(), isThere()).ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
    }

    static Optional<String> reasonToRefuse(boolean demo, List<String> profiles, boolean provider) {
        boolean isTrial = !profiles.isEmpty() && DEMO_PROFILES.containsAll(profiles);
        if (demo && !isTrial) {
            return Optional.of("The demo accounts are for the profiles local and test only, and this is %s: set"
                            .formatted(String.join(", ", profiles))
                    + " wijkvergelijk.demo-accounts.enabled=false.");
        }
        if (demo && provider) {
            return Optional.of("The demo accounts do not go together with OIDC: set"
                    + " wijkvergelijk.demo-accounts.enabled=false, or remove quarkus.oidc.auth-server-url.");
        }
        if (!provider && !isTrial) {
            return Optional.of(
                    "Nobody could sign in: set quarkus.oidc.auth-server-url (QUARKUS_OIDC_AUTH_SERVER_URL) to the"
                            + " address of the realm at your identity provider, such as https://id.example.nl/realms/wijkvergelijk;"
                            + " deploy/README.md says how to make one.");
        }
        return Optional.empty();
    }

    /** Whether this installation has one. */
    public boolean isThere() {
        return enabled && address.isPresent();
    }

    /**
     * Where it says all about itself, for browsers; empty without one. That is below what it calls itself (OpenID Connect Discovery 1.0, section 4), as this service may
     * know it by a name that is of use inside its network only. Until it has been heard, the address set here.
     */
    Optional<String> discovery() {
        if (!isThere()) {
            return Optional.empty();
        }
        return Optional.ofNullable(tenants.getDefaultTenant())
                .map(TenantConfigContext::getOidcMetadata)
                .map(OidcConfigurationMetadata::getIssuer)
                .map(IdentityProvider::withoutSlash)
                .or(() -> address)
                .map(url -> url + "/.well-known/openid-configuration");
    }

    private static String withoutSlash(String url) {
        return url.replaceFirst("/+$", "");
    }

    /** Whether a request ended since the provider could not be reached, or does not answer as one. */
    public static boolean isAway(Throwable thrown) {
        return isCausedBy(
                thrown,
                cause -> cause instanceof IOException
                        || cause instanceof TimeoutException
                        || cause instanceof OIDCException);
    }

    static boolean isCausedBy(Throwable thrown, Predicate<Throwable> is) {
        return Failure.causes(thrown).anyMatch(is);
    }
}
