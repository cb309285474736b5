package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leusden and Delft take part, and what a researcher sees of it. */
@QuarkusTest
class OverviewApiTest {

    private String round;
    private String list;

    @BeforeEach
    void twoTakePart() {
        round = Api.roundWithLeusdenAndDelft();
        list = "/rounds/" + round + "/responses";
    }

    @Test
    void oneCallSaysWhoIsWhereWhatBlocksAndWhoIsLate() {
        returnBy("\"%s\"".formatted(CommentRound.today().minusDays(3)));
        CommentRound.review(leusden(round));
        as("researcher")
                .body("{\"kind\": \"clarification-request\", \"question\": \"fte-total\", \"text\": \"Of which day?\"}")
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
        String changed =
                as("researcher").get(leusden(round) + "/history").jsonPath().getString("events[-1].happenedAt");
        asked("")
                .body("responses.municipality.code", contains("GM0327", "GM0503"))
                .body("responses[0].state", equalTo("in-review"))
                .body("responses[0].completeness.answered", equalTo(11))
                .body("responses[0].completeness.required", equalTo(0))
                .body("responses[0].openRemarks", equalTo(1))
                .body("responses[0].openClarificationRequests", equalTo(1))
                .body("responses[0].draftBeside", equalTo(false))
                .body("responses[0]", not(hasKey("deadline")))
                .body("responses[0].uncitedFigures", greaterThan(0))
                .body("responses[0].changedAt", equalTo(changed))
                .body("responses[0].blockers.find { it.code == 'open-clarification-request' }.count", equalTo(1))
                .body("responses[1].state", equalTo("draft"))
                .body("responses[1].deadline.kind", equalTo("return"))
                .body("responses[1].deadline.late", equalTo(true))
                .body("responses[1].deadline.daysLate", equalTo(3))
                .body("responses[1].blockers.code", contains("required"))
                .body("totals.responses", equalTo(2))
                .body("totals.states.draft", equalTo(1))
                .body("totals.states.in-review", equalTo(1))
                .body("totals.states.published", equalTo(0))
                .body("totals.late", equalTo(1))
                .body("totals.complete", equalTo(1));
        int required = row(list, "GM0503").getInt("completeness.required");
        asked("").body("responses[1].blockers[0].count", equalTo(required));
    }

    @Test
    void whatBlocksIsWhatTheChecklistSaysAllTheWayToPublication() {
        String response = leusden(round);
        agree(response);
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        agree(response);
        step("leusden", response, "{\"action\": \"submit\"}").then().statusCode(200);
        step("researcher", response, "{\"action\": \"start-review\"}").then().statusCode(200);
        as("researcher")
                .body(CommentRound.DESCRIPTION)
                .put(response + "/description")
                .then()
                .statusCode(201);
        step("researcher", response, CommentRound.send()).then().statusCode(200);
        CommentRound.comment(response);
        agree(response);
        assertTrue(codes(response).contains("comments-without-disposition"));
        CommentRound.dispose(response, "{\"outcome\": \"adopted\"}").then().statusCode(200);
        CommentRound.agree(response).then().statusCode(201);
        agree(response);
        as("researcher")
                .header("If-Match", "\"1\"")
                .body(CommentRound.DESCRIPTION
                        .replace("Tien wijken", "Elf wijken")
                        .replace("\"language\"", "\"reason\": \"Eleven\", \"language\""))
                .put(response + "/description")
                .then()
                .statusCode(200);
        int warned = agree(response);
        assertTrue(as("researcher").get(response + "/checklist").asString().contains("changed-since-agreement"));
        CommentRound.agree(response);
        as("leusden")
                .header(
                        "If-Match",
                        as("leusden").get(response + "/description/agreement").header("ETag"))
                .body("{\"agrees\": true}")
                .put(response + "/description/agreement")
                .then()
                .statusCode(200);
        assertEquals(warned - 1, agree(response));
        step("researcher", response, "{\"action\": \"approve\"}").then().statusCode(200);
        agree(response);
        as("researcher")
                .body("{\"kind\": \"clarification-request\", \"question\": \"fte-total\", \"text\": \"Sure?\"}")
                .post(response + "/remarks")
                .then()
                .statusCode(201);
        agree(response);
        Api.passWarnings(response);
        assertEquals(Set.of("open-clarification-request"), codes(response));
        resolve(response, "{\"outcome\": \"accepted\", \"reason\": \"Yes\", \"clarification\": \"Without support.\"}");
        agree(response);
        asked("?blocked=false").body("responses.municipality.code", contains("GM0327"));
        step("researcher", response, "{\"action\": \"publish\"}").then().statusCode(200);
        agree(response);
        as("leusden")
                .header("If-Match", "\"1\"")
                .body(
                        "{\"answers\": {\"fte-total\": {\"value\": 2, \"unit\": \"fte\"}, \"ward-size-min\": {\"value\": 9000}, \"unit-name\": null}}")
                .patch(response + "/answers")
                .then()
                .statusCode(200);
        agree(response);
        assertTrue(codes(response).containsAll(Set.of("stale-clarification", "broken-rule")));
    }

