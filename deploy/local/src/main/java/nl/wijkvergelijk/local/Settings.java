package nl.wijkvergelijk.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the person who starts the product may choose: where data is kept, the two ports, and whether the 2005 round is
 * wanted.
 *
 * @param home the directory with the product in it
 */
record Settings(Path home, Path dataDirectory, int surveyPort, int comparisonPort, boolean empty) {

    /**
     * Reads arguments and environment.
     *
     * @throws CannotStart for anything that is not understood
     */
    static Settings of(Path home, String[] arguments, Map<String, String> environment) {
        boolean empty = false;
        for (String argument : arguments) {
            if (!argument.equals("--empty")) {
                throw new CannotStart("There is no option " + argument + "; ./run --help lists them.");
            }
            empty = true;
        }
        Settings settings = new Settings(
                home,
                home.resolve(given(environment, "DATA_DIR", ".data")),
                port(environment, "SURVEY_PORT", "8080"),
                port(environment, "COMPARISON_PORT", "8081"),
                empty);
        if (settings.surveyPort == settings.comparisonPort) {
            throw new CannotStart("SURVEY_PORT and COMPARISON_PORT are both " + settings.surveyPort
                    + ": give each service a port of its own.");
        }
        return settings;
    }

    private static String given(Map<String, String> environment, String name, String otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static int port(Map<String, String> environment, String name, String otherwise) {
        String value = given(environment, name, otherwise);
        if (value.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        }
        throw new CannotStart(name + " is \"" + value + "\", which is not a port: give a number from 1 to 65535.");
    }

    /**
     * Makes sure that both ports are free, before anything is started.
     *
     * @throws CannotStart naming the port that is not
     */
    void claimPorts() {
        claim("SURVEY_PORT", surveyPort);
        claim("COMPARISON_PORT", comparisonPort);
    }

    private static void claim(String name, int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            free.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart(
                    "Port " + port + " is in use: stop what listens there, or choose another port with " + name + ".",
                    e);
        }
    }
}
