package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnswersApiTest {

    private String response;
    private String answers;

    @BeforeEach
    void aRoundInWhichLeusdenTakesPart() {
        response = leusden(Api.roundWithLeusdenAndDelft());
        answers = response + "/answers";
    }

    @Test
    void theFirstSaveNeedsNoTagAndMakesRevisionOne() {
        as("leusden").get(answers).then().statusCode(404);
        as("leusden")
                .body(residents("29000"))
                .put(answers)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("revision", equalTo(1))
                .body("answers.residents.value", equalTo(29000));
        as("leusden")
                .get(response + "/revisions")
                .then()
                .statusCode(200)
                .body("revisions.number", contains(1))
                .body("revisions.author", contains("leusden"))
                .body("revisions[0].changed", contains("residents"));
        as("leusden")
                .get(response + "/history")
                .then()
                .body("events.action", contains("take-part", "save"))
                .body("events[1].to", equalTo("draft"))
                .body("events[1].revision", equalTo(1));
    }

    @Test
    void aChangeNeedsTheTagOfWhatIsThere() {
        as("leusden").body(residents("29000")).put(answers);
        for (String method : new String[] {"PUT", "PATCH"}) {
            as("leusden").body(residents("1")).request(method, answers).then().statusCode(428);
            as("leusden")
                    .header("If-Match", "\"0\"")
                    .body(residents("1"))
                    .request(method, answers)
                    .then()
                    .statusCode(412)
                    .header("ETag", "\"1\"");
            as("leusden")
                    .header("If-Match", "W/\"1\"")
                    .body(residents("1"))
                    .request(method, answers)
                    .then()
                    .statusCode(412);
            as("leusden")
                    .header("If-Match", "1")
                    .body(residents("1"))
                    .request(method, answers)
                    .then()
                    .statusCode(400);
        }
        as("leusden")
                .header("If-Match", "\"1\"")
                .body(residents("28963"))
                .patch(answers)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        as("leusden")
                .header("If-Match", "*")
                .body(residents("28964"))
                .patch(answers)
                .then()
                .statusCode(200);
    }

    @Test
    void aPutOfSomethingAbsentWithATagIsStale() {
        as("leusden")
                .header("If-Match", "\"4\"")
                .body(residents("1"))
                .put(answers)
                .then()
                .statusCode(412);
        as("leusden")
                .header("If-Match", "\"4\"")
                .body(residents("1"))
                .patch(answers)
                .then()
                .statusCode(404);
    }

    @Test
    void whateverIsThereIsNotThereWhereThereIsNothing() {
        String round = response.split("/")[2];
        String session = "/rounds/" + round + "/rating-session";
        stale("leusden", answers, residents("1"));
        stale("researcher", response + "/description", CommentRound.DESCRIPTION);
        stale("researcher", session, Writes.RATED.formatted(3));
        as("researcher").body(Writes.RATED.formatted(3)).put(session).then().statusCode(201);
        stale("leusden", session + "/ballots/GM0327", "{\"scales\": {\"depth\": {\"GM0503\": 4}}}");
        CommentRound.open(response);
        stale("leusden", response + "/description/agreement", "{\"agrees\": true}");
    }

    /** Nothing is there, so no tag is that of what is. */
    private static void stale(String account, String path, String body) {
        for (String tag : List.of("*", "\"4\"")) {
            as(account).header("If-Match", tag).body(body).put(path).then().statusCode(412);
        }
    }

    @Test
    void aPatchMergesByQuestionAndNullDeletes() {
        as("leusden").body(Api.complete()).put(answers);
        as("leusden")
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body(
                        "{\"reason\": \"Counted again\", \"answers\": {\"residents\": {\"value\": 28963}, \"ward-budget\": null}}")
                .patch(answers)
                .then()
                .statusCode(200)
                .body("answers.residents", not(hasKey("qualifier")))
                .body("answers", not(hasKey("ward-budget")))
                .body("answers.ward-count.value", equalTo(10));
        as("leusden")
                .get(response + "/revisions/2")
                .then()
                .body("changed", contains("residents", "ward-budget"))
                .body("reason", equalTo("Counted again"))
                .body("answers.residents.value", equalTo(28963));
        as("leusden").get(response + "/revisions/1").then().body("answers.residents.value", equalTo(29000));
        as("leusden").get(response + "/revisions/3").then().statusCode(404);
        as("leusden").get(response + "/revisions/01").then().statusCode(404);
    }

    @Test
    void aPutReplacesAllAnswers() {
        as("leusden").body(Api.complete()).put(answers);
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {}}")
                .put(answers)
                .then()
                .statusCode(200)
                .body("answers", anEmptyMap());
    }

    @Test
    void whatChangesNothingMakesNoRevision() {
        as("leusden").body(Api.complete()).put(answers);
        as("leusden")
                .header("If-Match", "\"1\"")
                .body(Api.complete())
                .put(answers)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        as("leusden").get(response + "/revisions").then().body("revisions.number", contains(1));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsPlace() {
        as("leusden")
                .body("""
                        {"answers": {"residents": {"value": "6.3000"}, "no-such-question": {"value": 1},
                                     "ward-count": {"value": 1.5}, "ward-level": {"value": "moon"}}}
                        """)
                .put(answers)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/answers/residents/value",
                                "/answers/no-such-question",
                                "/answers/ward-count/value",
                                "/answers/ward-level/value"))
                .body(
                        "errors.find { it.pointer == '/answers/residents/value' }.code",
                        equalTo("not-a-number-written-as-text"));
        as("leusden").get(answers).then().statusCode(404);
    }

    @Test
    void aTiredOfficialIsToldHowToWriteTheNumber() {
        as("leusden")
                .header("Accept-Language", "nl")
                .body("{\"answers\": {\"residents\": {\"value\": \"29.000\"}}}")
                .queryParam("lang", "nl")
                .put(answers)
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("29000"));
    }

    @Test
    void aResearcherWhoSavesSaysWhyAndAContactDoesNot() {
        as("researcher")
                .body(residents("1"))
                .put(answers)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/onBehalf"))
                .body("errors.code", contains("required"));
        String onBehalf = "{\"onBehalf\": \"Entered from the report\", \"answers\": {\"residents\": {\"value\": 1}}}";
        as("leusden")
                .body(onBehalf)
                .put(answers)
                .then()
                .statusCode(400)
                .body("errors.code", contains("not-for-contacts"));
        as("researcher").body(onBehalf).put(answers).then().statusCode(201);
        as("leusden")
                .get(response + "/revisions/1")
                .then()
                .body("onBehalf", equalTo("Entered from the report"))
                .body("author", equalTo("researcher"));
        as("leusden").get(response + "/history").then().body("events.onBehalf", hasItem("Entered from the report"));
    }

    @Test
    void refusalsComeInTheirOrder() {
        as("leusden").body(Api.complete()).put(answers);
        String bad = "{\"answers\": \"?\", \"version\": 9}";
        Api.nobody().body(bad).put(answers).then().statusCode(401);
        as("delft").contentType("text/plain").body(bad).put(answers).then().statusCode(404);
        as("leusden")
                .contentType("text/plain")
                .accept("text/csv")
                .body(bad)
                .put(answers)
                .then()
                .statusCode(406);
        as("leusden").contentType("text/plain").body(bad).put(answers).then().statusCode(415);
        as("leusden").body(bad).put(answers).then().statusCode(428);
        as("leusden").header("If-Match", "\"9\"").body(bad).put(answers).then().statusCode(412);
        as("leusden").header("If-Match", "\"1\"").body(bad).put(answers).then().statusCode(400);
        step("leusden", response, "{\"action\": \"submit\"}").then().statusCode(200);
        as("leusden").header("If-Match", "\"1\"").body(bad).put(answers).then().statusCode(400);
        as("leusden")
                .header("If-Match", "\"1\"")
                .body(Api.complete())
                .put(answers)
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/answers-not-open"))
                .body("blocking.code", contains("submitted"));
    }

    @Test
    void aReaderWhoHoldsTheAnswersIsToldSo() {
        as("leusden").body(Api.complete()).put(answers);
        as("leusden")
                .header("If-None-Match", "\"1\"")
                .get(answers)
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"");
        as("leusden").header("If-None-Match", "\"0\"").get(answers).then().statusCode(200);
        String tag = as("leusden").get(response).header("ETag");
        as("leusden").header("If-None-Match", tag).get(response).then().statusCode(304);
        as("delft").header("If-None-Match", "*").get(answers).then().statusCode(404);
    }

    @Test
    void decimalsKeepTheirDigitsAndTextsTheirCharacters() {
        String text = "a\\u00e9 e\\u0301 \\ud83c\\udfd8\\u200d \\u202e = + \\t\\n";
        String body = """
                {"answers": {"fte-total": {"value": 9.50, "unit": "fte", "note": "%s"},
                             "residents": {"value": 0}}}
                """.formatted(text);
        as("leusden").body(body).put(answers).then().statusCode(201);
        String stored = as("leusden").get(answers).asString();
        assertTrue(stored.contains("\"value\":9.50"), stored);
        as("leusden")
                .get(answers)
                .then()
                .body("answers.fte-total.note", equalTo("aé e\u0301 \ud83c\udfd8\u200d \u202e = + \t\n"));
        assertEquals(
                stored.replaceAll(".*\"answers\":", ""),
                as("leusden").get(response + "/revisions/1").asString().replaceAll(".*\"answers\":", ""));
    }

    @Test
    void theRulesSayWhatBlocksSubmission() {
        as("leusden")
                .get(response + "/validation")
                .then()
                .statusCode(200)
                .body("submittable", equalTo(false))
                .body("completeness.answered", equalTo(0));
        as("leusden").body(Api.complete()).put(answers);
        as("leusden")
                .get(response + "/validation")
                .then()
                .body("submittable", equalTo(true))
                .body("completeness.required", equalTo(0))
                .body("revision", equalTo(1));
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {\"ward-size-min\": {\"value\": 4000}}}")
                .patch(answers)
                .then()
                .statusCode(200);
        as("leusden")
                .get(response + "/validation")
                .then()
                .body("submittable", equalTo(false))
                .body("results.find { it.rule == 'ward-size-order' }.severity", equalTo("error"));
        step("leusden", response, "{\"action\": \"submit\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/submission-blocked"))
                .body("blocking.code", hasItem("ward-size-order"));
    }

    private static String residents(String value) {
        return "{\"answers\": {\"residents\": {\"value\": " + value + "}}}";
    }
}