    /** Holds the overview against the checklist; answers how many warnings there are. */
    private int agree(String response) {
        JsonPath checklist = as("researcher").get(response + "/checklist").jsonPath();
        List<Map<String, Object>> items = checklist.getList("items.findAll { it.passed == null }");
        List<Map<String, Object>> work = row(list, "GM0327").getList("blockers");
        Set<String> lifecycle = Set.of("not-approved", "no-comment-round", "no-agreement");
        long left =
                items.stream().filter(i -> !lifecycle.contains(i.get("code"))).count();
        assertEquals(left == 0, work.isEmpty(), items + " and " + work);
        assertEquals(of(items, "required"), count(work, "required"), work.toString());
        int warnings = (int)
                items.stream().filter(i -> i.get("severity").equals("warning")).count();
        assertEquals(warnings, count(work, "warning-not-passed"), items + " and " + work);
        for (String code :
                new String[] {"open-clarification-request", "stale-clarification", "comments-without-disposition"}) {
            assertEquals(of(items, code) > 0, count(work, code) > 0, code);
        }
        long rules = items.stream()
                .filter(i -> i.get("severity").equals("error"))
                .filter(i -> !lifecycle.contains(i.get("code")))
                .filter(i -> !Set.of(
                                "required",
                                "open-clarification-request",
                                "stale-clarification",
                                "comments-without-disposition")
                        .contains(i.get("code")))
                .count();
        assertEquals(rules, count(work, "broken-rule"), items + " and " + work);
        return warnings;
    }

    private static int of(List<Map<String, Object>> items, String code) {
        return (int) items.stream().filter(i -> i.get("code").equals(code)).count();
    }

    private static int count(List<Map<String, Object>> work, String code) {
        return work.stream()
                .filter(w -> w.get("code").equals(code))
                .mapToInt(w -> (Integer) w.get("count"))
                .sum();
    }

    private Set<String> codes(String response) {
        return Set.copyOf(
                row(list, response.substring(response.lastIndexOf('/') + 1)).<String>getList("blockers.code"));
    }

    private static void resolve(String response, String resolution) {
        as("researcher")
                .header(
                        "If-Match",
                        as("researcher").get(response + "/remarks/1").header("ETag"))
                .body(resolution)
                .put(response + "/remarks/1/resolution")
                .then()
                .statusCode(200);
    }

