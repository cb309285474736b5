package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.step;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;

/** A comment round on Leusden's description, as these tests need it. */
final class CommentRound {

    static final String DESCRIPTION = """
            {"language": "nl", "sections": {"context": "Leusden telt **29.000** inwoners.", "wards": "Tien wijken."}}
            """;

    private CommentRound() {}

    static LocalDate today() {
        return Time.today(Clock.systemUTC());
    }

    /** The step that sends the description for comment, with a week to do it. */
    static String send() {
        return "{\"action\": \"send-for-comment\", \"deadline\": \"%s\"}".formatted(today().plusDays(7));
    }

    /** Complete answers, a description, and the description sent for comment; answers that are there stay. */
    static void open(String response) {
        review(response);
        as("researcher").body(DESCRIPTION).put(response + "/description").then().statusCode(201);
        step("researcher", response, send()).then().statusCode(200);
    }

    /** Complete answers under review; answers that are there stay. */
    static void review(String response) {
        if (as("researcher").get(response).jsonPath().getInt("revision") == 0) {
            as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        }
        step("leusden", response, "{\"action\": \"submit\"}").then().statusCode(200);
        step("researcher", response, "{\"action\": \"start-review\"}").then().statusCode(200);
    }

    static void comment(String response) {
        as("leusden")
                .body("{\"section\": \"context\", \"text\": \"It was 28,963.\"}")
                .post(response + "/description/comments")
                .then()
                .statusCode(201);
    }

    /** Says what became of comment 1. */
    static Response dispose(String response, String disposition) {
        String tag = as("researcher").get(response + "/description/comments/1").header("ETag");
        return as("researcher")
                .header("If-Match", tag)
                .body(disposition)
                .put(response + "/description/comments/1/disposition");
    }

    static Response agree(String response) {
        return as("leusden").body("{\"agrees\": true}").put(response + "/description/agreement");
    }

    /** Lets the deadline pass. */
    static void passDeadline(String response) throws SQLException {
        Database.run(
                "wijk_survey",
                "update survey.response set comment_deadline = '%s' where round = '%s' and municipality = 'GM0327'"
                        .formatted(today().minusDays(1), response.split("/")[2]));
    }
}
