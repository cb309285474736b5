package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RatingApiTest {

    private static final String SESSION = """
            {"kind": "ranking", "items": ["GM0327", "GM0503"], "raters": 2, "pointsMin": 1, "pointsMax": 2,
             "scales": [{"id": "depth", "label": {"nl": "Diepte", "en": "Depth"},
                         "from": {"nl": "advies", "en": "advice"}, "to": {"nl": "diep", "en": "deep"}}]}
            """;
    private static final String TOTALS = """
            {"scales": {"depth": {"readings": [
                {"chosen": true, "totals": {"GM0327": 4, "GM0503": 2},
                 "evidence": [{"document": {"title": "Wijkgericht werken vergeleken", "date": "2005"}, "section": "6.7"}]},
                {"chosen": false, "totals": {"GM0327": 2, "GM0503": 4}}]}}}
            """;

    private String session;

    @BeforeEach
    void aRoundWithASession() {
        session = "/rounds/" + Api.roundWithLeusdenAndDelft() + "/rating-session";
        as("researcher").body(SESSION).put(session).then().statusCode(201);
    }

    @Test
    void totalsArePublishedWithEveryReading() throws SQLException {
        String tag = as("researcher").body(TOTALS).put(session + "/totals").header("ETag");
        long sequence = as("researcher")
                .header("If-Match", tag)
                .body("{\"action\": \"publish\"}")
                .post(session + "/transitions")
                .then()
                .statusCode(200)
                .body("state", equalTo("published"))
                .extract()
                .jsonPath()
                .getLong("published.sequence");
        assertEquals(
                "1 GM0327 4 true, 1 GM0503 2 true, 2 GM0327 2 false, 2 GM0503 4 false",
                Database.text("""
                        select string_agg(concat(reading, ' ', municipality, ' ', total, ' ', chosen::text), ', '
                                          order by reading, municipality)
                        from published.rating where sequence = %d
                        """.formatted(sequence)));
        assertEquals(
                "describe, total, publish",
                Database.text(
                        "select string_agg(action, ', ' order by id) from history.event where subject = 'rating-session' and round = '%s'"
                                .formatted(session.split("/")[2])));
    }

    @Test
    void aDutchSentenceSaysWhereTheSessionStandsInDutch() {
        String tag = as("researcher").get(session).header("ETag");
        as("researcher")
                .queryParam("lang", "nl")
                .header("If-Match", tag)
                .body("{\"action\": \"reopen\", \"reason\": \"Once more\"}")
                .post(session + "/transitions")
                .then()
                .statusCode(409)
                .body(
                        "blocking.detail",
                        contains("Dit kan alleen als de sessie gesloten of gepubliceerd is, en zij is nu open."));
        as("researcher")
                .header("If-Match", tag)
                .body("{\"action\": \"close\"}")
                .post(session + "/transitions")
                .then()
                .statusCode(200);
        as("leusden")
                .queryParam("lang", "nl")
                .body("{\"scales\": {\"depth\": {\"GM0327\": 2, \"GM0503\": 1}}}")
                .put(session + "/ballots/GM0327")
                .then()
                .statusCode(409)
                .body("detail", equalTo("De sessie is gesloten."));
    }

    @Test
    void totalsThatNoRankingGivesAreRefusedWithTheReason() {
        as("researcher")
                .body(TOTALS.replace("\"GM0327\": 4, \"GM0503\": 2", "\"GM0327\": 3, \"GM0503\": 2"))
                .put(session + "/totals")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/scales/depth/readings/0/totals"))
                .body("errors.code", contains("unreachable-total"));
        as("researcher")
                .body(TOTALS.replace("\"GM0327\": 4, \"GM0503\": 2", "\"GM0327\": 5, \"GM0503\": 1"))
                .put(session + "/totals")
                .then()
                .statusCode(400)
                .body("errors.code", contains("out-of-range", "out-of-range"));
    }

    @Test
    void exactlyOneReadingIsChosen() {
        as("researcher")
                .body(TOTALS.replace("\"chosen\": false", "\"chosen\": true"))
                .put(session + "/totals")
                .then()
                .statusCode(400)
                .body("errors.code", contains("one-chosen"));
    }

    @Test
    void wrongEvidenceIsRefusedAtItsPlace() {
        as("researcher")
                .body(TOTALS.replace(", \"section\": \"6.7\"", ""))
                .put(session + "/totals")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/scales/depth/readings/0/evidence/0"));
    }

    @Test
    void whatIsThereAlreadyNeedsNoTagAndAChangeDoes() {
        String tag = as("researcher").get(session).header("ETag");
        as("researcher").body(SESSION).put(session).then().statusCode(200).header("ETag", tag);
        String other = SESSION.replace("Diepte", "Diepgang");
        as("researcher").body(other).put(session).then().statusCode(428);
        as("researcher")
                .header("If-Match", "\"99\"")
                .body(other)
                .put(session)
                .then()
                .statusCode(412);
        as("researcher").header("If-Match", tag).body(other).put(session).then().statusCode(200);
        as("researcher").body(TOTALS).put(session + "/totals").then().statusCode(200);
        as("researcher").body(TOTALS).put(session + "/totals").then().statusCode(200);
        as("researcher")
                .body(TOTALS.replace("\"section\": \"6.7\"", "\"section\": \"6.8\""))
                .put(session + "/totals")
                .then()
                .statusCode(428);
    }

    @Test
    void aSessionThatNoLongerFitsItsTotalsIsRefused() {
        String tag = as("researcher").body(TOTALS).put(session + "/totals").header("ETag");
        as("researcher")
                .header("If-Match", tag)
                .body(SESSION.replace("\"raters\": 2", "\"raters\": 3"))
                .put(session)
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/rating-totals-in-the-way"))
                .body("blocking.code", hasSize(2));
    }

    @Test
    void withoutTotalsNothingCanBePublishedAndACorrectionNeedsAReason() {
        String tag = as("researcher").get(session).header("ETag");
        publish(tag, "{\"action\": \"publish\"}").statusCode(409).body("blocking.code", contains("no-totals"));
        tag = as("researcher").body(TOTALS).put(session + "/totals").header("ETag");
        tag = publish(tag, "{\"action\": \"publish\"}")
                .statusCode(200)
                .extract()
                .header("ETag");
        publish(tag, "{\"action\": \"publish\"}").statusCode(409).body("blocking.code", contains("published"));
        tag = as("researcher")
                .header("If-Match", tag)
                .body(TOTALS.replace("\"section\": \"6.7\"", "\"section\": \"6.8\""))
                .put(session + "/totals")
                .header("ETag");
        publish(tag, "{\"action\": \"publish\"}").statusCode(400).body("errors.pointer", contains("/reason"));
        publish(tag, "{\"action\": \"publish\", \"reason\": \"Another section\"}")
                .statusCode(200);
    }

    @Test
    void aRankingHasItsOwnPoints() {
        String round = Api.roundWithLeusdenAndDelft();
        as("researcher")
                .body(SESSION.replace("\"pointsMax\": 2", "\"pointsMax\": 5").replace("GM0503", "GM9999"))
                .put("/rounds/" + round + "/rating-session")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/items/1", "/pointsMax"));
    }

    private io.restassured.response.ValidatableResponse publish(String tag, String body) {
        return as("researcher")
                .header("If-Match", tag)
                .body(body)
                .post(session + "/transitions")
                .then();
    }
}
