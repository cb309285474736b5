package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import nl.wijkvergelijk.local.Yaml;
import nl.wijkvergelijk.survey.answer.Tiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents and interviews on file, and the answers that cite them. */
@QuarkusTest
class EvidenceApiTest {

    private static final String REPORT = """
            {"id": "report", "document": {"title": "Wijken in cijfers", "kind": "statistics", "date": "2005-03", "publisher": "Gemeente Leusden",
             "url": "https://example.org/wijken?jaar=2005"}}
            """;

    private String round;
    private String evidence;

    @BeforeEach
    void aRound() {
        round = Api.roundWithLeusdenAndDelft();
        evidence = leusden(round) + "/evidence";
    }

    @Test
    void aDocumentIsPutOnFileAndReadBack() throws SQLException {
        as("leusden")
                .body(REPORT)
                .post(evidence)
                .then()
                .statusCode(201)
                .header("Location", "/v1" + evidence + "/report")
                .body("id", equalTo("report"))
                .body("document.public", equalTo(true))
                .body("document.url", equalTo("https://example.org/wijken?jaar=2005"))
                .body("interview", nullValue());
        as("researcher").get(evidence + "/report").then().statusCode(200).body("document.date", equalTo("2005-03"));
        as("leusden").get(evidence).then().statusCode(200).body("evidence.id", equalTo(List.of("report")));
        assertEquals("add leusden report Wijken in cijfers", event());
    }

    @Test
    void anInterviewSaysWhatBecameOfItAndWhy() {
        as("researcher").body("""
                        {"interview": {"group": "partners", "form": "group", "outcome": "skipped", "reason": "Only ad hoc cooperation."}}
                        """).post(evidence).then().statusCode(201).body("id", equalTo("1"));
        as("researcher")
                .body("""
                        {"interview": {"group": "residents", "role": "head of a ward council", "form": "group", "people": 13, "date": "2005-09"}}
                        """)
                .post(evidence)
                .then()
                .statusCode(201)
                .body("id", equalTo("2"))
                .body("interview.outcome", equalTo("held"))
                .body("document", nullValue());
        refused("{\"interview\": {\"group\": \"partners\", \"outcome\": \"skipped\", \"people\": 3}}")
                .body("errors.pointer", containsInAnyOrder("/interview/reason", "/interview/people"));
    }

    @Test
    void aPersonsAddressOrNumberIsRefused() {
        for (String role : new String[] {
            "jan@leusden.nl", "hoofd (06-12345678)", "bel +31 33 496 1611", "033 4961611", "<a.b@c.org>"
        }) {
            refused("{\"interview\": {\"group\": \"director\", \"role\": \"%s\"}}".formatted(role))
                    .body("errors.pointer", equalTo(List.of("/interview/role")))
                    .body("errors.code", equalTo(List.of("personal-data")));
        }
        as("leusden")
                .body(
                        "{\"interview\": {\"group\": \"director\", \"role\": \"hoofd van unit 2, 2004-2005, schaal 12\"}}")
                .post(evidence)
                .then()
                .statusCode(201);
    }

