package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.nobody;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Municipalities, rounds, questionnaires and limits: what the rest refers to, readable without an account. */
@QuarkusTest
class DefinitionsApiTest {

    private static final String WEESP = """
            {"name": "Weesp", "validFrom": "1812-01-01", "validTo": "2022-03-24", "successors": ["GM0363"]}
            """;

    @Test
    void aMunicipalityIsAddedPublishedAndReadByAnybody() throws SQLException {
        as("admin")
                .body(WEESP)
                .put("/municipalities/GM0457")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"");
        nobody().get("/municipalities/GM0457")
                .then()
                .statusCode(200)
                .body("name", equalTo("Weesp"))
                .body("validTo", equalTo("2022-03-24"))
                .body("successors", contains("GM0363"));
        nobody().get("/municipalities").then().statusCode(200).body("municipalities.code", hasItem("GM0457"));
        assertEquals("reference Weesp 2022-03-24", Database.text("""
                select kind || ' ' || name || ' ' || valid_to from published.municipality join published.publication using (sequence)
                where code = 'GM0457' order by sequence desc limit 1
                """));
        assertEquals(
                "add admin",
                Database.text(
                        "select action || ' ' || actor from history.event where subject = 'municipality' and municipality = 'GM0457'"));
    }

    @Test
    void theSameAgainChangesAndPublishesNothing() throws SQLException {
        as("admin").body(WEESP).put("/municipalities/GM0458").then().statusCode(201);
        String before = Database.text("select max(sequence) from published.municipality where code = 'GM0458'");
        as("admin")
                .body(WEESP)
                .put("/municipalities/GM0458")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"");
        assertEquals(before, Database.text("select max(sequence) from published.municipality where code = 'GM0458'"));
        as("admin")
                .body("{\"name\": \"Muiden\"}")
                .put("/municipalities/GM0458")
                .then()
                .statusCode(428);
        as("admin")
                .header("If-Match", "\"7\"")
                .body("{\"name\": \"Muiden\"}")
                .put("/municipalities/GM0458")
                .then()
                .statusCode(412);
        as("admin")
                .header("If-Match", "\"7\"")
                .body("{}")
                .put("/municipalities/GM0458")
                .then()
                .statusCode(412);
        as("admin")
                .header("If-Match", "\"0\"")
                .body("{\"name\": \"Muiden\"}")
                .put("/municipalities/GM0458")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("$", not(hasKey("validTo")));
    }

    @Test
    void aTagOfWhatIsNotThereIsStale() {
        for (String tag : new String[] {"*", "\"7\"", "W/\"0\""}) {
            as("admin")
                    .header("If-Match", tag)
                    .body(WEESP)
                    .put("/municipalities/GM0460")
                    .then()
                    .statusCode(412);
        }
        nobody().get("/municipalities/GM0460").then().statusCode(404);
    }

    @Test
    void aMunicipalityThatCannotBeIsRefused() {
        as("admin")
                .body(WEESP)
                .put("/municipalities/Weesp")
                .then()
                .statusCode(400)
                .body("errors.name", contains("code"));
        as("admin")
                .body("{\"name\": \"\", \"successors\": [\"Amsterdam\"]}")
                .put("/municipalities/GM0459")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/name", "/successors/0"));
        as("admin")
                .body("{\"name\": \"x\", \"validFrom\": \"2005-01-02\", \"validTo\": \"2005-01-02\"}")
                .put("/municipalities/GM0459")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/validTo"));
        as("admin")
                .body("{\"name\": \"x\", \"successors\": [\"GM0459\"]}")
                .put("/municipalities/GM0459")
                .then()
                .statusCode(400);
        nobody().get("/municipalities/GM0459").then().statusCode(404);
        nobody().get("/municipalities/nope").then().statusCode(404);
    }

    @Test
    void aRoundIsOpenedPublishedAndPutRight() throws SQLException {
        String round = Api.round();
        nobody().get("/rounds?pageSize=1000").then().body("rounds.id", hasItem(round));
        nobody().get("/rounds/" + round)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("fullTimeHours", equalTo(36));
        as("researcher")
                .body("{\"fullTimeHours\": 38}")
                .patch("/rounds/" + round)
                .then()
                .statusCode(428);
        as("researcher")
                .header("If-Match", "\"5\"")
                .body("{\"fullTimeHours\": 38}")
                .patch("/rounds/" + round)
                .then()
                .statusCode(412);
        as("researcher")
                .header("If-Match", "\"0\"")
                .body("{\"fullTimeHours\": 38, \"id\": \"x\"}")
                .patch("/rounds/" + round)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/id"));
        as("researcher")
                .header("If-Match", "\"0\"")
                .contentType("application/merge-patch+json")
                .body("{\"fullTimeHours\": 38}")
                .patch("/rounds/" + round)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title.nl", equalTo("Ronde"));
        as("researcher")
                .header("If-Match", "\"1\"")
                .body("{\"fullTimeHours\": 38}")
                .patch("/rounds/" + round)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        assertEquals(
                "36, 38",
                Database.text(
                        "select string_agg(full_time_hours::text, ', ' order by sequence) from published.round where id = '%s'"
                                .formatted(round)));
        assertEquals(
                "open, change",
                Database.text(
                        "select string_agg(action, ', ' order by id) from history.event where subject = 'round' and round = '%s'"
                                .formatted(round)));
    }

    @Test
    void aRoundThatCannotBeIsRefused() {
        String round = Api.round();
        as("researcher")
                .body("""
                        {"id": "%s", "title": {"nl": "x", "en": "x"}, "questionnaire": {"id": "standard", "version": 2005},
                         "fullTimeHours": 36, "fullTimeHoursSource": "x"}
                        """.formatted(round))
                .post("/rounds")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/round-exists"));
        as("researcher")
                .body("""
                        {"id": "A B", "title": {"nl": " ", "en": "a\\nb"}, "questionnaire": {"id": "standard"},
                         "fullTimeHours": 1e999999999, "fullTimeHoursSource": null}
                        """)
                .post("/rounds")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/id"))
                .body("errors.pointer", hasItem("/title/nl"))
                .body("errors.pointer", hasItem("/title/en"))
                .body("errors.pointer", hasItem("/questionnaire/version"))
                .body("errors.pointer", hasItem("/fullTimeHours"))
                .body("errors.pointer", hasItem("/fullTimeHoursSource"))
                .body("errors.code", hasItem("control-character"));
        as("researcher")
                .body("""
                        {"id": "x1", "title": {"nl": "x", "en": "x"}, "questionnaire": {"id": "standard", "version": 1},
                         "fullTimeHours": 36, "fullTimeHoursSource": "x"}
                        """)
                .post("/rounds")
                .then()
                .statusCode(400)
                .body("errors.code", contains("unknown-questionnaire"));
        nobody().get("/rounds/A%20B").then().statusCode(404);
    }

    @Test
    void onlyAKnownMunicipalityTakesPartAndOnlyOnce() {
        String round = Api.round();
        Api.municipality(Api.LEUSDEN, "Leusden");
        String participants = "/rounds/" + round + "/participants/";
        as("researcher").body("{}").put(participants + "GM9999").then().statusCode(404);
        as("researcher")
                .body("{}")
                .put("/rounds/nope/participants/GM0327")
                .then()
                .statusCode(404);
        as("researcher").body("{\"x\": 1}").put(participants + "GM0327").then().statusCode(400);
        as("researcher")
                .body("{}")
                .put(participants + "GM0327")
                .then()
                .statusCode(201)
                .body("state", equalTo("draft"))
                .body("revision", equalTo(0))
                .body("completeness.required", equalTo(9));
        as("researcher").body("{}").put(participants + "GM0327").then().statusCode(200);
    }

    @Test
    void theQuestionnaireIsReadableByAnybody() {
        nobody().get("/questionnaires")
                .then()
                .statusCode(200)
                .body("questionnaires.href", hasItem("/v1/questionnaires/standard/versions/2005"));
        nobody().get("/questionnaires/standard/versions/2005")
                .then()
                .statusCode(200)
                .body("sections[0].questions[0].id", equalTo("residents"))
                .body("units.fte.nl", equalTo("FTE"));
        for (String version : new String[] {"1", "x", "-1", "99999999999"}) {
            nobody().get("/questionnaires/standard/versions/" + version).then().statusCode(404);
        }
    }

    @Test
    void theLimitsAreNoSecret() {
        nobody().get("/config")
                .then()
                .statusCode(200)
                .body("bodyBytes", equalTo(2097152))
                .body(
                        "keySet()",
                        containsInAnyOrder(
                                "bodyBytes",
                                "evidenceFileBytes",
                                "importBytes",
                                "importResponses",
                                "textCharacters",
                                "nameCharacters",
                                "sectionCharacters",
                                "integerDigits",
                                "decimals",
                                "ratingItems",
                                "idempotencyKeyHours",
                                "requests"));
    }
}
