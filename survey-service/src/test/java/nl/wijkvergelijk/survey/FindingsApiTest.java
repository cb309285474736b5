package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FindingsApiTest {

    private static final String OBSERVATION = """
            {"id": "%s", "theme": "position", "kind": "observation", "order": %d,
             "text": {"nl": "De plaatsen verschillen sterk.", "en": "Positions differ widely."},
             "indicators": ["rating-formality"], "municipalities": ["GM0327"], "relatedThemes": ["role-in-organisation"],
             "evidence": [{"document": {"title": "Wijkgericht werken vergeleken", "date": "2005"}, "section": "4.7"}]}
            """;
    private static final String QUESTION = """
            {"id": "%s", "theme": "position", "kind": "question", "order": 15, "parent": "%s",
             "text": {"nl": "Maakt het uit?", "en": "Does it matter?"}}
            """;

    private String round;
    private String findings;

    @BeforeEach
    void aRound() {
        round = Api.roundWithLeusdenAndDelft();
        findings = "/rounds/" + round + "/findings";
    }

    private Response add(String body) {
        return as("researcher").body(body).post(findings);
    }

    private Response change(String id, String body) {
        String tag = as("researcher").get(findings + "/" + id).header("ETag");
        return as("researcher").header("If-Match", tag).body(body).put(findings + "/" + id);
    }

    private Response publish(String body) {
        return as("researcher").body(body).post("/rounds/" + round + "/publications");
    }

    private static String observation(String id) {
        return OBSERVATION.formatted(id, 10);
    }

    private String row(long sequence, String id) throws SQLException {
        return Database.text(
                "select concat_ws('|', kind, theme_en, text_en, indicators, municipalities, related_themes, parent, withdrawn)"
                        + " from published.finding where sequence = " + sequence + " and round = '" + round
                        + "' and id = '" + id + "'");
    }

    @Test
    void aFindingIsADraftUntilItIsPublished() throws SQLException {
        add(observation("places"))
                .then()
                .statusCode(201)
                .header("Location", "/v1" + findings + "/places")
                .header("ETag", "\"0\"")
                .body("state", equalTo("draft"))
                .body("published", nullValue())
                .body("evidence[0].section", equalTo("4.7"));
        assertEquals("0", Database.text("select count(*) from published.finding where round = '" + round + "'"));
        long sequence = publish("{\"findings\": true}")
                .then()
                .statusCode(201)
                .body("kind", equalTo("findings"))
                .body("municipalities", empty())
                .body("findings", contains("places"))
                .extract()
                .jsonPath()
                .getLong("sequence");
        as("researcher")
                .get(findings + "/places")
                .then()
                .body("state", equalTo("published"))
                .body("published.revision", equalTo(1))
                .body("published.sequence", equalTo((int) sequence));
        assertEquals(
                "observation|The position in the organisation|Positions differ widely.|[\"rating-formality\"]|[\"GM0327\"]"
                        + "|[\"role-in-organisation\"]|f",
                row(sequence, "places"));
        assertEquals(
                "add places, publish places",
                Database.text(
                        "select string_agg(action || ' ' || (content ->> 'id'), ', ' order by id) from history.event"
                                + " where subject = 'finding' and round = '" + round + "'"));
        publish("{\"findings\": true}").then().statusCode(409).body("type", equalTo("/v1/problems/nothing-to-publish"));
        publish("{\"findings\": [\"places\"]}").then().statusCode(409).body("blocking.code", contains("published"));
    }

    @Test
    void aWholeRoundWithItsFindingsIsOnePublication() throws SQLException {
        Api.approve(leusden(round));
        Api.approve("delft", "/rounds/" + round + "/responses/GM0503");
        add(observation("places")).then().statusCode(201);
        long sequence = publish("{\"municipalities\": true, \"findings\": true}")
                .then()
                .statusCode(201)
                .body("kind", equalTo("responses"))
                .body("municipalities", contains("GM0327", "GM0503"))
                .body("findings", contains("places"))
                .extract()
                .jsonPath()
                .getLong("sequence");
        as("researcher").get(leusden(round)).then().body("published.sequence", equalTo((int) sequence));
        as("researcher").get(findings).then().body("findings.published.sequence", contains((int) sequence));
        assertEquals("1", Database.text("select findings from published.publication where sequence = " + sequence));
    }

    @Test
    void withoutFindingsNoneIsPublishedAndWithFindingsAloneNoResponseIs() {
        Api.approve(leusden(round));
        add(observation("places")).then().statusCode(201);
        publish("{\"findings\": [\"places\"]}").then().statusCode(201).body("municipalities", empty());
        as("researcher").get(leusden(round)).then().body("state", equalTo("approved"));
        add(observation("more")).then().statusCode(201);
        publish("{}").then().statusCode(201).body("findings", empty());
        as("researcher").get(findings + "/more").then().body("state", equalTo("draft"));
    }

    @Test
    void aChangedFindingReplacesThePublicOneForAReason() throws SQLException {
        add(observation("places"));
        int first = publish("{\"findings\": true}").jsonPath().getInt("sequence");
        change("places", observation("places").replace("differ widely", "differ"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("draft"))
                .body("revision", equalTo(2))
                .body("published.revision", equalTo(1));
        publish("{\"findings\": true}").then().statusCode(400).body("errors.pointer", contains("/reason"));
        long second = publish("{\"findings\": true, \"reason\": \"Said better\"}")
                .then()
                .statusCode(201)
                .body("corrects", equalTo(first))
                .extract()
                .jsonPath()
                .getLong("sequence");
        assertEquals("Positions differ.", row(second, "places").split("\\|")[2]);
        assertEquals("Positions differ widely.", row(first, "places").split("\\|")[2]);
    }

    @Test
    void whatIsThereAlreadyLeavesNoTrace() throws SQLException {
        add(observation("places"));
        change("places", observation("places")).then().statusCode(200).header("ETag", "\"0\"");
        assertEquals(
                "1",
                Database.text(
                        "select count(*) from history.event where subject = 'finding' and round = '" + round + "'"));
    }

    @Test
    void aPublicFindingIsTakenBackByTheNextPublication() throws SQLException {
        add(observation("places"));
        publish("{\"findings\": true}");
        String back = observation("places").replaceFirst("\\{", "{\"withdrawn\": true, ");
        change("places", back).then().statusCode(400).body("errors.pointer", contains("/reason"));
        change("places", back.replaceFirst("\\{", "{\"reason\": \"It was Delft\", "))
                .then()
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("withdrawn", equalTo(true))
                .body("published.revision", equalTo(1));
        long sequence = publish("{\"findings\": true, \"reason\": \"It was Delft\"}")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("sequence");
        assertEquals("observation|The position in the organisation|[]|[]|[]|t", row(sequence, "places"));
        as("researcher")
                .get(findings + "/places")
                .then()
                .body("state", equalTo("withdrawn"))
                .body("published", nullValue());
        change("places", observation("places")).then().body("state", equalTo("draft"));
        publish("{\"findings\": true}").then().statusCode(201);
    }

    @Test
    void whatWasNeverPublicIsTakenBackAtOnce() {
        add(observation("places"));
        change("places", observation("places").replaceFirst("\\{", "{\"withdrawn\": true, \"reason\": \"No\", "))
                .then()
                .body("state", equalTo("withdrawn"));
        publish("{\"findings\": true}").then().statusCode(409).body("type", equalTo("/v1/problems/nothing-to-publish"));
        add(observation("new").replaceFirst("\\{", "{\"withdrawn\": true, "))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/withdrawn"));
    }

    @Test
    void noQuestionIsPublicWithoutItsObservation() {
        add(observation("places"));
        add(QUESTION.formatted("matters", "places")).then().statusCode(201);
        publish("{\"findings\": [\"matters\"]}")
                .then()
                .statusCode(409)
                .body("blocking.code", contains("observation-not-public"))
                .body("blocking[0].detail", equalTo("matters belongs to places, which would not be public."));
        publish("{\"findings\": [\"matters\", \"places\"]}").then().statusCode(201);
        change("places", observation("places").replaceFirst("\\{", "{\"withdrawn\": true, \"reason\": \"No\", "))
                .then()
                .statusCode(200);
        publish("{\"findings\": true, \"reason\": \"No\"}")
                .then()
                .statusCode(409)
                .body("blocking.code", contains("observation-not-public"));
        change("places", observation("places").replace("\"observation\"", "\"learning-point\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/kind"));
    }

    @Test
    void findingsAreToldByThemeAndOrder() {
        add(observation("places"));
        add(QUESTION.formatted("matters", "places"));
        add(OBSERVATION.formatted("later", 20));
        add(OBSERVATION.formatted("size", 90).replace("\"theme\": \"position\"", "\"theme\": \"context\""));
        as("researcher").get(findings).then().body("findings.id", contains("size", "places", "matters", "later"));
    }

    @Test
    void anIdIsChosenOrTheNextNumberAndNeverTakenTwice() {
        String unnamed = observation("x").replace("\"id\": \"x\", ", "");
        add(unnamed).then().body("id", equalTo("1"));
        add(observation("7")).then().statusCode(201);
        add(unnamed).then().body("id", equalTo("8"));
        add(observation("7")).then().statusCode(409).body("type", equalTo("/v1/problems/finding-exists"));
        Together.call(6, i -> add(unnamed).statusCode()).forEach(status -> assertEquals(201, status));
        as("researcher").get(findings).then().body("findings", hasSize(9));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        add("""
                {"id": "Not Good", "theme": "position", "kind": "observation", "order": -1, "text": {"nl": " ", "en": "x"},
                 "indicators": ["A b"], "municipalities": ["Leusden"]}
                """)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/id", "/indicators/0", "/municipalities/0", "/order", "/text/nl"));
        add("""
                {"theme": "weather", "kind": "rumour", "order": 1, "text": {"nl": "x", "en": "x"}, "parent": "nobody",
                 "indicators": ["a", "a"], "municipalities": ["GM0307", "GM0327"], "relatedThemes": ["meta", "sport"],
                 "evidence": [{"document": {"title": "T"}}]}
                """)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/theme",
                                "/kind",
                                "/parent",
                                "/indicators/1",
                                "/municipalities/0",
                                "/relatedThemes/1",
                                "/evidence/0"));
        add(QUESTION.formatted("q", "x").replace("\"parent\": \"x\",", ""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/parent"));
        add(observation("o").replaceFirst("\\{", "{\"parent\": \"o\", "))
                .then()
                .statusCode(400)
                .body("errors.code", contains("unexpected"));
        publish("{\"findings\": [\"nobody\"], \"municipalities\": [\"GM9999\"]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/municipalities/0", "/findings/0"));
        publish("{\"findings\": false, \"municipalities\": []}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/municipalities", "/findings"));
        publish("{\"findings\": [\"Not Good\"]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/findings/0"));
    }

    @Test
    void whoHasNotSeenTheLastStateChangesNothing() {
        add(observation("places"));
        String path = findings + "/places";
        as("researcher").body("{}").put(path).then().statusCode(428);
        as("researcher").header("If-Match", "\"9\"").body("{}").put(path).then().statusCode(412);
        as("researcher").header("If-Match", "\"0\"").body("{}").put(path).then().statusCode(400);
        change("places", observation("other")).then().statusCode(400).body("errors.pointer", contains("/id"));
        as("researcher").header("If-None-Match", "\"0\"").get(path).then().statusCode(304);
        for (String nowhere : new String[] {findings + "/nobody", findings + "/No", "/rounds/none/findings/places"}) {
            as("researcher").get(nowhere).then().statusCode(404);
            as("researcher")
                    .header("If-Match", "\"0\"")
                    .body("{}")
                    .put(nowhere)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void aRetryAddsNoSecondFinding() {
        String body = observation("x").replace("\"id\": \"x\", ", "");
        for (int i = 0; i < 2; i++) {
            as("researcher")
                    .header("Idempotency-Key", "finding-" + round)
                    .body(body)
                    .post(findings)
                    .then()
                    .statusCode(201)
                    .header("ETag", "\"0\"")
                    .body("id", equalTo("1"));
        }
        as("researcher").get(findings).then().body("findings", hasSize(1));
    }
}