    @Test
    void aDraftBesideWhatIsPublicIsSeenAndOwesNothing() {
        returnBy("\"2020-01-01\"");
        Api.approve(leusden(round));
        step("researcher", leusden(round), "{\"action\": \"publish\"}").then().statusCode(200);
        asked("?municipality=GM0327")
                .body("responses[0].published.revision", equalTo(1))
                .body("responses[0].draftBeside", equalTo(false));
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {\"residents\": {\"value\": 29001}}}")
                .patch(leusden(round) + "/answers")
                .then()
                .statusCode(200);
        asked("?municipality=GM0327")
                .body("responses[0].state", equalTo("draft"))
                .body("responses[0].published.revision", equalTo(1))
                .body("responses[0].draftBeside", equalTo(true))
                .body("responses[0]", not(hasKey("deadline")));
        step("leusden", leusden(round), "{\"action\": \"submit\"}").then().statusCode(200);
        asked("?municipality=GM0327")
                .body("responses[0].state", equalTo("submitted"))
                .body("responses[0].draftBeside", equalTo(true));
    }

    @Test
    void filtersChooseTogetherAndLeaveTheTotalsAlone() {
        returnBy("\"2020-01-01\"");
        CommentRound.review(leusden(round));
        for (String[] each : new String[][] {
            {"state=draft", "[GM0503]"},
            {"state=draft,in-review", "[GM0327, GM0503]"},
            {"late=true", "[GM0503]"},
            {"late=false", "[GM0327]"},
            {"blocked=true&state=draft", "[GM0503]"},
            {"municipality=GM0327", "[GM0327]"},
            {"municipality=GM0503,GM0327&sort=-code", "[GM0503, GM0327]"},
            {"municipality=GM9999", "[]"},
            {"search=LÉUS", "[GM0327]"},
            {"search=e", "[GM0327, GM0503]"},
            {"search=zwolle", "[]"},
            {"late=true&search=leus", "[]"}
        }) {
            ValidatableResponse answer = asked("?" + each[0]).body("totals.responses", equalTo(2));
            assertEquals(
                    each[1],
                    answer.extract()
                            .jsonPath()
                            .getList("responses.municipality.code")
                            .toString(),
                    each[0]);
        }
    }

    @Test
    void everyKeyOrdersBothWays() {
        CommentRound.review(leusden(round));
        as("leusden")
                .body("{\"kind\": \"remark\", \"text\": \"Thank you.\"}")
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
        returnBy("\"2027-04-01\"");
        for (String[] each : new String[][] {
            {"code", "[GM0327, GM0503]"},
            {"-code", "[GM0503, GM0327]"},
            {"name", "[GM0503, GM0327]"},
            {"-name", "[GM0327, GM0503]"},
            {"state", "[GM0503, GM0327]"},
            {"-state", "[GM0327, GM0503]"},
            {"completeness", "[GM0503, GM0327]"},
            {"-completeness", "[GM0327, GM0503]"},
            {"openRemarks", "[GM0503, GM0327]"},
            {"-openRemarks", "[GM0327, GM0503]"},
            {"changedAt", "[GM0503, GM0327]"},
            {"-changedAt", "[GM0327, GM0503]"},
            {"deadline", "[GM0503, GM0327]"},
            {"-deadline", "[GM0503, GM0327]"}
        }) {
            assertEquals(
                    each[1],
                    asked("?sort=" + each[0])
                            .extract()
                            .jsonPath()
                            .getList("responses.municipality.code")
                            .toString(),
                    each[0]);
        }
    }

    @Test
    void thePagesKeepTheFiltersAndTheOrder() {
        asked("?pageSize=1&sort=-name&late=false")
                .body("responses.municipality.code", contains("GM0327"))
                .body("total", equalTo(2))
                .header("Link", containsString("sort=-name"))
                .header("Link", containsString("page=2&pageSize=1>; rel=\"next\""));
        asked("?pageSize=1&page=2&sort=-name").body("responses.municipality.code", contains("GM0503"));
        asked("?page=3").body("responses", empty()).body("total", equalTo(2));
    }

