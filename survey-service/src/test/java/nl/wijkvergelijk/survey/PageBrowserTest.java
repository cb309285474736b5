package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.wijkvergelijk.local.Yaml;
import nl.wijkvergelijk.survey.workbook.EditedWorkbook;
import org.junit.jupiter.api.Test;

/** A contact walks through the pages in a real browser, with the keyboard, and axe finds nothing wrong. Screenshots are left in target/browser. */
@QuarkusTest
class PageBrowserTest {

    private static final Path SOURCE = Path.of("src/test/browser");
    private static final Path FOLDER = Path.of("target/browser").toAbsolutePath();
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @Test
    void aContactWalksFromSigningInToTheReceipt() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CHROMIUM), "there is no " + CHROMIUM + " here");
        assumeTrue(isThere("npm") && isThere("node"), "there is no npm here");
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "walk.mjs")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assumeTrue(
                run(5, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") == 0,
                "npm could not install the driver of the browser, see " + FOLDER.resolve("npm.log"));
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
        assertEquals(
                0,
                run(
                        10,
                        "node",
                        "walk.mjs",
                        "http://127.0.0.1:" + RestAssured.port,
                        round,
                        comment,
                        copied(),
                        FOLDER.toString()),
                () -> said("node"));
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
                FOLDER.resolve("right.xlsx"),
                EditedWorkbook.of(file).answer("ward-count", "11").file());
        Files.write(
                FOLDER.resolve("wrong.xlsx"),
                EditedWorkbook.of(file)
                        .answer("ward-count", "een stuk of tien")
                        .answer("residents", "6.3000")
                        .file());
        return round;
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int run(int minutes, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve(command[0] + ".log").toFile())
                .start();
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private static String said(String program) {
        try {
            return Files.readString(FOLDER.resolve(program + ".log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
