package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole round goes in and out as one file. */
@QuarkusTest
class ImportsApiTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String NOTA =
            "{\"id\": \"nota\", \"document\": {\"title\": \"Nota\", \"kind\": \"report\", \"date\": \"2005\"}}";

    private static RequestSpecification sending(String type, String file) {
        return as("researcher")
                .contentType(type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("onBehalf", "From the paper forms")
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Response imported(String round, String type, String file) {
        return sending(type, file).post("/rounds/" + round + "/imports");
    }

    private static Response exported(String round, String format) {
        return as("researcher").queryParam("format", format).get("/rounds/" + round + "/export");
    }

    private static String line(String code, String answers) {
        return "{\"municipality\": \"%s\", \"answers\": %s}\n".formatted(code, answers);
    }

    private static String emptyRound() {
        Api.municipality(Api.LEUSDEN, "Leusden");
        Api.municipality(Api.DELFT, "Delft");
        return Api.round();
    }

    @Test
    void eachResponseIsTakenWholeOrNotAtAll() {
        String round = emptyRound();
        String file = line(Api.LEUSDEN, Sample.COMPLETE.replace("\n", ""))
                + line(Api.DELFT, "{\"residents\": {\"value\": \"6.3000\"}, \"ward-count\": {\"value\": 5}}")
                + line("GM9876", "{}");
        imported(round, NDJSON, file)
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("refused", equalTo(2))
                .body("responses.line", contains(1, 2, 3))
                .body("responses.outcome", contains("created", "refused", "refused"))
                .body("responses[0].revision", equalTo(1))
                .body("responses[0].answersChanged", equalTo(11))
                .body("responses[1].errors[0].line", equalTo(2))
                .body("responses[1].errors[0].pointer", equalTo("/answers/residents/value"))
                .body("responses[1].errors[0].detail.nl", containsString("6300"))
                .body("responses[2].errors[0].code", equalTo("unknown-municipality"));
        as("researcher")
                .get(Api.leusden(round) + "/revisions/1")
                .then()
                .body("onBehalf", equalTo("From the paper forms"))
                .body("answers.residents.value", equalTo(29000));
        as("researcher")
                .get("/rounds/" + round + "/responses/" + Api.DELFT)
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsThereAlreadyMakesNoRevision() {
        String round = emptyRound();
        String file = line(Api.LEUSDEN, "{\"residents\": {\"value\": 29000}}");
        imported(round, NDJSON, file).then().body("created", equalTo(1));
        imported(round, NDJSON, file).then().body("unchanged", equalTo(1)).body("responses[0].revision", equalTo(1));
        imported(round, NDJSON, line(Api.LEUSDEN, "{\"residents\": null, \"ward-count\": {\"value\": 5}}"))
                .then()
                .body("changed", equalTo(1))
                .body("responses[0].revision", equalTo(2))
                .body("responses[0].answersChanged", equalTo(2));
    }

    @Test
    void aDryRunSaysTheSameAndLeavesNothing() {
        String round = emptyRound();
        String file = "{\"municipality\": \"GM0327\", \"evidence\": [" + NOTA
                + "], \"answers\": {\"residents\": {\"value\": 1,"
                + " \"evidence\": [{\"evidence\": \"nota\", \"page\": \"3\"}]}}}\n" + line(Api.DELFT, "{\"x\": {}}");
        sending(NDJSON, file)
                .queryParam("dryRun", "true")
                .post("/rounds/" + round + "/imports")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("created", equalTo(1))
                .body("refused", equalTo(1))
                .body("responses[0].revision", equalTo(1))
                .body("responses[0].evidenceAdded", equalTo(1));
        as("researcher").get("/rounds/" + round + "/responses").then().body("responses", hasSize(0));
        imported(round, NDJSON, file).then().body("created", equalTo(1)).body("responses[0].evidenceAdded", equalTo(1));
        as("researcher").get(Api.leusden(round) + "/evidence").then().body("evidence.id", contains("nota"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ndjson", "csv"})
    void whatIsGivenOutIsTakenInAgain(String format) {
        String from = emptyRound();
        String file = ("{\"municipality\": \"GM0327\", \"evidence\": [" + NOTA + "], \"answers\": "
                        + Sample.COMPLETE
                                .replace("\n", "")
                                .replace(
                                        "\"residents\": {",
                                        "\"residents\": {\"comment\": \"=Nagaan\", \"evidence\": [{\"evidence\": \"nota\", \"page\": \"3\"}], ")
                        + "}\n")
                + line(Api.DELFT, "{}");
        imported(from, NDJSON, file).then().body("created", equalTo(2));
        Response out = exported(from, format);
        out.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("wijkvergelijk-" + from + "." + format));
        String type = format.equals("csv") ? CSV : NDJSON;
        assertTrue(out.contentType().startsWith(type), out.contentType());
        String to = emptyRound();
        imported(to, type, out.asString()).then().statusCode(200).body("created", equalTo(2));
        assertEquals(
                as("researcher").get(Api.leusden(from) + "/answers").jsonPath().getMap("answers"),
                as("researcher").get(Api.leusden(to) + "/answers").jsonPath().getMap("answers"));
        assertEquals(out.asString(), exported(to, format).asString());
        imported(from, type, out.asString()).then().statusCode(200).body("unchanged", equalTo(2));
    }

    @Test
    void aFormIsChosenByNameOrAccepted() {
        String round = Api.roundWithLeusdenAndDelft();
        as("researcher")
                .accept(CSV)
                .get("/rounds/" + round + "/export")
                .then()
                .contentType(CSV + "; charset=utf-8; header=present");
        as("researcher").get("/rounds/" + round + "/export").then().contentType(NDJSON);
        as("researcher")
                .accept("application/json")
                .get("/rounds/" + round + "/export")
                .then()
                .statusCode(406);
        exported(round, "xml").then().statusCode(400).body("errors.name", contains("format"));
    }

    @Test
    void whoSawAnOlderRevisionIsRefused() {
        String round = emptyRound();
        imported(round, NDJSON, line(Api.LEUSDEN, "{\"residents\": {\"value\": 1}}"))
                .then()
                .statusCode(200);
        String seen = exported(round, "ndjson").asString();
        imported(round, NDJSON, line(Api.LEUSDEN, "{\"residents\": {\"value\": 2}}"))
                .then()
                .statusCode(200);
        imported(round, NDJSON, seen)
                .then()
                .body("responses[0].errors.code", contains("stale-revision"))
                .body("responses[0].errors.pointer", contains("/revision"));
        as("researcher").get(Api.leusden(round) + "/answers").then().body("answers.residents.value", equalTo(2));
    }

    @Test
    void answersInSomebodyElsesHandsAreLeftAlone() {
        String round = Api.roundWithLeusdenAndDelft();
        as("leusden")
                .body(Api.complete())
                .put(Api.leusden(round) + "/answers")
                .then()
                .statusCode(201);
        Api.step("leusden", Api.leusden(round), "{\"action\": \"submit\"}")
                .then()
                .statusCode(200);
        imported(round, NDJSON, line(Api.LEUSDEN, "{\"residents\": {\"value\": 2}}"))
                .then()
                .body("responses[0].errors.code", contains("answers-not-open"));
        imported(round, NDJSON, exported(round, "ndjson").asString()).then().body("unchanged", equalTo(2));
    }

    @Test
    void evidenceIsNeverChanged() {
        String round = emptyRound();
        String file = "{\"municipality\": \"GM0327\", \"evidence\": [%s]}\n";
        imported(round, NDJSON, file.formatted(NOTA)).then().body("created", equalTo(1));
        imported(round, NDJSON, file.formatted(NOTA.replace("Nota", "De nota")))
                .then()
                .body("responses[0].errors.code", contains("evidence-differs"))
                .body("responses[0].errors.pointer", contains("/evidence/0/id"));
        imported(round, NDJSON, file.formatted("{\"document\": {\"kind\": \"x\"}}"))
                .then()
                .body("responses[0].errors.pointer", hasItem("/evidence/0/document/title"));
        imported(round, NDJSON, file.formatted("{\"id\": \"x\", \"documents\": 1}"))
                .then()
                .body("responses[0].errors.pointer", contains("/evidence/0/documents"));
    }

    @Test
    void aLineThatCannotBeReadKeepsTheOthersFromNothing() {
        String round = emptyRound();
        String file = "\ufeff" + line(Api.LEUSDEN, "{}")
                + "\n{\"municipality\": \n{\"municipality\": 5}\n{\"x\": 1, \"municipality\": \"GM0503\"}\n"
                + line("Leusden", "{}") + "[]\n" + line(Api.DELFT, "null");
        imported(round, NDJSON, file)
                .then()
                .statusCode(200)
                .body("responses.line", contains(1, 3, 4, 5, 6, 7, 8))
                .body("created", equalTo(1))
                .body("refused", equalTo(6))
                .body("responses[1].errors.code", contains("malformed-json"))
                .body("responses[2].errors.pointer", contains("/municipality"))
                .body("responses[3].errors.pointer", contains("/x"))
                .body("responses[4].errors.pointer", contains("/municipality"))
                .body("responses[6].errors.pointer", contains("/answers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ndjson", "csv"})
    void aMunicipalityThatIsAtTwoPlacesIsNotHalfTaken(String format) {
        String round = emptyRound();
        boolean isCsv = format.equals("csv");
        String file = isCsv
                ? "municipality,question,value\nGM0327,residents,5\nGM0503,residents,6\nGM0327,ward-count,7\n"
                : line(Api.LEUSDEN, "{\"residents\": {\"value\": 5}}")
                        + line(Api.DELFT, "{\"residents\": {\"value\": 6}}")
                        + line(Api.LEUSDEN, "{\"ward-count\": {\"value\": 7}}");
        imported(round, isCsv ? CSV : NDJSON, file)
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("responses.outcome", contains("refused", "created"))
                .body("responses[0].errors.code", contains("duplicate"));
        as("researcher").get(Api.leusden(round)).then().statusCode(404);
    }

    @Test
    void aRowTakesNothingAwayForWhichItsFileHasNoColumn() {
        String round = emptyRound();
        imported(round, NDJSON, line(Api.LEUSDEN, "{\"residents\": {\"value\": 5, \"note\": \"Geteld\"}}"))
                .then()
                .body("created", equalTo(1));
        imported(round, CSV, "municipality,question,value\nGM0327,residents,6\n")
                .then()
                .body("responses[0].errors.code", contains("would-be-lost"))
                .body("responses[0].errors.line", contains(2))
                .body("responses[0].errors[0].detail.en", containsString("'note'"));
        imported(round, CSV, "municipality,question,value,note\nGM0327,residents,6,Anders geteld\n")
                .then()
                .body("changed", equalTo(1));
        imported(round, CSV, "municipality,question,value,missing,note\nGM0327,residents,,lost,\n")
                .then()
                .body("changed", equalTo(1));
    }

    @Test
    void anEditedExportMayBeSentAgain() {
        String round = emptyRound();
        imported(round, NDJSON, line(Api.LEUSDEN, "{\"residents\": {\"value\": 5}}"));
        String edited = exported(round, "ndjson").asString().replace("\"value\":5", "\"value\":6");
        imported(round, NDJSON, edited).then().body("changed", equalTo(1));
        imported(round, NDJSON, edited).then().body("unchanged", equalTo(1)).body("refused", equalTo(0));
    }

    @Test
    void everythingThatIsWrongWithAResponseIsSaidAtOnce() {
        String round = emptyRound();
        String file = "municipality,question,value,unit,evidence\nGM0327,,,,\"{\"\"id\"\": \"\"x\"\"}\"\n"
                + "GM0327,residents,veel,,\nGM0327,fte-total,5,dagen,\nGM0327,ward-count,1.5,,\n";
        imported(round, CSV, file)
                .then()
                .body("responses[0].errors.line", contains(2, 3, 4, 5))
                .body("responses[0].errors.column", contains("evidence", "value", "unit", "value"));
    }

    @Test
    void anExpiredKeyOfSomebodyElseHoldsNothingUp() throws SQLException {
        String round = emptyRound();
        Database.run(
                "wijk_survey",
                "insert into survey.idempotency_key (account, key, fingerprint, at) values ('old', '%s', 'x', now() - interval '25 hours')"
                        .formatted(round));
        try (var other = Postgres.as("wijk_survey");
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("delete from survey.idempotency_key where account = 'old'");
            imported(round, NDJSON, line(Api.LEUSDEN, "{}")).then().statusCode(200);
            other.rollback();
        }
    }

    @Test
    void cellsThatAreWrongAreNamed() {
        String round = emptyRound();
        imported(
                        round,
                        CSV,
                        "municipality;question;value;unit\nGM0327;residents;29.000;\nGM0327;fte-total;1,5;dagen\nGM0503;residents;ca. 8,5;\n")
                .then()
                .statusCode(200)
                .body("responses.line", contains(2, 4))
                .body("responses[0].errors[0].line", equalTo(3))
                .body("responses[0].errors[0].column", equalTo("unit"))
                .body("responses[1].errors[0].line", equalTo(4))
                .body("responses[1].errors[0].column", equalTo("value"));
    }

    @Test
    void aRepetitionGetsTheReportOfThen() {
        String round = emptyRound();
        RequestSpecification request = sending(NDJSON, line(Api.LEUSDEN, "{\"residents\": {\"value\": 1}}"));
        Response first = request.post("/rounds/" + round + "/imports");
        first.then().statusCode(200).body("created", equalTo(1));
        assertEquals(
                first.asString(), request.post("/rounds/" + round + "/imports").asString());
        request.body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/rounds/" + round + "/imports")
                .then()
                .statusCode(422);
    }

    @Test
    void aFileThatCannotBeTakenApartIsRefusedWhole() {
        String round = emptyRound();
        imported(round, CSV, "municipality,question,value\nGM0327,residents,5\nGM0503,name,\"x\n")
                .then()
                .statusCode(400)
                .body("errors.code", contains("malformed-csv"));
        imported(round, NDJSON, "\n\n").then().statusCode(400).body("errors.code", contains("required"));
        as("researcher").get("/rounds/" + round + "/responses").then().body("responses", hasSize(0));
    }

    @Test
    void theKeyAndWhoseWorkItIsMustBeSaid() {
        String round = emptyRound();
        as("researcher")
                .contentType(NDJSON)
                .queryParam("dryRun", "maybe")
                .body(line(Api.LEUSDEN, "{}").getBytes(StandardCharsets.UTF_8))
                .post("/rounds/" + round + "/imports")
                .then()
                .statusCode(400)
                .body("errors.name", contains("Idempotency-Key", "dryRun", "onBehalf"));
    }

    /** The longest that the contract allows has to fit in an address, also where each character takes twelve bytes there. */
    @Test
    void theLongestReasonFitsInTheAddress() {
        String round = emptyRound();
        String longest = "\ud83c\udfd8".repeat(1_000);
        sending(NDJSON, line(Api.LEUSDEN, "{}"))
                .queryParam("dryRun", true)
                .queryParam("reason", longest)
                .post("/rounds/" + round + "/imports")
                .then()
                .statusCode(200);
        sending(NDJSON, line(Api.LEUSDEN, "{}"))
                .queryParam("reason", longest + "x")
                .post("/rounds/" + round + "/imports")
                .then()
                .statusCode(400)
                .body("errors.code", contains("too-long"));
    }

    @Test
    void moreThanTheLimitIsRefusedWhole() {
        String round = emptyRound();
        String lines = IntStream.range(0, 1001)
                .mapToObj(i -> line("GM%04d".formatted(i), "{}"))
                .collect(Collectors.joining());
        imported(round, NDJSON, lines).then().statusCode(413);
        as("researcher").get("/rounds/" + round + "/responses").then().body("responses", hasSize(0));
    }

    @Test
    void aThousandResponsesInOneCallAndTheFaultOnLine700IsNamed() throws SQLException {
        Database.run("wijk_survey", """
                insert into survey.municipality (code, name, successors, version)
                select 'GM' || n, 'Gemeente ' || n, '[]', 0 from generate_series(7000, 7999) n on conflict do nothing
                """);
        String round = emptyRound();
        String answers = wholeAnswers();
        String file = IntStream.range(0, 1000)
                .mapToObj(i -> line(
                        "GM" + (7000 + i),
                        i == 699 ? answers.replace("\"value\":29000", "\"value\":\"29.000\"") : answers))
                .collect(Collectors.joining());
        imported(round, NDJSON, file)
                .then()
                .statusCode(200)
                .body("created", equalTo(999))
                .body("refused", equalTo(1))
                .body("responses[699].line", equalTo(700))
                .body("responses[699].municipality", equalTo("GM7699"))
                .body("responses[699].errors.line", contains(700))
                .body("responses[699].errors.pointer", contains("/answers/residents/value"));
        as("researcher")
                .get("/rounds/" + round + "/responses?pageSize=1")
                .then()
                .body("total", equalTo(999));
        assertEquals(999, exported(round, "ndjson").asString().lines().count());
    }

    /** Every question of the form is accounted for. */
    private static String wholeAnswers() {
        return as("researcher")
                .get("/questionnaires/standard/versions/2005")
                .jsonPath()
                .<String>getList("sections.questions.flatten().id")
                .stream()
                .map(id -> "\"" + id + "\":"
                        + (id.equals("residents")
                                ? "{\"value\":29000}"
                                : "{\"missing\":\"not-stated\",\"note\":\"Niet gevonden in de stukken\"}"))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
