package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChecklistApiTest {

    /** Ten wards of 2,900 do not hold so many. */
    private static final String TOO_MANY = "\"residents\": {\"value\": 60000%s}";

    private static final String DISPUTED = """
            "residents": {"value": 29000%s, "statements": [{"value": 41000, "relation": "contradicts"}]}
            """;

    private static final String PUBLISH = "{\"action\": \"publish\"}";

    private String round;
    private String response;

    @BeforeEach
    void leusdenTakesPart() {
        round = Api.roundWithLeusdenAndDelft();
        response = leusden(round);
    }

    private void answer(String answer) {
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {%s}}".formatted(answer))
                .patch(response + "/answers")
                .then()
                .statusCode(200);
    }

    private void approve() {
        CommentRound.review(response);
        step("researcher", response, Api.APPROVE).then().statusCode(200);
    }

    private List<String> warnings() {
        return as("researcher")
                .get(response + "/checklist")
                .jsonPath()
                .getList("items.findAll { it.severity == 'warning' && it.passed == null }.code");
    }

    private List<String> errors() {
        return as("leusden")
                .get(response + "/checklist")
                .jsonPath()
                .getList("items.findAll { it.severity == 'error' }.code");
    }

    private static Response pass(String response, String code) {
        return as("researcher")
                .body("{\"codes\": [\"%s\"], \"reason\": \"Counted twice\"}".formatted(code))
                .post(response + "/checklist/passes");
    }

    @Test
    void aWarningOfARuleAsksForACommentOrANoteAndDoesNotStopTheContact() {
        answer(TOO_MANY.formatted(""));
        assertEquals(true, warnings().contains("wards-cover-residents"));
        step("leusden", response, "{\"action\": \"submit\"}").then().statusCode(200);
        for (String said : List.of(", \"comment\": \"With the villages\"", ", \"note\": \"With the villages\"")) {
            leusdenTakesPart();
            answer(TOO_MANY.formatted(said));
            assertEquals(false, warnings().contains("wards-cover-residents"), said);
        }
    }

    @Test
    void aDisputedAnswerAsksForANote() {
        answer(DISPUTED.formatted(""));
        as("researcher")
                .get(response + "/checklist")
                .then()
                .body("items.find { it.code == 'disputed-without-note' }.questions", contains("residents"));
        leusdenTakesPart();
        answer(DISPUTED.formatted(", \"note\": \"The register and the report differ.\""));
        assertEquals(false, warnings().contains("disputed-without-note"));
    }

    @Test
    void keyFiguresThatCiteNothingAreOneWarningThatPassesWithAReason() {
        answer("\"ward-size-min\": {\"value\": 2000}");
        List<String> uncited = as("researcher")
                .get(response + "/checklist")
                .jsonPath()
                .getList("items.find { it.code == 'uncited-key-figure' }.questions");
        assertEquals(
                as("researcher")
                        .get(response + "/validation")
                        .jsonPath()
                        .getList("results.findAll { it.rule == 'uncited-key-figure' }.questions.flatten()"),
                uncited);
        assertEquals(true, uncited.containsAll(List.of("residents", "ward-size-min")), uncited.toString());
        assertEquals(false, uncited.contains("ward-budget"), "nothing was stated");
        approve();
        step("researcher", response, PUBLISH)
                .then()
                .statusCode(409)
                .body("blocking.code", hasItem("uncited-key-figure"));
        pass(response, "uncited-key-figure").then().statusCode(201);
        Api.passWarnings(response);
        step("researcher", response, PUBLISH).then().statusCode(200);
    }

    @Test
    void theListSaysAtEachMomentWhatIsStillToBeDone() {
        assertEquals(true, errors().containsAll(List.of("not-approved", "required", "no-comment-round")));
        CommentRound.open(response);
        CommentRound.comment(response);
        assertEquals(List.of("not-approved", "comments-without-disposition", "no-agreement"), errors());
        CommentRound.dispose(response, "{\"outcome\": \"adopted\"}").then().statusCode(200);
        CommentRound.agree(response).then().statusCode(201);
        assertEquals(List.of("not-approved"), errors());
        step("researcher", response, "{\"action\": \"approve\"}").then().statusCode(200);
        Api.passWarnings(response);
        as("leusden")
                .get(response + "/checklist")
                .then()
                .body("ready", equalTo(true))
                .body("state", equalTo("approved"));
    }

    @Test
    void nothingIsPublishedPastAWarningThatNobodyHasPassed() throws SQLException {
        answer(TOO_MANY.formatted(""));
        approve();
        step("researcher", response, PUBLISH)
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/transition-not-possible"))
                .body("blocking.code", hasItem("wards-cover-residents"));
        as("researcher").get(response + "/checklist").then().body("ready", equalTo(false));
        pass(response, "wards-cover-residents")
                .then()
                .statusCode(201)
                .body("items.find { it.code == 'wards-cover-residents' }.passed.reason", equalTo("Counted twice"))
                .body("items.find { it.code == 'wards-cover-residents' }.passed.author", equalTo("researcher"));
        Api.passWarnings(response);
        step("researcher", response, PUBLISH).then().statusCode(200);
        as("leusden")
                .get(response + "/history")
                .then()
                .body("events.action", hasItem("pass-warnings"))
                .body("events.reason", hasItem("Counted twice"));
        assertEquals(
                "wards-cover-residents",
                Database.text(
                        "select content -> 'codes' ->> 0 from history.event where action = 'pass-warnings' and round = '%s' order by id limit 1"
                                .formatted(round)));
    }

    @Test
    void aPassIsForOneRevision() {
        answer(TOO_MANY.formatted(""));
        pass(response, "wards-cover-residents").then().statusCode(201);
        assertEquals(false, warnings().contains("wards-cover-residents"));
        as("leusden")
                .header("If-Match", "\"2\"")
                .body("{\"answers\": {\"unit-name\": {\"value\": \"Team Wijken\"}}}")
                .patch(response + "/answers")
                .then()
                .statusCode(200);
        assertEquals(true, warnings().contains("wards-cover-residents"));
    }

    @Test
    void ofAWholeRoundEverythingInTheWayIsSaidAtOnce() {
        String delft = response.replace(Api.LEUSDEN, Api.DELFT);
        answer(TOO_MANY.formatted(""));
        approve();
        as("delft").body(Api.complete()).put(delft + "/answers").then().statusCode(201);
        as("delft")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {%s}}".formatted(DISPUTED.formatted("")))
                .patch(delft + "/answers")
                .then()
                .statusCode(200);
        step("delft", delft, "{\"action\": \"submit\"}").then().statusCode(200);
        step("researcher", delft, "{\"action\": \"start-review\"}").then().statusCode(200);
        step("researcher", delft, Api.APPROVE).then().statusCode(200);
        as("researcher")
                .body("{}")
                .post("/rounds/" + round + "/publications")
                .then()
                .statusCode(409)
                .body("blocking.municipality", hasItems("GM0327", "GM0503"))
                .body("blocking.code", hasItems("wards-cover-residents", "disputed-without-note"));
        as("researcher")
                .get("/rounds/" + round + "/responses")
                .then()
                .body("responses.state", everyItem(equalTo("approved")));
        Api.passWarnings(response);
        Api.passWarnings(delft);
        as("researcher")
                .body("{}")
                .post("/rounds/" + round + "/publications")
                .then()
                .statusCode(201);
    }

    @Test
    void onlyAResearcherPassesAndOnlyWhatIsAWarningNow() {
        answer(TOO_MANY.formatted(""));
        String passes = response + "/checklist/passes";
        String body = "{\"codes\": [\"wards-cover-residents\"], \"reason\": \"x\"}";
        as("leusden").body(body).post(passes).then().statusCode(403);
        as("admin").body(body).post(passes).then().statusCode(403);
        as("delft").body(body).post(passes).then().statusCode(404);
        as("researcher")
                .body("{\"codes\": [\"wards-cover-residents\", \"not-approved\", \"nonsense\"], \"reason\": \"x\"}")
                .post(passes)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/codes/1", "/codes/2"))
                .body("errors.code", everyItem(equalTo("no-such-warning")));
        for (String wrong : List.of(
                "{}",
                "{\"codes\": [], \"reason\": \"x\"}",
                "{\"codes\": [\"wards-cover-residents\"]}",
                "{\"codes\": [\"wards-cover-residents\"], \"reason\": \" \"}",
                "{\"codes\": [null], \"reason\": \"x\"}")) {
            as("researcher").body(wrong).post(passes).then().statusCode(400);
        }
        assertEquals(true, warnings().contains("wards-cover-residents"));
    }

    @Test
    void aTextChangedAfterTheMunicipalityAgreedIsWarnedOf() {
        CommentRound.open(response);
        CommentRound.agree(response).then().statusCode(201);
        step("researcher", response, "{\"action\": \"approve\"}").then().statusCode(200);
        assertEquals(false, warnings().contains("changed-since-agreement"));
        for (int version = 1; version < 3; version++) {
            as("researcher")
                    .header("If-Match", "\"%d\"".formatted(version))
                    .body("""
                            {"language": "nl", "sections": {"wards": "Nog %d wijken."}, "reason": "Counted again"}
                            """.formatted(version))
                    .put(response + "/description")
                    .then()
                    .statusCode(200);
            assertEquals(true, warnings().contains("changed-since-agreement"), "a pass is for one text");
            step("researcher", response, PUBLISH)
                    .then()
                    .statusCode(409)
                    .body("blocking.code", hasItem("changed-since-agreement"));
            pass(response, "changed-since-agreement").then().statusCode(201);
        }
        Api.passWarnings(response);
        step("researcher", response, PUBLISH).then().statusCode(200);
    }

    @Test
    void whatChangedAfterApprovalIsLookedAtBeforeItIsPublished() {
        file("{\"id\": \"before\", \"document\": {\"title\": \"Wijken\", \"kind\": \"report\"}}");
        Api.approve(response);
        assertEquals(false, warnings().contains("changed-since-approval"));
        file("{\"id\": \"late\", \"document\": {\"title\": \"Later\", \"kind\": \"report\"}}");
        warnsOf("evidence late (wording 1)");
        correct("before", "Whole title");
        warnsOf("evidence before (wording 2), late (wording 1)");
        correct("before", "Wrong title");
        warnsOf("evidence before (wording 3), late (wording 1)");
        describe();
        warnsOf("version 1 of the description, evidence before (wording 3), late (wording 1)");
        step("researcher", response, PUBLISH).then().statusCode(200);
    }

    @Test
    void whatIsApprovedAgainHasBeenLookedAt() {
        Api.approve(response);
        describe();
        assertEquals(true, warnings().contains("changed-since-approval"));
        step("researcher", response, "{\"action\": \"return\", \"reason\": \"Look again\"}")
                .then()
                .statusCode(200);
        assertEquals(false, warnings().contains("changed-since-approval"), "a draft is not approved");
        approve();
        assertEquals(false, warnings().contains("changed-since-approval"));
    }

    /** The first version, written after the approval. */
    private void describe() {
        as("researcher")
                .body(CommentRound.DESCRIPTION.replace("\"language\"", "\"reason\": \"Late\", \"language\""))
                .put(response + "/description")
                .then()
                .statusCode(201);
    }

    /** The warning says this, stops the publication, and passes. */
    private void warnsOf(String what) {
        step("researcher", response, PUBLISH)
                .then()
                .statusCode(409)
                .body("blocking.code", contains("changed-since-approval"))
                .body(
                        "blocking[0].detail",
                        equalTo("Changed after the approval: %s. Look whether it may be published so."
                                .formatted(what)));
        pass(response, "changed-since-approval").then().statusCode(201);
    }

    private void file(String evidence) {
        as("leusden").body(evidence).post(response + "/evidence").then().statusCode(201);
    }

    private void correct(String id, String title) {
        as("leusden")
                .header("If-Match", "*")
                .body("{\"document\": {\"title\": \"%s\", \"kind\": \"report\"}, \"reason\": \"Better\"}"
                        .formatted(title))
                .put(response + "/evidence/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasSaidOfTheTextInConfidenceIsNeverPublic() throws SQLException {
        CommentRound.open(response);
        as("leusden")
                .body("{\"text\": \"CANARY-COMMENT\"}")
                .post(response + "/description/comments")
                .then()
                .statusCode(201);
        CommentRound.dispose(response, "{\"outcome\": \"not\", \"why\": \"CANARY-WHY\"}")
                .then()
                .statusCode(200);
        CommentRound.agree(response).then().statusCode(201);
        step("researcher", response, "{\"action\": \"approve\"}").then().statusCode(200);
        as("researcher")
                .header("If-Match", "\"1\"")
                .body("""
                        {"language": "nl", "sections": {"wards": "Elf wijken."}, "reason": "CANARY-REASON"}
                        """)
                .put(response + "/description")
                .then()
                .statusCode(200);
        as("researcher")
                .body("{\"codes\": [\"changed-since-agreement\"], \"reason\": \"CANARY-PASS\"}")
                .post(response + "/checklist/passes")
                .then()
                .statusCode(201);
        Api.passWarnings(response);
        step("researcher", response, PUBLISH).then().statusCode(200);
        assertEquals("0", published("CANARY-"));
        assertNotEquals("0", published("ongeveer 29.000"), "what is public is found");
    }

    /** How many public tables hold the text. */
    private static String published(String text) throws SQLException {
        return Database.text("""
                select count(*) from information_schema.tables t
                where t.table_schema = 'published'
                  and query_to_xml('select * from published.' || quote_ident(t.table_name), true, false, '')::text like '%%%s%%'
                """.formatted(text));
    }
}
