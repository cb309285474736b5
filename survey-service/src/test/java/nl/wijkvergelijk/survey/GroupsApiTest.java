package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroupsApiTest {

    private static final String NEAR = """
            {"name": {"nl": "Dichtbij", "en": "Near"}, "description": {"nl": "Om de hoek.", "en": "Round the corner."},
             "source": "Map of 2027", "municipalities": ["GM0503", "GM0327"]}
            """;

    private String round;
    private String groups;

    @BeforeEach
    void aRound() {
        round = Api.roundWithLeusdenAndDelft();
        groups = "/rounds/" + round + "/groups";
    }

    private Response put(String id, String body) {
        return as("researcher").body(body).put(groups + "/" + id);
    }

    private Response change(String id, String body) {
        String tag = as("researcher").get(groups + "/" + id).header("ETag");
        return as("researcher").header("If-Match", tag).body(body).put(groups + "/" + id);
    }

    private Response publish(String body) {
        return as("researcher").body(body).post("/rounds/" + round + "/publications");
    }

    private String row(long sequence) throws SQLException {
        return Database.text(
                "select concat_ws('|', id, name_nl, name_en, description_nl, description_en, source, municipalities, withdrawn)"
                        + " from published.municipality_group where sequence = " + sequence);
    }

    private String history() throws SQLException {
        return Database.text(
                "select string_agg(action || ' ' || (content ->> 'id') || ' ' || actor, ', ' order by id) from history.event"
                        + " where subject = 'group' and round = '" + round + "'");
    }

    @Test
    void aGroupIsADraftUntilItIsPublishedAndEveryStepStandsInTheHistory() throws SQLException {
        put("near", NEAR)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("state", equalTo("draft"))
                .body("published", nullValue())
                .body("name.en", equalTo("Near"))
                .body("description.nl", equalTo("Om de hoek."))
                .body("municipalities", contains("GM0327", "GM0503"));
        assertEquals(
                "0", Database.text("select count(*) from published.municipality_group where round = '" + round + "'"));
        long sequence = publish("{\"groups\": true}")
                .then()
                .statusCode(201)
                .body("kind", equalTo("reference"))
                .body("municipalities", empty())
                .body("findings", empty())
                .body("groups", contains("near"))
                .extract()
                .jsonPath()
                .getLong("sequence");
        as("researcher")
                .get(groups + "/near")
                .then()
                .body("state", equalTo("published"))
                .body("published.revision", equalTo(1))
                .body("published.sequence", equalTo((int) sequence));
        assertEquals(
                "near|Dichtbij|Near|Om de hoek.|Round the corner.|Map of 2027|[\"GM0327\", \"GM0503\"]|f",
                row(sequence));
        assertEquals(
                "1|" + round,
                Database.text("select groups || '|' || round from published.publication where sequence = " + sequence));
        assertEquals("add near researcher, publish near researcher", history());
        publish("{\"groups\": true}").then().statusCode(409).body("type", equalTo("/v1/problems/nothing-to-publish"));
        publish("{\"groups\": [\"near\"]}").then().statusCode(409).body("blocking.code", contains("published"));
    }

    @Test
    void aRoundWithItsGroupsIsOnePublicationAndWithoutThemNoneIsPublished() {
        Api.approve(leusden(round));
        put("near", NEAR).then().statusCode(201);
        publish("{\"municipalities\": true, \"groups\": [\"near\"]}")
                .then()
                .statusCode(201)
                .body("kind", equalTo("responses"))
                .body("municipalities", contains("GM0327"))
                .body("groups", contains("near"));
        Api.approve("delft", "/rounds/" + round + "/responses/GM0503");
        put("far", NEAR).then().statusCode(201);
        publish("{}")
                .then()
                .statusCode(201)
                .body("municipalities", contains("GM0503"))
                .body("groups", empty());
        as("researcher").get(groups + "/far").then().body("state", equalTo("draft"));
    }

    @Test
    void aChangedGroupReplacesThePublicOneForAReasonAndOnlyWithTheTagOfNow() throws SQLException {
        put("near", NEAR).then().statusCode(201);
        put("near", NEAR).then().statusCode(428);
        as("researcher")
                .header("If-Match", "\"7\"")
                .body(NEAR)
                .put(groups + "/near")
                .then()
                .statusCode(412)
                .header("ETag", "\"0\"");
        as("researcher")
                .header("If-Match", "*")
                .body(NEAR)
                .put(groups + "/far")
                .then()
                .statusCode(412);
        int first = publish("{\"groups\": true}").jsonPath().getInt("sequence");
        change("near", NEAR).then().statusCode(200).body("state", equalTo("published"));
        change("near", NEAR.replace("\"GM0503\", ", ""))
                .then()
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("municipalities", contains("GM0327"))
                .body("published.revision", equalTo(1));
        publish("{\"groups\": true}").then().statusCode(400).body("errors.pointer", contains("/reason"));
        int second = publish("{\"groups\": true, \"reason\": \"Delft lies elsewhere\"}")
                .then()
                .statusCode(201)
                .body("corrects", equalTo(first))
                .body("reason", equalTo("Delft lies elsewhere"))
                .extract()
                .jsonPath()
                .getInt("sequence");
        assertEquals("near|Dichtbij|Near|Om de hoek.|Round the corner.|Map of 2027|[\"GM0327\"]|f", row(second));
    }

    @Test
    void aPublicGroupIsTakenBackByAPublicationAndADraftAtOnce() throws SQLException {
        put("near", NEAR).then().statusCode(201);
        put("far", NEAR).then().statusCode(201);
        publish("{\"groups\": [\"near\"]}").then().statusCode(201);
        String withdrawn = NEAR.replace("{\"name\"", "{\"withdrawn\": true, \"reason\": \"Wrong\", \"name\"");
        change("far", withdrawn).then().statusCode(200).body("state", equalTo("withdrawn"));
        change("near", withdrawn)
                .then()
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("withdrawn", equalTo(true));
        long sequence = publish("{\"groups\": true, \"reason\": \"Wrong\"}")
                .then()
                .statusCode(201)
                .body("groups", contains("near"))
                .extract()
                .jsonPath()
                .getLong("sequence");
        assertEquals("near|[]|t", row(sequence));
        as("researcher").get(groups).then().body("groups.state", contains("withdrawn", "withdrawn"));
    }

    @Test
    void whoTakesNoPartAndWhoIsThereTwiceAreRefusedAtTheirPlace() {
        put("near", NEAR.replace("\"GM0503\"", "\"GM0503\", \"GM9999\", \"GM0503\", \"GM0001\""))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/municipalities/1", "/municipalities/2", "/municipalities/3"))
                .body("errors.code", containsInAnyOrder("unknown-municipality", "duplicate", "unknown-municipality"));
        as("researcher").get(groups).then().body("total", equalTo(0));
    }

    @Test
    void whatIsNoGroupIsRefused() {
        refused(NEAR.replace("\"GM0503\", \"GM0327\"", ""), "/municipalities", "wrong-size");
        refused(
                NEAR.replace("\"GM0503\", \"GM0327\"", String.join(",", Collections.nCopies(10_000, "\"GM0327\""))),
                "/municipalities",
                "wrong-size");
        refused(NEAR.replace("\"Map of 2027\"", "\" \""), "/source", "required");
        refused(NEAR.replace("\"Map of 2027\"", "null"), "/source", "required");
        refused(NEAR.replace("\"Near\"", "null"), "/name/en", "required");
        refused(NEAR.replace(", \"en\": \"Round the corner.\"", ""), "/description/en", "required");
        refused(NEAR.replace("\"Near\"", "\"" + "n".repeat(301) + "\""), "/name/en", "too-long");
        put("near", NEAR.replace("Dichtbij", "\\u0000")).then().statusCode(400);
        put("near", NEAR.replace("Dichtbij", "\\ud83d")).then().statusCode(400);
        put("near", NEAR.replace("{\"name\"", "{\"withdrawn\": true, \"name\""))
                .then()
                .statusCode(400)
                .body("errors.code", contains("nothing-to-withdraw"));
        put("Near", NEAR).then().statusCode(400).body("errors.name", contains("id"));
        put("n".repeat(61), NEAR).then().statusCode(400);
        as("researcher").get(groups + "/Near").then().statusCode(404);
        as("researcher").get(groups + "/near").then().statusCode(404);
        publish("{\"groups\": [\"near\"]}").then().statusCode(400).body("errors.code", contains("unknown-group"));
        publish("{\"groups\": []}").then().statusCode(400);
    }

    private void refused(String body, String pointer, String code) {
        put("near", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @Test
    void aNameIsKeptAsItIsSent() {
        put("near", NEAR.replace("Dichtbij", "Dichtbij 🏘️").replace("Near", "=1+1"))
                .then()
                .statusCode(201);
        as("researcher")
                .get(groups + "/near")
                .then()
                .body("name.nl", equalTo("Dichtbij 🏘️"))
                .body("name.en", equalTo("=1+1"));
    }
}
