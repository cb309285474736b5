package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DescriptionApiTest {

    private static final String LATER = """
            {"language": "nl", "sections": {"wards": "Elf wijken."}, "reason": "Counted again"}
            """;

    private String response;
    private String description;

    @BeforeEach
    void leusdenTakesPart() {
        response = leusden(Api.roundWithLeusdenAndDelft());
        description = response + "/description";
    }

    private Response write(String tag, String body) {
        return as("researcher").header("If-Match", tag).body(body).put(description);
    }

    private void writeFirst() {
        as("researcher")
                .body(CommentRound.DESCRIPTION)
                .put(description)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
    }

    @Test
    void aSectionIsStoredAsSentAndShownAsHtmlToo() {
        writeFirst();
        as("researcher")
                .get(description)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("author", equalTo("researcher"))
                .body("sections.context.text", equalTo("Leusden telt **29.000** inwoners."))
                .body("sections.context.html", equalTo("<p>Leusden telt <strong>29.000</strong> inwoners.</p>\n"));
        as("researcher")
                .header("If-None-Match", "\"1\"")
                .get(description)
                .then()
                .statusCode(304);
    }

    @Test
    void everyChangeIsAVersionThatIsKeptAndWhatChangesNothingIsNone() throws SQLException {
        writeFirst();
        write("\"1\"", CommentRound.DESCRIPTION).then().statusCode(200).header("ETag", "\"1\"");
        write("\"1\"", LATER)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("sections.keySet()", contains("wards"));
        assertEquals(
                "1 Tien wijken., 2 Elf wijken.",
                Database.text(
                        "select string_agg(version || ' ' || (sections ->> 'wards'), ', ' order by version) from history.description where round = '%s'"
                                .formatted(response.split("/")[2])));
        assertEquals(
                "describe researcher 1, describe researcher 2",
                Database.text(
                        "select string_agg(action || ' ' || actor || ' ' || (content ->> 'version'), ', ' order by id) from history.event where subject = 'description' and round = '%s'"
                                .formatted(response.split("/")[2])));
    }

    @Test
    void ofTwoWhoWriteWithOneTagOneIsRefused() {
        writeFirst();
        List<Response> all = Together.call(8, i -> write("\"1\"", LATER.replace("Elf", "Elf " + i)));
        assertEquals(
                Map.of(200, 1L, 412, 7L),
                all.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting())));
        as("researcher").body(LATER).put(description).then().statusCode(428);
        write("\"9\"", "{}").then().statusCode(412);
    }

    @Test
    void theMunicipalityReadsItFromTheCommentRoundOnAndNeverWritesIt() {
        as("researcher").get(description).then().statusCode(404);
        writeFirst();
        CommentRound.review(response);
        as("leusden").get(description).then().statusCode(404);
        as("leusden").get(description + "/comments").then().statusCode(404);
        step("researcher", response, CommentRound.send()).then().statusCode(200);
        as("leusden").get(description).then().statusCode(200).body("version", equalTo(1));
        as("leusden").get(description + "/comments").then().statusCode(200);
        as("leusden").body(LATER).put(description).then().statusCode(403);
        as("delft").get(description).then().statusCode(404);
        as("delft").body(LATER).put(description).then().statusCode(404);
        step("researcher", response, "{\"action\": \"return\", \"reason\": \"Which date?\"}")
                .then()
                .statusCode(200);
        as("leusden").get(description).then().statusCode(404);
        as("leusden").get(description + "/comments").then().statusCode(200);
    }

    @Test
    void onceItLiesBeforeTheMunicipalityAChangeNeedsAReason() {
        CommentRound.open(response);
        write("\"1\"", LATER.replace(", \"reason\": \"Counted again\"", ""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        write("\"1\"", LATER).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        String deep = "> ".repeat(49_000);
        as("researcher")
                .body("{\"language\": \"nl\", \"sections\": {\"kontext\": \"x\", \"wards\": \"%s\"}}".formatted(deep))
                .put(description)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/sections/kontext", "/sections/wards"))
                .body("errors.code", containsInAnyOrder("unknown-section", "nested-too-deeply"));
        as("researcher")
                .body("{\"language\": \"fr\", \"sections\": {\"context\": \" \", \"wards\": null}}")
                .put(description)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/language", "/sections/context", "/sections/wards"));
        for (String body : List.of("{}", "[]", "{\"language\": \"nl\", \"sections\": {}}", "{\"text\": 1}")) {
            as("researcher").body(body).put(description).then().statusCode(400);
        }
        as("researcher")
                .body("{\"language\": \"nl\", \"sections\": {\"context\": \"%s\"}}".formatted("x".repeat(100_001)))
                .put(description)
                .then()
                .statusCode(400)
                .body("errors.code", contains("too-long"));
        as("researcher").get(description).then().statusCode(404);
    }
}
