package nl.wijkvergelijk.survey.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoAccountsTest {

    @Test
    void whereTheyAreOffNobodySignsInOnThePages() {
        DemoAccounts off = accounts(false);
        assertEquals(Optional.empty(), off.identity("leusden", "leusden"));
        assertEquals(Optional.empty(), off.named("researcher"));
        assertEquals(false, off.areThere());
        DemoAccounts on = accounts(true);
        assertEquals(true, on.identity("leusden", "leusden").isPresent());
        assertEquals(Optional.empty(), on.identity("leusden", "x"));
    }

    private static DemoAccounts accounts(boolean enabled) {
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
