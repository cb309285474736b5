package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.access.AccessTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leusden and Delft take part; Leusden and Zaanstad are rated. So Delft rates without being rated, and Zaanstad without taking part. */
@QuarkusTest
class BallotsApiTest {

    private static final String SESSION = """
            {"kind": "%s", "items": ["GM0327", "GM0479"], "raters": 3, "pointsMin": 1, "pointsMax": %s, "decimals": %d,
             "scales": [{"id": "depth", "label": {"nl": "Diepte", "en": "Depth"},
                         "from": {"nl": "advies", "en": "advice"}, "to": {"nl": "diep", "en": "deep"}},
                        {"id": "influence", "label": {"nl": "Invloed", "en": "Influence"},
                         "from": {"nl": "weinig", "en": "little"}, "to": {"nl": "veel", "en": "much"}}]}
            """;
    private static final String RANKING = SESSION.formatted("ranking", "2", 0);
    private static final String POINTS = SESSION.formatted("points", "9.5", 1);
    private static final String UP =
            "{\"scales\": {\"depth\": {\"GM0327\": 1, \"GM0479\": 2}, \"influence\": {\"GM0327\": 1, \"GM0479\": 2}}}";
    private static final String DOWN =
            "{\"scales\": {\"depth\": {\"GM0327\": 2, \"GM0479\": 1}, \"influence\": {\"GM0327\": 2}}}";

    private static final String DOWN_BY_TELEPHONE = DOWN.replaceFirst("\\{", "{\"onBehalf\": \"By telephone\", ");

    private String round;
    private String session;

    @BeforeEach
    void aSession() {
        round = Api.roundWithLeusdenAndDelft();
        Api.municipality("GM0479", "Zaanstad");
        session = "/rounds/" + round + "/rating-session";
        as("researcher").body(RANKING).put(session).then().statusCode(201).body("state", equalTo("open"));
    }

    @Test
    void aMunicipalityRatesItselfAndTheOthersAndChangesItsMind() throws SQLException {
        put("leusden", "GM0327", null, DOWN)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("municipality", equalTo("GM0327"))
                .body("author", equalTo("leusden"))
                .body("complete", equalTo(false))
                .body("scales.depth.complete", equalTo(true))
                .body("scales.depth.ratings.GM0479", equalTo(1))
                .body("scales.influence.complete", equalTo(false))
                .body("scales.influence.lacking", contains("GM0479"));
        put("leusden", "GM0327", null, UP).statusCode(428);
        put("leusden", "GM0327", "\"0\"", UP).statusCode(412).header("ETag", "\"1\"");
        put("leusden", "GM0327", "\"1\"", UP)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("complete", equalTo(true));
        as("leusden")
                .get(session + "/ballots/GM0327")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("scales.influence.ratings.GM0479", equalTo(2));
        as("leusden")
                .header("If-None-Match", "\"2\"")
                .get(session + "/ballots/GM0327")
                .then()
                .statusCode(304);
        assertEquals("put 1, put 2", events("ballot"));
    }

    @Test
    void whoRatesNeedNotBeRatedAndWhoIsRatedNeedNotTakePart() {
        put("delft", "GM0503", null, UP).statusCode(201);
        put("zaanstad", "GM0479", null, UP).statusCode(201);
        put("amersfoort", "GM0307", null, UP).statusCode(404);
        as("amersfoort").get(session).then().statusCode(404);
        as("amersfoort").get(session + "/ballots").then().statusCode(404);
        as("amersfoort").get(session + "/ballots/GM0307").then().statusCode(404);
        for (String code : new String[] {"GM9999", "GM%00", "leusden"}) {
            put("researcher", code, null, UP).statusCode(404);
            assertEquals(
                    404,
                    as("researcher")
                            .urlEncodingEnabled(false)
                            .get(session + "/ballots/" + code)
                            .statusCode());
        }
    }

