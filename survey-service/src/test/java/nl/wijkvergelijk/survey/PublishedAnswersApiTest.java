package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the seam holds of a response beside its figures. */
@QuarkusTest
class PublishedAnswersApiTest {

    private static final String CANARY = "canary-comment-4711";

    private String response;
    private long sequence;

    @BeforeEach
    void leusdenIsPublished() {
        response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden")
                .body("{\"answers\": " + Sample.COMPLETE + "}")
                .put(response + "/answers")
                .then()
                .statusCode(201);
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("""
                        {"answers": {"residents": {"value": 29000, "qualifier": "approximate", "comment": "%s", "note": "Zonder datum.",
                            "statements": [{"value": 31000, "relation": "contradicts"}]}}}
                        """.formatted(CANARY))
                .patch(response + "/answers")
                .then()
                .statusCode(200);
        CommentRound.review(response);
        Api.step("researcher", response, Api.APPROVE).then().statusCode(200);
        Api.passWarnings(response);
        sequence = Api.step("researcher", response, "{\"action\": \"publish\"}")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("published.sequence");
    }

    private String text(String column, String question) throws SQLException {
        return Database.text("select " + column + " from published.answer where sequence = " + sequence
                + " and question = '" + question + "'");
    }

    @Test
    void everyQuestionIsThereWholeButForTheComment() throws SQLException {
        int questions = as("researcher").get(response).jsonPath().getInt("completeness.total");
        assertEquals(
                questions + " " + questions,
                Database.text("select concat((select answers from published.publication where sequence = " + sequence
                        + "), ' ', count(*)) from published.answer where sequence = " + sequence));
        assertEquals(
                "29000 approximate residents true Zonder datum.",
                text(
                        "concat_ws(' ', answer -> 'value', "
                                + "answer ->> 'qualifier', answer ->> 'unit', answer ->> 'disputed', answer ->> 'note')",
                        "residents"));
        assertEquals(
                "31000 residents contradicts",
                text(
                        "concat_ws(' ', answer #> '{statements,0,value}', "
                                + "answer #>> '{statements,0,unit}', answer #>> '{statements,0,relation}')",
                        "residents"));
        assertEquals("residents", text("labels #>> '{units,residents,en}'", "residents"));
        assertEquals("2 f", text("concat_ws(' ', revision, answer ? 'comment')", "residents"));
        assertEquals(
                "0",
                Database.text(
                        "select count(*) from published.answer where concat(answer, labels) like '%" + CANARY + "%'"));
    }

    @Test
    void whatWasNotAnsweredSaysSo() throws SQLException {
        assertEquals(
                "true",
                Database.text("select (count(*) > 0)::text from published.answer where sequence = " + sequence
                        + " and answer = '{\"missing\": \"not-answered\"}'"));
        assertEquals(
                "true",
                Database.text("select bool_and(position = number)::text from (select position, row_number() over"
                        + " (order by position) as number from published.answer where sequence = " + sequence
                        + ") as each"));
    }

    @Test
    void whatIsTakenBackLeavesOnlyThat() throws SQLException {
        Api.step("researcher", response, "{\"action\": \"withdraw\", \"reason\": \"Not ours\"}")
                .then()
                .statusCode(200);
        assertEquals(
                "1 withdrawn",
                Database.text(
                        "select concat(count(distinct answer), ' ', min(answer ->> 'missing')) from published.answer"
                                + " where sequence = (select max(sequence) from published.answer where round = '"
                                + response.split("/")[2] + "')"));
    }
}
