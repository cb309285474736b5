package nl.wijkvergelijk.survey;

import static io.restassured.RestAssured.given;
import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.LogListener;
import nl.wijkvergelijk.survey.mail.Post;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A canary stands in everything that can be sent, also while what this service needs is broken: none comes out in a log, a metric, the health or an answer that is 5xx. */
@QuarkusTest
@TestProfile(WithIdentityProvider.class)
@QuarkusTestResource(value = MailServer.class, restrictToAnnotatedClass = true)
class LogsApiTest {

    private static final String CANARY = "kanarie";

    /** Somebody's address as a proxy says it. */
    private static final String ADDRESS = "203.0.113.77";

    /** A canary, that address, the beginning of every token, and what a session or a secret of the browser looks like here. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)" + CANARY + "[a-z0-9.@-]*|203\\.0\\.113\\.77|eyJ[A-Za-z0-9_-]{5,}");

    @Inject
    Post post;

    private final LogListener log = new LogListener();

    @BeforeEach
    void listen() {
        Api.credentials = named();
        log.begin();
    }

    @AfterEach
    void asBefore() {
        log.end();
        Api.credentials = Api.DEMO;
        MailServer.is(MailServer.Mood.TAKES);
    }

    private static UnaryOperator<String> named() {
        return account -> {
            JwtClaims claims = Issuer.claims(account);
            claims.setStringClaim("preferred_username", CANARY + "." + account);
            return "Bearer " + Issuer.signed(claims, Issuer.key());
        };
    }

    @Test
    void aListenerHearsACanaryThatSings() {
        Logger.getLogger("anybody").infof("look: %s", CANARY + "@example.org");
        Logger.getLogger("anybody").error("failed", new IllegalStateException(CANARY + "-in-an-exception"));
        assertEquals("[kanarie-in-an-exception, kanarie@example.org]", heard().toString());
    }

    @Test
    void nothingThatIsWrittenOrRefusedIsLogged() throws SQLException {
        for (Write write : Writes.byOperation().values()) {
            String round = write.prepared();
            for (String content : new String[] {
                "{\"" + CANARY + "-member\": \"" + CANARY + "-value\"}",
                "{\"reason\": {\"x\": \"" + CANARY + "\"}, \"text\": \"" + CANARY + "-text\"}",
                CANARY + "-no-json",
                "\"" + CANARY + "\\u0000\""
            }) {
                Response refused = write.asked(
                        decked(as(write.account())), round, write.tag(round), content.getBytes(StandardCharsets.UTF_8));
                assertTrue(refused.statusCode() < 500, write.operation() + " " + refused.asString());
            }
            assertTrue(write.asked(decked(as(write.account())), round).statusCode() < 300, write.operation());
        }
        String round = remarked(CANARY + ".first@leusden.example");
        for (String path : new String[] {
            leusden(round) + "/" + CANARY + "-path",
            "/rounds/" + CANARY + "-round",
            "/" + CANARY + "-nowhere",
            leusden(round) + "/answers?" + CANARY + "-name=" + CANARY + "-value",
            leusden(round) + "/history?page=" + CANARY,
            "/problems/" + CANARY
        }) {
            decked(as("leusden")).get(path);
        }
        for (String authorization : new String[] {
            "Bearer " + CANARY + "-token",
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString((CANARY + ":" + CANARY + "-password").getBytes(StandardCharsets.UTF_8)),
            Api.credentials.apply("leusden").replaceFirst("\\.[^.]*$", ".AAAA"),
            "Bearer " + expired()
        }) {
            Response response =
                    decked(Api.nobody().header("Authorization", authorization)).get(leusden(round));
            assertEquals(401, response.statusCode(), authorization);
        }
        quiet();
    }

    /** Broken off at the provider's, made up, or told by somebody else. */
    @Test
    void aSignInThatDoesNotSucceedIsSaidWithoutWordsOfWhoeverAsked() {
        for (String wrong : new String[] {
            "code=" + CANARY + "-code&state=STATE",
            "code=x&state=" + CANARY + "-state",
            "error=access_denied&error_description=" + CANARY + "-description&state=STATE",
            "error=" + CANARY + "&state=STATE",
            "state=STATE"
        }) {
            Browser browser = Browser.anonymous();
            String asked = browser.get("/sign-in/provider").header("Location");
            String state = asked.replaceFirst(".*[?&]state=([^&]+).*", "$1");
            Response response = browser.get("/sign-in/provider?" + wrong.replace("STATE", state));
            assertTrue(response.statusCode() < 500, wrong + " " + response.statusCode());
        }
        Browser.anonymous().post("/sign-in", Map.of("name", CANARY + "-name", "password", CANARY + "-password"));
        assertTrue(log.text().contains("a sign-in did not succeed"), log.text());
        assertEquals(
                List.of(), log.lines().filter(line -> line.startsWith("ERROR")).toList());
        quiet();
    }

