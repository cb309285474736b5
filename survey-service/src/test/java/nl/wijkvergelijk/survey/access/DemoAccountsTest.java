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

    @Test
    void whereTheyAreOffNobodySignsInOnThePages() {
        PageAccounts off = accounts(false);
        assertEquals(Optional.empty(), off.identity("leusden", "leusden"));
        assertEquals(Optional.empty(), off.named("researcher"));
        assertEquals(false, off.areThere());
        PageAccounts on = accounts(true);
        assertEquals(true, on.identity("leusden", "leusden").isPresent());
        assertEquals(Optional.empty(), on.identity("leusden", "x"));
    }

    private static PageAccounts accounts(boolean enabled) {
        return new DemoAccounts(new DemoAccountsConfig() {
            @Override
            public boolean enabled() {
                return enabled;
            }

            @Override
            public java.util.Map<String, String> contacts() {
                return java.util.Map.of("leusden", "GM0327");
            }
        });
    }
}
