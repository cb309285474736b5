package nl.wijkvergelijk.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path HOME = Path.of("/home/anna/wijkvergelijk");

    @Test
    void withoutWishesTheUsualPortsAndDataBesideTheProduct() {
        Settings settings = Settings.of(HOME, new String[0], Map.of());

        assertEquals(8080, settings.surveyPort());
        assertEquals(8081, settings.comparisonPort());
        assertEquals(HOME.resolve(".data"), settings.dataDirectory());
        assertFalse(settings.empty());
    }

    @Test
    void wishesAreHonoured() {
        Settings settings = Settings.of(
                HOME,
                new String[] {"--empty"},
                Map.of("SURVEY_PORT", "18080", "COMPARISON_PORT", "18081", "DATA_DIR", "/srv/wijk"));

        assertEquals(18080, settings.surveyPort());
        assertEquals(18081, settings.comparisonPort());
        assertEquals(Path.of("/srv/wijk"), settings.dataDirectory());
        assertTrue(settings.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "65536", "-1", "8080 ", "999999999999"})
    void whatIsNoPortIsNamed(String port) {
        CannotStart refusal = assertThrows(
                CannotStart.class, () -> Settings.of(HOME, new String[0], Map.of("COMPARISON_PORT", port)));

        assertEquals(
                "COMPARISON_PORT is \"" + port + "\", which is not a port: give a number from 1 to 65535.",
                refusal.getMessage());
    }

    @Test
    void oneServicePerPort() {
        CannotStart refusal = assertThrows(
                CannotStart.class, () -> Settings.of(HOME, new String[0], Map.of("COMPARISON_PORT", "8080")));

        assertEquals(
                "SURVEY_PORT and COMPARISON_PORT are both 8080: give each service a port of its own.",
                refusal.getMessage());
    }

    @Test
    void anUnknownOptionIsNamed() {
        CannotStart refusal =
                assertThrows(CannotStart.class, () -> Settings.of(HOME, new String[] {"--emtpy"}, Map.of()));

        assertEquals("There is no option --emtpy; ./run --help lists them.", refusal.getMessage());
    }

    @Test
    void aPortInUseIsNamedWithTheWayOut() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings settings = new Settings(HOME, HOME, busy.getLocalPort(), 1, false);

            CannotStart refusal = assertThrows(CannotStart.class, settings::claimPorts);

            assertEquals(
                    "Port " + busy.getLocalPort()
                            + " is in use: stop what listens there, or choose another port with SURVEY_PORT.",
                    refusal.getMessage());
        }
    }
}
