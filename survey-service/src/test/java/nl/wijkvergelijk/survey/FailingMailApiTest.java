package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.LEUSDEN;
import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import nl.wijkvergelijk.survey.mail.Post;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mail server refuses, is busy or hangs up: what was to be sent waits, is sent once when the server is back, and holds nobody up. */
@QuarkusTest
@QuarkusTestResource(value = MailServer.class, restrictToAnnotatedClass = true)
class FailingMailApiTest {

    @Inject
    Post post;

    private String round;
    private String address;

    /** A remark waits for Leusden, whose contact has an address that only this round uses. */
    private void remarked(String address) {
        this.address = address;
        round = Api.roundWithLeusdenAndDelft();
        as("researcher")
                .body("{\"contact\": {\"email\": \"%s\", \"language\": \"nl\"}}".formatted(address))
                .put("/rounds/" + round + "/participants/" + LEUSDEN)
                .then()
                .statusCode(200);
        CommentRound.review(leusden(round));
        as("researcher")
                .body(
                        "{\"kind\": \"clarification-request\", \"question\": \"residents\", \"text\": \"Of which date?\"}")
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
    }

    @AfterEach
    void theServerIsWellAgain() {
        MailServer.is(MailServer.Mood.TAKES);
    }

    @ParameterizedTest
    @EnumSource(
            value = MailServer.Mood.class,
            names = {"IS_BUSY", "REFUSES", "HANGS_UP"})
    void whatFailsWaitsAndIsSentOnceWhenTheServerIsBack(MailServer.Mood trouble) throws SQLException {
        remarked(trouble.name().toLowerCase(java.util.Locale.ROOT) + "@leusden.example");
        MailServer.is(trouble);
        post.round();
        assertEquals("1 waiting, later true", outbox(), trouble.name());
        MailServer.is(MailServer.Mood.TAKES);
        post.round();
        assertEquals(0, MailServer.taken(address), "it is tried again later, not at once");
        timePasses();
        post.round();
        post.round();
        timePasses();
        post.round();
        assertEquals(1, MailServer.taken(address), trouble.name());
        assertEquals("2 sent, later false", outbox(), trouble.name());
    }

    @Test
    void theWaitDoublesUntilItIsGivenUp() throws SQLException {
        remarked("never@leusden.example");
        MailServer.is(MailServer.Mood.REFUSES);
        for (int attempt = 1; attempt <= 5; attempt++) {
            post.round();
            assertEquals(
                    attempt + " " + (1 << attempt),
                    Database.text(
                            "select attempts || ' ' || round(extract(epoch from due_at - clock_timestamp()) / 60) from survey.mail where round = '%s'"
                                    .formatted(round)));
            timePasses();
        }
        MailServer.is(MailServer.Mood.TAKES);
        post.round();
        assertEquals(0, MailServer.taken(address));
        assertEquals("5 waiting, later false", outbox());
    }

    @Test
    void oneThatFailsHoldsUpNeitherTheOthersNorTheWork() throws SQLException {
        remarked("first@leusden.example");
        String failing = round;
        MailServer.is(MailServer.Mood.HANGS_UP);
        post.round();
        as("leusden")
                .body("{\"text\": \"Of 1 January.\"}")
                .post(leusden(failing) + "/remarks/1/replies")
                .then()
                .statusCode(201);
        MailServer.is(MailServer.Mood.TAKES);
        remarked("second@leusden.example");
        post.round();
        assertEquals(1, MailServer.taken("second@leusden.example"));
        round = failing;
        assertTrue(outbox().startsWith("1 waiting"), outbox());
    }

    /** What was tried waits no longer. */
    private void timePasses() throws SQLException {
        Database.run(
                "wijk_survey",
                "update survey.mail set due_at = due_at - interval '1 day' where round = '%s'".formatted(round));
    }

    private String outbox() throws SQLException {
        return Database.text("""
                select concat(attempts, ' ', case when sent_at is not null then 'sent' when claimed_at is null then 'waiting' else 'claimed' end,
                              ', later ', (due_at > clock_timestamp())::text)
                from survey.mail where round = '%s'
                """.formatted(round));
    }
}
