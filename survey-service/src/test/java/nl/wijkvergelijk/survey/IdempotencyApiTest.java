package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyApiTest {

    private static String round(String id) {
        return """
                {"id": "%s", "title": {"nl": "Een", "en": "One"}, "questionnaire": {"id": "standard", "version": 2005},
                 "fullTimeHours": 36, "fullTimeHoursSource": "Collective agreement"}
                """.formatted(id);
    }

    @Test
    void aRetryGetsTheFirstAnswerAgain() {
        Response first = open("k1", round("again"));
        first.then().statusCode(201).header("Location", "/v1/rounds/again");
        Response retry = open("k1", round("again"));
        retry.then().statusCode(201).header("Location", "/v1/rounds/again").header("ETag", first.header("ETag"));
        assertEquals(first.asString(), retry.asString());
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        open("k2", round("first")).then().statusCode(201);
        open("k2", round("second")).then().statusCode(422).body("type", equalTo("/v1/problems/idempotency-key-reused"));
        as("researcher").get("/rounds/second").then().statusCode(404);
    }

    @Test
    void whatWasRefusedLeavesNoKeyBehind() {
        open("k3", "{}").then().statusCode(400);
        open("k3", round("after-all")).then().statusCode(201);
    }

    @Test
    void aRetryOfAStepNeedsNoNewTag() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        String tag = as("leusden").get(response).header("ETag");
        for (int i = 0; i < 2; i++) {
            as("leusden")
                    .header("If-Match", tag)
                    .header("Idempotency-Key", "step-" + response)
                    .body("{\"action\": \"submit\"}")
                    .post(response + "/transitions")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("submitted"));
        }
        as("leusden").get(response + "/history").then().body("events.action", contains("take-part", "save", "submit"));
    }

    @Test
    void whatIsOnlyTriedIsAnotherRequestThanWhatIsDone() {
        for (String[] order : new String[][] {{"", "?dryRun=true"}, {"?dryRun=true", ""}}) {
            String response = leusden(Api.roundWithLeusdenAndDelft());
            as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
            as("leusden")
                    .header("If-Match", "\"1\"")
                    .body("{\"answers\": {\"residents\": {\"value\": 29000}}}")
                    .patch(response + "/answers")
                    .then()
                    .statusCode(200);
            String key = "tried-" + response;
            Response first = restore(response + "/revisions" + order[0], key, "\"2\"");
            assertEquals(order[0].isEmpty() ? 201 : 200, first.statusCode(), first.asString());
            assertEquals(
                    first.asString(),
                    restore(response + "/revisions" + order[0], key, "\"2\"").asString());
            restore(response + "/revisions" + order[1], key, "\"2\"")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/v1/problems/idempotency-key-reused"));
        }
    }

    @Test
    void aRetryThatSawTheNewTagGetsTheFirstAnswerToo() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {\"residents\": {\"value\": 29000}}}")
                .patch(response + "/answers")
                .then()
                .statusCode(200);
        Response first = restore(response + "/revisions", "seen-" + response, "\"2\"");
        first.then().statusCode(201).header("ETag", "\"3\"");
        Response retry = restore(response + "/revisions", "seen-" + response, "\"3\"");
        retry.then().statusCode(201).header("ETag", "\"3\"");
        assertEquals(first.asString(), retry.asString());
    }

    private static Response restore(String path, String key, String tag) {
        return as("leusden")
                .header("If-Match", tag)
                .header("Idempotency-Key", key)
                .body("{\"from\": 1, \"reason\": \"Again\"}")
                .post(path);
    }

    @Test
    void aKeyBelongsToItsAccount() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        String tag = as("leusden").get(response).header("ETag");
        String submit = "{\"action\": \"submit\", \"onBehalf\": null}";
        String key = "shared-" + response;
        as("leusden")
                .header("If-Match", tag)
                .header("Idempotency-Key", key)
                .body(submit)
                .post(response + "/transitions")
                .then()
                .statusCode(200);
        as("researcher")
                .header("If-Match", tag)
                .header("Idempotency-Key", key)
                .body(submit)
                .post(response + "/transitions")
                .then()
                .statusCode(412);
        as("delft")
                .header("If-Match", tag)
                .header("Idempotency-Key", key)
                .body(submit)
                .post(response + "/transitions")
                .then()
                .statusCode(404);
    }

    @Test
    void aKeyIsForgottenAfterADay() throws SQLException {
        open("k4", round("yesterday")).then().statusCode(201);
        Database.run("wijk_survey", "update survey.idempotency_key set at = at - interval '25 hours' where key = 'k4'");
        open("k4", round("today")).then().statusCode(201);
    }

    @Test
    void aKeyHasAForm() {
        for (String key : new String[] {"", "a b", "x".repeat(201), "caf\u00e9"}) {
            open(key, round("never")).then().statusCode(400).body("errors.name", contains("Idempotency-Key"));
        }
    }

    private static Response open(String key, String body) {
        return as("researcher").header("Idempotency-Key", key).body(body).post("/rounds");
    }
}
