package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static nl.wijkvergelijk.survey.CommentRound.dispose;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import nl.wijkvergelijk.survey.description.Profile;
import nl.wijkvergelijk.survey.description.Profiles;
import nl.wijkvergelijk.survey.response.Responses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommentRoundApiTest {

    private static final String APPROVE = "{\"action\": \"approve\"}";
    private static final String DISSENT = "{\"agrees\": false, \"dissent\": \"Our budget is per ward.\"}";
    private static final String LATER = """
            {"language": "nl", "sections": {"wards": "Elf wijken."}, "reason": "Counted again"}
            """;

    @Inject
    Profiles profiles;

    @Inject
    Responses responses;

    private String response;
    private String comments;
    private String agreement;

    @BeforeEach
    void theDescriptionOfLeusdenIsOutForComment() {
        response = leusden(Api.roundWithLeusdenAndDelft());
        comments = response + "/description/comments";
        agreement = response + "/description/agreement";
        CommentRound.open(response);
    }

    @Test
    void withoutADescriptionNothingIsSentForComment() {
        String other = leusden(Api.roundWithLeusdenAndDelft());
        CommentRound.review(other);
        step("researcher", other, CommentRound.send())
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/transition-not-possible"))
                .body("blocking.code", contains("no-description"));
    }

    @Test
    void theDeadlineIsADayAheadWithinAYearAndOnlyForThisStep() {
        String other = leusden(Api.roundWithLeusdenAndDelft());
        CommentRound.review(other);
        for (String wrong : List.of(
                "",
                ", \"deadline\": null",
                ", \"deadline\": \"%s\"".formatted(CommentRound.today()),
                ", \"deadline\": \"%s\""
                        .formatted(CommentRound.today().plusYears(1).plusDays(1)),
                ", \"deadline\": \"2027-02-30\"",
                ", \"deadline\": 20270228")) {
            step("researcher", other, "{\"action\": \"send-for-comment\"%s}".formatted(wrong))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/deadline"));
        }
        step("researcher", other, "{\"action\": \"return\", \"reason\": \"No\", \"deadline\": \"2099-01-01\"}")
                .then()
                .statusCode(400)
                .body("errors.code", contains("not-with-this-action"));
    }

    @Test
    void everybodyConcernedSeesTheDeadlineAndWhetherItIsPast() throws SQLException {
        String deadline = CommentRound.today().plusDays(7).toString();
        String tag = as("leusden")
                .get(response)
                .then()
                .body("comment.deadline", equalTo(deadline))
                .body("comment.overdue", equalTo(false))
                .extract()
                .header("ETag");
        CommentRound.passDeadline(response);
        String later = as("leusden")
                .get(response)
                .then()
                .body("comment.overdue", equalTo(true))
                .extract()
                .header("ETag");
        assertNotEquals(tag, later);
        as("leusden")
                .get(response.substring(0, response.lastIndexOf('/')))
                .then()
                .body("responses[0].comment.overdue", equalTo(true));
        step("researcher", response, "{\"action\": \"return\", \"reason\": \"Which date?\"}")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("comment")));
    }

    @Test
    void aCommentKeepsTheVersionItIsAbout() {
        as("leusden")
                .body("{\"section\": \"context\", \"text\": \"It was 28,963.\"}")
                .post(comments)
                .then()
                .statusCode(201)
                .header("Location", "/v1" + comments + "/1")
                .header("ETag", "\"0\"")
                .body("version", equalTo(1))
                .body("author", equalTo("leusden"));
        as("researcher")
                .header("If-Match", "\"1\"")
                .body(LATER)
                .put(response + "/description")
                .then()
                .statusCode(200);
        as("researcher")
                .body("{\"text\": \"A good text.\", \"onBehalf\": \"By telephone\"}")
                .post(comments)
                .then()
                .statusCode(201)
                .body("onBehalf", equalTo("By telephone"));
        as("leusden")
                .get(comments)
                .then()
                .body("comments.id", contains("1", "2"))
                .body("comments.version", contains(1, 2))
                .body("comments[1]", not(hasKey("section")));
    }

    @Test
    void whoMayNotCommentAndWhatIsNoCommentIsRefused() {
        as("delft").body("{\"text\": \"x\"}").post(comments).then().statusCode(404);
        as("admin").body("{\"text\": \"x\"}").post(comments).then().statusCode(403);
        as("researcher")
                .body("{\"text\": \"x\", \"section\": \"kontext\"}")
                .post(comments)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/onBehalf", "/section"));
        as("leusden")
                .body("{\"text\": \" \", \"onBehalf\": \"x\"}")
                .post(comments)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/text"));
        as("leusden")
                .body("{\"text\": \"x\", \"onBehalf\": \"x\"}")
                .post(comments)
                .then()
                .statusCode(400)
                .body("errors.code", contains("not-for-contacts"));
    }

    @Test
    void outsideTheCommentRoundNobodyCommentsOrAgrees() {
        step("researcher", response, "{\"action\": \"return\", \"reason\": \"Which date?\"}")
                .then()
                .statusCode(200);
        as("leusden")
                .body("{\"text\": \"x\"}")
                .post(comments)
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/comment-not-open"))
                .body("blocking.code", contains("draft"));
        CommentRound.agree(response).then().statusCode(409).body("type", equalTo("/v1/problems/comment-not-open"));
    }

    @Test
    void eachCommentGetsADispositionThatSaysWhyItWasNotAdopted() throws SQLException {
        CommentRound.comment(response);
        String disposition = comments + "/1/disposition";
        as("researcher")
                .body("{\"outcome\": \"adopted\"}")
                .put(disposition)
                .then()
                .statusCode(428);
        as("researcher")
                .header("If-Match", "\"7\"")
                .body("{}")
                .put(disposition)
                .then()
                .statusCode(412);
        for (String outcome : List.of("partly", "not")) {
            dispose(response, "{\"outcome\": \"%s\"}".formatted(outcome))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/why"));
        }
        dispose(response, "{\"outcome\": \"perhaps\"}").then().statusCode(400);
        as("leusden")
                .header("If-Match", "\"0\"")
                .body("{\"outcome\": \"adopted\"}")
                .put(disposition)
                .then()
                .statusCode(403);
        as("researcher")
                .header("If-Match", "\"0\"")
                .body("{\"outcome\": \"adopted\"}")
                .put(comments + "/2/disposition")
                .then()
                .statusCode(404);
        dispose(response, "{\"outcome\": \"not\", \"why\": \"The register says 29,000\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("disposition.outcome", equalTo("not"))
                .body("disposition.author", equalTo("researcher"));
        dispose(response, "{\"outcome\": \"not\", \"why\": \"The register says 29,000\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        dispose(response, "{\"outcome\": \"adopted\"}").then().statusCode(200).header("ETag", "\"2\"");
        assertEquals(
                "describe, comment, dispose, dispose",
                Database.text(
                        "select string_agg(action, ', ' order by id) from history.event where subject = 'description' and round = '%s'"
                                .formatted(round())));
    }

    @Test
    void nothingIsApprovedBeforeEveryCommentHasADispositionAndTheMunicipalityHasItsSay() {
        CommentRound.comment(response);
        step("researcher", response, APPROVE)
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/transition-not-possible"))
                .body("blocking.code", contains("comments-without-disposition", "no-agreement"));
        dispose(response, "{\"outcome\": \"adopted\"}").then().statusCode(200);
        step("researcher", response, APPROVE).then().statusCode(409).body("blocking.code", contains("no-agreement"));
        CommentRound.agree(response).then().statusCode(201);
        step("researcher", response, APPROVE).then().statusCode(200).body("state", equalTo("approved"));
        dispose(response, "{\"outcome\": \"not\", \"why\": \"Later\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/comment-not-open"));
    }

    @Test
    void whoeverSaysNothingIsWaitedForUntilTheDeadlineAndThenItIsSaid() throws SQLException {
        String late = "{\"action\": \"approve\", \"onBehalf\": \"No answer after two reminders\"}";
        step("researcher", response, late).then().statusCode(409).body("blocking.code", contains("no-agreement"));
        CommentRound.passDeadline(response);
        step("researcher", response, APPROVE).then().statusCode(409).body("blocking.code", contains("no-agreement"));
        step("researcher", response, late).then().statusCode(200);
        as("leusden")
                .get(response + "/history")
                .then()
                .body("events[-1].action", equalTo("approve"))
                .body("events[-1].onBehalf", equalTo("No answer after two reminders"));
        assertEquals(Profile.Agreement.NO_ANSWER, profile().agreement());
        assertEquals("No answer after two reminders", profile().onBehalf());
    }

    @Test
    void withoutACommentRoundTheApprovalSaysWhy() {
        String other = leusden(Api.roundWithLeusdenAndDelft());
        CommentRound.review(other);
        step("researcher", other, APPROVE).then().statusCode(409).body("blocking.code", contains("no-comment-round"));
        step("researcher", other, Api.APPROVE).then().statusCode(200);
    }

    @Test
    void anAgreementIsWithOneTextAndTheAnswersOfThatMoment() {
        CommentRound.agree(response)
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .body("revision", equalTo(1))
                .body("current", equalTo(true));
        assertEquals(Profile.Agreement.AGREED, profile().agreement());
        String tag = as("leusden").get(agreement).header("ETag");
        as("researcher")
                .header("If-Match", "\"1\"")
                .body(LATER)
                .put(response + "/description")
                .then()
                .statusCode(200);
        as("leusden").get(agreement).then().body("current", equalTo(false));
        assertEquals(Profile.Agreement.NO_ANSWER, profile().agreement());
        step("researcher", response, APPROVE).then().statusCode(409).body("blocking.code", contains("no-agreement"));
        as("leusden")
                .header("If-Match", tag)
                .body("{\"agrees\": true}")
                .put(agreement)
                .then()
                .statusCode(412);
        as("leusden")
                .header("If-Match", "*")
                .body("{\"agrees\": true}")
                .put(agreement)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        step("researcher", response, APPROVE).then().statusCode(200);
    }

    @Test
    void whoNamesTheVersionThatWasReadNeverAgreesWithAnother() {
        as("researcher")
                .header("If-Match", "\"1\"")
                .body(LATER)
                .put(response + "/description")
                .then()
                .statusCode(200);
        as("leusden")
                .body("{\"agrees\": true, \"version\": 1}")
                .put(agreement)
                .then()
                .statusCode(412)
                .body("type", equalTo("/v1/problems/precondition-failed"));
        as("leusden").get(agreement).then().statusCode(404);
        for (String wrong : List.of("0", "-1", "\"2\"", "1.5", "99999999999")) {
            as("leusden")
                    .body("{\"agrees\": true, \"version\": %s}".formatted(wrong))
                    .put(agreement)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/version"));
        }
        as("leusden")
                .body("{\"agrees\": true, \"version\": 2}")
                .put(agreement)
                .then()
                .statusCode(201)
                .body("version", equalTo(2));
        as("leusden")
                .header("If-Match", "*")
                .body("{\"agrees\": true, \"version\": 1}")
                .put(agreement)
                .then()
                .statusCode(412);
    }

    @Test
    void aDissentTravelsWithTheTextUntilTheMunicipalityTakesItBack() {
        as("leusden").body(DISSENT).put(agreement).then().statusCode(201);
        as("leusden").body("{\"agrees\": true}").put(agreement).then().statusCode(428);
        as("researcher")
                .header("If-Match", "\"1\"")
                .body(LATER)
                .put(response + "/description")
                .then()
                .statusCode(200);
        step("researcher", response, APPROVE).then().statusCode(409).body("blocking.code", contains("no-agreement"));
        step("researcher", response, "{\"action\": \"return\", \"reason\": \"Look again\"}")
                .then()
                .statusCode(200);
        CommentRound.review(response);
        step("researcher", response, Api.APPROVE).then().statusCode(200);
        assertEquals(Profile.Agreement.DISSENT, profile().agreement());
        assertEquals("Our budget is per ward.", profile().note());
        assertEquals("<p>Elf wijken.</p>\n", profile().html().get("wards"));
    }

    @Test
    void anAnswerIsWholeAndSpokenByWhoMay() {
        for (String wrong : List.of("{}", "{\"agrees\": \"yes\"}", "{\"agrees\": null}")) {
            as("leusden").body(wrong).put(agreement).then().statusCode(400);
        }
        as("leusden")
                .body("{\"agrees\": false}")
                .put(agreement)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/dissent"));
        as("leusden")
                .body("{\"agrees\": true, \"dissent\": \"x\"}")
                .put(agreement)
                .then()
                .statusCode(400)
                .body("errors.code", contains("not-with-agreement"));
        as("researcher")
                .body("{\"agrees\": true}")
                .put(agreement)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/onBehalf"));
        as("delft").body("{\"agrees\": true}").put(agreement).then().statusCode(404);
        as("researcher")
                .body("{\"agrees\": true, \"onBehalf\": \"By telephone\"}")
                .put(agreement)
                .then()
                .statusCode(201)
                .body("onBehalf", equalTo("By telephone"));
        assertEquals("By telephone", profile().onBehalf());
    }

    @Test
    void ofTwentyCommentsAtOneMomentEachGetsItsNumberAndAKeyHasOneEffect() {
        Together.run(20, i -> as("leusden")
                .body("{\"text\": \"Comment %d\"}".formatted(i))
                .post(comments)
                .then()
                .statusCode(201));
        Together.run(5, i -> as("leusden")
                .header("Idempotency-Key", "once-" + round())
                .body("{\"text\": \"Once\"}")
                .post(comments)
                .then()
                .statusCode(201)
                .body("id", equalTo("21")));
        assertEquals(
                21, as("leusden").get(comments).jsonPath().getList("comments").size());
    }

    private Profile profile() {
        return profiles.of(List.of(responses.inPath(round(), Api.LEUSDEN))).get(Api.LEUSDEN);
    }

    private String round() {
        return response.split("/")[2];
    }
}
