package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What should never have been written is gone everywhere; that it was, and why, stays. */
@QuarkusTest
class RedactionsApiTest {

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
}
