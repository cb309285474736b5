package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What travels with a response beside its answers: the description, what the municipality said of it, and what is on file. */
@QuarkusTest
class PublishedProfileApiTest {

    private static final String APPROVE = "{\"action\": \"approve\"}";

    private String response;

    @BeforeEach
    void leusdenTakesPart() {
        response = leusden(Api.roundWithLeusdenAndDelft());
    }

    @Test
    void aDescriptionTravelsAsItWasSentWithTheAgreement() throws SQLException {
        CommentRound.open(response);
        CommentRound.agree(response).then().statusCode(201);
        step("researcher", response, APPROVE).then().statusCode(200);
        long sequence = publish("{\"action\": \"publish\"}");
        assertEquals(
                "1 nl agreed false",
                description(sequence, "concat_ws(' ', version, language, agreement, note, why, withdrawn::text)"));
        assertEquals(
                "true",
                description(
                        sequence,
                        "(written_at = (select at from history.description where round = '%s') and answered_at = (select at from survey.agreement where round = '%s'))::text"
                                .formatted(round(), round())));
        assertEquals(
                "context wards",
                description(sequence, "concat_ws(' ', sections -> 0 ->> 'id', sections -> 1 ->> 'id')"));
        assertEquals("Leusden telt **29.000** inwoners.", description(sequence, "sections -> 0 ->> 'text'"));
        assertEquals(
                "<p>Leusden telt <strong>29.000</strong> inwoners.</p>\n",
                description(sequence, "sections -> 0 ->> 'html'"));
        assertEquals(
                as("researcher")
                        .get("/questionnaires/standard/versions/2005")
                        .jsonPath()
                        .getString("sections.find { it.id == 'wards' }.title.nl"),
                description(sequence, "sections -> 1 #>> '{title,nl}'"));
        assertEquals(
                "1 0",
                Database.text(
                        "select concat_ws(' ', descriptions, evidence) from published.publication where sequence = "
                                + sequence));
    }

    @Test
    void aDissentDoesNotBlockAndTravelsAsItWasWritten() throws SQLException {
        CommentRound.open(response);
        as("leusden")
                .body("{\"agrees\": false, \"dissent\": \"Ons budget is  per wijk; <b>zie</b> \\\"nota\\\".\"}")
                .put(response + "/description/agreement")
                .then()
                .statusCode(201);
        step("researcher", response, APPROVE).then().statusCode(200);
        long sequence = publish("{\"action\": \"publish\"}");
        assertEquals("dissent", description(sequence, "agreement"));
        assertEquals("Ons budget is  per wijk; <b>zie</b> \"nota\".", description(sequence, "note"));
    }

    @Test
    void whoeverWasNotAskedOrDidNotAnswerHasAReasonSaidForIt() throws SQLException {
        Api.approve(response);
        long notAsked = publish("{\"action\": \"publish\"}");
        assertEquals(
                "not-asked No description in this round [] false",
                description(
                        notAsked, "concat_ws(' ', version, agreement, why, answered_at, sections, withdrawn::text)"));
        leusdenTakesPart();
        CommentRound.open(response);
        CommentRound.passDeadline(response);
        step("researcher", response, "{\"action\": \"approve\", \"onBehalf\": \"No answer after two reminders\"}")
                .then()
                .statusCode(200);
        assertEquals(
                "1 no-answer No answer after two reminders",
                description(
                        publish("{\"action\": \"publish\"}"), "concat_ws(' ', version, agreement, why, answered_at)"));
    }

    @Test
    void whoRecordedAnAgreementInItsPlaceSaysWhy() throws SQLException {
        CommentRound.open(response);
        as("researcher")
                .body("{\"agrees\": true, \"onBehalf\": \"By telephone\"}")
                .put(response + "/description/agreement")
                .then()
                .statusCode(201);
        step("researcher", response, APPROVE).then().statusCode(200);
        assertEquals(
                "agreed By telephone",
                description(publish("{\"action\": \"publish\"}"), "concat_ws(' ', agreement, why)"));
    }

