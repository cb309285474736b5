package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.wijkvergelijk.local.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both services in production, started with exactly the variables that deploy/kubernetes gives them: what the two ports show, and to whom. */
class ProductionIT {

    private static final String PASSWORD = "canary-of-a-password-0123456789";
    private static final String KEY = "canary-of-a-session-key-0123456789";

    /** Versions of what it is made of, and what it was told. */
    private static final Pattern SECRET = Pattern.compile(
            "canary-of|jdbc:postgresql|3\\.33\\.\\d|\\b17\\.\\d+\\.\\d+|(?i)quarkus.\\d|temurin|openjdk");

    private static final String[] FRAMEWORK_PATHS = {
        "/q",
        "/q/",
        "/q/health",
        "/q/health/live",
        "/q/health/ready",
        "/q/health/started",
        "/q/metrics",
        "/q/openapi",
        "/q/swagger-ui",
        "/q/info",
        "/q/dev",
        "/q/dev-ui",
        "/q/arc",
        "/q/scheduler",
        "/metrics",
        "/health"
    };

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static EmbeddedDatabase database;
    private static Started survey;
    private static Started comparison;

    @TempDir
    static Path folder;

    private Started own;

    /** A service at work, its two ports and what it says. */
    private record Started(Process process, int port, int management, Path words) {

        String said() {
            try {
                return Files.readString(words);
            } catch (IOException e) {
                return e.toString();
            }
        }

        void stop() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedDatabase.temporary();
        database.createDatabase("wijkvergelijk");
        survey = start("survey", "as the manifest says", Map.of());
        comparison = start("comparison", "as the manifest says", Map.of());
        for (Map.Entry<String, Started> each :
                Map.of("survey", survey, "comparison", comparison).entrySet()) {
            String ready = probe(each.getKey(), "readinessProbe");
            RunningProduct.await(Duration.ofMinutes(4), () -> {
                assertTrue(each.getValue().process.isAlive(), each.getValue()::said);
                return status(each.getValue().management, ready) == 200;
            });
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        survey.stop();
        comparison.stop();
        database.close();
    }

    @AfterEach
    void stopOwn() throws InterruptedException {
        if (own != null) {
            own.stop();
        }
    }

    /** The variables of the deployment, with values of this test where the manifest refers to secrets and to other machines. */
    private static Map<String, String> variables(String service) {
        Map<String, String> variables = new TreeMap<>();
        Manifests.variables(service).forEach((name, each) -> {
            JsonNode secret = each.at("/valueFrom/secretKeyRef");
            JsonNode address = each.at("/valueFrom/configMapKeyRef/key");
            variables.put(
                    name,
                    !address.isMissingNode()
                            ? Manifests.addresses().get(address.asText())
                            : switch (secret.path("key").asText()) {
                                case "username" -> secret.path("name").asText().replace('-', '_');
                                case "password" -> PASSWORD;
                                case "session-key" -> KEY;
                                default -> each.path("value").asText();
                            });
        });
        variables.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl("wijkvergelijk"));
        variables.computeIfPresent("WIJKVERGELIJK_EVIDENCE_DIRECTORY", (name, there) -> folder.resolve("evidence")
                .toString());
        variables.computeIfPresent(
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                (name, there) -> "http://127.0.0.1:" + RunningProduct.freePort() + "/realms/wijkvergelijk");
        return variables;
    }

    private static Started start(String service, String what, Map<String, String> more) throws IOException {
        int port = RunningProduct.freePort();
        int management = RunningProduct.freePort();
        Path words = folder.resolve(service + " " + what);
        ProcessBuilder builder = new ProcessBuilder(
                        RunningProduct.java(),
                        "-Xmx256m",
                        "-jar",
                        RunningProduct.HOME
                                .resolve(service + "-service/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile());
        builder.environment().putAll(variables(service));
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        "" + port,
                        "QUARKUS_MANAGEMENT_HOST",
                        "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT",
                        "" + management));
        builder.environment().putAll(more);
        return new Started(builder.start(), port, management, words);
    }

    private static String probe(String service, String name) {
        return Manifests.container(service).path(name).at("/httpGet/path").asText();
    }

    @Test
    void everyProbeIsAnswered() {
        for (String name : new String[] {"startupProbe", "livenessProbe", "readinessProbe"}) {
            assertEquals(200, status(survey.management, probe("survey", name)), name);
            assertEquals(200, status(comparison.management, probe("comparison", name)), name);
        }
    }

