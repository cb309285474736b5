package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What remarks stand in the way of, and the little of them that becomes public. */
@QuarkusTest
class RemarkGatesApiTest {

    private static final String SUBMIT = "{\"action\": \"submit\"}";
    private static final String REVIEW = "{\"action\": \"start-review\"}";
    private static final String APPROVE = Api.APPROVE;
    private static final String PUBLISH = "{\"action\": \"publish\"}";
    private static final String CHANGES = "{\"action\": \"request-changes\", \"reason\": \"See the questions\"}";

    private String response;

    @BeforeEach
    void leusdenIsInReview() {
        response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        step("leusden", response, SUBMIT).then().statusCode(200);
        step("researcher", response, REVIEW).then().statusCode(200);
    }

    @Test
    void nothingIsSentBackWithoutAQuestion() {
        blocked(step("researcher", response, CHANGES), "no-clarification-request");
        ask(RemarksApiTest.REMARK);
        blocked(step("researcher", response, CHANGES), "no-clarification-request");
        ask(RemarksApiTest.REQUEST);
        step("researcher", response, "{\"action\": \"request-changes\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        step("researcher", response, CHANGES).then().statusCode(200).body("state", equalTo("changes-requested"));
    }

    @Test
    void nothingComesBackBeforeEveryRequestHasAReply() {
        ask(RemarksApiTest.REQUEST);
        ask(RemarksApiTest.REQUEST.replace("fte-total", "residents"));
        ask(RemarksApiTest.WHOLE);
        step("researcher", response, CHANGES).then().statusCode(200);
        blocked(step("leusden", response, SUBMIT), "unanswered-clarification-request", "fte-total", "residents");
        reply("1");
        blocked(step("leusden", response, SUBMIT), "unanswered-clarification-request", "residents")
                .then()
                .body("blocking[0].detail", containsString("2"));
        blocked(
                step("researcher", response, "{\"action\": \"submit\", \"onBehalf\": \"Asked by telephone\"}"),
                "unanswered-clarification-request",
                "residents");
        reply("2");
        step("leusden", response, SUBMIT).then().statusCode(200).body("state", equalTo("submitted"));
    }

    @Test
    void whatWasReturnedAsADraftIsSubmittedWithoutReplies() {
        ask(RemarksApiTest.REQUEST);
        step("researcher", response, "{\"action\": \"return\", \"reason\": \"Begin again\"}");
        step("leusden", response, SUBMIT).then().statusCode(200);
    }

    @Test
    void nothingIsApprovedWithAnOpenRequest() {
        ask(RemarksApiTest.REQUEST);
        ask(RemarksApiTest.REMARK);
        blocked(step("researcher", response, APPROVE), "open-clarification-request", "fte-total")
                .then()
                .body("blocking[0].detail", containsString("1"));
        reply("1");
        blocked(step("researcher", response, APPROVE), "open-clarification-request", "fte-total");
        resolve("1", "{\"outcome\": \"accepted\"}");
        step("researcher", response, APPROVE).then().statusCode(200);
    }

    @Test
    void nothingIsPublishedWithARequestPutAfterApproval() {
        approve();
        String seen = as("researcher").get(response).header("ETag");
        ask(RemarksApiTest.REQUEST);
        as("researcher")
                .header("If-Match", seen)
                .body(PUBLISH)
                .post(response + "/transitions")
                .then()
                .statusCode(412);
        blocked(step("researcher", response, PUBLISH), "open-clarification-request", "fte-total");
        Response together = as("researcher").body("{}").post("/rounds/" + round() + "/publications");
        blocked(together, "open-clarification-request", "fte-total");
        together.then().body("blocking.municipality", contains("GM0327"));
        as("researcher").get(response).then().body("state", equalTo("approved"));
        resolve("1", "{\"outcome\": \"accepted\", \"reason\": \"Mine\"}");
        step("researcher", response, PUBLISH).then().statusCode(200);
    }

    @Test
    void aResponseGoesBackWithQuestionsAndReturnsWithChanges() {
        ask(RemarksApiTest.REQUEST);
        step("researcher", response, CHANGES).then().statusCode(200);
        save("77.6").then().statusCode(200);
        as("leusden")
                .get(response)
                .then()
                .body("state", equalTo("changes-requested"))
                .body("revision", equalTo(2));
        reply("1");
        step("leusden", response, SUBMIT).then().statusCode(200).body("state", equalTo("submitted"));
        save("80").then().statusCode(409).body("type", equalTo("/v1/problems/answers-not-open"));
        step("researcher", response, REVIEW).then().statusCode(200);
        as("researcher").get(response + "/remarks/1").then().body("stale", equalTo(true));
        resolve("1", "{\"outcome\": \"accepted\"}");
        step("researcher", response, APPROVE).then().statusCode(200).body("state", equalTo("approved"));
        as("leusden")
                .get(response + "/history")
                .then()
                .body(
                        "events.action",
                        contains(
                                "take-part",
                                "save",
                                "submit",
                                "start-review",
                                "ask",
                                "request-changes",
                                "save",
                                "reply",
                                "submit",
                                "start-review",
                                "resolve",
                                "approve"))
                .body("events[6].from", equalTo("changes-requested"))
                .body("events[6].to", equalTo("changes-requested"));
    }

    @Test
    void clarificationsBecomePublicWithTheAnswerTheyAreAbout() throws SQLException {
        clarified("1", "The hours include support.");
        clarified("2", "Counted in May.");
        ask(RemarksApiTest.REMARK);
        resolve("3", "{\"outcome\": \"accepted\", \"reason\": \"Nothing to tell\"}");
        approve();
        step("researcher", response, PUBLISH).then().statusCode(200);
        assertEquals(
                "The hours include support.\n\nCounted in May.",
                Database.text("select clarification from published.figure where question = 'fte-total' and sequence = "
                        + sequence()));
        assertEquals(
                "1", Database.text("select count(clarification) from published.figure where sequence = " + sequence()));
        assertEquals("fte-total The hours include support.\n\nCounted in May.", Database.text("""
                        select string_agg(question || ' ' || (answer ->> 'clarification'), ',') from published.answer
                        where (answer -> 'clarification') is not null and sequence =\s""" + sequence()));
        step("researcher", response, "{\"action\": \"withdraw\", \"reason\": \"At their request\"}")
                .then()
                .statusCode(200);
        assertEquals(
                "1",
                Database.text(
                        "select count(clarification) from published.figure where round = '%s'".formatted(round())));
    }

    @Test
    void aClarificationOvertakenByTheAnswerMustBeGivenAgain() throws SQLException {
        clarified("1", "There are 56 hours.");
        step("researcher", response, "{\"action\": \"return\", \"reason\": \"Look again\"}");
        save("60").then().statusCode(200);
        as("researcher").get(response + "/remarks/1").then().body("resolution.stale", equalTo(true));
        step("leusden", response, SUBMIT).then().statusCode(200);
        step("researcher", response, REVIEW).then().statusCode(200);
        blocked(step("researcher", response, APPROVE), "stale-clarification", "fte-total")
                .then()
                .body("blocking[0].detail", containsString("1"));
        resolve("1", "{\"outcome\": \"accepted\", \"clarification\": \"There are 60 hours.\"}");
        as("researcher").get(response + "/remarks/1").then().body("resolution.stale", equalTo(false));
        approve();
        step("researcher", response, PUBLISH).then().statusCode(200);
        assertEquals(
                "There are 60 hours.",
                Database.text("select clarification from published.figure where question = 'fte-total' and sequence = "
                        + sequence()));
    }

    @Test
    void aClarificationWithoutItsAnswerIsLeftOut() throws SQLException {
        clarified("1", "There are 56 hours.");
        approve();
        // No gate lets this happen; publishing does not rely on that.
        Database.run(
                "wijk_survey",
                "update survey.remark set resolved_answer = '{\"value\": 55}' where round = '%s'".formatted(round()));
        blocked(step("researcher", response, PUBLISH), "stale-clarification", "fte-total");
    }

    @Test
    void nothingElseOfARemarkIsEverPublic() throws SQLException {
        for (String remark : List.of(RemarksApiTest.REQUEST, RemarksApiTest.REMARK, RemarksApiTest.WHOLE)) {
            as("researcher")
                    .body(remark.replaceFirst("\"text\": \"[^\"]*\"", "\"text\": \"CANARY-ASKED\""))
                    .post(response + "/remarks")
                    .then()
                    .statusCode(201);
        }
        for (String id : List.of("1", "2", "3")) {
            as("leusden")
                    .body("{\"text\": \"CANARY-REPLIED\"}")
                    .post(response + "/remarks/" + id + "/replies")
                    .then()
                    .statusCode(201);
        }
        as("researcher")
                .body("{\"text\": \"CANARY-REPLIED\", \"onBehalf\": \"CANARY-BEHALF\"}")
                .post(response + "/remarks/1/replies")
                .then()
                .statusCode(201);
        resolve("1", "{\"outcome\": \"disputed\", \"clarification\": \"SHOWN\", \"reason\": \"CANARY-REASON\"}");
        resolve("2", "{\"outcome\": \"accepted\", \"reason\": \"CANARY-REASON\"}");
        approve();
        step("researcher", response, PUBLISH).then().statusCode(200);
        assertEquals(List.of("published.answer", "published.figure"), tablesWith("SHOWN"));
        assertEquals(List.of(), tablesWith("CANARY"));
    }

    /** The published tables in which a text stands anywhere. */
    private static List<String> tablesWith(String text) throws SQLException {
        String tables = Database.text(
                "select string_agg(table_name, ',' order by table_name) from information_schema.tables where table_schema = 'published'");
        assertTrue(tables.contains("figure"), tables);
        List<String> found = new ArrayList<>();
        for (String table : tables.split(",")) {
            String count = Database.text(
                    "select count(*) from published.%s t where t::text like '%%%s%%'".formatted(table, text));
            if (!count.equals("0")) {
                found.add("published." + table);
            }
        }
        return found;
    }

    private void approve() {
        step("researcher", response, APPROVE).then().statusCode(200);
        Api.passWarnings(response);
    }

    private void clarified(String id, String clarification) {
        ask(RemarksApiTest.REQUEST);
        reply(id);
        resolve(id, "{\"outcome\": \"accepted\", \"clarification\": \"%s\"}".formatted(clarification));
    }

    private void ask(String remark) {
        as("researcher").body(remark).post(response + "/remarks").then().statusCode(201);
    }

    private void reply(String id) {
        as("leusden")
                .body("{\"text\": \"Here it is.\"}")
                .post(response + "/remarks/" + id + "/replies")
                .then()
                .statusCode(201);
    }

    private void resolve(String id, String resolution) {
        String tag = as("researcher").get(response + "/remarks/" + id).header("ETag");
        as("researcher")
                .header("If-Match", tag)
                .body(resolution)
                .put(response + "/remarks/" + id + "/resolution")
                .then()
                .statusCode(200);
    }

    private Response save(String hours) {
        String tag = as("leusden").get(response + "/answers").header("ETag");
        return as("leusden").header("If-Match", tag).body("""
                        {"answers": {"fte-total": {"value": %s, "unit": "hours-per-week", "definition": "coordinators-only"}}}
                        """.formatted(hours)).patch(response + "/answers");
    }

    private static Response blocked(Response refused, String code, String... questions) {
        refused.then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/transition-not-possible"))
                .body("blocking.code", contains(code))
                .body("blocking[0].questions", equalTo(List.of(questions)));
        return refused;
    }

    private long sequence() {
        return as("researcher").get(response).jsonPath().getLong("published.sequence");
    }

    private String round() {
        return response.split("/")[2];
    }
}