    @Test
    void whatFailsIsLoggedWithoutWhatItWasAbout() throws SQLException {
        String round = remarked(CANARY + ".second@leusden.example");
        for (MailServer.Mood trouble : new MailServer.Mood[] {MailServer.Mood.REFUSES, MailServer.Mood.HANGS_UP}) {
            MailServer.is(trouble);
            Database.run("wijk_survey", "update survey.mail set due_at = due_at - interval '1 day'");
            post.round();
        }
        assertTrue(log.text().contains("failed, attempt"), log.text());
        String remark = "{\"kind\": \"remark\", \"text\": \"%s-%s\"}";
        // What nobody foresaw: the database refuses the row, and says which.
        Database.run("wijk_owner", "alter table survey.remark add constraint no_planted check (text !~ 'planted')");
        Database.run("wijk_owner", "create unique index planted_once on survey.remark (text) where text ~ 'twice'");
        try {
            for (String text : new String[] {"planted 500", "twice 201", "twice 500"}) {
                Response failed = decked(as("leusden"))
                        .body(remark.formatted(CANARY, text.split(" ")[0]))
                        .post(leusden(round) + "/remarks");
                assertEquals(text.split(" ")[1], "" + failed.statusCode(), text);
                assertTrue(
                        failed.statusCode() == 201 || secrets(failed.asString()).isEmpty(), failed.asString());
            }
        } finally {
            Database.run("wijk_owner", "drop index survey.planted_once");
            Database.run("wijk_owner", "alter table survey.remark drop constraint no_planted");
        }
        assertTrue(log.text().contains("unexpected, traceId"), log.text());
        assertTrue(log.text().contains("SQLSTATE 23514"), log.text());
        Issuer.away(true);
        Postgres.server().stopImmediately();
        try {
            Response away =
                    decked(as("leusden")).body(remark.formatted(CANARY, "away")).post(leusden(round) + "/remarks");
            assertEquals(503, away.statusCode());
            assertEquals("[]", secrets(away.asString()).toString());
            assertThrows(RuntimeException.class, () -> post.round());
            Browser.anonymous().get("/sign-in/provider?code=" + CANARY + "&state=" + CANARY);
            assertEquals("[]", secrets(RestAssured.get("/q/health").asString()).toString());
        } finally {
            Postgres.server().startAgain();
            Issuer.away(false);
        }
        while (RestAssured.get("/q/health/ready").statusCode() != 200) {
            Thread.onSpinWait();
        }
        assertTrue(log.text().contains("database away"), log.text());
        quiet();
    }

    /** A remark waits for Leusden, whose contact has this address. */
    private static String remarked(String email) throws SQLException {
        String round = Api.roundWithLeusdenAndDelft();
        as("researcher")
                .body("{\"contact\": {\"email\": \"%s\", \"language\": \"nl\"}}".formatted(email))
                .put("/rounds/" + round + "/participants/" + Api.LEUSDEN)
                .then()
                .statusCode(200);
        CommentRound.review(leusden(round));
        as("researcher")
                .body("{\"kind\": \"remark\", \"question\": \"residents\", \"text\": \"%s-remark\"}".formatted(CANARY))
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
        return round;
    }

    /** With a canary in every header that somebody chooses. */
    private static RequestSpecification decked(RequestSpecification request) {
        return request.header("User-Agent", CANARY + "-agent")
                .header("X-Forwarded-For", ADDRESS)
                .header("Forwarded", "for=" + ADDRESS)
                .header("Referer", "https://" + CANARY + ".example/")
                .header("Origin", "https://" + CANARY + ".example")
                .header("X-Request-Id", CANARY + "-request")
                .header("traceparent", CANARY + "-trace")
                .cookie("wijkvergelijk-session", CANARY + "-session")
                .cookie(CANARY, CANARY);
    }

    private static String expired() {
        JwtClaims claims = Issuer.claims("leusden");
        claims.setStringClaim("preferred_username", CANARY);
        claims.setExpirationTimeMinutesInTheFuture(-10);
        return Issuer.signed(claims, Issuer.key());
    }

    /** Neither in the log, nor in the metrics and the health. */
    private void quiet() {
        assertEquals("[]", heard().toString());
        for (String path : new String[] {"/q/metrics", "/q/health"}) {
            String told = given().config(RestAssuredConfig.config()
                            .redirect(RedirectConfig.redirectConfig().followRedirects(false)))
                    .get(path)
                    .asString();
            assertTrue(told.length() > 50, path + ": " + told);
            assertEquals("[]", secrets(told).toString(), path);
        }
    }

    private TreeSet<String> heard() {
        return secrets(log.text());
    }

    private static TreeSet<String> secrets(String text) {
        return SECRET.matcher(text).results().map(each -> each.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