    @Test
    void whoSpokeForItselfIsNotSaidToHaveBeenSpokenFor() throws SQLException {
        CommentRound.open(response);
        CommentRound.agree(response).then().statusCode(201);
        step("researcher", response, "{\"action\": \"approve\", \"onBehalf\": \"No answer after two reminders\"}")
                .then()
                .statusCode(200);
        assertEquals("agreed", description(publish("{\"action\": \"publish\"}"), "concat_ws(' ', agreement, why)"));
    }

    @Test
    void everythingOnFileTravelsButOfAnInternalDocumentOnlyKindAndDate() throws SQLException {
        file("""
                {"id": "canary-id", "document": {"title": "CANARY-TITLE", "kind": "policy-note", "date": "2005-03", "publisher": "CANARY-PUBLISHER",
                 "url": "https://example.org/CANARY", "public": false}}
                """);
        file("""
                {"document": {"title": "Wijken in cijfers", "kind": "statistics", "date": "2005", "publisher": "Leusden", "url": "https://example.org/w"}}
                """);
        file("""
                {"interview": {"group": "residents", "role": "CANARY-ROLE", "form": "group", "people": 13, "date": "2005-09"}}
                """);
        file("""
                {"interview": {"group": "partners", "outcome": "skipped", "reason": "Only ad hoc cooperation."}}
                """);
        Api.approve(response);
        long sequence = publish("{\"action\": \"publish\"}");
        assertEquals("document policy-note 2005-03 true", evidence(sequence, 1));
        assertEquals(
                "document Wijken in cijfers statistics 2005 Leusden https://example.org/w false",
                evidence(sequence, 2));
        assertEquals("interview 2005-09 false residents group 13 held", evidence(sequence, 3));
        assertEquals("interview false partners skipped Only ad hoc cooperation.", evidence(sequence, 4));
        assertEquals(
                "4 4",
                Database.text(
                        "select concat_ws(' ', (select evidence from published.publication where sequence = %1$d), count(*)) from published.evidence where sequence = %1$d"
                                .formatted(sequence)));
        assertEquals("0", published(sequence, "CANARY"));
        assertEquals("0", published(sequence, "canary-id"));
    }

    @Test
    void whatIsTakenBackSaysSoAndWhatIsPublishedAgainReplacesIt() throws SQLException {
        file("""
                {"document": {"title": "Wijken in cijfers", "kind": "statistics"}}
                """);
        CommentRound.open(response);
        CommentRound.agree(response).then().statusCode(201);
        step("researcher", response, APPROVE).then().statusCode(200);
        long first = publish("{\"action\": \"publish\"}");
        long withdrawn = taken("{\"action\": \"withdraw\", \"reason\": \"Not ours\"}");
        assertEquals(
                "[] true", description(withdrawn, "concat_ws(' ', version, sections, agreement, withdrawn::text)"));
        assertEquals(
                "1 0",
                Database.text(
                        "select concat_ws(' ', descriptions, evidence) from published.publication where sequence = "
                                + withdrawn));
        CommentRound.review(response);
        as("researcher")
                .header("If-Match", "\"1\"")
                .body("{\"language\": \"nl\", \"sections\": {\"wards\": \"Elf wijken.\"}}")
                .put(response + "/description")
                .then()
                .statusCode(200);
        step("researcher", response, CommentRound.send()).then().statusCode(200);
        as("leusden")
                .header("If-Match", "*")
                .body("{\"agrees\": true}")
                .put(response + "/description/agreement")
                .then()
                .statusCode(200);
        step("researcher", response, APPROVE).then().statusCode(200);
        long again = publish("{\"action\": \"publish\", \"reason\": \"Ours after all\"}");
        assertEquals(
                "2 Elf wijken. agreed",
                description(again, "concat_ws(' ', version, sections -> 0 ->> 'text', agreement)"));
        assertEquals("document Wijken in cijfers statistics false", evidence(again, 1));
        assertEquals("1 agreed", description(first, "concat_ws(' ', version, agreement)"));
    }

