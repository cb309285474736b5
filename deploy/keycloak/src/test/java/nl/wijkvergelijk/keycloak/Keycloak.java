package nl.wijkvergelijk.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * A real Keycloak on 127.0.0.1 with the realm of this directory, the people of the demonstration, and an administrator who exists for this run only. Its settings are those
 * of docker-compose.override.yml; only ports are others. Browsers know it as 127.0.0.1, and survey-service by another name, as in containers.
 */
final class Keycloak implements AutoCloseable {

    private static final Path HOME = Path.of(System.getProperty("keycloak.home"));
    private static final Path REALM = Path.of("wijkvergelijk-realm.json");
    private static final Path PEOPLE = Path.of("../compose/wijkvergelijk-users-0.json");
    private static final Path COMPOSE = Path.of("../../docker-compose.override.yml");
    private static final String PASSWORD = UUID.randomUUID().toString();
    private static final String PAGES = "wijkvergelijk-pages";

    private final int port = Running.freePort();
    private final int management = Running.freePort();
    private final String pages;
    private Running server;

    Keycloak(String pages) {
        this.pages = pages;
        try {
            forget(HOME.resolve("data"));
            Files.createDirectories(HOME.resolve("data/import"));
            for (Path file : List.of(REALM, PEOPLE)) {
                Files.copy(file, HOME.resolve("data/import").resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /** What an earlier run left behind: people and an administrator with passwords that nobody knows any more. */
    private static void forget(Path data) throws IOException {
        if (Files.exists(data)) {
            try (Stream<Path> all = Files.walk(data)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    private void start() {
        server = Running.start(
                List.of(
                        "sh",
                        HOME.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + management,
                        "--health-enabled=true",
                        "--import-realm"),
                settings(),
                HOME.resolveSibling("keycloak.log"),
                "http://127.0.0.1:" + management + "/health/ready");
    }

    /** Those of the container, with what the environment of compose would say. */
    private Map<String, String> settings() {
        Map<String, String> environment = Map.of(
                "KEYCLOAK_PORT",
                "" + port,
                "KEYCLOAK_ADMIN_PASSWORD",
                PASSWORD,
                "WIJK_DEMO_PASSWORD",
                PASSWORD,
                "SURVEY_PORT",
                pages.replaceFirst(".*:", ""));
        Map<String, String> settings = new TreeMap<>();
        try (Reader file = Files.newBufferedReader(COMPOSE)) {
            Web.JSON
                    .valueToTree(new Yaml().load(file))
                    .at("/services/keycloak/environment")
                    .fields()
                    .forEachRemaining(each -> settings.put(
                            each.getKey(),
                            Pattern.compile("\\$\\{([A-Z_]+)[^}]*}")
                                    .matcher(each.getValue().asText())
                                    .replaceAll(name -> environment.get(name.group(1)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.put(
                "JAVA_HOME",
                Optional.ofNullable(System.getenv("KEYCLOAK_JAVA_HOME")).orElse(System.getProperty("java.home")));
        settings.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        return settings;
    }

    Running server() {
        return server;
    }

    /** As browsers know it, and as it calls itself. */
    String realm(String name) {
        return "http://127.0.0.1:" + port + "/realms/" + name;
    }

    /** As survey-service knows it. */
    String realmFromInside(String name) {
        return "http://localhost:" + port + "/realms/" + name;
    }

    @Override
    public void close() {
        server.close();
    }

    private HttpRequest.Builder admin(String path) {
        String token = token(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "operator",
                        "password",
                        PASSWORD));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/admin/realms" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private JsonNode read(String path) {
        return Web.json(Web.sent(admin(path)), 200);
    }

    private void add(String path, Object body) {
        Web.json(Web.sent(admin(path).POST(json(body))), 200, 201, 204);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofString(Web.JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds somebody with a role and a password of this run. */
    void person(String name, String role, List<String> municipalities) {
        String realm = "/wijkvergelijk";
        add(
                realm + "/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "attributes",
                        Map.of("municipalities", municipalities),
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        String id = read(realm + "/users?exact=true&username=" + name)
                .path(0)
                .path("id")
                .asText();
        if (role != null) {
            add(realm + "/users/" + id + "/role-mappings/realm", List.of(read(realm + "/roles/" + role)));
        }
    }

    /** A token of a program with a secret, which Keycloak made when it imported the realm. */
    String machine(String realm, String client) {
        String id = read("/" + realm + "/clients?clientId=" + client)
                .path(0)
                .path("id")
                .asText();
        String secret = read("/" + realm + "/clients/" + id + "/client-secret")
                .path("value")
                .asText();
        return token(realm, Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    String secret(String client) {
        String id = read("/wijkvergelijk/clients?clientId=" + client)
                .path(0)
                .path("id")
                .asText();
        return read("/wijkvergelijk/clients/" + id + "/client-secret")
                .path("value")
                .asText();
    }

    String token(String realm, Map<String, String> form) {
        return Web.json(tokenAnswer(realm, form), 200).path("access_token").asText();
    }

    HttpResponse<String> tokenAnswer(String realm, Map<String, String> form) {
        return Web.sent(HttpRequest.newBuilder(URI.create(realm(realm) + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Web.encoded(form))));
    }

    /** A token of somebody, as Swagger UI gets one: code flow with PKCE. */
    String person(String name) {
        String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
        String redirect = pages + "/docs/oauth2-redirect.html";
        Web browser = new Web();
        String back = signIn(
                browser,
                realm("wijkvergelijk") + "/protocol/openid-connect/auth?"
                        + Web.encoded(new TreeMap<>(Map.of(
                                "response_type", "code",
                                "client_id", PAGES,
                                "redirect_uri", redirect,
                                "scope", "openid",
                                "state", "x",
                                "code_challenge_method", "S256",
                                "code_challenge", sha256(verifier)))),
                name);
        Map<String, String> form = new TreeMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", PAGES,
                "redirect_uri", redirect,
                "code", Web.parameter(back, "code"),
                "code_verifier", verifier));
        return token("wijkvergelijk", form);
    }

    /** Fills in Keycloak's form; answers with where it leads back to. */
    static String signIn(Web browser, String address, String name) {
        HttpResponse<String> form = browser.get(address);
        String action = Web.on(form, "<form[^>]* action=\"([^\"]+)\"");
        return Web.location(browser.post(action, Map.of("username", name, "password", PASSWORD, "credentialId", "")));
    }

    /** A second realm, the same but for its name: its keys and its issuer are others. */
    void copyRealm(String name) {
        try {
            ObjectNode realm = (ObjectNode) Web.JSON.readTree(
                    Files.readString(REALM).replaceAll("\\$\\{WIJKVERGELIJK_PAGES_ADDRESS:[^}]*}", pages));
            realm.put("realm", name);
            add("", realm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program with a secret that nobody meant to let in here: its tokens are for another service, or live for a second. */
    void stranger(String client, boolean forUs, int seconds) {
        Map<String, Object> audience = Map.of(
                "name", "audience",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-audience-mapper",
                "config",
                        Map.of(
                                "included.custom.audience",
                                forUs ? "wijkvergelijk-survey" : "another-service",
                                "access.token.claim",
                                "true"));
        add(
                "/wijkvergelijk/clients",
                Map.of(
                        "clientId",
                        client,
                        "publicClient",
                        false,
                        "standardFlowEnabled",
                        false,
                        "serviceAccountsEnabled",
                        true,
                        "attributes",
                        Map.of("access.token.lifespan", "" + seconds),
                        "protocolMappers",
                        List.of(audience)));
    }

    /** From now on Keycloak signs with a new key; the old one stays known. */
    void rotate(int priority) {
        String id = read("/wijkvergelijk").path("id").asText();
        add(
                "/wijkvergelijk/components",
                Map.of(
                        "name",
                        "rsa-" + priority,
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "parentId",
                        id,
                        "config",
                        Map.of(
                                "priority", List.of("" + priority),
                                "algorithm", List.of("RS256"),
                                "keyUse", List.of("SIG"),
                                "enabled", List.of("true"),
                                "active", List.of("true"))));
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
