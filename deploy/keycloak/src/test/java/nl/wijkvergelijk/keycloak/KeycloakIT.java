package nl.wijkvergelijk.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import nl.wijkvergelijk.local.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The packaged survey-service in production, with the accounts of a real Keycloak: what people and programs do with it, attacks, new keys, and Keycloak away. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final Instant BEGUN = Instant.now();
    private static final String LEUSDEN = "/rounds/2027/responses/GM0327";

    /** Answers to every required question. */
    private static final String ANSWERS = """
            {"answers": {
             "residents": {"value": 29000, "qualifier": "approximate", "asPrinted": "ongeveer 29.000"},
             "approach-name": {"value": "Wijkbeheer"}, "unit-name": {"value": "Team Wijkbeheer"},
             "function-name": {"value": "wijkcoördinator"}, "ward-count": {"value": 10}, "ward-level": {"value": "ward"},
             "ward-purpose": {"value": "own-unit"}, "ward-size-mean": {"value": 2900, "qualifier": "at-most"},
             "fte-total": {"value": 56, "unit": "hours-per-week", "definition": "coordinators-only"},
             "office-kind": {"value": "none"}, "ward-budget": {"missing": "not-stated"}}}
            """;

    private static String survey;
    private static EmbeddedDatabase database;
    private static Keycloak keycloak;
    private static Running service;
    private static Duration keycloakTook;

    @BeforeAll
    static void startBoth() {
        int port = Running.freePort();
        int management = Running.freePort();
        survey = "http://127.0.0.1:" + port;
        keycloak = new Keycloak(survey);
        keycloakTook = Duration.between(BEGUN, Instant.now());
        database = EmbeddedDatabase.temporary();
        database.createDatabase("wijkvergelijk");
        service = Running.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        // More is asked in a minute here than anybody would.
                        "-Dwijkvergelijk.limits.reads=1000000",
                        "-jar",
                        HOME.resolve("survey-service/target/quarkus-app/quarkus-run.jar")
                                .toString()),
                Map.of(
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        "" + port,
                        "QUARKUS_MANAGEMENT_HOST",
                        "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT",
                        "" + management,
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        database.jdbcUrl("wijkvergelijk"),
                        "WIJKVERGELIJK_EVIDENCE_DIRECTORY",
                        Path.of("target/evidence").toAbsolutePath().toString(),
                        "WIJKVERGELIJK_PAGES_ADDRESS",
                        survey,
                        "WIJKVERGELIJK_PAGES_SESSION_KEY",
                        "only-for-this-run-and-not-a-secret",
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        keycloak.realmFromInside("wijkvergelijk")),
                Path.of("target/survey-service.log"),
                "http://127.0.0.1:" + management + "/q/health/ready");
        keycloak.person("somebody", null, List.of());
    }

    @AfterAll
    static void stopAll() {
        long keycloakPeak = keycloak.server().peakMegabytes();
        long surveyPeak = service.peakMegabytes();
        service.close();
        keycloak.close();
        database.close();
        System.out.printf(
                "Keycloak suite: %d s in all, of which %d s until Keycloak was ready; memory at most: Keycloak %d MB, survey-service %d MB%n",
                Duration.between(BEGUN, Instant.now()).toSeconds(), keycloakTook.toSeconds(), keycloakPeak, surveyPeak);
    }

    @Test
    @Order(1)
    void aSystemSavesAContactSubmitsOnThePageAndAResearcherApproves() {
        String admin = keycloak.person("beheerder");
        String researcher = keycloak.person("researcher");
        String system = keycloak.machine("wijkvergelijk", "system-gm0327");
        Web.json(call(admin, "PUT", "/municipalities/GM0327", null, "{\"name\": \"Leusden\"}"), 201);
        Web.json(call(admin, "PUT", "/municipalities/GM0503", null, "{\"name\": \"Delft\"}"), 201);
        Web.json(call(researcher, "POST", "/rounds", null, """
                {"id": "2027", "title": {"nl": "Ronde", "en": "Round"}, "questionnaire": {"id": "standard", "version": 2005},
                 "fullTimeHours": 36, "fullTimeHoursSource": "Collective agreement"}
                """), 201);
        for (String code : List.of("GM0327", "GM0503")) {
            Web.json(call(researcher, "PUT", "/rounds/2027/participants/" + code, null, "{}"), 201);
        }
        Web.json(call(system, "PUT", LEUSDEN + "/answers", null, ANSWERS), 201);
        assertEquals(
                404,
                call(system, "GET", "/rounds/2027/responses/GM0503", null, null).statusCode());
        assertEquals(
                403, call(system, "GET", "/rounds/2027/findings", null, null).statusCode());
        assertEquals(
                403,
                call(keycloak.person("somebody"), "GET", LEUSDEN, null, null).statusCode());

        Web browser = new Web();
        String page = survey + "/rounds/2027/GM0327";
        assertEquals(page, signedIn(browser, "leusden", "/rounds/2027/GM0327"));
        assertEquals(404, browser.get(survey + "/rounds/2027/GM0503").statusCode());
        HttpResponse<String> sure = browser.get(page + "/submit");
        browser.post(
                page + "/submit",
                Map.of("token", hidden(sure, "token"), "once", hidden(sure, "once"), "tag", hidden(sure, "tag")));
        assertTrue(browser.get(page + "/receipt").body().contains("leusden"));
        browser.post(survey + "/sign-out", Map.of("token", hidden(browser.get(page), "token")));
        assertEquals(303, browser.get(page).statusCode());

        step(researcher, "{\"action\": \"start-review\"}");
        step(researcher, "{\"action\": \"approve\", \"onBehalf\": \"No description in this round\"}");
        JsonNode response = Web.json(call(researcher, "GET", LEUSDEN, null, null), 200);
        assertEquals("approved", response.path("state").asText());
        String history =
                call(researcher, "GET", LEUSDEN + "/history", null, null).body();
        for (String account : List.of("service-account-system-gm0327", "\"leusden\"", "\"researcher\"")) {
            assertTrue(history.contains(account), account + " is not in " + history);
        }
    }

    /** Whoever runs the service knows Keycloak by another name than browsers do. */
    @Test
    @Order(2)
    void browsersAreLedToKeycloakByTheNameThatTheyKnowItBy() {
        HttpResponse<String> answer =
                Web.sent(HttpRequest.newBuilder(URI.create(survey + "/.well-known/openid-configuration")));
        assertEquals(keycloak.realm("wijkvergelijk") + "/.well-known/openid-configuration", Web.location(answer));
        String docs = Web.sent(HttpRequest.newBuilder(URI.create(survey + "/docs/")))
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
        assertTrue(docs.contains("connect-src 'self' " + keycloak.realm("").replace("/realms/", "") + ";"), docs);
    }

    @Test
    @Order(2)
    void aSecretOrPasswordThatIsWrongGivesNoToken() {
        assertEquals(
                401,
                keycloak.tokenAnswer(
                                "wijkvergelijk",
                                Map.of(
                                        "grant_type",
                                        "client_credentials",
                                        "client_id",
                                        "system-gm0327",
                                        "client_secret",
                                        "${none}"))
                        .statusCode());
        assertTrue(keycloak.secret("system-gm0327").length() >= 32, "a secret that was not made");
        HttpResponse<String> byPassword = keycloak.tokenAnswer(
                "wijkvergelijk",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "wijkvergelijk-pages",
                        "username",
                        "leusden",
                        "password",
                        "x"));
        assertTrue(byPassword.body().contains("unauthorized_client"), byPassword.body());
        HttpResponse<String> withoutPkce = new Web()
                .get(keycloak.realm("wijkvergelijk") + "/protocol/openid-connect/auth?"
                        + Web.encoded(new TreeMap<>(Map.of(
                                "response_type", "code",
                                "client_id", "wijkvergelijk-pages",
                                "redirect_uri", survey + "/docs/oauth2-redirect.html",
                                "scope", "openid"))));
        assertTrue(Web.location(withoutPkce).contains("error=invalid_request"), withoutPkce.body());
    }

    @Test
    @Order(3)
    void badTokensAre401() {
        String good = keycloak.machine("wijkvergelijk", "system-gm0327");
        assertEquals(200, call(good, "GET", "/rounds", null, null).statusCode());
        keycloak.stranger("brief", true, 1);
        keycloak.stranger("elsewhere", false, 300);
        keycloak.copyRealm("other");
        String brief = keycloak.machine("wijkvergelijk", "brief");
        String[] parts = good.split("\\.");
        Running.pause(2100);
        Map<String, String> attacks = new TreeMap<>(Map.of(
                "expired",
                brief,
                "another audience",
                keycloak.machine("wijkvergelijk", "elsewhere"),
                "another realm",
                keycloak.machine("other", "system-gm0327"),
                "tampered",
                parts[0] + "." + changed(parts[1], "GM0327", "GM0503") + "." + parts[2],
                "alg none",
                changed(parts[0], "RS256", "none") + "." + parts[1] + ".",
                "alg none with signature",
                changed(parts[0], "RS256", "none") + "." + parts[1] + "." + parts[2],
                "HS256",
                changed(parts[0], "RS256", "HS256") + "." + parts[1] + "." + parts[2],
                "unknown kid",
                unknownKid(good)));
        attacks.forEach((what, token) -> {
            for (String path : List.of("/rounds", LEUSDEN)) {
                HttpResponse<String> answer = call(token, "GET", path, null, null);
                assertEquals(401, answer.statusCode(), what + ": " + answer.body());
                assertEquals(
                        List.of("Bearer realm=\"Wijkvergelijk\", error=\"invalid_token\""),
                        answer.headers().allValues("WWW-Authenticate"),
                        what);
                assertEquals(
                        "application/problem+json",
                        answer.headers().firstValue("Content-Type").orElse(""),
                        what);
            }
        });
    }

    @Test
    @Order(4)
    void newKeysWhilePeopleWorkFailNobody() throws InterruptedException {
        AtomicReference<String> newest = new AtomicReference<>(keycloak.machine("wijkvergelijk", "system-gm0327"));
        String old = newest.get();
        AtomicInteger asked = new AtomicInteger();
        Map<Integer, Integer> others = new ConcurrentHashMap<>();
        ExecutorService people = Executors.newFixedThreadPool(8);
        Instant end = Instant.now().plusSeconds(20);
        for (int i = 0; i < 8; i++) {
            boolean keepsTheOld = i % 4 == 0;
            people.submit(() -> {
                while (Instant.now().isBefore(end)) {
                    int status = call(keepsTheOld ? old : newest.get(), "GET", "/rounds", null, null)
                            .statusCode();
                    asked.incrementAndGet();
                    if (status != 200) {
                        others.merge(status, 1, Integer::sum);
                    }
                }
            });
        }
        String kid = kid(old);
        Set<String> kids = ConcurrentHashMap.newKeySet();
        kids.add(kid);
        for (int turn = 1; turn <= 3; turn++) {
            Running.pause(3000);
            keycloak.rotate(1000 * turn);
            newest.set(keycloak.machine("wijkvergelijk", "system-gm0327"));
            kids.add(kid(newest.get()));
        }
        people.shutdown();
        assertTrue(people.awaitTermination(2, TimeUnit.MINUTES));
        assertEquals(4, kids.size(), "Keycloak did not sign with new keys");
        assertEquals(Map.of(), others, "of " + asked);
        System.out.printf("Three new keys under 8 clients: %d requests with good tokens, 0 failed%n", asked.get());
    }

    @Test
    @Order(5)
    void withoutKeycloakKnownKeysGoOnAndUnknownOnesAreNever500() {
        String good = keycloak.machine("wijkvergelijk", "system-gm0327");
        assertEquals(200, call(good, "GET", LEUSDEN, null, null).statusCode());
        keycloak.close();
        assertEquals(200, call(good, "GET", LEUSDEN, null, null).statusCode());
        for (int i = 0; i < 3; i++) {
            int unknown = call(unknownKid(good), "GET", LEUSDEN, null, null).statusCode();
            assertTrue(Set.of(401, 503).contains(unknown), "" + unknown);
        }
        assertEquals(200, call(good, "GET", LEUSDEN, null, null).statusCode());
        int page = new Web().get(survey + "/sign-in/provider").statusCode();
        assertTrue(page < 500 || page == 503, "" + page);
        assertEquals(200, new Web().get(survey + "/v1/rounds").statusCode());
        assertFalse(service.said().contains("traceId"), service::said);
    }

    /** Signs somebody in on the pages; answers with where that ends. */
    private static String signedIn(Web browser, String name, String page) {
        String asked = Web.location(browser.get(survey + "/sign-in/provider?to=" + page));
        String back = Keycloak.signIn(browser, asked, name);
        for (int i = 0; i < 3 && back.contains("/sign-in/provider"); i++) {
            back = Web.location(browser.get(back));
        }
        return back;
    }

    private static String hidden(HttpResponse<String> page, String name) {
        return Web.on(page, "name=\"" + name + "\" value=\"([^\"]*)\"").replace("&quot;", "\"");
    }

    private static void step(String token, String transition) {
        String tag = call(token, "GET", LEUSDEN, null, null)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        Web.json(call(token, "POST", LEUSDEN + "/transitions", tag, transition), 200);
    }

    private static HttpResponse<String> call(String token, String method, String path, String tag, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(survey + "/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return Web.sent(request);
    }

    private static String kid(String token) {
        return decoded(token.split("\\.")[0]).replaceAll(".*\"kid\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private static String unknownKid(String token) {
        String[] parts = token.split("\\.");
        return changed(parts[0], kid(token), "unknown") + "." + parts[1] + "." + parts[2];
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String changed(String part, String what, String to) {
        String before = decoded(part);
        String after = before.replace(what, to);
        assertFalse(before.equals(after), what + " is not in " + before);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(after.getBytes(StandardCharsets.UTF_8));
    }
}
