package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.wijkvergelijk.http.BrowserWalk;
import nl.wijkvergelijk.local.Yaml;
import nl.wijkvergelijk.survey.workbook.EditedWorkbook;
import org.junit.jupiter.api.Test;

/** A contact walks through the pages in a real browser, with the keyboard, and axe finds nothing wrong. Screenshots are left in target/browser. */
@QuarkusTest
class PageBrowserTest {

    @Test
    void aContactWalksFromSigningInToTheReceipt() throws IOException, InterruptedException {
        BrowserWalk.prepare();
        String round = asked();
        String comment = Api.roundWithLeusdenAndDelft();
        CommentRound.open(leusden(comment));
        String response = leusden(comment);
        as("researcher")
                .header(
                        "If-Match",
                        as("researcher").get(response + "/description").header("ETag"))
                .body(
                        "{\"reason\": \"A heading, and a word that fits nowhere\", \"language\": \"nl\", \"sections\": {\"context\": \"# Kop\\n\\n%s\", \"wards\": \"Tien.\"}}"
                                .formatted("w".repeat(200)))
                .put(response + "/description")
                .then()
                .statusCode(200);
        BrowserWalk.walk("http://127.0.0.1:" + RestAssured.port, round, comment, copied());
    }

    /** A round that began with the answers that Leusden gave in 2005, all of them to be confirmed. */
    private static String copied() {
        String before = Api.roundWithLeusdenAndDelft();
        JsonNode answers = Yaml.file(Path.of("../deploy/rounds/2005/responses/GM0327.yaml"))
                .get("answers");
        // What it cites is filed with the round of 2005 only.
        answers.findParents("evidence").forEach(each -> ((ObjectNode) each).remove("evidence"));
        as("leusden")
                .body("{\"answers\": " + answers + "}")
                .put(leusden(before) + "/answers")
                .then()
                .statusCode(201);
        String round = Api.round();
        as("researcher")
                .body("{\"from\": \"" + before + "\"}")
                .post("/rounds/" + round + "/proposals")
                .then()
                .statusCode(200);
        return round;
    }

    /** Back with Leusden with a question to answer, and two edited workbooks. */
    private static String asked() throws IOException {
        String round = Api.roundWithLeusdenAndDelft();
        String response = leusden(round);
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        step("leusden", response, "{\"action\": \"submit\"}").then().statusCode(200);
        step("researcher", response, "{\"action\": \"start-review\"}").then().statusCode(200);
        as("researcher").body("""
                        {"kind": "clarification-request", "question": "residents",
                         "text": "Op welke datum telde Leusden 29.000 inwoners, en waar staat dat?"}
                        """).post(response + "/remarks").then().statusCode(201);
        step("researcher", response, "{\"action\": \"request-changes\", \"reason\": \"Eén vraag\"}")
                .then()
                .statusCode(200);
        byte[] file = as("leusden").get(response + "/workbook?lang=nl").asByteArray();
        Files.write(
                BrowserWalk.FOLDER.resolve("right.xlsx"),
                EditedWorkbook.of(file).answer("ward-count", "11").file());
        Files.write(
                BrowserWalk.FOLDER.resolve("wrong.xlsx"),
                EditedWorkbook.of(file)
                        .answer("ward-count", "een stuk of tien")
                        .answer("residents", "6.3000")
                        .file());
        return round;
    }
}
