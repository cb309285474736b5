package nl.wijkvergelijk.survey.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoAccountsTest {

    @Test
    void theyAreForTheLocalAndTestProfilesOnly() {
        assertEquals(Optional.empty(), DemoAccounts.reasonToRefuse(true, List.of("local"), false));
        assertEquals(Optional.empty(), DemoAccounts.reasonToRefuse(true, List.of("test"), false));
        assertTrue(DemoAccounts.reasonToRefuse(true, List.of("prod"), false)
                .orElseThrow()
                .contains("prod"));
        assertTrue(DemoAccounts.reasonToRefuse(true, List.of("local", "prod"), false)
                .isPresent());
        assertTrue(DemoAccounts.reasonToRefuse(true, List.of("staging"), false).isPresent());
        assertTrue(DemoAccounts.reasonToRefuse(true, List.of(), false).isPresent());
    }

    @Test
    void theyDoNotGoTogetherWithOidc() {
        assertTrue(DemoAccounts.reasonToRefuse(true, List.of("local"), true)
                .orElseThrow()
                .contains("OIDC"));
        assertEquals(Optional.empty(), DemoAccounts.reasonToRefuse(false, List.of("prod"), true));
    }
}
