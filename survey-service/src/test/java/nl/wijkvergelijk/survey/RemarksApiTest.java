package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RemarksApiTest {

    static final String REQUEST = """
            {"kind": "clarification-request", "question": "fte-total", "text": "With support?"}
            """;
    static final String REMARK = """
            {"kind": "remark", "question": "residents", "text": "The report says 28,963."}
            """;
    static final String WHOLE = """
            {"kind": "remark", "text": "We merge next year."}
            """;
    private static final String ACCEPTED = "{\"outcome\": \"accepted\"}";

    private String response;
    private String remarks;

    @BeforeEach
    void leusdenHasAnswered() {
        response = leusden(Api.roundWithLeusdenAndDelft());
        remarks = response + "/remarks";
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
    }

    @Test
    void aRemarkQuotesTheAnswerAndGoesFromAskedToAnsweredToResolved() {
        ask("researcher", REQUEST)
                .then()
                .statusCode(201)
                .header("Location", "/v1" + remarks + "/1")
                .body("id", equalTo("1"))
                .body("kind", equalTo("clarification-request"))
                .body("question", equalTo("fte-total"))
                .body("state", equalTo("asked"))
                .body("stale", equalTo(false))
                .body("author", equalTo("researcher"))
                .body("role", equalTo("researcher"))
                .body("quoted.revision", equalTo(1))
                .body("quoted.answer.value", equalTo(56))
                .body("quoted.answer.definition", equalTo("coordinators-only"))
                .body("replies", empty())
                .body("$", not(hasKey("resolution")));
        reply("leusden", "1", "{\"text\": \"No.\"}").then().statusCode(201).body("state", equalTo("answered"));
        reply("researcher", "1", "{\"text\": \"How much is it with support?\"}")
                .then()
                .body("state", equalTo("asked"));
        reply("leusden", "1", "{\"text\": \"77.6 hours.\"}")
                .then()
                .body("state", equalTo("answered"))
                .body("replies.id", contains("1", "2", "3"))
                .body("replies.author", contains("leusden", "researcher", "leusden"))
                .body("replies.role", contains("contact", "researcher", "contact"))
                .body("replies.text", contains("No.", "How much is it with support?", "77.6 hours."));
        resolve("1", ACCEPTED)
                .then()
                .statusCode(200)
                .body("state", equalTo("resolved"))
                .body("resolution.outcome", equalTo("accepted"))
                .body("resolution.author", equalTo("researcher"))
                .body("resolution.revision", equalTo(1))
                .body("resolution.stale", equalTo(false));
        Response seen = as("leusden").get(remarks + "/1");
        seen.then().statusCode(200).body("state", equalTo("resolved")).body("replies.id", contains("1", "2", "3"));
        as("leusden")
                .header("If-None-Match", seen.header("ETag"))
                .get(remarks + "/1")
                .then()
                .statusCode(304);
    }

    @Test
    void aContactRemarksAndAResearcherAnswers() {
        ask("leusden", REMARK).then().statusCode(201).body("role", equalTo("contact"));
        reply("leusden", "1", "{\"text\": \"On page 12.\"}").then().body("state", equalTo("asked"));
        reply("researcher", "1", "{\"text\": \"Seen.\"}").then().body("state", equalTo("answered"));
    }

    @Test
    void onlyResearchersRequestClarificationAndResolve() {
        ask("leusden", REQUEST).then().statusCode(403);
        ask("researcher", REQUEST).then().statusCode(201);
        for (String account : List.of("delft", "admin")) {
            int refused = account.equals("delft") ? 404 : 403;
            ask(account, REMARK).then().statusCode(refused);
            as(account).get(remarks).then().statusCode(refused);
            as(account).get(remarks + "/1").then().statusCode(refused);
            reply(account, "1", "{\"text\": \"x\"}").then().statusCode(refused);
            resolve(account, "1", ACCEPTED).then().statusCode(refused);
        }
        resolve("leusden", "1", ACCEPTED).then().statusCode(403);
        as("leusden").get(remarks).then().body("remarks.id", contains("1"));
        as("leusden").get(remarks).then().body("remarks[0].state", equalTo("asked"));
    }

    @Test
    void whatAResearcherWritesDownForTheMunicipalityIsTheMunicipalitysReply() {
        ask("researcher", REQUEST);
        reply("researcher", "1", "{\"text\": \"No.\", \"onBehalf\": \"Told by telephone\"}")
                .then()
                .statusCode(201)
                .body("state", equalTo("answered"))
                .body("replies[0].role", equalTo("researcher"))
                .body("replies[0].onBehalf", equalTo("Told by telephone"));
        reply("leusden", "1", "{\"text\": \"No.\", \"onBehalf\": \"x\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/onBehalf"));
    }

    @Test
    void itIsStaleAsLongAsTheAnswerIsNotTheOneQuoted() {
        ask("researcher", REQUEST);
        ask("researcher", WHOLE).then().body("stale", equalTo(false)).body("quoted", not(hasKey("answer")));
        ask("researcher", "{\"kind\": \"remark\", \"question\": \"dwellings\", \"text\": \"How many?\"}")
                .then()
                .statusCode(201)
                .body("quoted", not(hasKey("answer")));
        String tag = as("researcher").get(remarks + "/1").header("ETag");
        save("{\"residents\": {\"value\": 28963}}");
        stale(false, true, false);
        assertEquals(tag, as("researcher").get(remarks + "/1").header("ETag"));
        save("{\"fte-total\": {\"value\": 77.6, \"unit\": \"hours-per-week\", \"definition\": \"coordinators-only\"}}");
        stale(true, true, false);
        as("researcher").get(remarks + "/1").then().body("quoted.answer.value", equalTo(56));
        save("{\"fte-total\": null}");
        stale(true, true, false);
        save("{\"fte-total\": {\"value\": 56, \"unit\": \"hours-per-week\", \"definition\": \"coordinators-only\"}}");
        stale(false, true, false);
    }

    @Test
    void whatIsResolvedTakesNoReplies() {
        ask("researcher", REQUEST);
        resolve("1", "{\"outcome\": \"accepted\", \"reason\": \"Found it in the report\"}")
                .then()
                .statusCode(200);
        reply("leusden", "1", "{\"text\": \"Wait.\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/remark-resolved"))
                .body("blocking.code", contains("resolved"))
                .body("blocking.questions", contains(List.of("fte-total")));
        as("leusden").get(remarks + "/1").then().body("replies", empty());
    }

    @Test
    void aResolutionNeedsTheTagOfTheRemarkAndOfTheAnswerItIsAbout() {
        ask("researcher", REQUEST);
        as("researcher").body("{}").put(remarks + "/1/resolution").then().statusCode(428);
        String tag = as("researcher").get(remarks + "/1").header("ETag");
        save("{\"fte-total\": {\"value\": 60, \"unit\": \"hours-per-week\", \"definition\": \"coordinators-only\"}}");
        resolve("researcher", "1", tag, "{}").then().statusCode(412);
        tag = as("researcher").get(remarks + "/1").header("ETag");
        String seen = tag;
        reply("leusden", "1", "{\"text\": \"Changed.\"}").then().statusCode(201);
        resolve("researcher", "1", seen, ACCEPTED).then().statusCode(412);
        tag = as("researcher").get(remarks + "/1").header("ETag");
        assertNotEquals(seen, tag);
        resolve("researcher", "1", tag, ACCEPTED).then().statusCode(200);
    }

    @Test
    void aResolutionThatLacksSomethingIsRefused() {
        ask("researcher", REQUEST);
        resolve("1", "{\"outcome\": \"disputed\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason", "/clarification"));
        resolve("1", "{\"outcome\": \"maybe\", \"clarification\": \" \"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/clarification", "/outcome"));
        ask("leusden", WHOLE);
        reply("researcher", "2", "{\"text\": \"Noted.\"}");
        resolve("2", "{\"outcome\": \"accepted\", \"clarification\": \"Merges.\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/clarification"));
        resolve("2", "{\"outcome\": \"disputed\"}").then().statusCode(200);
        as("researcher").get(remarks).then().body("remarks.state", contains("asked", "resolved"));
    }

    @Test
    void aResolutionCanBeGivenAnewAndTheHistoryKeepsTheEarlierOne() throws SQLException {
        ask("researcher", REQUEST);
        reply("leusden", "1", "{\"text\": \"No.\"}");
        resolve("1", "{\"outcome\": \"disputed\", \"clarification\": \"First words\"}")
                .then()
                .statusCode(200);
        resolve("1", "{\"outcome\": \"accepted\", \"reason\": \"They agree after all\"}")
                .then()
                .statusCode(200)
                .body("resolution.outcome", equalTo("accepted"))
                .body("resolution", not(hasKey("clarification")));
        assertEquals("disputed First words, accepted -", Database.text("""
                        select string_agg(concat_ws(' ', content ->> 'outcome', coalesce(content ->> 'clarification', '-')), ', ' order by id)
                        from history.event where subject = 'remark' and action = 'resolve' and round = '%s'
                        """.formatted(round())));
    }

    @Test
    void everythingWrongWithARemarkIsToldAtOnce() {
        ask("researcher", "{\"kind\": \"question\", \"text\": \" \"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/kind", "/text"));
        ask("researcher", "{}").then().statusCode(400).body("errors.pointer", contains("/kind", "/text"));
        ask("researcher", REMARK.replace("residents", "no-such-question"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/question"))
                .body("errors.code", contains("unknown-question"));
        ask("researcher", REMARK.replace("The report", "\\u0000")).then().statusCode(400);
        ask("researcher", REMARK.replace("\"kind\"", "\"state\": \"resolved\", \"kind\""))
                .then()
                .statusCode(400);
        ask("researcher", REMARK.replace("The report", "x".repeat(10_001)))
                .then()
                .statusCode(400)
                .body("errors.code", contains("too-long"));
        ask("researcher", REQUEST);
        reply("leusden", "1", "{}").then().statusCode(400).body("errors.pointer", contains("/text"));
        as("researcher").get(remarks).then().body("remarks.replies", equalTo(List.of(List.of())));
    }

    @Test
    void whatIsNoNumberOfARemarkLeadsNowhere() {
        ask("researcher", REQUEST);
        for (String id : List.of("0", "2", "01", "x", "1%20", "99999999999")) {
            assertEquals(
                    404,
                    as("leusden")
                            .urlEncodingEnabled(false)
                            .get(remarks + "/" + id)
                            .statusCode(),
                    id);
        }
        reply("leusden", "2", "{\"text\": \"x\"}").then().statusCode(404);
        resolve("researcher", "2", "\"1\"", ACCEPTED).then().statusCode(404);
    }

    @Test
    void theListIsFilteredByStateQuestionAndKind() {
        ask("researcher", REQUEST);
        ask("leusden", REMARK);
        ask("leusden", WHOLE);
        reply("researcher", "2", "{\"text\": \"Seen.\"}");
        listed("", "1", "2", "3");
        listed("?state=asked", "1", "3");
        listed("?state=asked,answered", "1", "2", "3");
        listed("?question=residents", "2");
        listed("?question=residents,fte-total&state=asked", "1");
        listed("?kind=remark", "2", "3");
        listed("?state=resolved");
        as("leusden").get(remarks + "?author=leusden").then().statusCode(400);
        as("leusden")
                .get(remarks + "?state=open&question=x&kind=question")
                .then()
                .statusCode(400)
                .body("errors.name", contains("state", "question", "kind"));
        as("leusden").get(remarks + "?kind=").then().statusCode(400).body("errors.code", contains("empty"));
    }

    @Test
    void aResponseCountsItsOpenRemarksAlsoInTheList() {
        ask("researcher", REQUEST);
        String seen = as("researcher").get(response).header("ETag");
        ask("leusden", REMARK);
        ask("leusden", WHOLE);
        assertNotEquals(seen, as("researcher").get(response).header("ETag"));
        as("leusden")
                .get(response)
                .then()
                .body("openRemarks", equalTo(3))
                .body("openClarificationRequests", equalTo(1));
        resolve("1", "{\"outcome\": \"accepted\", \"reason\": \"Mine\"}").then().statusCode(200);
        as("researcher")
                .get("/rounds/" + round() + "/responses")
                .then()
                .body("responses.openRemarks", contains(2, 0))
                .body("responses.openClarificationRequests", contains(0, 0));
    }

    @Test
    void theHistoryTellsOfRemarksWithoutWhatWasSaid() {
        ask("researcher", REQUEST);
        reply("leusden", "1", "{\"text\": \"CANARY-REPLY\"}");
        resolve("1", "{\"outcome\": \"accepted\", \"clarification\": \"CANARY-CLARIFICATION\", \"reason\": \"Clear\"}");
        Response history = as("leusden").get(response + "/history");
        history.then()
                .body("events.subject", contains("response", "response", "remark", "remark", "remark"))
                .body("events.action", contains("take-part", "save", "ask", "reply", "resolve"))
                .body("events[2].item", equalTo("1"))
                .body("events[2].actor", equalTo("researcher"))
                .body("events[2].revision", equalTo(1))
                .body("events[3].from", equalTo("asked"))
                .body("events[3].to", equalTo("answered"))
                .body("events[4].to", equalTo("resolved"))
                .body("events[4].reason", equalTo("Clear"));
        assertFalse(history.asString().contains("CANARY"), history.asString());
        assertFalse(history.asString().contains("With support?"), history.asString());
    }

    @Test
    void aRetryWithOneKeyPutsOneRemarkAndOneReply() {
        for (int i = 0; i < 2; i++) {
            as("researcher")
                    .header("Idempotency-Key", "ask-" + response)
                    .body(REQUEST)
                    .post(remarks)
                    .then()
                    .statusCode(201)
                    .header("Location", "/v1" + remarks + "/1");
            as("leusden")
                    .header("Idempotency-Key", "reply-" + response)
                    .body("{\"text\": \"No.\"}")
                    .post(remarks + "/1/replies")
                    .then()
                    .statusCode(201);
        }
        as("leusden")
                .get(remarks)
                .then()
                .body("remarks.id", contains("1"))
                .body("remarks[0].replies.id", contains("1"));
    }

    @Test
    void ofEightWhoResolveWithOneTagOneGetsThrough() {
        ask("researcher", REQUEST);
        reply("leusden", "1", "{\"text\": \"No.\"}");
        String tag = as("researcher").get(remarks + "/1").header("ETag");
        List<Response> all = Together.call(
                8,
                i -> resolve(
                        "researcher",
                        "1",
                        tag,
                        "{\"outcome\": \"accepted\", \"clarification\": \"By %d\"}".formatted(i)));
        assertEquals(Map.of(200, 1L, 412, 7L), statuses(all));
        Response winner =
                all.stream().filter(r -> r.statusCode() == 200).findFirst().orElseThrow();
        as("researcher")
                .get(remarks + "/1")
                .then()
                .body("resolution.clarification", equalTo(winner.jsonPath().getString("resolution.clarification")));
    }

    @Test
    void remarksAndRepliesOfOneMomentAreNumberedWithoutGaps() throws SQLException {
        assertEquals(Map.of(201, 8L), statuses(Together.call(8, i -> ask("researcher", REQUEST))));
        as("researcher").get(remarks).then().body("remarks.id", contains("1", "2", "3", "4", "5", "6", "7", "8"));
        assertEquals(
                Map.of(201, 8L),
                statuses(Together.call(8, i -> reply("leusden", "1", "{\"text\": \"%d\"}".formatted(i)))));
        as("researcher")
                .get(remarks + "/1")
                .then()
                .body("replies.id", contains("1", "2", "3", "4", "5", "6", "7", "8"));
        as("researcher").get(response).then().body("openClarificationRequests", equalTo(8));
        assertEquals(
                "8 8",
                Database.text(
                        "select count(*) filter (where action = 'ask') || ' ' || count(*) filter (where action = 'reply') from history.event where subject = 'remark' and round = '%s'"
                                .formatted(round())));
    }

    private void listed(String query, String... ids) {
        assertEquals(List.of(ids), as("leusden").get(remarks + query).jsonPath().getList("remarks.id"), query);
    }

    private void stale(Boolean... expected) {
        as("leusden").get(remarks).then().body("remarks.stale", contains(expected));
    }

    private void save(String answers) {
        String tag = as("leusden").get(response + "/answers").header("ETag");
        as("leusden")
                .header("If-Match", tag)
                .body("{\"answers\": %s}".formatted(answers))
                .patch(response + "/answers")
                .then()
                .statusCode(200);
    }

    private Response ask(String account, String remark) {
        return as(account).body(remark).post(remarks);
    }

    private Response reply(String account, String id, String reply) {
        return as(account).body(reply).post(remarks + "/" + id + "/replies");
    }

    private Response resolve(String id, String resolution) {
        return resolve("researcher", id, resolution);
    }

    private Response resolve(String account, String id, String resolution) {
        return resolve(account, id, as("researcher").get(remarks + "/" + id).header("ETag"), resolution);
    }

    private Response resolve(String account, String id, String tag, String resolution) {
        return as(account).header("If-Match", tag).body(resolution).put(remarks + "/" + id + "/resolution");
    }

    private String round() {
        return response.split("/")[2];
    }

    private static Map<Integer, Long> statuses(List<Response> all) {
        return all.stream().collect(Collectors.groupingBy(Response::statusCode, TreeMap::new, Collectors.counting()));
    }
}
