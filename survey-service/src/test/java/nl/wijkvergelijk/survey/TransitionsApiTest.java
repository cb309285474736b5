package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransitionsApiTest {

    private static final String SUBMIT = "{\"action\": \"submit\"}";
    private static final String REVIEW = "{\"action\": \"start-review\"}";
    private static final String RETURN = "{\"action\": \"return\", \"reason\": \"Which date?\"}";
    private static final String APPROVE = Api.APPROVE;
    private static final String PUBLISH = "{\"action\": \"publish\", \"reason\": \"Put right\"}";
    private static final String WITHDRAW = "{\"action\": \"withdraw\", \"reason\": \"At their request\"}";

    private String response;

    @BeforeEach
    void leusdenHasAnswered() {
        response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
    }

    @Test
    void aDutchSentenceSaysWhereItStandsInDutch() {
        step("leusden", response, SUBMIT).then().statusCode(200);
        step("researcher", response, REVIEW).then().statusCode(200);
        String tag = as("leusden").get(response).header("ETag");
        for (Response refused : List.of(
                dutch().header("If-Match", tag).body(SUBMIT).post(response + "/transitions"),
                dutch().header("If-Match", "\"1\"").body(Api.complete()).put(response + "/answers"),
                dutch().body("{\"text\": \"x\"}").post(response + "/description/comments"))) {
            refused.then()
                    .statusCode(409)
                    .body("detail", containsString("in beoordeling"))
                    .body("detail", not(containsString("in-review")))
                    .body("blocking.code", contains("in-review"));
        }
        dutch().get(response + "/checklist")
                .then()
                .body("items[0].detail.nl", containsString("de stand is in beoordeling"));
    }

    private static RequestSpecification dutch() {
        return as("leusden").queryParam("lang", "nl");
    }

    @Test
    void aResponseLivesFromDraftToPublishedAndTheHistoryTellsIt() {
        step("leusden", response, SUBMIT).then().statusCode(200).body("state", equalTo("submitted"));
        step("researcher", response, RETURN).then().statusCode(200).body("state", equalTo("draft"));
        step("leusden", response, SUBMIT).then().statusCode(200);
        step("researcher", response, REVIEW).then().statusCode(200).body("state", equalTo("in-review"));
        step("researcher", response, APPROVE).then().statusCode(200).body("state", equalTo("approved"));
        Api.passWarnings(response);
        step("researcher", response, "{\"action\": \"publish\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("published.revision", equalTo(1))
                .body("published.sequence", greaterThan(0));
        as("leusden")
                .get(response + "/history")
                .then()
                .body(
                        "events.action",
                        contains(
                                "take-part",
                                "save",
                                "submit",
                                "return",
                                "submit",
                                "start-review",
                                "approve",
                                "pass-warnings",
                                "publish"))
                .body(
                        "events.actor",
                        contains(
                                "researcher",
                                "leusden",
                                "leusden",
                                "researcher",
                                "leusden",
                                "researcher",
                                "researcher",
                                "researcher",
                                "researcher"))
                .body("events[3].reason", equalTo("Which date?"))
                .body("events[3].from", equalTo("submitted"))
                .body("events[3].to", equalTo("draft"));
    }

    /** What each state lets one do; everything else is refused with the state in the way. */
    @Test
    void everyOtherStepIsRefusedWithWhatIsInTheWay() {
        Map<String, String> bodies = Map.of(
                "submit", "{\"action\": \"submit\", \"onBehalf\": \"Asked by telephone\"}",
                "start-review", REVIEW,
                "return", RETURN,
                "approve", APPROVE,
                "publish", PUBLISH,
                "withdraw", WITHDRAW);
        Map<String, List<String>> possible = Map.of(
                "draft", List.of("submit"),
                "submitted", List.of("start-review", "return"),
                "in-review", List.of("approve", "return", "request-changes", "send-for-comment"),
                "approved", List.of("publish", "return"),
                "published", List.of("withdraw"));
        Api.passWarnings(response);
        for (String state : List.of("draft", "submitted", "in-review", "approved", "published")) {
            as("researcher").get(response).then().body("state", equalTo(state));
            bodies.forEach((action, body) -> {
                if (!possible.get(state).contains(action)) {
                    step("researcher", response, body)
                            .then()
                            .statusCode(409)
                            .body("type", equalTo("/v1/problems/transition-not-possible"));
                }
            });
            as("researcher").get(response).then().body("state", equalTo(state));
            step("researcher", response, bodies.get(possible.get(state).get(0)))
                    .then()
                    .statusCode(200);
        }
        as("researcher").get(response).then().body("state", equalTo("draft")).body("$", not(hasKey("published")));
    }

    @Test
    void aContactSubmitsAndTakesNoOtherStep() {
        for (String body : List.of(REVIEW, RETURN, APPROVE, PUBLISH, WITHDRAW)) {
            step("leusden", response, body).then().statusCode(403);
            step("delft", response, body).then().statusCode(404);
            step("admin", response, body).then().statusCode(403);
        }
        step("leusden", response, SUBMIT).then().statusCode(200);
    }

    @Test
    void aStepNeedsTheTagOfTheResponse() {
        as("leusden").body(SUBMIT).post(response + "/transitions").then().statusCode(428);
        as("leusden")
                .header("If-Match", "\"99\"")
                .body(SUBMIT)
                .post(response + "/transitions")
                .then()
                .statusCode(412);
        as("leusden")
                .header("If-Match", "\"99\"")
                .body("{}")
                .post(response + "/transitions")
                .then()
                .statusCode(412);
    }

    @Test
    void aStepThatNeedsAReasonIsRefusedWithoutOne() {
        step("researcher", response, "{\"action\": \"return\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        step("researcher", response, "{\"action\": \"withdraw\", \"reason\": \" \"}")
                .then()
                .statusCode(400);
        step("researcher", response, SUBMIT).then().statusCode(400).body("errors.pointer", contains("/onBehalf"));
        step("leusden", response, "{\"action\": \"fly\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/action"));
        step("leusden", response, "{}").then().statusCode(400).body("errors.pointer", contains("/action"));
    }

    @Test
    void nothingIsSubmittedBeforeAnythingIsSaved() {
        String delft = response.replace(Api.LEUSDEN, Api.DELFT);
        step("delft", delft, SUBMIT).then().statusCode(409).body("blocking.code", contains("no-answers"));
    }

    @Test
    void aDraftCanBeOpenedBesideWhatIsPublicAndPublishedAsACorrection() throws SQLException {
        publish();
        long first = sequence();
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {\"residents\": {\"value\": 28963}}}")
                .patch(response + "/answers")
                .then()
                .statusCode(200);
        as("leusden")
                .get(response)
                .then()
                .body("state", equalTo("draft"))
                .body("revision", equalTo(2))
                .body("published.revision", equalTo(1));
        step("leusden", response, SUBMIT).then().statusCode(200);
        step("researcher", response, REVIEW).then().statusCode(200);
        step("researcher", response, APPROVE).then().statusCode(200);
        Api.passWarnings(response);
        step("researcher", response, "{\"action\": \"publish\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        step("researcher", response, PUBLISH).then().statusCode(200).body("published.revision", equalTo(2));
        assertEquals(
                first + " Put right",
                Database.text(
                        "select corrects || ' ' || reason from published.publication where sequence = " + sequence()));
    }

    @Test
    void aWithdrawalTakesOutEveryMeasureAndKeepsADraftUnderWay() throws SQLException {
        publish();
        long measures = Long.parseLong(
                Database.text("select figures from published.publication where sequence = " + sequence()));
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {\"residents\": {\"value\": 28963}}}")
                .patch(response + "/answers")
                .then()
                .statusCode(200);
        step("leusden", response, SUBMIT).then().statusCode(200);
        step("researcher", response, WITHDRAW)
                .then()
                .statusCode(200)
                .body("state", equalTo("submitted"))
                .body("$", not(hasKey("published")));
        String last = Database.text("select max(sequence) from published.figure where round = '%s'".formatted(round()));
        assertEquals(
                "withdrawal " + measures,
                Database.text("select kind || ' ' || figures from published.publication where sequence = " + last));
        assertEquals(
                "" + measures,
                Database.text(
                        "select count(*) from published.figure where missing = 'withdrawn' and sequence = " + last));
    }

    @Test
    void aPublicFigureNeverHoldsAComment() throws SQLException {
        as("leusden")
                .header("If-Match", "\"1\"")
                .body(
                        "{\"answers\": {\"residents\": {\"value\": 28963, \"comment\": \"CANARY\", \"note\": \"shown\"}}}")
                .patch(response + "/answers")
                .then()
                .statusCode(200);
        publish();
        assertEquals("0", Database.text("select count(*) from published.figure f where f::text like '%CANARY%'"));
        assertEquals(
                "shown",
                Database.text(
                        "select note from published.figure where measure = 'residents' and sequence = " + sequence()));
    }

    private void publish() {
        step("leusden", response, SUBMIT).then().statusCode(200);
        step("researcher", response, REVIEW).then().statusCode(200);
        step("researcher", response, APPROVE).then().statusCode(200);
        Api.passWarnings(response);
        step("researcher", response, "{\"action\": \"publish\"}").then().statusCode(200);
    }

    private long sequence() {
        return as("researcher").get(response).jsonPath().getLong("published.sequence");
    }

    private String round() {
        return response.split("/")[2];
    }
}