    @Test
    void everythingThatIsWrongWithTheQuestionIsSaidAtOnce() {
        as("researcher")
                .urlEncodingEnabled(false)
                .get(list
                        + "?state=draft,gone&late=yes&blocked=1&municipality=GM0327,delft&search=%s&sort=size&page=0&pageSize=x"
                                .formatted("x".repeat(101)))
                .then()
                .statusCode(400)
                .body(
                        "errors.name",
                        contains("state", "late", "blocked", "municipality", "search", "sort", "page", "pageSize"))
                .body(
                        "errors.code",
                        contains(
                                "unknown-value",
                                "unknown-value",
                                "unknown-value",
                                "wrong-form",
                                "too-long",
                                "unknown-value",
                                "out-of-range",
                                "out-of-range"));
        for (String bad : new String[] {"state=", "sort=", "sort=--code", "municipality=", "search=", "late="}) {
            as("researcher").get(list + "?" + bad).then().statusCode(400).body("errors", hasSize(1));
        }
        as("researcher").get(list + "?order=name").then().statusCode(400).body("errors.name", contains("order"));
        as("researcher").get("/rounds/none/responses?late=x").then().statusCode(404);
    }

    @Test
    void aContactSeesTheOwnMunicipalityAndNoMoreInNumbersEither() {
        CommentRound.review(leusden(round));
        as("delft")
                .get(list + "?pageSize=5")
                .then()
                .statusCode(200)
                .body("responses.municipality.code", contains("GM0503"))
                .body("total", equalTo(1))
                .body("totals.responses", equalTo(1))
                .body("totals.states.in-review", equalTo(0))
                .body("totals.complete", equalTo(0));
        as("delft").get(list + "?municipality=GM0327").then().body("responses", empty());
        as("delft").get(list + "?search=leusden").then().body("total", equalTo(0));
        as("amersfoort").get(list).then().body("responses", empty()).body("totals.responses", equalTo(0));
        as("admin").get(list).then().statusCode(403);
        Api.nobody().get(list).then().statusCode(401);
    }

    @Test
    void aHundredResponsesTakeAsManyStatementsAsOne() throws SQLException {
        Api.approve(leusden(round));
        as("leusden")
                .body("{\"kind\": \"remark\", \"question\": \"fte-total\", \"text\": \"Thank you.\"}")
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
        for (String query : new String[] {"?pageSize=1000", "?blocked=true&pageSize=1000"}) {
            asked(query);
        }
        int one = statements("?municipality=GM0327&pageSize=1000");
        int oneBlocked = statements("?municipality=GM0327&blocked=false&pageSize=1000");
        assertTrue(one >= 8, "counted " + one);
        Copies.ofLeusden(round, 342 - 2);
        asked("?pageSize=1000&state=approved")
                .body("total", equalTo(341))
                .body("responses.findAll { it.openRemarks == 1 }", hasSize(341))
                .body("responses.findAll { it.uncitedFigures > 0 }", hasSize(341));
        assertEquals(one, statements("?pageSize=1000"));
        assertEquals(oneBlocked, statements("?blocked=true&pageSize=1000"));
        assertEquals(one, statements("?pageSize=100"));
    }

    private int statements(String query) {
        return Statements.during(() -> asked(query));
    }

    @Test
    void theDayOfReturnIsSetMovedAndTakenAwayAndNeverPublished() throws SQLException {
        String path = "/rounds/" + round;
        String before = publications();
        returnBy("\"2027-04-01\"").body("returnBy", equalTo("2027-04-01"));
        as("leusden").get(leusden(round)).then().body("deadline.date", equalTo("2027-04-01"));
        returnBy("\"2020-01-01\"");
        as("leusden")
                .get(leusden(round))
                .then()
                .body("deadline.kind", equalTo("return"))
                .body("deadline.late", equalTo(true));
        as("researcher")
                .header("If-Match", as("researcher").get(path).header("ETag"))
                .body("{\"title\": {\"nl\": \"Ander\", \"en\": \"Other\"}}")
                .patch(path)
                .then()
                .body("returnBy", equalTo("2020-01-01"));
        assertEquals(Integer.parseInt(before) + 1, Integer.parseInt(publications()));
        returnBy("null").body("$", not(hasKey("returnBy")));
        as("leusden").get(leusden(round)).then().body("$", not(hasKey("deadline")));
        assertEquals(Integer.parseInt(before) + 1, Integer.parseInt(publications()));
        assertEquals("change, change, change, change", Database.text("""
                        select string_agg(action, ', ' order by id) from history.event
                        where subject = 'round' and round = '%s' and action = 'change'
                        """.formatted(round)));
    }