    @Test
    void thePublicPortShowsNothingOfTheFramework() {
        List<String> faults = new ArrayList<>();
        for (Started service : new Started[] {survey, comparison}) {
            for (String path : FRAMEWORK_PATHS) {
                HttpResponse<String> response = get(service.port, path, Map.of());
                faults.addAll(SaidHeaders.faults(response));
                if (response.statusCode() != 404) {
                    faults.add(path + " -> " + response.statusCode());
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void theManagementPortTellsNoSecretSettingOrVersion() {
        List<String> faults = new ArrayList<>();
        int told = 0;
        for (Started service : new Started[] {survey, comparison}) {
            for (String path : FRAMEWORK_PATHS) {
                HttpResponse<String> response = get(service.management, path, Map.of());
                if (response.statusCode() == 200) {
                    told++;
                    if (!path.matches("/q/(health(/(live|ready|started))?|metrics)")) {
                        faults.add(path + " is there");
                    }
                }
                var secret = SECRET.matcher(response.headers().map() + response.body());
                if (secret.find()) {
                    faults.add(path + " tells " + secret.group());
                }
                for (String header : new String[] {"X-Content-Type-Options", "X-Frame-Options", "Cache-Control"}) {
                    if (SaidHeaders.header(response, header).isEmpty()) {
                        faults.add(path + " without " + header);
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
        assertEquals(10, told, "health in four, and metrics, of two");
    }

    @Test
    void whatItIsToldInSecretIsNotInItsLog() {
        for (Started service : new Started[] {survey, comparison}) {
            assertTrue(service.said().contains("Listening on"), service::said);
            assertTrue(!service.said().contains("canary-of"), service::said);
        }
    }

    @Test
    void cookiesTravelWithTlsOnly() {
        HttpResponse<String> response = get(survey.port, "/sign-in?lang=en", Map.of());
        List<String> cookies = response.headers().allValues("Set-Cookie");
        assertTrue(!cookies.isEmpty(), response.body());
        for (String cookie : cookies) {
            assertTrue(
                    cookie.contains("; Secure") && cookie.contains("HTTPOnly") && cookie.contains("SameSite=Lax"),
                    cookie);
        }
    }

    /** A file that the environment names holds what the environment does not. */
    @Test
    void secretsCanComeFromAFile() throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("secrets.properties"), "wijkvergelijk.pages.session-key=much-too-short\n");
        own = start(
                "survey",
                "with a file",
                Map.of("QUARKUS_CONFIG_LOCATIONS", file.toString(), "WIJKVERGELIJK_PAGES_SESSION_KEY", ""));
        refusedToStart("wijkvergelijk.pages.session-key needs 32 characters or more");
    }

    @Test
    void aDatabaseThatAsksForAPasswordStopsTheStartOfWhoHasNone() throws Exception {
        try (EmbeddedDatabase strict = EmbeddedDatabase.temporary()) {
            strict.createDatabase("wijkvergelijk");
            try (Connection superuser = strict.connect("wijkvergelijk", "postgres");
                    var statement = superuser.createStatement()) {
                var rules = statement.executeQuery("show hba_file");
                rules.next();
                Path file = Path.of(rules.getString(1));
                Files.writeString(file, "host all wijk_survey all scram-sha-256\n" + Files.readString(file));
                statement.execute("select pg_reload_conf()");
            }
            own = start(
                    "survey",
                    "without a password",
                    Map.of(
                            "QUARKUS_DATASOURCE_JDBC_URL",
                            strict.jdbcUrl("wijkvergelijk"),
                            "QUARKUS_DATASOURCE_PASSWORD",
                            ""));
            refusedToStart("The database does not let this service in: set QUARKUS_DATASOURCE_PASSWORD");
        }
    }

    /** No setting has a secret that everybody can read; the one that stands there opens nothing. */
    @Test
    void noSecretHasADefault() {
        for (String service : Manifests.SERVICES) {
            Properties settings = Manifests.settings(service);
            Map<String, String> secrets = new TreeMap<>();
            for (String name : settings.stringPropertyNames()) {
                if (name.matches(".*(password|secret|session-key|credentials.*)$")) {
                    secrets.put(name, settings.getProperty(name));
                }
            }
            secrets.values().removeIf(value -> value.equals("${wijkvergelijk.pages.session-key:}"));
            assertEquals(
                    service.equals("survey") ? Map.of("quarkus.flyway.password", "not-asked-for") : Map.of(), secrets);
        }
    }

    private void refusedToStart(String reason) throws InterruptedException {
        assertTrue(own.process.waitFor(3, TimeUnit.MINUTES), () -> "it runs all the same:\n" + own.said());
        assertNotEquals(0, own.process.exitValue());
        assertTrue(own.said().contains(reason), own::said);
    }

    private static int status(int port, String path) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> get(int port, String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        return RunningProduct.send(request.build());
    }
}
