package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.nobody;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks more than its limit waits, alone. Each test has a client of its own, since nothing gives back what it took. */
@QuarkusTest
@TestProfile(LimitsApiTest.Narrow.class)
class LimitsApiTest {

    private static final int WRITES = 12;
    private static final int EXPENSIVE = 3;
    private static final int READS = 40;
    private static final int SIGN_INS = 3;

    private static String round;

    /** Limits that a test can meet, behind one proxy. */
    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "wijkvergelijk.limits.reads", "" + READS,
                    "wijkvergelijk.limits.writes", "" + WRITES,
                    "wijkvergelijk.limits.expensive", "" + EXPENSIVE,
                    "wijkvergelijk.limits.expensive-at-once", "1",
                    "wijkvergelijk.limits.sign-ins", "" + SIGN_INS,
                    "wijkvergelijk.limits.proxies", "1");
        }
    }

    private static ValidatableResponse refused(ValidatableResponse response, String rateClass, int quota) {
        return response.statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .header("RateLimit-Policy", equalTo("\"%s\";q=%d;w=60".formatted(rateClass, quota)))
                .header("RateLimit", matchesPattern("\"%s\";r=0;t=[1-9]\\d*".formatted(rateClass)))
                .header("Cache-Control", "no-store")
                .body("type", equalTo("/v1/problems/too-many-requests"))
                .body("title", equalTo("Too many requests"))
                .body("detail", containsString("" + quota));
    }

    /** Elsewhere than whoever guesses passwords in the tests of that. */
    private static RequestSpecification as(String account) {
        return Api.as(account).header("X-Forwarded-For", "203.0.113.50");
    }

    private static RequestSpecification from(String address) {
        return nobody().header("X-Forwarded-For", address);
    }

    /** One for all: making one takes from what its makers may write. */
    private static synchronized String round() {
        if (round == null) {
            round = Api.roundWithLeusdenAndDelft();
        }
        return round;
    }

    private static double refusals(String rateClass) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("wijkvergelijk_refused_total")
                        && line.contains("class=\"" + rateClass + "\"")
                        && line.contains("reason=\"rate\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void whoWritesTooMuchWaitsAndOthersDoNot() {
        String response = leusden(round());
        double before = refusals("writes");
        int left = WRITES;
        ValidatableResponse last = null;
        for (int i = 0; i < 2 * WRITES && (last == null || last.extract().statusCode() != 429); i++) {
            last = as("leusden")
                    .header("If-Match", "\"" + i + "\"")
                    .body("{\"answers\": {\"residents\": {\"value\": " + (29000 + i) + "}}}")
                    .patch(response + "/answers")
                    .then();
            if (last.extract().statusCode() != 429) {
                last.header("RateLimit-Policy", equalTo("\"writes\";q=" + WRITES + ";w=60"))
                        .header("RateLimit", containsString("\"writes\";r="));
                left--;
            }
        }
        refused(last, "writes", WRITES);
        assertEquals(true, left <= 0, "refused before the limit: " + left + " left");
        assertEquals(before + 1, refusals("writes"));
        as("leusden").get(response).then().statusCode(200).header("RateLimit", nullValue());
        as("delft")
                .body("{\"answers\": {}}")
                .put(response.replace(Api.LEUSDEN, Api.DELFT) + "/answers")
                .then()
                .statusCode(201);
    }

    @Test
    void whatIsExpensiveHasALimitOfItsOwn() {
        String zaanstad = "/rounds/2005/responses/GM0479/validation";
        for (int i = 0; i < EXPENSIVE; i++) {
            assertEquals(
                    "\"expensive\";r=" + (EXPENSIVE - 1 - i),
                    as("zaanstad").get(zaanstad).getHeader("RateLimit").replaceFirst(";t=\\d+$", ""));
        }
        refused(as("zaanstad").get(zaanstad).then(), "expensive", EXPENSIVE);
        // Written in another way, or asked for its head alone, it is the same.
        assertEquals(
                429,
                RestAssured.given()
                        .urlEncodingEnabled(false)
                        .header("X-Forwarded-For", "203.0.113.50")
                        .header("Authorization", Api.DEMO.apply("zaanstad"))
                        .get("/v1" + zaanstad.replace("val", "%76al"))
                        .statusCode());
        assertEquals(429, as("zaanstad").head(zaanstad).statusCode());
    }

    @Test
    void withoutAnAccountTheAddressCountsAndOnlyTheOneThatOurProxySaw() {
        // What stands before the proxy's own was written by whoever asks.
        refused(untilRefused(i -> from("198.51.100." + i + ", 203.0.113.1")), "reads", READS);
        from("203.0.113.2").get("/config").then().statusCode(200);
        refused(untilRefused(i -> from("2001:db8:0:1::" + i)), "reads", READS);
        from("2001:db8:0:2::1").get("/config").then().statusCode(200);
    }

    /** Asks, as a new client each time, until it is refused; while it asks something comes back. */
    private static ValidatableResponse untilRefused(IntFunction<RequestSpecification> client) {
        for (int i = 0; i < READS; i++) {
            client.apply(i).get("/config").then().statusCode(200);
        }
        for (int i = READS; i < 3 * READS; i++) {
            ValidatableResponse response = client.apply(i).get("/config").then();
            if (response.extract().statusCode() == 429) {
                return response;
            }
        }
        throw new AssertionError("never refused");
    }

    @Test
    void whoGuessesPasswordsIsNotHeardForAWhile() {
        String guesser = "203.0.113.11";
        for (int i = 0; i < SIGN_INS; i++) {
            from(guesser)
                    .auth()
                    .preemptive()
                    .basic("leusden", "guess" + i)
                    .get("/config")
                    .then()
                    .statusCode(401);
        }
        refused(
                from(guesser)
                        .auth()
                        .preemptive()
                        .basic("leusden", "leusden")
                        .get("/config")
                        .then(),
                "sign-ins",
                SIGN_INS);
        from("203.0.113.12")
                .auth()
                .preemptive()
                .basic("leusden", "leusden")
                .get("/config")
                .then()
                .statusCode(200);
        for (int i = 0; i < 2 * SIGN_INS; i++) {
            from("203.0.113.12")
                    .auth()
                    .preemptive()
                    .basic("leusden", "leusden")
                    .get("/config")
                    .then()
                    .statusCode(200);
        }
    }

    /** Else asking and hanging up would set any number to work. */
    @Test
    @Timeout(60)
    void whoHangsUpKeepsAPlaceForAWhileAndNotForEver() throws Exception {
        String validation = leusden(round()) + "/validation";
        as("researcher").get(validation).then().statusCode(200);
        try (Connection somebody = Postgres.as("wijk_owner");
                Statement statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.execute("lock table survey.response in access exclusive mode");
            try (Socket hasty = new Socket("127.0.0.1", RestAssured.port)) {
                hasty.getOutputStream()
                        .write(("GET /v1" + validation + " HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.50\r\n"
                                        + "Authorization: " + Api.DEMO.apply("researcher") + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                while (!isWaiting(statement)) {
                    Thread.sleep(10);
                }
            }
            // Until the service has seen that it hung up.
            Thread.sleep(300);
            as("researcher")
                    .get(validation)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("detail", containsString("too much to do"));
            somebody.rollback();
        }
        do {
            Thread.sleep(2000);
        } while (as("leusden").get(validation).statusCode() != 200);
    }

    private static boolean isWaiting(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery(
                "select 1 from pg_locks where relation = 'survey.response'::regclass and not granted")) {
            return waiting.next();
        }
    }

    @Test
    void thePagesHaveTheSameLimits() {
        Browser browser = Browser.anonymous();
        browser.get("/sign-in");
        Map<String, String> right = Map.of("name", "apeldoorn", "password", "apeldoorn");
        browser.post("/sign-in", right).then().statusCode(303);
        String workbook = "/rounds/2005/GM0200/workbook";
        for (int i = 0; i < EXPENSIVE; i++) {
            browser.get(workbook).then().statusCode(404);
        }
        browser.get(workbook).then().statusCode(429).header("Retry-After", matchesPattern("[1-9]\\d*"));
        browser.shows("Too many requests");
        browser.get("/").then().statusCode(200);

        Browser guesser = Browser.anonymous();
        guesser.get("/sign-in");
        for (int i = 0; i < SIGN_INS; i++) {
            guesser.post("/sign-in", Map.of("name", "apeldoorn", "password", "guess" + i))
                    .then()
                    .statusCode(403);
        }
        guesser.post("/sign-in", right).then().statusCode(429);
    }
}
