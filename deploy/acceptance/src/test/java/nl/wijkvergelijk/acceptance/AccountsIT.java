package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.wijkvergelijk.local.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** survey-service in production: whose accounts it starts with, and what it says when it does not. */
class AccountsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static EmbeddedDatabase database;

    @TempDir
    Path folder;

    private final int port = RunningProduct.freePort();
    private Process survey;

    @BeforeAll
    static void startDatabase() {
        database = EmbeddedDatabase.temporary();
        database.createDatabase("wijkvergelijk");
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @AfterEach
    void stop() throws InterruptedException {
        survey.destroyForcibly().waitFor();
    }

    @Test
    void demoAccountsInProductionStopTheStart() throws IOException, InterruptedException {
        start("-Dwijkvergelijk.demo-accounts.enabled=true");
        refusedToStart("The demo accounts are for the profiles local and test only, and this is prod");
    }

    @Test
    void demoAccountsBesideAnIdentityProviderStopTheStart() throws IOException, InterruptedException {
        start(
                "-Dquarkus.profile=local",
                "-Dquarkus.oidc.tenant-enabled=true",
                "-Dquarkus.oidc.auth-server-url=" + nowhere());
        refusedToStart("The demo accounts do not go together with OIDC");
    }

    @Test
    void productionWithoutAnIdentityProviderStopsTheStart() throws IOException, InterruptedException {
        start();
        refusedToStart("Nobody could sign in: set quarkus.oidc.auth-server-url (QUARKUS_OIDC_AUTH_SERVER_URL)");
    }

    /** Whoever starts everything at once need not mind the order. */
    @Test
    void anIdentityProviderThatIsNotThereYetKeepsNobodyFromWhatIsOpen() throws IOException {
        start("-Dquarkus.oidc.auth-server-url=" + nowhere());
        RunningProduct.await(Duration.ofMinutes(3), () -> {
            assertTrue(survey.isAlive(), this::said);
            return status("/v1/config", null) == 200;
        });
        assertEquals(200, status("/v1/rounds", null));
        assertEquals(401, status("/v1/rounds/2005/responses", null));
        assertEquals(503, status("/v1/rounds/2005/responses", "Bearer e30.e30.e30"));
        int page = status("/sign-in/provider", null);
        assertTrue(page == 503, page + "\n" + said());
    }

    private static String nowhere() {
        return "http://127.0.0.1:" + RunningProduct.freePort() + "/realms/wijkvergelijk";
    }

    private void start(String... settings) throws IOException {
        survey = new ProcessBuilder(Stream.of(
                                Stream.of(
                                        RunningProduct.java(),
                                        "-Dquarkus.http.host=127.0.0.1",
                                        "-Dquarkus.http.port=" + port,
                                        "-Dquarkus.management.host=127.0.0.1",
                                        "-Dquarkus.management.port=0",
                                        "-Dquarkus.datasource.jdbc.url=" + database.jdbcUrl("wijkvergelijk"),
                                        "-Dwijkvergelijk.evidence.directory=" + folder.resolve("evidence")),
                                Arrays.stream(settings),
                                Stream.of(
                                        "-jar",
                                        RunningProduct.HOME
                                                .resolve("survey-service/target/quarkus-app/quarkus-run.jar")
                                                .toString()))
                        .flatMap(each -> each)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("words").toFile())
                .start();
    }

    private void refusedToStart(String reason) throws InterruptedException {
        assertTrue(survey.waitFor(2, TimeUnit.MINUTES), () -> "it runs all the same:\n" + said());
        assertNotEquals(0, survey.exitValue());
        assertTrue(said().contains(reason), this::said);
    }

    private int status(String path, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (ConnectException notYet) {
            return 0;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("words"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