    @Test
    void everythingWrongIsSaidAtOnceAndNothingIsStored() {
        refused("""
                        {"id": "../x", "document": {"title": " ", "kind": "novel", "date": "2005-13", "url": "javascript:alert(1)"}, "interview": {"people": 0}}
                        """)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/id",
                                "/document/title",
                                "/document/kind",
                                "/document/date",
                                "/document/url",
                                "/interview/group",
                                "/interview/people"));
        for (String url : new String[] {
            "ftp://example.org/x",
            "https://a@b.org/",
            "http://",
            "HTTPS//x",
            "data:text/html,x",
            "https://a b/",
            "//x.org"
        }) {
            refused("{\"document\": {\"title\": \"x\", \"kind\": \"other\", \"url\": \"%s\"}}".formatted(url))
                    .body("errors.pointer", equalTo(List.of("/document/url")));
        }
        refused("{}").body("errors.pointer", equalTo(List.of("")));
        refused("""
                        {"document": {"title": "x", "kind": "other", "date": "2005-02-30"}, "interview": {"group": "other"}}
                        """).body("errors.pointer", containsInAnyOrder("", "/document/date"));
        as("leusden").get(evidence).then().body("evidence", empty());
    }

    private io.restassured.response.ValidatableResponse refused(String body) {
        return as("leusden").body(body).post(evidence).then().statusCode(400);
    }

    @Test
    void anIdIsUsedOnceAndTheNextNumberIsFree() {
        as("leusden").body(REPORT).post(evidence).then().statusCode(201);
        as("leusden")
                .body(REPORT)
                .post(evidence)
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/evidence-exists"));
        as("leusden")
                .body(REPORT.replace("\"report\"", "\"3\""))
                .post(evidence)
                .then()
                .statusCode(201);
        as("leusden")
                .body(REPORT.replace("\"id\": \"report\", ", ""))
                .post(evidence)
                .then()
                .statusCode(201)
                .body("id", equalTo("4"));
        as("delft")
                .body(REPORT)
                .post("/rounds/" + round + "/responses/GM0503/evidence")
                .then()
                .statusCode(201);
    }

    @Test
    void aRetryWithItsKeyPutsNothingOnFileTwice() {
        String first = as("leusden")
                .header("Idempotency-Key", "e1")
                .body(REPORT)
                .post(evidence)
                .then()
                .statusCode(201)
                .extract()
                .asString();
        Response again =
                as("leusden").header("Idempotency-Key", "e1").body(REPORT).post(evidence);
        assertEquals(201, again.statusCode());
        assertEquals(first, again.asString());
        as("leusden").get(evidence).then().body("evidence.size()", equalTo(1));
    }

    @Test
    void itIsCorrectedByWhoeverSawItLastAndTheHistoryKeepsBoth() throws SQLException {
        String tag = as("leusden").body(REPORT).post(evidence).header("ETag");
        String mended =
                "{\"reason\": \"Wrong year\", \"document\": {\"title\": \"Wijken in cijfers\", \"kind\": \"report\"}}";
        as("leusden").body(mended).put(evidence + "/report").then().statusCode(428);
        as("leusden")
                .header("If-Match", tag)
                .body(mended)
                .put(evidence + "/report")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("document.kind", equalTo("report"))
                .body("document.date", nullValue());
        as("leusden")
                .header("If-Match", tag)
                .body(mended)
                .put(evidence + "/report")
                .then()
                .statusCode(412);
        assertEquals("correct leusden report Wijken in cijfers", event());
        assertEquals(
                "2",
                Database.text(
                        "select count(*) from history.event where subject = 'evidence' and round = '" + round + "'"));
        String now = as("leusden").get(evidence + "/report").header("ETag");
        as("leusden")
                .header("If-Match", now)
                .body(mended)
                .put(evidence + "/report")
                .then()
                .statusCode(200)
                .header("ETag", now);
        as("leusden")
                .header("If-Match", now)
                .body("{\"interview\": {\"group\": \"partners\"}}")
                .put(evidence + "/report")
                .then()
                .statusCode(400)
                .body("errors.code", equalTo(List.of("other-kind")));
        as("leusden")
                .header("If-None-Match", now)
                .get(evidence + "/report")
                .then()
                .statusCode(304);
    }

    @Test
    void anIdThatIsNoneLeadsNowhere() {
        for (String id : new String[] {"none", "REPORT", "%2e%2e", "..%2f..%2fanswers", "a%00", "-", "x".repeat(61)}) {
            assertEquals(
                    404,
                    as("leusden")
                            .urlEncodingEnabled(false)
                            .get(evidence + "/" + id)
                            .statusCode(),
                    id);
        }
    }

    @Test
    void anAnswerCitesWhatIsOnFileAndNothingElse() {
        as("leusden").body(REPORT).post(evidence).then().statusCode(201);
        as("delft")
                .body(REPORT.replace("\"report\"", "\"delfts\""))
                .post("/rounds/" + round + "/responses/GM0503/evidence")
                .then()
                .statusCode(201);
        as("leusden")
                .body("""
                        {"answers": {"residents": {"value": 29000, "evidence": [{"evidence": "report", "page": "3"}, {"evidence": "delfts", "page": "3"}]},
                                     "ward-count": {"value": 10, "evidence": [{"document": {"title": "x"}, "section": "1"}]}}}
                        """)
                .put(leusden(round) + "/answers")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/answers/residents/evidence/1/evidence"))
                .body("errors.code", hasItem("unknown-evidence"))
                .body("errors.pointer", hasItem("/answers/ward-count/evidence/0/document"));
        as("leusden")
                .body(
                        "{\"answers\": {\"residents\": {\"value\": 29000, \"evidence\": [{\"evidence\": \"report\", \"page\": \"3\"}]}}}")
                .put(leusden(round) + "/answers")
                .then()
                .statusCode(201)
                .body(
                        "answers.residents.evidence",
                        equalTo(List.of(java.util.Map.of("evidence", "report", "page", "3"))));
    }

    @Test
    void whatIsPublishedNamesTheDocumentAndOfAnInternalOneOnlyItsKindAndDate() throws SQLException {
        as("leusden").body(REPORT).post(evidence).then().statusCode(201);
        as("researcher").body("""
                        {"id": "secret", "document": {"title": "GEHEIM plan", "kind": "policy-note", "date": "2004", "publisher": "GEHEIME dienst",
                         "url": "https://geheim.example/", "public": false}}
                        """).post(evidence).then().statusCode(201);
        as("researcher")
                .body(
                        "{\"id\": \"talk\", \"interview\": {\"group\": \"director\", \"role\": \"GEHEIM hoofd\", \"date\": \"2005-09\"}}")
                .post(evidence)
                .then()
                .statusCode(201);
        String answers = Api.complete().replace("\"asPrinted\": \"ongeveer 29.000\"", """
                        "evidence": [{"evidence": "report", "page": "3"}, {"evidence": "secret", "section": "GEHEIM 9"},
                                     {"evidence": "talk", "moment": "GEHEIM slot"}],
                        "statements": [{"value": 29100, "relation": "same", "evidence": [{"evidence": "secret", "section": "GEHEIM 8"}]}]
                        """);
        as("leusden").body(answers).put(leusden(round) + "/answers").then().statusCode(201);
        Api.step("leusden", leusden(round), "{\"action\": \"submit\"}").then().statusCode(200);
        Api.step("researcher", leusden(round), "{\"action\": \"start-review\"}")
                .then()
                .statusCode(200);
        Api.step(
                        "researcher",
                        leusden(round),
                        "{\"action\": \"approve\", \"onBehalf\": \"No comment round in this test\"}")
                .then()
                .statusCode(200);
        Api.passWarnings(leusden(round));
        Api.step("researcher", leusden(round), "{\"action\": \"publish\"}")
                .then()
                .statusCode(200);
        JsonNode published = Tiny.json(Database.text(
                "select evidence from published.figure where round = '" + round + "' and measure = 'residents'"));
        assertEquals(Tiny.json("""
                [{"document": {"title": "Wijken in cijfers", "publisher": "Gemeente Leusden", "date": "2005-03"}, "page": "3"},
                 {"document": {"title": "Intern document: beleidsnota (internal document: policy note)", "date": "2004"}},
                 {"interview": {"group": "director", "date": "2005-09"}}]
                """), published);
        for (String table : new String[] {"figure", "answer"}) {
            String all = Database.text(
                    "select string_agg(t::text, ' ') from published." + table + " t where round = '" + round + "'");
            assertTrue(all.contains("Intern document"), table);
            assertFalse(all.toLowerCase(java.util.Locale.ROOT).contains("geheim"), table);
        }
    }

    @Test
    void keyFiguresWithoutASourceAreWarnedOf() {
        as("leusden").body(REPORT).post(evidence).then().statusCode(201);
        as("leusden").body("""
                        {"answers": {"residents": {"value": 29000, "evidence": [{"evidence": "report", "page": "3"}]},
                                     "ward-count": {"value": 10}, "unit-name": {"value": "Wijkbeheer"}, "ward-size-mean": {"missing": "unknown"}}}
                        """).put(leusden(round) + "/answers").then().statusCode(201);
        as("leusden")
                .get(leusden(round) + "/validation")
                .then()
                .body(
                        "results.findAll { it.rule == 'uncited-key-figure' }.questions",
                        equalTo(List.of(List.of("ward-count"))))
                .body("results.find { it.rule == 'uncited-key-figure' }.severity", equalTo("warning"))
                .body("results.find { it.rule == 'uncited-key-figure' }.text.en", startsWith("This number"));
    }

    @Test
    void theEvidenceOf2005CanBeFiledAsItIsWritten() {
        for (String code : List.of("GM0200", "GM0307", "GM0327", "GM0479", "GM0503", "GM0637")) {
            String path = leusden(Api.roundWithLeusdenAndDelft()) + "/evidence";
            for (JsonNode each : Yaml.file(Path.of("../deploy/rounds/2005/responses/" + code + ".yaml"))
                    .get("evidence")) {
                as("researcher").body(each.toString()).post(path).then().statusCode(201);
            }
            as("researcher").get(path).then().body("evidence.id", hasItems("report-2005", "interview-residents"));
        }
    }

    private String event() throws SQLException {
        return Database.text("""
                select action || ' ' || actor || ' ' || (content ->> 'id') || ' ' || (content -> 'document' ->> 'title')
                from history.event where subject = 'evidence' and round = '%s' order by id desc
                """.formatted(round));
    }
}