    @Test
    void aContactSeesWhatThereIsToRateAndNoTotals() {
        as("leusden")
                .get(session)
                .then()
                .statusCode(200)
                .body("scales.id", contains("depth", "influence"))
                .body("totals", anEmptyMap());
    }

    @Test
    void everythingWrongIsSaidAtOnceWithItsPlace() {
        put("leusden", "GM0327", null, """
                {"onBehalf": "x", "scales": {"depth": {"GM0327": 1, "GM0479": 1, "GM0503": 1},
                                             "influence": {"GM0327": "1", "GM0479": 3}, "width": {}}}
                """)
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains(
                                "/onBehalf",
                                "/scales/width",
                                "/scales/depth/GM0503",
                                "/scales/depth/GM0479",
                                "/scales/influence/GM0327",
                                "/scales/influence/GM0479"))
                .body(
                        "errors.code",
                        contains(
                                "not-for-contacts",
                                "unknown-scale",
                                "unknown-municipality",
                                "duplicate-rank",
                                "wrong-type",
                                "out-of-range"));
        for (String rank : new String[] {"1.5", "0", "-1", "1e999999999", "1e-999999999", "null", "true", "[1]"}) {
            put("leusden", "GM0327", null, "{\"scales\": {\"depth\": {\"GM0327\": %s}}}".formatted(rank))
                    .statusCode(400)
                    .body("errors.pointer", contains("/scales/depth/GM0327"));
        }
        put("leusden", "GM0327", null, "{\"scales\": {\"depth\": {\"GM0327\": 1, \"GM0327\": 2}}}")
                .statusCode(400);
        put("leusden", "GM0327", null, "{}").statusCode(400).body("errors.pointer", contains("/scales"));
        put("leusden", "GM0327", null, "{\"scales\": {\"depth\": 1}}")
                .statusCode(400)
                .body("errors.pointer", contains("/scales/depth"));
        as("leusden").get(session + "/ballots/GM0327").then().statusCode(404);
    }

    @Test
    void pointsLieBetweenTheirBoundsWithTheDecimalsOfTheSessionAndMayTie() {
        String tag = as("researcher").get(session).header("ETag");
        as("researcher")
                .header("If-Match", tag)
                .body(POINTS)
                .put(session)
                .then()
                .statusCode(200);
        String points = "{\"scales\": {\"depth\": {\"GM0327\": %s, \"GM0479\": 9.5}}}";
        put("leusden", "GM0327", null, points.formatted("9.50"))
                .statusCode(201)
                .body("scales.depth.complete", equalTo(true));
        String kept = as("leusden").get(session + "/ballots/GM0327").asString();
        assertTrue(kept.contains("\"GM0327\":9.50"), kept);
        for (String[] wrong :
                new String[][] {{"9.45", "too-many-digits"}, {"9.6", "out-of-range"}, {"0.9", "out-of-range"}}) {
            put("leusden", "GM0327", "\"1\"", points.formatted(wrong[0]))
                    .statusCode(400)
                    .body("errors.code", contains(wrong[1]));
        }
    }

    @Test
    void nobodySeesWhatStandsOnAnothersBallotBeforeTheSessionCloses() {
        String canary = "7.1352";
        String tag = as("researcher").get(session).header("ETag");
        as("researcher")
                .header("If-Match", tag)
                .body(SESSION.formatted("points", "9", 4))
                .put(session)
                .then()
                .statusCode(200);
        put("leusden", "GM0327", null, "{\"scales\": {\"depth\": {\"GM0327\": %s, \"GM0479\": 2}}}".formatted(canary))
                .statusCode(201);
        put("delft", "GM0503", null, "{\"scales\": {\"depth\": {\"GM0327\": 1}}}")
                .statusCode(201);
        for (String who : new String[] {"delft", "zaanstad", "researcher", "admin"}) {
            for (AccessTable.Row row : AccessTable.rows()) {
                if (row.method().equals("GET")
                        && row.action() == null
                        && !row.path().startsWith("/problems")) {
                    String path = row.path()
                            .replace("{round}", round)
                            .replace("{code}", "GM0327")
                            .replace("{number}", "1")
                            .replace("{version}", "2005")
                            .replace("{id}", "standard");
                    assertFalse(as(who).get(path).asString().contains(canary), who + " " + path);
                }
            }
        }
        as("delft").get(session + "/ballots").then().body("ballots.municipality", contains("GM0503"));
        as("delft").get(session + "/ballots").then().body("waitingFor", nullValue());
        as("delft").get(session + "/ballots/GM0327").then().statusCode(404);
        as("leusden")
                .get(session + "/ballots")
                .then()
                .body("ballots.municipality", contains("GM0327"))
                .body("ballots[0].scales.depth.ratings.GM0479", equalTo(2));
        as("researcher")
                .get(session + "/ballots")
                .then()
                .body("ballots.municipality", contains("GM0327", "GM0503"))
                .body("ballots[0].scales.depth", not(hasKey("ratings")))
                .body("ballots[0].scales.depth.complete", equalTo(true))
                .body("ballots[1].scales.depth.lacking", contains("GM0479"))
                .body("waitingFor", contains("GM0479"));
        step("close", null).statusCode(200).body("state", equalTo("closed"));
        as("researcher").get(session + "/ballots/GM0327").then().body("scales.depth.ratings.GM0479", equalTo(2));
        assertTrue(as("researcher").get(session).asString().contains(canary));
        for (String path : new String[] {"", "/ballots", "/ballots/GM0327"}) {
            assertFalse(as("delft").get(session + path).asString().contains(canary), path);
        }
        step("reopen", "Zaanstad was ill").statusCode(200);
        assertFalse(as("researcher").get(session + "/ballots").asString().contains(canary));
        assertFalse(as("researcher").get(session).asString().contains(canary));
    }

    @Test
    void aResearcherPutsABallotOnBehalfAndDoesNotLearnWhatStoodOnIt() {
        put("leusden", "GM0327", null, UP).statusCode(201);
        put("researcher", "GM0327", "\"1\"", UP).statusCode(400).body("errors.pointer", contains("/onBehalf"));
        String body = UP.replaceFirst("\\{", "{\"onBehalf\": \"By telephone\", ");
        put("researcher", "GM0327", "\"1\"", body)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("onBehalf", equalTo("By telephone"))
                .body("author", equalTo("researcher"))
                .body("scales.depth", not(hasKey("ratings")));
        as("leusden")
                .get(session + "/ballots/GM0327")
                .then()
                .body("onBehalf", equalTo("By telephone"))
                .body("scales.depth.ratings.GM0479", equalTo(2));
        put("delft", "GM0327", "\"2\"", UP).statusCode(404);
        put("admin", "GM0327", "\"2\"", UP).statusCode(403);
    }

    @Test
    void aClosedSessionTakesNoBallotsUntilItIsReopenedWithAReason() {
        put("leusden", "GM0327", null, DOWN).statusCode(201);
        step("reopen", "x").statusCode(409).body("blocking.code", contains("open"));
        step("publish", null).statusCode(409).body("blocking.code", contains("open"));
        step("close", null).statusCode(200);
        step("close", null).statusCode(409).body("blocking.code", contains("closed"));
        put("leusden", "GM0327", "\"1\"", UP)
                .statusCode(409)
                .body("type", equalTo("/v1/problems/rating-not-open"))
                .body("blocking.code", contains("closed"));
        change(RANKING.replace("Diepte", "Diepgang"))
                .statusCode(409)
                .body("type", equalTo("/v1/problems/rating-not-open"));
        step("reopen", null).statusCode(400).body("errors.pointer", contains("/reason"));
        step("reopen", "Leusden misread a scale").statusCode(200).body("state", equalTo("open"));
        put("leusden", "GM0327", "\"1\"", UP).statusCode(200);
        as("leusden")
                .header("If-Match", as("researcher").get(session).header("ETag"))
                .body("{\"action\": \"close\"}")
                .post(session + "/transitions")
                .then()
                .statusCode(403);
    }

    @Test
    void ballotsAndEnteredTotalsExcludeEachOther() {
        String totals = """
                {"scales": {"depth": {"readings": [{"chosen": true, "totals": {"GM0327": 4, "GM0479": 5}}]},
                            "influence": {"readings": [{"chosen": true, "totals": {"GM0327": 4, "GM0479": 5}}]}}}
                """;
        put("leusden", "GM0327", null, UP).statusCode(201);
        as("researcher")
                .body(totals)
                .put(session + "/totals")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/rating-has-ballots"));
        put("leusden", "GM0327", "\"1\"", "{\"scales\": {}}").statusCode(200);
        as("researcher").body(totals).put(session + "/totals").then().statusCode(200);
        put("leusden", "GM0327", "\"2\"", UP).statusCode(409).body("type", equalTo("/v1/problems/rating-has-totals"));
        step("publish", null).statusCode(200).body("state", equalTo("published"));
    }

    @Test
    void whileSomethingStandsOnABallotOnlyNamesChange() {
        put("leusden", "GM0327", null, UP).statusCode(201);
        change(RANKING.replace("Diepte", "Diepgang")).statusCode(200);
        for (String other :
                new String[] {POINTS, RANKING.replace("GM0479", "GM0503"), RANKING.replace("influence", "influences")
                }) {
            change(other)
                    .statusCode(409)
                    .body("type", equalTo("/v1/problems/rating-has-ballots"))
                    .body("blocking.code", contains("has-ballots"));
        }
        put("leusden", "GM0327", "\"1\"", "{\"scales\": {}}").statusCode(200);
        change(POINTS).statusCode(200).body("decimals", equalTo(1));
        as("researcher")
                .header("If-Match", as("researcher").get(session).header("ETag"))
                .body(RANKING.replace("\"decimals\": 0", "\"decimals\": 1"))
                .put(session)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/decimals"));
    }

    @Test
    void publishingAddsUpTheCompleteBallotsAndMakesAllOfThemPublic() throws SQLException {
        put("leusden", "GM0327", null, UP).statusCode(201);
        put("delft", "GM0503", null, UP).statusCode(201);
        put("zaanstad", "GM0479", null, DOWN).statusCode(201);
        assertEquals(Map.of(), as("researcher").get(session).path("totals"));
        step("close", null)
                .body("totals.depth.readings[0].totals.GM0327", equalTo(4))
                .body("totals.depth.readings[0].totals.GM0479", equalTo(5))
                .body("totals.influence.readings[0].totals.GM0327", equalTo(2));
        long sequence =
                step("publish", null).statusCode(200).extract().jsonPath().getLong("published.sequence");
        assertEquals(
                "depth GM0327 4 of 3, depth GM0479 5 of 3, influence GM0327 2 of 2, influence GM0479 4 of 2",
                Database.text("""
                        select string_agg(concat(scale, ' ', municipality, ' ', total, ' of ', raters), ', ' order by scale, municipality)
                        from published.rating where sequence = %d and chosen and reading = 1
                        """.formatted(sequence)));
        assertEquals(
                "GM0327 GM0327 1, GM0327 GM0479 2, GM0479 GM0327 2, GM0503 GM0327 1, GM0503 GM0479 2",
                Database.text("""
                        select string_agg(concat(rater, ' ', item, ' ', value), ', ' order by rater, item)
                        from published.ballot where sequence = %d and scale = 'influence' and round = '%s'
                        """.formatted(sequence, round)));
        assertEquals(
                "11 4",
                Database.text("select concat(ballots, ' ', ratings) from published.publication where sequence = "
                        + sequence));
        assertEquals("describe, close, publish", sessionEvents());
        as("delft")
                .get(session + "/ballots")
                .then()
                .body("ballots.municipality", contains("GM0327", "GM0479", "GM0503"));
        as("delft").get(session).then().body("totals.depth.readings[0].totals.GM0327", equalTo(4));
        put("leusden", "GM0327", "\"1\"", DOWN).statusCode(409).body("blocking.code", contains("published"));
        step("publish", "x").statusCode(409).body("blocking.code", contains("published"));
        change(RANKING.replace("Diepte", "Diepgang")).statusCode(409).body("blocking.code", contains("published"));
    }

    @Test
    void whatIsPublicIsPutRightByOpeningTheSessionAgain() throws SQLException {
        put("leusden", "GM0327", null, UP).statusCode(201);
        put("delft", "GM0503", null, UP).statusCode(201);
        step("close", null).statusCode(200);
        long first = step("publish", null).statusCode(200).extract().jsonPath().getLong("published.sequence");
        step("reopen", null).statusCode(400).body("errors.pointer", contains("/reason"));
        as("leusden")
                .header("If-Match", as("researcher").get(session).header("ETag"))
                .body("{\"action\": \"reopen\", \"reason\": \"Ours was wrong\"}")
                .post(session + "/transitions")
                .then()
                .statusCode(403);
        step("reopen", "Leusden misread a scale")
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("totals", anEmptyMap())
                .body("published.sequence", equalTo((int) first));
        as("delft").get(session).then().body("totals", anEmptyMap());
        as("delft").get(session + "/ballots").then().body("ballots.municipality", contains("GM0503"));
        as("delft").get(session + "/ballots/GM0327").then().statusCode(404);
        as("researcher").get(session + "/ballots").then().body("ballots[0].scales.depth", not(hasKey("ratings")));
        assertEquals(
                String.valueOf(first),
                Database.text("select max(sequence) from published.rating where round = '%s'".formatted(round)));
        put("researcher", "GM0327", "\"1\"", DOWN_BY_TELEPHONE).statusCode(200);
        step("publish", "x").statusCode(409).body("blocking.code", contains("open"));
        step("close", null).statusCode(200);
        step("publish", null).statusCode(400).body("errors.pointer", contains("/reason"));
        long second = step("publish", "Leusden had misread a scale")
                .statusCode(200)
                .body("state", equalTo("published"))
                .extract()
                .jsonPath()
                .getLong("published.sequence");
        assertEquals(
                first + " Leusden had misread a scale",
                Database.text(
                        "select concat(corrects, ' ', reason) from published.publication where sequence = " + second));
        assertEquals("GM0327 3, GM0479 3", depth(second));
        assertEquals("GM0327 2, GM0479 4", depth(first));
        assertEquals("describe, close, publish, reopen, close, publish", sessionEvents());
        assertEquals("published open Leusden misread a scale", Database.text("""
                        select concat(from_state, ' ', to_state, ' ', reason) from history.event
                        where subject = 'rating-session' and round = '%s' and action = 'reopen'
                        """.formatted(round)));
        as("delft").get(session).then().body("totals.depth.readings[0].totals.GM0327", equalTo(3));
        as("delft").get(session + "/ballots").then().body("ballots.municipality", contains("GM0327", "GM0503"));
    }

    private static String depth(long sequence) throws SQLException {
        return Database.text("""
                select string_agg(concat(municipality, ' ', total), ', ' order by municipality)
                from published.rating where sequence = %d and scale = 'depth' and chosen
                """.formatted(sequence));
    }

    @Test
    void withoutACompleteBallotThereIsNothingToPublish() {
        put("leusden", "GM0327", null, "{\"scales\": {\"depth\": {\"GM0327\": 1}}}")
                .statusCode(201);
        step("close", null).statusCode(200).body("totals", anEmptyMap());
        step("publish", null).statusCode(409).body("blocking.code", contains("no-totals"));
    }

    @Test
    void ofSixteenWhoPutABallotWithOneTagOneSucceeds() throws SQLException {
        assertEquals(
                Map.of(201, 1L, 428, 15L),
                statuses(Together.call(16, i -> as("leusden").body(UP).put(session + "/ballots/GM0327"))));
        assertEquals(Map.of(200, 1L, 412, 15L), statuses(Together.call(16, i -> as("leusden")
                .header("If-Match", "\"1\"")
                .body(UP)
                .put(session + "/ballots/GM0327"))));
        assertEquals("put 1, put 2", events("ballot"));
    }

    @Test
    void aBallotAtTheMomentOfClosingIsInOrOut() throws SQLException {
        String tag = as("researcher").get(session).header("ETag");
        List<Response> all = Together.call(
                2,
                i -> i == 0
                        ? as("researcher")
                                .header("If-Match", tag)
                                .body("{\"action\": \"close\"}")
                                .post(session + "/transitions")
                        : as("leusden").body(UP).put(session + "/ballots/GM0327"));
        assertEquals(200, all.get(0).statusCode());
        boolean isIn = all.get(1).statusCode() == 201;
        assertTrue(isIn || all.get(1).statusCode() == 409);
        as("researcher")
                .get(session + "/ballots")
                .then()
                .body("ballots.municipality", isIn ? contains("GM0327") : empty());
        assertEquals(isIn ? "put, close" : "close", Database.text("""
                        select string_agg(action, ', ' order by id) from history.event
                        where round = '%s' and action in ('put', 'close')
                        """.formatted(round)));
    }

    /** The session closes while the ballot is under way: whoever puts it waits for that, and is then too late. */
    @Test
    void aBallotThatMeetsTheClosingWaitsForItAndIsRefused() throws Exception {
        try (var closing = Postgres.as("wijk_survey");
                var statement = closing.createStatement()) {
            closing.setAutoCommit(false);
            statement.execute(
                    "update survey.rating_session set state = 'closed', version = version + 1 where round = '%s'"
                            .formatted(round));
            var late =
                    CompletableFuture.supplyAsync(() -> as("leusden").body(UP).put(session + "/ballots/GM0327"));
            for (int i = 0; i < 100 && !late.isDone() && waiting() == 0; i++) {
                Thread.sleep(20);
            }
            closing.commit();
            assertEquals(409, late.get().statusCode());
        }
        as("researcher").get(session + "/ballots").then().body("ballots", empty());
    }

    private static int waiting() throws SQLException {
        return Integer.parseInt(
                Database.text(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%rating_session%'"));
    }

    private ValidatableResponse put(String account, String code, String tag, String body) {
        var request = as(account).urlEncodingEnabled(false);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.body(body).put(session + "/ballots/" + code).then();
    }

    private ValidatableResponse change(String body) {
        return as("researcher")
                .header("If-Match", as("researcher").get(session).header("ETag"))
                .body(body)
                .put(session)
                .then();
    }

    private ValidatableResponse step(String action, String reason) {
        return as("researcher")
                .header("If-Match", as("researcher").get(session).header("ETag"))
                .body(
                        reason == null
                                ? "{\"action\": \"%s\"}".formatted(action)
                                : "{\"action\": \"%s\", \"reason\": \"%s\"}".formatted(action, reason))
                .post(session + "/transitions")
                .then();
    }

    private String events(String subject) throws SQLException {
        return Database.text("""
                select string_agg(concat(action, ' ', revision), ', ' order by id)
                from history.event where subject = '%s' and round = '%s' and municipality = 'GM0327'
                """.formatted(subject, round));
    }

    private String sessionEvents() throws SQLException {
        return Database.text(
                "select string_agg(action, ', ' order by id) from history.event where subject = 'rating-session' and round = '%s'"
                        .formatted(round));
    }

    private static Map<Integer, Long> statuses(List<Response> all) {
        return all.stream().collect(Collectors.groupingBy(Response::statusCode, TreeMap::new, Collectors.counting()));
    }
}
