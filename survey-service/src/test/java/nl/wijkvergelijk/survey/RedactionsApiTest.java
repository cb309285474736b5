package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What should never have been written is gone everywhere, an answer also from what was published; that it was, and why, stays. */
@QuarkusTest
class RedactionsApiTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String MARK = "[onleesbaar gemaakt / redacted]";

    private static Response redact(String response, String what) {
        return as("admin")
                .body("{%s, \"reason\": \"A telephone number\"}".formatted(what))
                .post(response + "/redactions");
    }

    @Test
    void aRemarkAReplyAndACommentLoseTheirWordsWhereverTheyAreKept() throws SQLException {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        CommentRound.open(response);
        String said = "Bel 06-" + response.hashCode();
        as("leusden")
                .header("Idempotency-Key", "c" + response)
                .body("{\"section\": \"context\", \"text\": \"%s-comment\"}".formatted(said))
                .post(response + "/description/comments")
                .then()
                .statusCode(201);
        CommentRound.dispose(response, "{\"outcome\": \"not\", \"why\": \"%s-why\"}".formatted(said))
                .then()
                .statusCode(200);
        as("leusden")
                .header("Idempotency-Key", "r" + response)
                .body("{\"kind\": \"remark\", \"text\": \"%s-remark\"}".formatted(said))
                .post(response + "/remarks")
                .then()
                .statusCode(201);
        as("researcher")
                .header("Idempotency-Key", "a" + response)
                .body("{\"text\": \"%s-reply\"}".formatted(said))
                .post(response + "/remarks/1/replies")
                .then()
                .statusCode(201);
        String tag = as("researcher").get(response + "/remarks/1").header("ETag");
        as("researcher")
                .header("If-Match", tag)
                .body("{\"outcome\": \"accepted\", \"reason\": \"%s-reason\"}".formatted(said))
                .put(response + "/remarks/1/resolution")
                .then()
                .statusCode(200);
        assertEquals(
                "history.event.content, history.event.reason, survey.comment.content, survey.comment.why, survey.idempotency_key.body, survey.remark.reason, survey.remark.text, survey.remark_reply.text",
                String.join(", ", ErasureApiTest.places(said)));
        tag = as("researcher").get(response + "/remarks/1").header("ETag");

        redact(response, "\"subject\": \"remark\", \"item\": 1, \"reply\": 1")
                .then()
                .statusCode(200);
        assertNotEquals(tag, as("researcher").get(response + "/remarks/1").header("ETag"));
        redact(response, "\"subject\": \"remark\", \"item\": 1").then().statusCode(200);
        redact(response, "\"subject\": \"comment\", \"item\": 1")
                .then()
                .statusCode(200)
                .body("subject", equalTo("comment"), "item", equalTo(1), "reply", nullValue());

        assertEquals("", String.join(", ", ErasureApiTest.places(said)));
        as("leusden")
                .get(response + "/remarks/1")
                .then()
                .body("text", equalTo(MARK), "replies[0].text", equalTo(MARK), "resolution.reason", equalTo(MARK))
                .body("author", equalTo("leusden"), "replies[0].author", equalTo("researcher"));
        as("leusden")
                .get(response + "/description/comments/1")
                .then()
                .body("text", equalTo(MARK), "disposition.why", equalTo(MARK), "disposition.outcome", equalTo("not"));
        as("leusden")
                .get(response + "/history?pageSize=1000")
                .then()
                .body(
                        "events.findAll { it.action == 'redact' }.collect { it.subject + ' ' + it.item + ' ' + it.actor + ' ' + it.reason }.toString()",
                        equalTo(
                                "[remark 1/1 admin A telephone number, remark 1 admin A telephone number, description 1 admin A telephone number]"));
        redact(response, "\"subject\": \"remark\", \"item\": 1").then().statusCode(200);
    }

    /** A remark can have the words of a code: retries of others are given what they were given. */
    @Test
    void whatHasTheSameWordsByChanceStaysAsItWas() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        List<String> answers = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            answers.add(as("researcher")
                    .header("Idempotency-Key", "c" + response)
                    .body("{\"kind\": \"remark\", \"text\": \"Seen\"}")
                    .post(response + "/remarks")
                    .asString());
            as("leusden").body("{\"kind\": \"remark\", \"text\": \"remark\"}").post(response + "/remarks");
            redact(response, "\"subject\": \"remark\", \"item\": " + (2 + time))
                    .then()
                    .statusCode(200);
        }
        assertTrue(answers.get(0).contains("\"kind\":\"remark\""), answers.get(0));
        assertEquals(answers.get(0), answers.get(1));
    }

    @Test
    void whatIsNotThereCannotBeRedacted() throws SQLException {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden").body("{\"kind\": \"remark\", \"text\": \"Seen\"}").post(response + "/remarks");
        String tag = as("researcher").get(response + "/remarks/1").header("ETag");
        for (String what : new String[] {
            "\"subject\": \"remark\", \"item\": 2",
            "\"subject\": \"remark\", \"item\": 1, \"reply\": 1",
            "\"subject\": \"comment\", \"item\": 1"
        }) {
            redact(response, what).then().statusCode(404).body("type", equalTo("/v1/problems/not-found"));
        }
        redact(response, "\"subject\": \"comment\", \"item\": 1, \"reply\": 1")
                .then()
                .statusCode(400);
        assertEquals(tag, as("researcher").get(response + "/remarks/1").header("ETag"));
    }

    /** Every member an answer can have; numbers so long that no digest has them by chance. */
    private static String residents(int last, String more) {
        return """
                {"residents": {"value": 1347125%1$d, "qualifier": "range", "low": 13471200, "high": 13471299, "asOf": "2005-01-01",
                    "asPrinted": "Kanarie-printed", "correction": "Kanarie-correction", "note": "Kanarie-note", "comment": "Kanarie-comment",
                    "evidence": [{"evidence": "nota", "section": "Kanarie-section"}],
                    "statements": [{"value": 13471277, "relation": "contradicts", "note": "Kanarie-statement", "resolved": "Kanarie-resolved"}]}%2$s}
                """.formatted(last, more);
    }

    /** Not behind a digit and a colon: 12:07:13.471255 is a time, and one day there was such a time. */
    private static final String CANARY = "Kanarie|(?<![0-9]:)13[^0-9]?471[^0-9]?2[0-9][0-9]";

    /** With the municipality's other answers, so that a note about wards and residents has the number in it. */
    private static String whole(int last) {
        return "{\"answers\": "
                + residents(
                        last,
                        Sample.COMPLETE
                                .replaceFirst("(?s)^\\{\"residents\": \\{[^}]*}", "")
                                .replace("2900,", "1250000,")
                                .replaceFirst("}\\s*$", ""))
                + "}";
    }

    private static void save(String response, String answers) {
        String tag = as("leusden").get(response + "/answers").header("ETag");
        as("leusden")
                .header("If-Match", tag)
                .body("{\"answers\": %s}".formatted(answers))
                .patch(response + "/answers")
                .then()
                .statusCode(200);
    }

    private static void resolve(String response, String clarification) {
        String tag = as("researcher").get(response + "/remarks/1").header("ETag");
        as("researcher")
                .header("If-Match", tag)
                .body("{\"outcome\": \"accepted\", \"reason\": \"Looked up\", \"clarification\": \"%s\"}"
                        .formatted(clarification))
                .put(response + "/remarks/1/resolution")
                .then()
                .statusCode(200);
    }

    private static long publish(String response) {
        CommentRound.review(response);
        resolve(response, "Kanarie-clarification");
        Api.step("researcher", response, Api.APPROVE).then().statusCode(200);
        Api.passWarnings(response);
        return Api.step("researcher", response, "{\"action\": \"publish\", \"reason\": \"Counted again\"}")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("published.sequence");
    }

    private static void answerAndRemark(String response) {
        as("leusden")
                .body("{\"id\": \"nota\", \"document\": {\"title\": \"Nota\", \"kind\": \"report\", \"public\": true}}")
                .post(response + "/evidence")
                .then()
                .statusCode(201);
        as("leusden").body(whole(1)).put(response + "/answers").then().statusCode(201);
        as("researcher")
                .header("Idempotency-Key", "q" + response)
                .body("{\"kind\": \"remark\", \"question\": \"residents\", \"text\": \"Look again\"}")
                .post(response + "/remarks")
                .then()
                .statusCode(201);
        save(response, residents(2, ""));
        String tag = as("leusden").get(response + "/answers").header("ETag");
        as("leusden")
                .header("If-Match", tag)
                .header("Idempotency-Key", "b" + response)
                .body("{\"from\": 1, \"reason\": \"As it was\"}")
                .post(response + "/revisions")
                .then()
                .statusCode(201);
    }

    /** All rows of these, without what is about the residents. */
    private static String others(String response, long upTo) throws SQLException {
        String round = response.split("/")[2];
        return Database.text("""
                select concat(
                    (select string_agg(t::text || t.xmin, ',' order by t::text) from published.answer t where round = '%1$s' and question <> 'residents' and sequence <= %2$d),
                    (select string_agg((to_jsonb(t) - 'rule_notes')::text, ',' order by t::text) from published.figure t where round = '%1$s' and question <> 'residents' and sequence <= %2$d),
                    (select string_agg(t::text || t.xmin, ',' order by t::text) from published.description t where round = '%1$s' and sequence <= %2$d),
                    (select string_agg(t::text || t.xmin, ',' order by t::text) from published.evidence t where round = '%1$s' and sequence <= %2$d),
                    (select string_agg(t::text || t.xmin, ',' order by t::text) from published.publication t where sequence <= %2$d),
                    (select string_agg((to_jsonb(t) #- '{answers,residents}')::text, ',' order by number) from history.revision t where round = '%1$s'))
                """.formatted(round, upTo));
    }

    @Test
    void anAnswerIsGoneWhereverItIsKeptAndFromEveryPublication() throws SQLException {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        String round = response.split("/")[2];
        answerAndRemark(response);
        publish(response);
        save(response, residents(4, ""));
        long last = publish(response);
        assertEquals(
                "history.event.content, history.revision.answers, published.answer.answer, published.figure.as_printed, published.figure.clarification, published.figure.correction,"
                        + " published.figure.evidence, published.figure.high, published.figure.low, published.figure.note, published.figure.rule_notes, published.figure.statements,"
                        + " published.figure.value, survey.idempotency_key.body, survey.remark.clarification, survey.remark.quoted_answer, survey.remark.resolved_answer",
                String.join(", ", ErasureApiTest.places(CANARY)));
        String others = others(response, last);
        String tag = as("leusden").get(response + "/answers").header("ETag");

        long redaction = redact(response, "\"subject\": \"answer\", \"question\": \"residents\"")
                .then()
                .statusCode(200)
                .body("subject", equalTo("answer"), "question", equalTo("residents"), "item", nullValue())
                .extract()
                .jsonPath()
                .getLong("publication");

        assertEquals("", String.join(", ", ErasureApiTest.places(CANARY)));
        assertEquals("", ErasureApiTest.broken(), "deploy/invariants.sql");
        assertEquals(others, others(response, last), "what is of other questions");
        assertEquals(last + 1, redaction);
        assertEquals(
                "redaction %d A telephone number".formatted(last),
                Database.text(
                        "select concat_ws(' ', kind, corrects, reason) from published.publication where sequence = "
                                + redaction));
        assertEquals(
                "redacted 3 3",
                Database.text(
                        "select concat_ws(' ', min(missing), count(*), count(distinct sequence)) from published.figure where round = '%s' and measure = 'residents'"
                                .formatted(round)));
        assertEquals(
                "t",
                Database.text(
                        "select (select string_agg((to_jsonb(t) - 'sequence')::text, ',' order by position) from published.answer t where sequence = %d) = (select string_agg((to_jsonb(t) - 'sequence')::text, ',' order by position) from published.answer t where sequence = %d)"
                                .formatted(last, redaction)));
        as("leusden")
                .get(response + "/answers")
                .then()
                .body("answers.residents", equalTo(Map.of("missing", "redacted")), "revision", equalTo(4));
        assertNotEquals(tag, as("leusden").get(response + "/answers").header("ETag"));
        as("leusden")
                .get(response + "/revisions/4/diff?against=1")
                .then()
                .statusCode(200)
                .body("changes.size()", equalTo(0));
        as("researcher")
                .get(response)
                .then()
                .body(
                        "published.sequence",
                        equalTo((int) redaction),
                        "state",
                        equalTo("published"),
                        "completeness.required",
                        equalTo(1));
        as("researcher")
                .header("Idempotency-Key", "q" + response)
                .body("{\"kind\": \"remark\", \"question\": \"residents\", \"text\": \"Look again\"}")
                .post(response + "/remarks")
                .then()
                .statusCode(201)
                .body("quoted.answer.missing", equalTo("redacted"));

        redact(response, "\"subject\": \"answer\", \"question\": \"residents\"")
                .then()
                .statusCode(200)
                .body("publication", nullValue());
        assertEquals(String.valueOf(redaction), Database.text("select max(sequence) from published.publication"));
        as("leusden")
                .get(response + "/history?pageSize=1000")
                .then()
                .body(
                        "events.findAll { it.action == 'redact' }.collect { it.subject + ' ' + it.item + ' ' + it.actor + ' ' + it.reason + ' ' + it.publication }.toString()",
                        equalTo(
                                "[response residents admin A telephone number %d, response residents admin A telephone number null]"
                                        .formatted(redaction)));
    }

    @Test
    void whatWasTakenOutCanBeAnsweredAnewAndNobodyCanGiveTheMark() throws SQLException {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        String round = response.split("/")[2];
        answerAndRemark(response);
        publish(response);
        String seen = as("leusden").get(response + "/answers").header("ETag");
        redact(response, "\"subject\": \"answer\", \"question\": \"residents\"")
                .then()
                .statusCode(200);

        as("leusden")
                .header("If-Match", seen)
                .body("{\"answers\": %s}".formatted(residents(3, "")))
                .patch(response + "/answers")
                .then()
                .statusCode(412);
        String tag = as("leusden").get(response + "/answers").header("ETag");
        as("leusden")
                .header("If-Match", tag)
                .body("{\"answers\": {\"residents\": {\"missing\": \"redacted\"}}}")
                .patch(response + "/answers")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/answers/residents/missing"));
        save(response, "{\"ward-level\": {\"value\": \"area\"}}");
        as("leusden").get(response + "/answers").then().body("answers.residents.missing", equalTo("redacted"));
        Api.step("leusden", response, "{\"action\": \"submit\"}")
                .then()
                .statusCode(409)
                .body("blocking[0].questions", equalTo(List.of("residents")));
        save(response, "{\"residents\": {\"value\": 12500001, \"note\": \"Anew\"}}");
        long anew = publish(response);

        assertEquals(
                "redacted redacted 12500001",
                Database.text(
                        "select string_agg(coalesce(missing, value::text), ' ' order by sequence) from published.figure where round = '%s' and measure = 'residents'"
                                .formatted(round)));
        assertEquals(
                "redaction",
                Database.text(
                        "select b.kind from published.publication a join published.publication b on b.sequence = a.corrects where a.sequence = "
                                + anew));
        assertEquals("", ErasureApiTest.broken(), "deploy/invariants.sql");
    }

    @Test
    void ofWhatWasNeverPublicThereIsNoPublicationAndAPassedWarningLosesItsFigures() throws SQLException {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden")
                .body(Api.complete().replace("29000", "13471255").replace("2900,", "1000000,"))
                .put(response + "/answers")
                .then()
                .statusCode(201);
        CommentRound.review(response);
        Api.step("researcher", response, Api.APPROVE).then().statusCode(200);
        List<String> codes = List.of("wards-cover-residents");
        as("researcher")
                .header("Idempotency-Key", "p" + response)
                .body(Map.of("codes", codes, "reason", "So it is"))
                .post(response + "/checklist/passes")
                .then()
                .statusCode(201);
        String last = Database.text("select coalesce(max(sequence), 0) from published.publication");
        assertEquals(
                "history.pass.said, history.revision.answers, survey.idempotency_key.body",
                String.join(", ", ErasureApiTest.places(CANARY)));

        redact(response, "\"subject\": \"answer\", \"question\": \"residents\"")
                .then()
                .statusCode(200)
                .body("publication", nullValue());

        assertEquals("", String.join(", ", ErasureApiTest.places(CANARY)));
        assertEquals(last, Database.text("select coalesce(max(sequence), 0) from published.publication"));
        assertEquals("", ErasureApiTest.broken(), "deploy/invariants.sql");
    }

    @Test
    void whatWasTakenOutBeforeItBecamePublicIsPublishedSoWithoutAWordAboutIt() throws SQLException {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        save(response, "{\"dwellings\": {\"value\": 12345}}");
        CommentRound.review(response);
        as("researcher")
                .body("{\"kind\": \"remark\", \"question\": \"dwellings\", \"text\": \"Look again\"}")
                .post(response + "/remarks")
                .then()
                .statusCode(201);
        resolve(response, "Counted twice.");
        redact(response, "\"subject\": \"answer\", \"question\": \"dwellings\"")
                .then()
                .statusCode(200);
        as("leusden")
                .get(response + "/remarks/1")
                .then()
                .body("stale", equalTo(false), "resolution.stale", equalTo(false));
        Api.step("researcher", response, Api.APPROVE).then().statusCode(200);
        Api.passWarnings(response);
        long sequence = Api.step("researcher", response, "{\"action\": \"publish\"}")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("published.sequence");
        assertEquals(
                "redacted 0 {\"missing\": \"redacted\"}",
                Database.text(
                        "select concat_ws(' ', f.missing, num_nonnulls(f.value, f.clarification), a.answer) from published.figure f join published.answer a on a.sequence = f.sequence and a.question = f.question where f.measure = 'dwellings' and f.sequence = "
                                + sequence));
    }

    private static byte[] workbook(String response) {
        return as("leusden").accept(XLSX).get(response + "/workbook").asByteArray();
    }

    private static Response giveBack(String response, byte[] workbook) {
        String tag = as("leusden").get(response + "/answers").header("ETag");
        return as("leusden")
                .contentType(XLSX)
                .header("If-Match", tag)
                .body(workbook)
                .put(response + "/workbook");
    }

    @Test
    void aWorkbookOfBeforePutsNothingBack() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        byte[] before = workbook(response);
        giveBack(response, before).then().statusCode(200).body("revision", equalTo(1));
        redact(response, "\"subject\": \"answer\", \"question\": \"unit-name\"")
                .then()
                .statusCode(200);
        giveBack(response, before)
                .then()
                .statusCode(400)
                .body(
                        "errors.code",
                        equalTo(List.of("changed-meanwhile")),
                        "errors[0].pointer",
                        equalTo("/answers/unit-name"));
        giveBack(response, workbook(response)).then().statusCode(200).body("revision", equalTo(1));
        save(response, "{\"residents\": {\"value\": 29001}}");
        giveBack(response, workbook(response))
                .then()
                .statusCode(200)
                .body("revision", equalTo(2), "answers.unit-name.missing", equalTo("redacted"));
    }

    @Test
    void anAnswerThatNeverWasCannotBeRedacted() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        for (String question : new String[] {"dwellings", "no-such-question"}) {
            redact(response, "\"subject\": \"answer\", \"question\": \"%s\"".formatted(question))
                    .then()
                    .statusCode(404);
        }
        for (String what : new String[] {
            "\"subject\": \"answer\"",
            "\"subject\": \"answer\", \"question\": \"residents\", \"item\": 1",
            "\"subject\": \"remark\", \"question\": \"residents\", \"item\": 1",
            "\"subject\": \"remark\""
        }) {
            redact(response, what).then().statusCode(400);
        }
    }
}
