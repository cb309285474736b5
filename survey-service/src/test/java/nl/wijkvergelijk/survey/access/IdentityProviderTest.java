package nl.wijkvergelijk.survey.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which accounts a start is refused with, and what it says. */
class IdentityProviderTest {

    @Test
    void demoAccountsAreForTheLocalAndTestProfilesOnly() {
        assertEquals(Optional.empty(), IdentityProvider.reasonToRefuse(true, List.of("local"), false));
        assertEquals(Optional.empty(), IdentityProvider.reasonToRefuse(true, List.of("test"), false));
        for (List<String> profiles :
                List.of(List.of("prod"), List.of("local", "prod"), List.of("staging"), List.<String>of())) {
            String reason =
                    IdentityProvider.reasonToRefuse(true, profiles, false).orElseThrow();
            assertTrue(reason.contains("wijkvergelijk.demo-accounts.enabled=false"), reason);
            assertTrue(reason.contains(String.join(", ", profiles)), reason);
        }
    }

    @Test
    void demoAccountsDoNotGoTogetherWithOidc() {
        assertTrue(IdentityProvider.reasonToRefuse(true, List.of("local"), true)
                .orElseThrow()
                .contains("OIDC"));
        assertEquals(Optional.empty(), IdentityProvider.reasonToRefuse(false, List.of("local"), true));
        assertEquals(Optional.empty(), IdentityProvider.reasonToRefuse(false, List.of("prod"), true));
    }

    @Test
    void aProductionWithoutAnyAccountsIsRefused() {
        assertEquals(Optional.empty(), IdentityProvider.reasonToRefuse(false, List.of("test"), false));
        assertTrue(IdentityProvider.reasonToRefuse(false, List.of("prod"), false)
                .orElseThrow()
                .contains("QUARKUS_OIDC_AUTH_SERVER_URL"));
    }
}
