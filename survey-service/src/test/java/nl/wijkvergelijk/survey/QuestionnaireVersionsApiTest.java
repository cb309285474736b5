package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.LEUSDEN;
import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.nobody;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.survey.workbook.EditedWorkbook;
import org.junit.jupiter.api.Test;

/** A researcher writes the form of the next round, and municipalities answer it. */
@QuarkusTest
class QuestionnaireVersionsApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** The form of 2005 as the service shows it, under another name and number. */
    private static ObjectNode form(String id, int version) {
        ObjectNode form = (ObjectNode)
                read(nobody().get("/questionnaires/standard/versions/2005").asString());
        return form.put("id", id).put("version", version);
    }

    private static Response post(ObjectNode form) {
        return as("researcher").body(form.toString()).post("/questionnaires");
    }

    /** Asks for a website, no longer for priority areas, and words the number of wards anew. */
    private static ObjectNode of2027() {
        ObjectNode form = form("standard", 2027);
        ArrayNode context = (ArrayNode) form.at("/sections/0/questions");
        for (int i = 0; i < context.size(); i++) {
            if (context.get(i).path("id").asText().equals("problem-areas")) {
                context.remove(i);
            }
        }
        context.addObject()
                .put("id", "website")
                .put("type", "text")
                .put("required", false)
                .set(
                        "label",
                        JSON.valueToTree(Map.of("nl", "Website over de wijken", "en", "Website about the wards")));
        ((ObjectNode) form.at("/sections/2/questions/0/label")).put("en", "Number of wards you work in");
        return form;
    }

    /** The new question is shown with every list it could have, empty; all else comes back as it was sent. */
    private static JsonNode withoutWebsite(JsonNode form) {
        ArrayNode context = (ArrayNode) form.at("/sections/0/questions");
        assertEquals("website", context.remove(context.size() - 1).path("id").asText());
        return form;
    }

    @Test
    void aNewVersionIsPostedAnsweredPublishedAndExported() throws SQLException {
        post(of2027())
                .then()
                .statusCode(201)
                .header("Location", "/v1/questionnaires/standard/versions/2027")
                .body("version", equalTo(2027));
        JsonNode shown =
                read(nobody().get("/questionnaires/standard/versions/2027").asString());
        assertEquals(withoutWebsite(of2027()), withoutWebsite(shown));
        nobody().get("/questionnaires")
                .then()
                .body("questionnaires.findAll { it.id == 'standard' }.version", contains(2005, 2027));
        nobody().get("/questionnaires/standard/versions/2027/changes")
                .then()
                .statusCode(200)
                .body("since", equalTo(2005))
                .body("changes.code", contains("question-removed", "question-added", "label-changed"))
                .body("changes.question", contains("problem-areas", "website", "ward-count"))
                .body("changes[2].was.en", equalTo("Number of wards"))
                .body("changes[2].is.en", equalTo("Number of wards you work in"))
                .body("measures.find { it.measure == 'ward-count' }.verdict", equalTo("look"))
                .body("measures.find { it.measure == 'residents' }.verdict", equalTo("same"));
        assertEquals(
                "post researcher standard/2027 "
                        + Database.text(
                                "select encode(sha256(convert_to(content, 'UTF8')), 'hex') from history.questionnaire where id = 'standard' and version = 2027"),
                Database.text("""
                        select action || ' ' || actor || ' ' || item || ' ' || (content ->> 'sha256') from history.event
                        where subject = 'questionnaire' and item = 'standard/2027'
                        """));

        Api.municipality(LEUSDEN, "Leusden");
        as("researcher").body("""
                        {"id": "2027", "title": {"nl": "Ronde 2027", "en": "Round 2027"}, "questionnaire": {"id": "standard", "version": 2027},
                         "fullTimeHours": 36, "fullTimeHoursSource": "Collective agreement"}
                        """).post("/rounds").then().statusCode(201);
        as("researcher")
                .body("{}")
                .put("/rounds/2027/participants/" + LEUSDEN)
                .then()
                .statusCode(201);
        String response = leusden("2027");
        as("leusden")
                .body("{\"answers\": {\"problem-areas\": {\"value\": [\"x\"]}}}")
                .put(response + "/answers")
                .then()
                .statusCode(400)
                .body("errors.code", contains("unknown-question"));
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {\"website\": {\"value\": \"leusden.example\"}}}")
                .patch(response + "/answers")
                .then()
                .statusCode(200);
        byte[] workbook = as("leusden")
                .get(response + "/workbook?lang=en")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        as("leusden")
                .contentType(XLSX)
                .header("If-Match", "\"2\"")
                .body(EditedWorkbook.of(workbook)
                        .answer("website", "wijken.leusden.example")
                        .file())
                .put(response + "/workbook")
                .then()
                .statusCode(200)
                .body("answers.website.value", equalTo("wijken.leusden.example"));
        Api.step("leusden", response, "{\"action\": \"submit\"}").then().statusCode(200);
        Api.step("researcher", response, "{\"action\": \"start-review\"}")
                .then()
                .statusCode(200);
        Api.step("researcher", response, Api.APPROVE).then().statusCode(200);
        Api.passWarnings(response);
        Api.step("researcher", response, "{\"action\": \"publish\"}").then().statusCode(200);
        assertEquals("wijken.leusden.example Website about the wards", Database.text("""
                        select (answer ->> 'value') || ' ' || label_en from published.answer where round = '2027' and question = 'website'
                        """));
        assertEquals(
                "10",
                Database.text("select value from published.figure where round = '2027' and measure = 'ward-count'"));
    }

    @Test
    void onlyAResearcherPosts() {
        ObjectNode form = form("not-theirs", 1);
        nobody().body(form.toString()).post("/questionnaires").then().statusCode(401);
        as("leusden").body(form.toString()).post("/questionnaires").then().statusCode(403);
        as("admin").body(form.toString()).post("/questionnaires").then().statusCode(403);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsKept() {
        ObjectNode form = form("wrong", 1).put("title", "Wrong");
        ((ObjectNode) form.at("/sections/0/questions/0")).put("unit", "parsecs");
        ((ObjectNode) form.at("/rules/0")).putArray("questions").add("nobody");
        as("researcher")
                .body(form.toString())
                .post("/questionnaires?lang=nl")
                .then()
                .statusCode(400)
                .body("type", equalTo("/v1/problems/invalid-input"))
                .body("errors.pointer", hasItems("/title", "/sections/0/questions/0/unit", "/rules/0/questions/0"))
                .body(
                        "errors.find { it.pointer == '/title' }.detail",
                        equalTo("Hier hoort een object, tussen accolades."));
        nobody().get("/questionnaires/wrong/versions/1").then().statusCode(404);
        for (String body : List.of("", "{", "null", "[]", "{\"id\": \"a\", \"id\": \"b\"}")) {
            as("researcher").body(body).post("/questionnaires").then().statusCode(400);
        }
        as("researcher")
                .contentType("text/plain")
                .body("x")
                .post("/questionnaires")
                .then()
                .statusCode(415);
        as("researcher")
                .body("{\"id\": \"" + "x".repeat(2_100_000) + "\"}")
                .post("/questionnaires")
                .then()
                .statusCode(413);
    }

    @Test
    void aVersionIsPostedOnceAndNeverChanged() throws SQLException {
        post(known("frozen", 3)).then().statusCode(201);
        post(known("frozen", 3))
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/questionnaire-exists"))
                .body(
                        "detail",
                        equalTo(
                                "Version 3 of frozen is there already, and does not change any more. Choose a higher number."));
        post(known("frozen", 2))
                .then()
                .statusCode(400)
                .body("errors.code", contains("version-not-newer"))
                .body("errors.pointer", contains("/version"));
        post(form("standard", 2005)).then().statusCode(409);
        post(known("frozen", 4)).then().statusCode(201);
        nobody().get("/questionnaires/frozen/versions/4/changes?since=3")
                .then()
                .statusCode(200)
                .body("changes", empty());
        ObjectNode fifth = known("frozen", 5);
        ((ObjectNode) fifth.path("title")).put("en", "Another title");
        post(fifth).then().statusCode(201);
        post(known("frozen", 6)).then().statusCode(201);
        nobody().get("/questionnaires/frozen/versions/6/changes")
                .then()
                .body("since", equalTo(5))
                .body("changes.code", contains("title-changed"));
        nobody().get("/questionnaires/frozen/versions/6/changes?since=4").then().body("changes", empty());
    }

    /** The part of the form whose measures the definitions know, so that it can be posted under any name. */
    private static ObjectNode known(String id, int version) {
        ObjectNode form = form(id, version);
        form.putArray("rules");
        ArrayNode sections = (ArrayNode) form.path("sections");
        ArrayNode first = (ArrayNode) sections.at("/0/questions");
        JsonNode residents = first.get(0);
        first.removeAll().add(residents);
        JsonNode section = sections.get(0);
        sections.removeAll().add(section);
        return form;
    }

    @Test
    void aRetryWithItsKeyPostsOnce() {
        for (int i = 0; i < 2; i++) {
            as("researcher")
                    .header("Idempotency-Key", "questionnaire-again")
                    .body(known("again", 1).toString())
                    .post("/questionnaires")
                    .then()
                    .statusCode(201)
                    .header("Location", "/v1/questionnaires/again/versions/1")
                    .body("id", equalTo("again"));
        }
    }

    @Test
    void ofManyWhoPostTheSameVersionOneGetsIt() {
        List<Integer> answers = Together.call(4, i -> post(known("race", 1)).statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(3, answers.stream().filter(status -> status == 409).count(), answers.toString());
    }

    @Test
    void aVersionThatAnotherInstanceTookInIsFoundAtOnce() throws SQLException {
        nobody().get("/questionnaires/elsewhere/versions/1").then().statusCode(404);
        post(known("here", 1)).then().statusCode(201);
        Database.run("wijk_survey", """
                insert into history.questionnaire (id, version, sha256, content, at, author)
                select 'elsewhere', 1, encode(sha256(convert_to(changed, 'UTF8')), 'hex'), changed, at, author
                from (select replace(content, '"here"', '"elsewhere"') as changed, at, author from history.questionnaire where id = 'here') as other
                """);
        nobody().get("/questionnaires/elsewhere/versions/1")
                .then()
                .statusCode(200)
                .body("id", equalTo("elsewhere"));
        nobody().get("/questionnaires").then().body("questionnaires.id", hasItem("elsewhere"));
        post(known("elsewhere", 1)).then().statusCode(409);
    }

    @Test
    void aVersionThatWasChangedAfterItWasPostedIsNotServedAndNothingIsAskedByIt() throws SQLException {
        post(known("whole", 1)).then().statusCode(201);
        Database.run("wijk_survey", """
                insert into history.questionnaire (id, version, sha256, content, at, author)
                select 'altered', 1, sha256, replace(content, '"whole"', '"altered"'), at, author from history.questionnaire where id = 'whole'
                """);
        try {
            nobody().get("/questionnaires/altered/versions/1")
                    .then()
                    .statusCode(500)
                    .body("type", equalTo("/v1/problems/internal-error"))
                    .body("$", not(hasKey("sections")));
            nobody().get("/questionnaires/altered/versions/1/schema").then().statusCode(500);
            as("researcher").body("""
                            {"id": "altered", "title": {"nl": "Ronde", "en": "Round"}, "questionnaire": {"id": "altered", "version": 1},
                             "fullTimeHours": 36, "fullTimeHoursSource": "Collective agreement"}
                            """).post("/rounds").then().statusCode(500);
            nobody().get("/rounds/altered").then().statusCode(404);
            nobody().get("/questionnaires/whole/versions/1").then().statusCode(200);
        } finally {
            Database.run("wijk_owner", "delete from history.questionnaire where id = 'altered'");
        }
        nobody().get("/questionnaires/altered/versions/1").then().statusCode(404);
    }

    @Test
    void theListHasPages() {
        post(known("pages", 1)).then().statusCode(201);
        nobody().get("/questionnaires?pageSize=1")
                .then()
                .statusCode(200)
                .body("questionnaires.size()", equalTo(1))
                .body("$", not(hasKey("page")));
        nobody().get("/questionnaires?page=0").then().statusCode(400);
    }

    @Test
    void onlyAnEarlierVersionCanBeComparedWith() {
        nobody().get("/questionnaires/standard/versions/2005/changes")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("since")))
                .body("changes", empty());
        for (String since : List.of("2005", "2006", "1", "x", "99999999999", "-1")) {
            nobody().get("/questionnaires/standard/versions/2005/changes?since=" + since)
                    .then()
                    .statusCode(400)
                    .body("errors.name", contains("since"));
        }
        nobody().get("/questionnaires/standard/versions/2004/changes").then().statusCode(404);
        nobody().get("/questionnaires/nobody/versions/1/schema").then().statusCode(404);
    }

    @Test
    void theSchemaHasItsOwnTypeAndStableBytes() {
        String path = "/questionnaires/standard/versions/2005/schema";
        Response first = nobody().get(path);
        first.then()
                .statusCode(200)
                .contentType("application/schema+json")
                .body("$schema", equalTo("https://json-schema.org/draft/2020-12/schema"))
                .body("$id", equalTo("/v1/questionnaires/standard/versions/2005/schema"))
                .body("properties.answers.properties", hasKey("residents"));
        Response second = as("delft").get(path + "?lang=en");
        assertEquals(first.asString(), second.asString());
        assertEquals(first.header("ETag"), second.header("ETag"));
        assertTrue(first.header("ETag").matches("\"[0-9a-f]{32}\""), first.header("ETag"));
        nobody().header("If-None-Match", first.header("ETag")).get(path).then().statusCode(304);
        nobody().accept("text/html").get(path).then().statusCode(406);
        nobody().accept("application/problem+json").get(path).then().statusCode(406);
    }
}