    @Test
    void aReasonIsPublicOnlyWhereSomethingIsCorrected() throws SQLException {
        Api.approve(response);
        long first = publish("{\"action\": \"publish\", \"reason\": \"CANARY-FIRST\"}");
        assertEquals("none", reason(first));
        as("researcher")
                .get(response + "/history")
                .then()
                .body("events.find { it.action == 'publish' }.reason", equalTo("CANARY-FIRST"));
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {\"unit-name\": {\"value\": \"Team Wijken\"}}}")
                .patch(response + "/answers")
                .then()
                .statusCode(200);
        CommentRound.review(response);
        step("researcher", response, Api.APPROVE).then().statusCode(200);
        assertEquals(
                "The name was wrong", reason(publish("{\"action\": \"publish\", \"reason\": \"The name was wrong\"}")));
    }

    private static String reason(long sequence) throws SQLException {
        return Database.text("select coalesce(reason, 'none') from published.publication where sequence = " + sequence);
    }

    @Test
    void nothingSaidInConfidenceTravels() throws SQLException {
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        as("researcher")
                .body(RemarksApiTest.REMARK.replaceFirst("\"text\": \"[^\"]*\"", "\"text\": \"CANARY-REMARK\""))
                .post(response + "/remarks")
                .then()
                .statusCode(201);
        CommentRound.open(response);
        as("leusden")
                .body("{\"text\": \"CANARY-COMMENT\"}")
                .post(response + "/description/comments")
                .then()
                .statusCode(201);
        CommentRound.dispose(response, "{\"outcome\": \"not\", \"why\": \"CANARY-WHY\"}")
                .then()
                .statusCode(200);
        as("researcher")
                .header("If-Match", "\"1\"")
                .body("""
                        {"language": "nl", "sections": {"wards": "Elf wijken."}, "reason": "CANARY-REASON"}
                        """)
                .put(response + "/description")
                .then()
                .statusCode(200);
        CommentRound.agree(response).then().statusCode(201);
        step("researcher", response, APPROVE).then().statusCode(200);
        long sequence = publish("{\"action\": \"publish\"}");
        for (String hidden : List.of("CANARY", "Tien wijken", "\"researcher\"", "researcher,", ",leusden,")) {
            assertEquals("0", published(sequence, hidden), hidden);
        }
        assertNotEquals("0", published(sequence, "Elf wijken."), "what is public is found");
    }

    private void file(String entry) {
        as("researcher").body(entry).post(response + "/evidence").then().statusCode(201);
    }

    private long publish(String transition) {
        Api.passWarnings(response);
        return step("researcher", response, transition)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("published.sequence");
    }

    private long taken(String transition) throws SQLException {
        step("researcher", response, transition).then().statusCode(200);
        return Long.parseLong(
                Database.text("select max(sequence) from published.publication where round = '" + round() + "'"));
    }

    private String round() {
        return response.split("/")[2];
    }

    private static String description(long sequence, String column) throws SQLException {
        return Database.text("select " + column + " from published.description where sequence = " + sequence);
    }

    private static String evidence(long sequence, int position) throws SQLException {
        return Database.text("""
                select concat_ws(' ', type, title, kind, date, publisher, url, internal::text, interview_group, form, people, outcome, reason)
                from published.evidence where sequence = %d and position = %d
                """.formatted(sequence, position));
    }

    /** In how many rows beside figures and answers a text stands. */
    private static String published(long sequence, String text) throws SQLException {
        return Database.text("""
                select (select count(*) from published.description d where sequence = %1$d and d::text like '%%%2$s%%')
                     + (select count(*) from published.evidence e where sequence = %1$d and e::text like '%%%2$s%%')
                """.formatted(sequence, text));
    }
}