    @Test
    void theTagOfAResponseChangesWithTheDayOfReturn() {
        String tag = as("leusden").get(leusden(round)).header("ETag");
        returnBy("\"2020-01-01\"");
        as("leusden")
                .header("If-None-Match", tag)
                .get(leusden(round))
                .then()
                .statusCode(200)
                .body("deadline.late", equalTo(true));
    }

    @Test
    void whatWasPublishedOnceCameInTimeWhateverBecameOfIt() {
        returnBy("\"2020-01-01\"");
        asked("").body("totals.late", equalTo(2));
        Api.approve(leusden(round));
        step("researcher", leusden(round), "{\"action\": \"publish\"}").then().statusCode(200);
        step("researcher", leusden(round), "{\"action\": \"withdraw\", \"reason\": \"Not ours\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("$", not(hasKey("deadline")));
        as("leusden").get(leusden(round)).then().body("$", not(hasKey("deadline")));
        asked("").body("totals.late", equalTo(1));
        asked("?late=true").body("responses.municipality.code", contains("GM0503"));
    }

    @Test
    void whatIsNoDayOfReturnIsRefused() {
        String path = "/rounds/" + round;
        for (String bad : new String[] {
            "\"2027-02-30\"", "\"01-04-2027\"", "20270401", "true", "\"\"", "\"1899-12-31\"", "\"+10000-01-01\"", "[]"
        }) {
            as("researcher")
                    .header("If-Match", as("researcher").get(path).header("ETag"))
                    .body("{\"returnBy\": %s}".formatted(bad))
                    .patch(path)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/returnBy"));
        }
        as("researcher")
                .body("""
                        {"id": "never", "title": {"nl": "x", "en": "x"}, "questionnaire": {"id": "none", "version": 1},
                         "fullTimeHours": 36, "fullTimeHoursSource": "x", "returnBy": "3000-01-01"}
                        """)
                .post("/rounds")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/questionnaire", "/returnBy"));
        as("leusden")
                .header("If-Match", as("leusden").get(path).header("ETag"))
                .body("{\"returnBy\": \"2027-04-01\"}")
                .patch(path)
                .then()
                .statusCode(403);
    }

    @Test
    void aRoundMayOpenWithItsDayOfReturn() {
        as("researcher")
                .body("""
                        {"id": "%s-dated", "title": {"nl": "x", "en": "x"}, "questionnaire": {"id": "standard", "version": 2005},
                         "fullTimeHours": 36, "fullTimeHoursSource": "x", "returnBy": "2027-04-01"}
                        """.formatted(round))
                .post("/rounds")
                .then()
                .statusCode(201)
                .body("returnBy", equalTo("2027-04-01"));
    }

    private static String publications() throws SQLException {
        return Database.text("select count(*) from published.publication");
    }

    private ValidatableResponse returnBy(String day) {
        String path = "/rounds/" + round;
        return as("researcher")
                .header("If-Match", as("researcher").get(path).header("ETag"))
                .body("{\"returnBy\": %s}".formatted(day))
                .patch(path)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse asked(String query) {
        return as("researcher").get(list + query).then().statusCode(200);
    }

    private static JsonPath row(String list, String code) {
        return as("researcher").get(list + "?municipality=" + code).jsonPath().setRootPath("responses[0]");
    }
}
