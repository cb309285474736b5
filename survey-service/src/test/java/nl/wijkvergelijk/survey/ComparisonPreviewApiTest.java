package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A dry run says what readers of the comparison would see change, before anybody sees it. */
@QuarkusTest
class ComparisonPreviewApiTest {

    private static final String FTE =
            "comparison.figures.find { it.municipality == '%s' && it.indicator == 'fte-total' }";

    @Test
    void aDraftOfACorrectionShowsWhichFiguresAndWhoseRanksWouldMove() throws SQLException {
        String round = Api.roundWithLeusdenAndDelft();
        publish("leusden", leusden(round));
        publish("delft", leusden(round).replace(Api.LEUSDEN, Api.DELFT));
        String before = Database.text("select count(*) from history.event");
        tryOut(round, 12)
                .body(FTE.formatted(Api.LEUSDEN) + ".before.value", equalTo(56f / 36))
                .body(FTE.formatted(Api.LEUSDEN) + ".after.value", equalTo(12f))
                .body(FTE.formatted(Api.LEUSDEN) + ".after.rank.from", equalTo(1))
                .body(FTE.formatted(Api.DELFT) + ".before.rank.from", equalTo(1))
                .body(FTE.formatted(Api.DELFT) + ".after.rank.from", equalTo(2))
                .body("comparison.figures[0].municipality", equalTo(Api.LEUSDEN))
                .body("comparison.figures.indicator", not(hasItem("ward-size-min")))
                .body("comparison.figures.label.nl", everyItem(notNullValue()));
        assertEquals(before, Database.text("select count(*) from history.event"));
        as("leusden").get(leusden(round)).then().body("revision", equalTo(1)).body("state", equalTo("published"));
    }

    @Test
    void whatChangesNothingForReadersSaysSo() {
        String round = Api.roundWithLeusdenAndDelft();
        publish("leusden", leusden(round));
        as("leusden")
                .header("If-Match", "\"1\"")
                .body(
                        "{\"answers\": {\"residents\": {\"value\": 29000, \"qualifier\": \"approximate\", \"asPrinted\": \"ongeveer 29.000\","
                                + " \"comment\": \"Asked again\"}}}")
                .patch(leusden(round) + "/answers?dryRun=true")
                .then()
                .statusCode(200)
                .body("wouldBeRevision", equalTo(2))
                .body("comparison.figures", empty());
    }

    /** A range, a month, a definition, a dispute and a correction: as in the preview, so once they are public. */
    @Test
    void whatAnAnswerSaysBesideItsNumberCountsAsItWillInPublic() {
        String round = Api.roundWithLeusdenAndDelft();
        String response = leusden(round);
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("""
                        {"answers": {
                          "ward-size-mean": {"value": 2900, "qualifier": "range", "low": 2500, "high": 3300},
                          "ward-budget": {"value": 12.50, "basis": "resident", "period": "month", "currency": "EUR", "asOf": "2005"},
                          "fte-total": {"value": 56, "unit": "hours-per-week", "definition": "including-support",
                                        "statements": [{"value": 40, "unit": "hours-per-week", "relation": "contradicts"}]},
                          "problem-areas": {"missing": "not-stated"}}}
                        """)
                .patch(response + "/answers")
                .then()
                .statusCode(200);
        step("leusden", response, "{\"action\": \"submit\"}").then().statusCode(200);
        step("researcher", response, "{\"action\": \"start-review\"}").then().statusCode(200);
        step("researcher", response, Api.APPROVE).then().statusCode(200);
        Api.passWarnings(response);
        step("researcher", response, "{\"action\": \"publish\"}").then().statusCode(200);
        as("leusden")
                .header("If-Match", "\"2\"")
                .body("{\"answers\": {\"approach-name\": {\"value\": \"Wijkbeheer\", \"comment\": \"Asked again\"}}}")
                .patch(response + "/answers?dryRun=true")
                .then()
                .statusCode(200)
                .body("comparison.figures", empty());
        as("leusden")
                .header("If-Match", "\"2\"")
                .body(
                        "{\"answers\": {\"ward-size-mean\": {\"value\": 2900, \"qualifier\": \"range\", \"low\": 2500, \"high\": 3000}}}")
                .patch(response + "/answers?dryRun=true")
                .then()
                .statusCode(200)
                .body("comparison.figures.find { it.indicator == 'ward-size-mean' }.before.high", equalTo(3300f))
                .body("comparison.figures.find { it.indicator == 'ward-size-mean' }.after.high", equalTo(3000f))
                .body("comparison.figures.find { it.indicator == 'ward-size-mean' }.after.low", equalTo(2500f));
    }

    @Test
    void beforeAnythingIsPublicEveryFigureIsNew() {
        String round = Api.roundWithLeusdenAndDelft();
        as("leusden")
                .body(Api.complete())
                .put(leusden(round) + "/answers")
                .then()
                .statusCode(201);
        tryOut(round, 4)
                .body(FTE.formatted(Api.LEUSDEN) + ".before", nullValue())
                .body(FTE.formatted(Api.LEUSDEN) + ".after.value", equalTo(4f));
    }

    /** With the 56 hours of the sample: 1.556 FTE. */
    private static void publish(String contact, String response) {
        Api.approve(contact, response);
        step("researcher", response, "{\"action\": \"publish\"}").then().statusCode(200);
    }

    private static String fte(int fte) {
        return "{\"answers\": {\"fte-total\": {\"value\": %d, \"unit\": \"fte\"}}}".formatted(fte);
    }

    private static ValidatableResponse tryOut(String round, int fte) {
        String response = leusden(round);
        String tag = as("leusden").get(response + "/answers").header("ETag");
        return as("leusden")
                .header("If-Match", tag)
                .body(fte(fte))
                .patch(response + "/answers?dryRun=true")
                .then()
                .statusCode(200);
    }
}
