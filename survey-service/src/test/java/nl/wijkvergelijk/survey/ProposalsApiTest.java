package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.DELFT;
import static nl.wijkvergelijk.survey.Api.LEUSDEN;
import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProposalsApiTest {

    private String before;
    private String round;
    private String proposals;

    @BeforeEach
    void anEarlierRoundInWhichLeusdenAnswered() {
        before = Api.roundWithLeusdenAndDelft();
        as("leusden")
                .body("{\"id\": \"report\", \"document\": {\"title\": \"Report\", \"kind\": \"other\"}}")
                .post(leusden(before) + "/evidence")
                .then()
                .statusCode(201);
        as("leusden").body("""
                        {"answers": {"residents": {"value": 29000, "asOf": "2004", "evidence": [{"evidence": "report", "page": "3"}]},
                                     "ward-count": {"value": 10}, "approach-name": {"value": "Wijkbeheer"}}}
                        """).put(leusden(before) + "/answers").then().statusCode(201);
        round = Api.round();
        proposals = leusden(round) + "/proposals";
    }

    @Test
    void whoTookPartTakesPartAgainWithItsAnswersToConfirm() {
        copied(before)
                .then()
                .statusCode(200)
                .body("joined", contains(LEUSDEN, DELFT))
                .body("proposed", contains(LEUSDEN))
                .body("leftOut", empty());
        as("leusden")
                .get(proposals)
                .then()
                .statusCode(200)
                .body("revision", equalTo(0))
                .body("from.round", equalTo(before))
                .body("from.revision", equalTo(1))
                .body("proposals.question", contains("residents", "approach-name", "ward-count"))
                .body("proposals[0].answer.asOf", equalTo("2004"))
                .body("proposals[0].answer.evidence", nullValue())
                .body("notProposed", empty());
        as("leusden").get(leusden(round) + "/answers").then().statusCode(404);
        as("leusden").get(leusden(round)).then().body("completeness.answered", equalTo(0));
        as("leusden").get(leusden(round) + "/history").then().body("events.action", contains("take-part", "propose"));
    }

    @Test
    void copyingAgainAddsWhoIsMissingAndChangesNothingElse() {
        copied(before);
        String other = Api.roundWithLeusdenAndDelft();
        as("leusden")
                .body(Api.complete())
                .put(leusden(other) + "/answers")
                .then()
                .statusCode(201);
        copied(other).then().statusCode(200).body("kept", contains(LEUSDEN)).body("joined", empty());
        as("leusden").get(proposals).then().body("from.round", equalTo(before));
    }

    @Test
    void whoCopyAtTheSameMomentCopyOnce() {
        List<Integer> statuses = Together.call(4, i -> copied(before).statusCode());
        assertEquals(List.of(200, 200, 200, 200), statuses);
        as("leusden").get(leusden(round) + "/history").then().body("events.action", contains("take-part", "propose"));
    }

    @Test
    void thePublicRevisionGoesBeforeALaterOne() {
        String public1 = Api.roundWithLeusdenAndDelft();
        Api.approve(leusden(public1));
        Api.step("researcher", leusden(public1), "{\"action\": \"publish\"}")
                .then()
                .statusCode(200);
        as("leusden")
                .header("If-Match", "*")
                .body("{\"answers\": {\"residents\": {\"value\": 1}}}")
                .patch(leusden(public1) + "/answers")
                .then()
                .statusCode(200);
        copied(public1).then().statusCode(200);
        as("leusden")
                .get(proposals)
                .then()
                .body("from.revision", equalTo(1))
                .body("proposals.find { it.question == 'residents' }.answer.value", equalTo(29000));
    }

    @Test
    void aMunicipalityThatIsNoMoreIsLeftOut() {
        as("admin").body("{\"name\": \"Oud\"}").put("/municipalities/GM8999");
        as("researcher").body("{}").put("/rounds/" + before + "/participants/GM8999");
        String tag = as("admin").get("/municipalities/GM8999").header("ETag");
        as("admin")
                .header("If-Match", tag)
                .body("{\"name\": \"Oud\", \"validTo\": \"2020-01-01\", \"successors\": [\"GM0327\"]}")
                .put("/municipalities/GM8999")
                .then()
                .statusCode(200);
        copied(before)
                .then()
                .body("leftOut.municipality", contains("GM8999"))
                .body("leftOut.code", contains("no-longer-valid"))
                .body("joined", not(hasItem("GM8999")));
    }

    @Test
    void aMunicipalityIsThereUpToTheDayOnWhichItIsNoMore() {
        String today = CommentRound.today().toString();
        as("admin").body("{\"name\": \"Vandaag\"}").put("/municipalities/GM8998");
        as("researcher").body("{}").put("/rounds/" + before + "/participants/GM8998");
        String tag = as("admin").get("/municipalities/GM8998").header("ETag");
        as("admin")
                .header("If-Match", tag)
                .body("{\"name\": \"Vandaag\", \"validTo\": \"%s\", \"successors\": [\"GM0327\"]}".formatted(today))
                .put("/municipalities/GM8998")
                .then()
                .statusCode(200);
        copied(before).then().body("leftOut.municipality", contains("GM8998"));
    }

    @Test
    void whatWasCopiedAndDecidedIsKeptWithWhoSaidSoAndWhy() throws SQLException {
        copied(before).then().statusCode(200);
        assertEquals("researcher " + before + " 1", Database.text("""
                        select concat(actor, ' ', content ->> 'from', ' ', jsonb_array_length(cast(content -> 'proposed' as jsonb))) from history.event
                        where round = '%s' and action = 'copy-round'
                        """.formatted(round)));
        decide(
                        "researcher",
                        null,
                        "{\"confirm\": [\"residents\"], \"dismiss\": [\"ward-count\"], \"reason\": \"Asked\", \"onBehalf\": \"By phone\"}")
                .then()
                .statusCode(200);
        assertEquals(
                "residents confirmed researcher Asked By phone, ward-count dismissed researcher Asked By phone",
                Database.text("""
                        select string_agg(concat_ws(' ', question, outcome, author, reason, on_behalf), ', ' order by question)
                        from survey.proposal_decision where round = '%s'
                        """.formatted(round)));
        assertEquals("Asked By phone", Database.text("""
                        select concat(reason, ' ', on_behalf) from history.event where round = '%s' and action = 'decide-proposals'
                        """.formatted(round)));
    }

    @Test
    void confirmingMakesOneRevisionAndDismissingNone() {
        copied(before);
        decide("leusden", null, "{\"dismiss\": [\"ward-count\"]}")
                .then()
                .statusCode(200)
                .body("revision", equalTo(0))
                .body("proposals.question", contains("residents", "approach-name"));
        decide("leusden", null, "{\"confirm\": true, \"reason\": \"Still so\"}")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("proposals", empty());
        as("leusden")
                .get(leusden(round) + "/answers")
                .then()
                .body("answers.residents.value", equalTo(29000))
                .body("answers.residents.asOf", equalTo("2004"))
                .body("answers.'ward-count'", nullValue());
        as("leusden")
                .get(leusden(round) + "/revisions")
                .then()
                .body("total", equalTo(1))
                .body("revisions[0].reason", equalTo("Still so"));
        as("leusden")
                .get(leusden(round) + "/history")
                .then()
                .body(
                        "events.action",
                        contains("take-part", "propose", "decide-proposals", "decide-proposals", "save"));
    }

    @Test
    void whatIsAnsweredOtherwiseIsProposedNoMore() {
        copied(before);
        as("leusden")
                .body("{\"answers\": {\"residents\": {\"value\": 30000}}}")
                .put(leusden(round) + "/answers")
                .then()
                .statusCode(201);
        as("leusden").get(proposals).then().body("proposals.question", contains("approach-name", "ward-count"));
        decide("leusden", "\"1\"", "{\"confirm\": [\"residents\"], \"dismiss\": [\"residents\", \"none\"]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/confirm/0", "/dismiss/0", "/dismiss/1"));
        decide("leusden", null, "{\"confirm\": true}").then().statusCode(428);
        decide("leusden", "\"0\"", "{\"confirm\": true}").then().statusCode(412).header("ETag", "\"1\"");
        decide("leusden", "\"1\"", "{\"confirm\": true}").then().statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void moreThanThereCanBeIsSaidOnce() {
        copied(before);
        decide("leusden", null, "{\"dismiss\": [%s]}".formatted("\"x\",".repeat(500) + "\"x\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/dismiss"))
                .body("errors.code", contains("too-many"));
    }

    @Test
    void whatDecidesNothingIsRefusedAndLeavesNoTrace() {
        copied(before);
        decide("leusden", null, "{\"confirm\": [], \"dismiss\": []}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/confirm", "/dismiss"))
                .body("errors.code", contains("required", "required"));
        decide("leusden", null, "{\"confirm\": [\"residents\"], \"dismiss\": []}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/dismiss"));
        decide("leusden", null, "{\"dismiss\": true}").then().statusCode(200);
        decide("leusden", null, "{\"confirm\": true}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/confirm"))
                .body("errors.code", contains("not-proposed"));
        as("leusden")
                .get(leusden(round) + "/history")
                .then()
                .body("events.action", contains("take-part", "propose", "decide-proposals"));
    }

    @Test
    void badDecisionsAreRefusedWhole() {
        copied(before);
        for (String body : new String[] {
            "{}",
            "{\"confirm\": \"residents\"}",
            "{\"confirm\": [\"residents\"], \"dismiss\": [\"residents\"]}",
            "{\"confirm\": [1]}",
            "{\"confirm\": true, \"onBehalf\": \"x\"}",
            "{\"confirm\": true, \"unknown\": 1}"
        }) {
            decide("leusden", null, body).then().statusCode(400);
        }
        decide("researcher", null, "{\"confirm\": true}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/onBehalf"));
        as("leusden").get(proposals).then().body("proposals.size()", equalTo(3));
        decide("researcher", null, "{\"confirm\": [\"residents\"], \"onBehalf\": \"By phone\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void aRetryOfADecisionGetsTheFirstAnswer() {
        copied(before);
        String first = null;
        for (int i = 0; i < 2; i++) {
            Response decided = as("leusden")
                    .header("Idempotency-Key", "decide-" + round)
                    .body("{\"confirm\": [\"residents\"]}")
                    .post(proposals + "/decisions");
            decided.then().statusCode(200);
            first = first == null ? decided.asString() : first;
            assertEquals(first, decided.asString());
        }
    }

    @Test
    void nothingIsDecidedWhileOthersLookAtTheAnswers() {
        as("researcher").body("{}").put("/rounds/" + round + "/participants/" + LEUSDEN);
        as("leusden")
                .body(Api.complete())
                .put(leusden(round) + "/answers")
                .then()
                .statusCode(201);
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {\"guiding-documents\": {\"value\": [{\"title\": \"Nota\"}]}}}")
                .patch(leusden(before) + "/answers");
        copied(before);
        as("leusden").get(proposals).then().body("proposals.question", contains("guiding-documents"));
        Api.step("leusden", leusden(round), "{\"action\": \"submit\"}").then().statusCode(200);
        decide("leusden", "*", "{\"dismiss\": true}").then().statusCode(409);
    }

    @Test
    void onlyResearchersCopyAndOnlyFromAnotherRound() {
        String path = "/rounds/" + round + "/proposals";
        String from = "{\"from\": \"" + before + "\"}";
        Api.nobody().body(from).post(path).then().statusCode(401);
        as("leusden").body(from).post(path).then().statusCode(403);
        as("admin").body(from).post(path).then().statusCode(403);
        as("researcher").body(from).post("/rounds/none/proposals").then().statusCode(404);
        for (String wrong :
                new String[] {"{}", "{\"from\": \"" + round + "\"}", "{\"from\": \"none\"}", "{\"from\": \"A B\"}"}) {
            as("researcher").body(wrong).post(path).then().statusCode(400).body("errors.pointer", contains("/from"));
        }
        copied(before);
        as("delft").get(proposals).then().statusCode(404);
        as("delft")
                .body("{\"confirm\": true}")
                .post(proposals + "/decisions")
                .then()
                .statusCode(404);
    }

    @Test
    void aRoundThatBeganWithoutHasNothingToConfirm() {
        as("leusden")
                .get(leusden(before) + "/proposals")
                .then()
                .statusCode(200)
                .body("from", nullValue())
                .body("proposals", empty());
    }

    private Response copied(String from) {
        return as("researcher").body("{\"from\": \"" + from + "\"}").post("/rounds/" + round + "/proposals");
    }

    private Response decide(String who, String tag, String body) {
        var request = as(who).body(body);
        return (tag == null ? request : request.header("If-Match", tag)).post(proposals + "/decisions");
    }
}
