package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevisionsApiTest {

    private String round;
    private String response;
    private String answers;
    private String revisions;

    /** 1: two answers. 2: residents counted again, with a note. 3: the researcher takes the note back and answers another question. */
    @BeforeEach
    void threeRevisions() {
        round = Api.roundWithLeusdenAndDelft();
        response = leusden(round);
        answers = response + "/answers";
        revisions = response + "/revisions";
        as("leusden")
                .body("{\"answers\": {\"residents\": {\"value\": 29000}, \"ward-count\": {\"value\": 10}}}")
                .put(answers)
                .then()
                .statusCode(201);
        change("leusden", 1, """
                {"reason": "Counted again",
                 "answers": {"residents": {"value": 28963, "note": "Without students", "asOf": "2005-01-01"}}}
                """).statusCode(200);
        change("researcher", 2, """
                {"reason": "As agreed", "onBehalf": "By telephone",
                 "answers": {"residents": {"value": 28963, "asOf": "2005-01-01"}, "ward-level": {"value": "ward"}}}
                """).statusCode(200);
    }

    @Test
    void aDiffWithTheRevisionBeforeSaysWhatWhoWhenAndWhy() {
        diff("3", null)
                .statusCode(200)
                .body("revision", equalTo(3))
                .body("against", equalTo(2))
                .body("changes.question", contains("residents", "ward-level"))
                .body("changes.pointer", contains("/note", "/value"))
                .body("changes[0].old", equalTo("Without students"))
                .body("changes[0]", not(hasKey("new")))
                .body("changes[1].new", equalTo("ward"))
                .body("changes[1]", not(hasKey("old")))
                .body("changes.author", contains("researcher", "researcher"))
                .body("changes.reason", contains("As agreed", "As agreed"))
                .body("changes[0].onBehalf", equalTo("By telephone"))
                .body("revisions.number", contains(3));
    }

    @Test
    void aDiffOverMoreRevisionsNamesTheLastThatTouchedAFieldAndLeavesOutWhatWasTakenBack() {
        String savedAt = as("leusden").get(revisions + "/2").path("savedAt");
        diff("3", "1")
                .body("changes.question", contains("residents", "residents", "ward-level"))
                .body("changes.pointer", contains("/value", "/asOf", "/value"))
                .body("changes[0].old", equalTo(29000))
                .body("changes[0].new", equalTo(28963))
                .body("changes[0].revision", equalTo(2))
                .body("changes[0].savedAt", equalTo(savedAt))
                .body("changes[0].author", equalTo("leusden"))
                .body("changes[0].reason", equalTo("Counted again"))
                .body("changes[0].onBehalf", nullValue())
                .body("changes[0].touchedBy", contains(2))
                .body("changes[2].revision", equalTo(3))
                .body("revisions.number", contains(2, 3));
    }

    @Test
    void aFieldThatWasTouchedTwiceNamesBothRevisions() {
        change("leusden", 3, "{\"answers\": {\"residents\": {\"value\": 28964}}}")
                .statusCode(200);
        diff("4", "1")
                .body("changes.find { it.question == 'residents' }.old", equalTo(29000))
                .body("changes.find { it.question == 'residents' }.new", equalTo(28964))
                .body("changes.find { it.question == 'residents' }.revision", equalTo(4))
                .body("changes.find { it.question == 'residents' }.touchedBy", contains(2, 4));
    }

    @Test
    void aDiffCanGoBackAndToNothingAndToItself() {
        diff("1", "3")
                .body("changes.pointer", contains("/value", "/asOf", "/value"))
                .body("changes[0].old", equalTo(28963))
                .body("changes[0].new", equalTo(29000))
                .body("changes[2]", not(hasKey("new")));
        diff("1", null).body("against", equalTo(0)).body("changes.new", contains(29000, 10));
        diff("2", "0").body("changes.question", contains("residents", "residents", "residents", "ward-count"));
        diff("2", "2").body("changes", empty()).body("revisions", empty());
    }

    @Test
    void anUnknownRevisionLeadsNowhereOrIsRefusedByName() {
        diff("4", null).statusCode(404);
        diff("0", null).statusCode(404);
        for (String against : new String[] {"4", "-1", "01", "x", "99999999999"}) {
            diff("3", against)
                    .statusCode(400)
                    .body("errors.name", contains("against"))
                    .body("errors.code", contains("unknown-revision"));
        }
        as("delft").get(revisions + "/3/diff").then().statusCode(404);
        as("admin").get(revisions + "/3/diff").then().statusCode(403);
        as("researcher").get(revisions + "/3/diff").then().statusCode(200);
    }

    @Test
    void anEarlierRevisionIsRestoredAsANewOne() throws SQLException {
        restore("leusden", "\"3\"", "{\"from\": 1, \"reason\": \"The count was of another year\"}", null)
                .statusCode(201)
                .header("ETag", "\"4\"")
                .header("Location", endsWith(revisions + "/4"))
                .body("revision", equalTo(4))
                .body("answers.residents.value", equalTo(29000))
                .body("answers", not(hasKey("ward-level")));
        as("leusden")
                .get(revisions + "/4")
                .then()
                .body("restored", equalTo(1))
                .body("reason", equalTo("The count was of another year"))
                .body("changed", contains("residents", "ward-level"));
        as("leusden")
                .get(response + "/history")
                .then()
                .body("events.action", contains("take-part", "save", "save", "save", "restore"));
        diff("4", "1").body("changes", empty()).body("revisions.number", contains(2, 3, 4));
        assertEquals("4", stored("history.revision"));
    }

    @Test
    void restoringWhatIsThereMakesNoRevision() throws SQLException {
        restore("leusden", "\"3\"", "{\"from\": 3, \"reason\": \"Again\"}", null)
                .statusCode(200)
                .header("ETag", "\"3\"");
        assertEquals("3", stored("history.revision"));
    }

    @Test
    void restoringNeedsATagAReasonAKnownRevisionAndForAResearcherOnBehalf() {
        String body = "{\"from\": 1, \"reason\": \"Again\"}";
        restore("leusden", null, body, null).statusCode(428);
        restore("leusden", "\"2\"", body, null).statusCode(412).header("ETag", "\"3\"");
        restore("delft", "\"3\"", body, null).statusCode(404);
        restore("admin", "\"3\"", body, null).statusCode(403);
        restore("leusden", "\"3\"", "{\"from\": 4}", null)
                .statusCode(400)
                .body("errors.pointer", contains("/reason", "/from"));
        restore("leusden", "\"3\"", "{\"from\": 0, \"reason\": \"x\"}", null).statusCode(400);
        restore("leusden", "\"3\"", "{\"reason\": \"x\"}", null)
                .statusCode(400)
                .body("errors.pointer", contains("/from"));
        restore("researcher", "\"3\"", body, null).statusCode(400).body("errors.pointer", contains("/onBehalf"));
        step("leusden", response, "{\"action\": \"submit\"}");
    }

    @Test
    void nothingIsRestoredWhileTheAnswersAreBeingLookedAt() {
        as("leusden")
                .header("If-Match", "\"3\"")
                .body(Api.complete())
                .put(answers)
                .then()
                .statusCode(200);
        step("leusden", response, "{\"action\": \"submit\"}").then().statusCode(200);
        for (String dryRun : new String[] {null, "true"}) {
            restore("leusden", "\"4\"", "{\"from\": 1, \"reason\": \"Again\"}", dryRun)
                    .statusCode(409)
                    .body("type", equalTo("/v1/problems/answers-not-open"));
            assertEquals(
                    409,
                    withDryRun("leusden", "\"4\"", dryRun)
                            .body("{\"answers\": {\"ward-count\": {\"value\": 11}}}")
                            .patch(answers)
                            .statusCode());
        }
    }

    @Test
    void aRetryWithTheSameKeyRestoresOnce() throws SQLException {
        for (int i = 0; i < 2; i++) {
            as("leusden")
                    .header("If-Match", "\"3\"")
                    .header("Idempotency-Key", "restore-" + round)
                    .body("{\"from\": 1, \"reason\": \"Again\"}")
                    .post(revisions)
                    .then()
                    .statusCode(201)
                    .header("ETag", "\"4\"")
                    .header("Location", endsWith(revisions + "/4"));
        }
        assertEquals("4", stored("history.revision"));
    }

    @Test
    void ofEightWhoRestoreWithOneTagOneSucceeds() throws SQLException {
        List<io.restassured.response.Response> all = Together.call(8, i -> as("leusden")
                .header("If-Match", "\"3\"")
                .body("{\"from\": 1, \"reason\": \"Again\"}")
                .post(revisions));
        assertEquals(
                Map.of(201, 1L, 412, 7L),
                all.stream()
                        .collect(Collectors.groupingBy(
                                io.restassured.response.Response::statusCode, Collectors.counting())));
        assertEquals("4", stored("history.revision"));
    }

    @Test
    void aDryRunSaysWhatASaveWouldDoAndStoresNothing() throws SQLException {
        String before = everything();
        String body = "{\"answers\": {\"ward-count\": {\"value\": 11}, \"residents\": null}}";
        withDryRun("leusden", "\"3\"", "true")
                .body(body)
                .patch(answers)
                .then()
                .statusCode(200)
                .header("ETag", nullValue())
                .body("revision", equalTo(3))
                .body("wouldBeRevision", equalTo(4))
                .body("diff.question", contains("residents", "residents", "ward-count"))
                .body("diff.pointer", contains("/value", "/asOf", "/value"))
                .body("diff[2].old", equalTo(10))
                .body("diff[2].new", equalTo(11))
                .body("submittable", equalTo(false))
                .body("results.rule", not(empty()))
                .body("completeness.answered", equalTo(2));
        withDryRun("leusden", "\"3\"", "true")
                .body(body.replace(", \"residents\": null", ""))
                .put(answers)
                .then()
                .statusCode(200)
                .body("wouldBeRevision", equalTo(4))
                .body("diff.question", hasItem("ward-level"));
        withDryRun("leusden", "\"3\"", "true")
                .body("{\"answers\": {\"ward-count\": {\"value\": 10}}}")
                .patch(answers)
                .then()
                .body("wouldBeRevision", equalTo(3))
                .body("diff", empty());
        restore("leusden", "\"3\"", "{\"from\": 1, \"reason\": \"Again\"}", "true")
                .statusCode(200)
                .header("Location", nullValue())
                .body("wouldBeRevision", equalTo(4))
                .body("diff.pointer", contains("/value", "/asOf", "/value"));
        assertEquals(before, everything());
        as("leusden").get(answers).then().header("ETag", "\"3\"").body("answers.ward-count.value", equalTo(10));
    }

    @Test
    void aDryRunOfTheFirstSaveWouldBeRevisionOne() {
        String delft = "/rounds/" + round + "/responses/GM0503";
        as("delft")
                .queryParam("dryRun", true)
                .body(Api.complete())
                .put(delft + "/answers")
                .then()
                .statusCode(200)
                .body("revision", equalTo(0))
                .body("wouldBeRevision", equalTo(1))
                .body("submittable", equalTo(true));
        as("delft").get(delft + "/answers").then().statusCode(404);
    }

    @Test
    void aDryRunIsRefusedWhereTheSaveWouldBe() {
        String body = "{\"answers\": {\"ward-count\": {\"value\": \"11\"}}}";
        withDryRun("leusden", "\"3\"", "yes")
                .body(body)
                .patch(answers)
                .then()
                .statusCode(400)
                .body("errors.name", hasItem("dryRun"))
                .body("errors.pointer", hasItem("/answers/ward-count/value"));
        withDryRun("leusden", "\"2\"", "true").body(body).patch(answers).then().statusCode(412);
        withDryRun("leusden", null, "true").body(body).patch(answers).then().statusCode(428);
        withDryRun("delft", "\"3\"", "true").body(body).patch(answers).then().statusCode(404);
        withDryRun("researcher", "\"3\"", "true")
                .body("{\"answers\": {\"ward-count\": {\"value\": 11}}}")
                .patch(answers)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/onBehalf"));
        withDryRun("leusden", "\"3\"", "false")
                .body("{\"answers\": {\"ward-count\": {\"value\": 11}}}")
                .patch(answers)
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"");
    }

    private ValidatableResponse change(String account, int seen, String body) {
        return as(account)
                .header("If-Match", "\"%d\"".formatted(seen))
                .body(body)
                .patch(answers)
                .then();
    }

    private ValidatableResponse diff(String number, String against) {
        var request = as("leusden");
        if (against != null) {
            request.queryParam("against", against);
        }
        return request.get(revisions + "/" + number + "/diff").then();
    }

    private ValidatableResponse restore(String account, String tag, String body, String dryRun) {
        return withDryRun(account, tag, dryRun).body(body).post(revisions).then();
    }

    private static io.restassured.specification.RequestSpecification withDryRun(
            String account, String tag, String dryRun) {
        var request = as(account);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return dryRun == null ? request : request.queryParam("dryRun", dryRun);
    }

    private String stored(String table) throws SQLException {
        return Database.text(
                "select count(*) from %s where round = '%s' and municipality = 'GM0327'".formatted(table, round));
    }

    /** Everything about Leusden that a save touches. */
    private String everything() throws SQLException {
        return stored("history.revision") + " " + stored("history.event") + " "
                + Database.text(
                        "select row(r.*)::text from survey.response r where round = '%s' and municipality = 'GM0327'"
                                .formatted(round));
    }
}
