package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often the database is asked: not more often because there is more. */
@QuarkusTest
class RoundTripsApiTest {

    /** Fewer rows than this never take another round trip. */
    private static final int ROWS = 150;

    @Test
    void sixtyResponsesBecomePublicInAsManyRoundTripsAsTwoButForBatchesOfTheirRows() throws SQLException {
        published(2);
        int two = published(2);
        int sixty = published(60);
        long rows = Long.parseLong(Database.text("""
                select figures + answers + descriptions + evidence from published.publication order by sequence desc limit 1
                """));
        assertTrue(two >= 20, "counted " + two);
        assertTrue(sixty <= two + rows / ROWS, "%d for two, %d for sixty of %d rows".formatted(two, sixty, rows));
    }

    /** Publishes so many responses with evidence, remarks, clarifications and warnings that were passed. */
    private static int published(int many) throws SQLException {
        String round = Api.roundWithLeusdenAndDelft();
        filledIn(round);
        Copies.ofLeusden(round, many - 1);
        return Statements.roundTrips(() -> as("researcher")
                .body("{}")
                .post("/rounds/" + round + "/publications")
                .then()
                .statusCode(201)
                .body("municipalities.size()", equalTo(many)));
    }

    private static void filledIn(String round) {
        as("leusden")
                .body("{\"id\": \"note\", \"document\": {\"title\": \"Nota\", \"kind\": \"policy-note\"}}")
                .post(leusden(round) + "/evidence")
                .then()
                .statusCode(201);
        Api.approve(leusden(round));
        as("researcher")
                .body("{\"kind\": \"remark\", \"question\": \"fte-total\", \"text\": \"Thank you.\"}")
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
    }

    @Test
    void aListOfAHundredTakesAsManyRoundTripsAsOne() throws SQLException {
        String round = Api.roundWithLeusdenAndDelft();
        filledIn(round);
        List<String> lists = List.of(
                "/rounds/" + round + "/responses",
                "/municipalities",
                "/rounds",
                "/rounds/" + round + "/findings",
                "/rounds/" + round + "/groups",
                leusden(round) + "/history",
                leusden(round) + "/revisions",
                leusden(round) + "/evidence",
                leusden(round) + "/remarks");
        Map<String, Integer> few = counted(lists);
        Copies.ofLeusden(round, 100 - 2);
        for (int i = 0; i < 30; i++) {
            as("researcher")
                    .body("{\"kind\": \"remark\", \"question\": null, \"text\": \"Seen.\"}")
                    .post(leusden(round) + "/remarks")
                    .then()
                    .statusCode(201);
            as("leusden")
                    .body("{\"document\": {\"title\": \"Nota\", \"kind\": \"policy-note\"}}")
                    .post(leusden(round) + "/evidence")
                    .then()
                    .statusCode(201);
            as("researcher")
                    .body("""
                            {"id": "f%1$d", "theme": "meta", "kind": "observation", "order": %1$d, "text": {"nl": "Regen.", "en": "Rain."}}
                            """.formatted(i))
                    .post("/rounds/" + round + "/findings")
                    .then()
                    .statusCode(201);
        }
        assertEquals(few, counted(lists));
    }

    /** Responses are given out by 25; three statements each time. */
    @Test
    void anExportOfAHundredTakesThreeRoundTripsMoreForEveryTwentyFive() throws SQLException {
        String round = Api.roundWithLeusdenAndDelft();
        filledIn(round);
        String export = "/rounds/" + round + "/export";
        int few = counted(List.of(export)).get(export);
        Copies.ofLeusden(round, 100 - 2);
        int hundred = counted(List.of(export)).get(export);
        assertEquals(few + 3 * 4, hundred);
    }

    /** Locking it, reading its round and municipality, its answers, writing the response, its revision, its event, and the end. */
    @Test
    void aSaveTakesSevenRoundTrips() {
        String round = Api.roundWithLeusdenAndDelft();
        String answers = leusden(round) + "/answers";
        as("leusden").body(Api.complete()).put(answers).then().statusCode(201);
        for (int i = 1; i < 4; i++) {
            int number = i;
            int counted = Statements.roundTrips(() -> as("leusden")
                    .header("If-Match", "\"" + number + "\"")
                    .body("{\"answers\": {\"residents\": {\"value\": %d}}}".formatted(number))
                    .patch(answers)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"" + (number + 1) + "\""));
            assertEquals(7, counted);
        }
    }

    @Test
    void whatASaveAnswersIsWhatIsReadAfterIt() {
        String round = Api.roundWithLeusdenAndDelft();
        String answers = leusden(round) + "/answers";
        as("leusden").body(Api.complete()).put(answers).then().statusCode(201);
        String saved = as("leusden")
                .header("If-Match", "\"1\"")
                .body("""
                        {"answers": {"residents": {"value": 1e3, "qualifier": "approximate"}, "fte-total": {"value": 9.50, "unit": "fte"},
                                     "approach-name": {"value": "Wijk \\u00e9n \\ud83d\\ude00 \\/"}}}
                        """)
                .patch(answers)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(as("leusden").get(answers).asString(), saved);
    }

    @Test
    void aResponseWithThirtyPiecesOfEvidenceIsImportedInAsManyRoundTripsAsOneWithTwo() {
        Api.roundWithLeusdenAndDelft();
        // An import needs two connections, which may have to be opened first.
        imported(Api.round(), Api.LEUSDEN, 2);
        String round = Api.round();
        assertEquals(imported(round, Api.LEUSDEN, 2), imported(round, Api.DELFT, 30));
    }

    private static int imported(String round, String code, int evidence) {
        String filed = IntStream.rangeClosed(1, evidence)
                .mapToObj(
                        "{\"id\": \"%1$d\", \"document\": {\"title\": \"Nota %1$d\", \"kind\": \"report\"}}"::formatted)
                .collect(Collectors.joining(", "));
        return Statements.roundTrips(() -> as("researcher")
                .contentType("application/x-ndjson")
                .header("Idempotency-Key", round + code)
                .body("{\"municipality\": \"%s\", \"evidence\": [%s], \"answers\": {\"residents\": {\"value\": 5}}}"
                        .formatted(code, filed)
                        .getBytes(StandardCharsets.UTF_8))
                .post("/rounds/" + round + "/imports?onBehalf=Trial")
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("responses[0].evidenceAdded", equalTo(evidence)));
    }

    private static Map<String, Integer> counted(List<String> lists) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        for (String list : lists) {
            get(list);
            counted.put(list, Statements.roundTrips(() -> get(list)));
        }
        return counted;
    }

    private static void get(String list) {
        as("researcher")
                .get(list + (list.endsWith("/export") ? "" : "?pageSize=100"))
                .then()
                .statusCode(200);
    }
}
