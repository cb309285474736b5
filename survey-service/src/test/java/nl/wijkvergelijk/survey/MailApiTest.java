package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.LEUSDEN;
import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import nl.wijkvergelijk.survey.mail.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contact of Leusden is told by mail that something waits, once, and never what it says. */
@QuarkusTest
class MailApiTest {

    @Inject
    Post post;

    @Inject
    MockMailbox mailbox;

    private static Response contact(String round, String contact) {
        return as("researcher")
                .body("{\"contact\": " + contact + "}")
                .put("/rounds/" + round + "/participants/" + LEUSDEN);
    }

    /** A round whose contact has an address that only this test uses. */
    private static String round(String address, String language) {
        String round = Api.roundWithLeusdenAndDelft();
        contact(round, "{\"email\": \"%s\", \"language\": \"%s\"}".formatted(address, language))
                .then()
                .statusCode(200);
        return round;
    }

    private List<Mail> sent(String address) {
        post.round();
        return mailbox.getMailsSentTo(address);
    }

    private static void review(String round) {
        CommentRound.review(leusden(round));
    }

    private static void remark(String round, String text) {
        as("researcher")
                .body("{\"kind\": \"clarification-request\", \"question\": \"residents\", \"text\": \"%s\"}"
                        .formatted(text))
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
    }

    @Test
    void remarksAreToldTogetherOnceAndWithoutTheirWords() {
        String round = round("a@leusden.example", "nl");
        review(round);
        remark(round, "Geheim een");
        remark(round, "Geheim twee");
        assertEquals(1, sent("a@leusden.example").size());
        Mail mail = sent("a@leusden.example").get(0);
        assertEquals("Wijkvergelijk: Er wacht een opmerking op u (Leusden, ronde " + round + ")", mail.getSubject());
        assertTrue(mail.getText().contains("/rounds/" + round + "/GM0327?lang=nl"), mail.getText());
        assertFalse(mail.getText().contains("Geheim"), mail.getText());
        assertFalse(mail.getText().contains("29"), mail.getText());
        assertEquals(List.of("auto-generated"), mail.getHeaders().get("Auto-Submitted"));
        as("leusden")
                .body("{\"text\": \"Ja\"}")
                .post(leusden(round) + "/remarks/1/replies")
                .then()
                .statusCode(201);
        assertEquals(1, sent("a@leusden.example").size());
        as("researcher")
                .body("{\"text\": \"En dan?\"}")
                .post(leusden(round) + "/remarks/1/replies")
                .then()
                .statusCode(201);
        assertEquals(2, sent("a@leusden.example").size());
    }

    @Test
    void changesRequestedAreToldInTheContactsLanguage() {
        String round = round("b@leusden.example", "en");
        review(round);
        remark(round, "Which date?");
        step("researcher", leusden(round), "{\"action\": \"request-changes\", \"reason\": \"Secret\"}")
                .then()
                .statusCode(200);
        List<String> subjects = sent("b@leusden.example").stream()
                .map(Mail::getSubject)
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "Wijkvergelijk: A remark waits for you (Leusden, round " + round + ")",
                        "Wijkvergelijk: The questionnaire is back with you (Leusden, round " + round + ")"),
                subjects);
        assertEquals(2, sent("b@leusden.example").size());
        sent("b@leusden.example").forEach(mail -> assertFalse(mail.getText().contains("Secret")));
    }

    @Test
    void theDescriptionAndItsDeadlineAreToldUntilThereIsAnAnswer() throws SQLException {
        String round = round("c@leusden.example", "nl");
        CommentRound.open(leusden(round));
        assertEquals(1, sent("c@leusden.example").size());
        sentLongAgo(round);
        assertEquals(2, sent("c@leusden.example").size());
        assertTrue(sent("c@leusden.example").get(1).getSubject().contains("een week of minder"));
        deadline(round, 1);
        assertEquals(3, sent("c@leusden.example").size());
        assertTrue(sent("c@leusden.example").get(2).getSubject().contains("Vandaag of morgen is de laatste dag"));

        String answered = round("d@leusden.example", "nl");
        CommentRound.open(leusden(answered));
        CommentRound.agree(leusden(answered)).then().statusCode(201);
        sentLongAgo(answered);
        deadline(answered, 1);
        assertEquals(1, sent("d@leusden.example").size());
    }

    @Test
    void everyReturnIsToldAgain() {
        String round = round("h@leusden.example", "nl");
        review(round);
        for (int returned = 1; returned <= 2; returned++) {
            remark(round, "x");
            step("researcher", leusden(round), "{\"action\": \"request-changes\", \"reason\": \"x\"}")
                    .then()
                    .statusCode(200);
            assertEquals(returned, returns("h@leusden.example"));
            as("leusden")
                    .body("{\"text\": \"Ja\"}")
                    .post(leusden(round) + "/remarks/" + returned + "/replies")
                    .then()
                    .statusCode(201);
            step("leusden", leusden(round), "{\"action\": \"submit\"}").then().statusCode(200);
            step("researcher", leusden(round), "{\"action\": \"start-review\"}")
                    .then()
                    .statusCode(200);
        }
        assertEquals(2, returns("h@leusden.example"));
    }

    private long returns(String address) {
        return sent(address).stream()
                .filter(mail -> mail.getSubject().contains("De vragenlijst is terug"))
                .count();
    }

    @Test
    void whatWaitsForAFormerContactIsNotSentToTheNextOne() throws SQLException {
        String round = round("i@leusden.example", "nl");
        review(round);
        remark(round, "x");
        Database.run("wijk_survey", """
                insert into survey.mail (round, municipality, kind, item, recipient, due_at)
                select round, municipality, 'in-comment', '0', encode(sha256(convert_to(email, 'UTF8')), 'hex'), now()
                from survey.contact where round = '%s'
                """.formatted(round));
        contact(round, "{\"email\": \"j@leusden.example\", \"language\": \"nl\"}")
                .then()
                .statusCode(200);
        assertEquals(1, sent("j@leusden.example").size());
        assertEquals(1, sent("j@leusden.example").size());
        assertTrue(sent("j@leusden.example").get(0).getSubject().contains("Er wacht een opmerking"));
        assertEquals(0, sent("i@leusden.example").size());
    }

    @Test
    void anAnswerOnEarlierAnswersStillLeavesTheDeadlineToTell() throws SQLException {
        String round = round("k@leusden.example", "nl");
        CommentRound.open(leusden(round));
        CommentRound.agree(leusden(round)).then().statusCode(201);
        sentLongAgo(round);
        deadline(round, 1);
        assertEquals(1, sent("k@leusden.example").size());
        Database.run(
                "wijk_survey",
                "update survey.response set revision = revision + 1 where round = '%s' and municipality = 'GM0327'"
                        .formatted(round));
        try {
            assertEquals(2, sent("k@leusden.example").size());
        } finally {
            Database.run(
                    "wijk_survey",
                    "update survey.response set revision = revision - 1 where round = '%s' and municipality = 'GM0327'"
                            .formatted(round));
        }
    }

    @Test
    void onTheLastDayItIsNotSaidToBeTomorrow() throws SQLException {
        String round = round("m@leusden.example", "en");
        CommentRound.open(leusden(round));
        sentLongAgo(round);
        deadline(round, 0);
        Mail mail = sent("m@leusden.example").get(1);
        assertEquals(
                "Wijkvergelijk: Today or tomorrow is the last day for your comment (Leusden, round " + round + ")",
                mail.getSubject());
        assertTrue(mail.getText().contains("today or tomorrow"), mail.getText());
    }

    @Test
    void whatWasSettledInTheMeantimeIsNotToldAnyMore() throws SQLException {
        String round = round("n@leusden.example", "nl");
        review(round);
        remark(round, "x");
        step("researcher", leusden(round), "{\"action\": \"request-changes\", \"reason\": \"y\"}")
                .then()
                .statusCode(200);
        assertEquals(2, sent("n@leusden.example").size());
        notSent(round);
        assertEquals(4, sent("n@leusden.example").size());
        notSent(round);
        as("leusden")
                .body("{\"text\": \"Ja\"}")
                .post(leusden(round) + "/remarks/1/replies")
                .then()
                .statusCode(201);
        step("leusden", leusden(round), "{\"action\": \"submit\"}").then().statusCode(200);
        assertEquals(4, sent("n@leusden.example").size());
    }

    private static void notSent(String round) throws SQLException {
        Database.run(
                "wijk_survey",
                "update survey.mail set sent_at = null, claimed_at = null where round = '%s'".formatted(round));
    }

    private static void sentLongAgo(String round) throws SQLException {
        Database.run(
                "wijk_owner",
                "update history.event set at = at - interval '3 days' where action = 'send-for-comment' and round = '%s'"
                        .formatted(round));
    }

    private static void deadline(String round, int days) throws SQLException {
        Database.run(
                "wijk_survey",
                "update survey.response set comment_deadline = '%s' where round = '%s' and municipality = 'GM0327'"
                        .formatted(CommentRound.today().plusDays(days), round));
    }

    @Test
    void whatFailsIsTriedAgainAndGivenUpInTheEnd() throws SQLException {
        String round = round("e@leusden.example", "nl");
        review(round);
        remark(round, "x");
        sent("none@leusden.example");
        String mail = "from survey.mail where round = '%s'".formatted(round);
        assertEquals("1", Database.text("select attempts " + mail));
        Database.run(
                "wijk_survey",
                "update survey.mail set sent_at = null, claimed_at = null, attempts = 4 where round = '%s'"
                        .formatted(round));
        assertEquals(2, sent("e@leusden.example").size());
        Database.run(
                "wijk_survey",
                "update survey.mail set sent_at = null, claimed_at = null where round = '%s'".formatted(round));
        assertEquals("5", Database.text("select attempts " + mail));
        assertEquals(2, sent("e@leusden.example").size());
    }

    @Test
    void whoIsTakenOffIsMailedNoMoreAndLeavesNoAddress() throws SQLException {
        String round = round("f@leusden.example", "nl");
        review(round);
        remark(round, "x");
        contact(round, "null").then().statusCode(200);
        assertEquals(0, sent("f@leusden.example").size());
        assertEquals("0", Database.text("select count(*) from survey.contact where round = '%s'".formatted(round)));
        as("researcher")
                .get(leusden(round) + "/history")
                .then()
                .body(
                        "events.findAll { it.action.endsWith('-contact') }.action",
                        contains("name-contact", "drop-contact"))
                .body(not(containsString("leusden.example")));
    }

    @Test
    void theAddressIsShownToItsOwnMunicipalityAndStaysOtherwise() {
        String round = round("g@leusden.example", "nl");
        as("researcher")
                .body("{}")
                .put("/rounds/" + round + "/participants/" + LEUSDEN)
                .then()
                .statusCode(200);
        Browser own = Browser.of("leusden");
        own.get("/rounds/" + round + "/" + LEUSDEN).then().statusCode(200);
        own.shows("g@leusden.example");
        for (String path :
                List.of("/rounds/" + round, "/rounds/" + round + "/responses", "/municipalities", "/config")) {
            as("researcher").get(path).then().statusCode(200).body(not(containsString("leusden.example")));
        }
        contact(round, "{\"email\": \"g@leusden.example\", \"language\": \"nl\"}")
                .then()
                .statusCode(200);
        as("researcher")
                .get(leusden(round) + "/history")
                .then()
                .body("events.findAll { it.action == 'name-contact' }.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leusden", "a@b", "a b@leusden.example", "a@leusden.example\\r\\nBcc: x@elsewhere.example",
                        "a@leusden.example\\n",
                "a@leusden.example,b@leusden.example", "<a@leusden.example>", "a@-x.example", "a@x..example",
                        "\\\"a\\\"@leusden.example"
            })
    void onlyOneAddressIsAnAddress(String address) {
        String round = Api.roundWithLeusdenAndDelft();
        contact(round, "{\"email\": \"%s\", \"language\": \"de\"}".formatted(address))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/contact/email", "/contact/language"))
                .body("errors.code", contains("wrong-form", "wrong-form"));
    }

    @Test
    void aContactIsReadAsStrictlyAsEverythingElse() {
        String round = Api.roundWithLeusdenAndDelft();
        contact(round, "{}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/contact/email", "/contact/language"))
                .body("errors.code", contains("required", "required"));
        String long254 = "a".repeat(60) + "@" + "b".repeat(60) + ("." + "c".repeat(60)).repeat(3) + ".example";
        contact(round, "{\"email\": \"%s\", \"language\": \"nl\"}".formatted(long254))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/contact/email"));
        for (String[] wrong : new String[][] {
            {"{\"phone\": \"1\"}", "/contact/phone", "unknown-member"},
            {"{\"email\": 5}", "/contact/email", "wrong-type"},
            {"\"x@leusden.example\"", "/contact", "wrong-type"},
            {"[]", "/contact", "wrong-type"}
        }) {
            contact(round, wrong[0])
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains(wrong[1]))
                    .body("errors.code", contains(wrong[2]));
        }
    }

    /** So many days before the questionnaire must be back; a response that takes part for days already. */
    private static void returnBy(String round, int days) throws SQLException {
        Database.run(
                "wijk_survey",
                "update survey.round set return_by = '%s' where id = '%s'"
                        .formatted(CommentRound.today().plusDays(days), round));
        Database.run(
                "wijk_owner",
                "update history.event set at = at - interval '3 days' where action = 'take-part' and round = '%s'"
                        .formatted(round));
    }

    @Test
    void theDayOfReturnIsToldOnceAWeekAndOnceADayBefore() throws SQLException {
        String round = round("p@leusden.example", "nl");
        returnBy(round, 8);
        assertEquals(0, sent("p@leusden.example").size());
        returnBy(round, 7);
        assertEquals(1, sent("p@leusden.example").size());
        Mail week = sent("p@leusden.example").get(0);
        assertEquals(
                "Wijkvergelijk: Binnenkort sluit de termijn voor de vragenlijst (Leusden, ronde " + round + ")",
                week.getSubject());
        assertTrue(week.getText().contains("ingediend"), week.getText());
        returnBy(round, 1);
        assertEquals(2, sent("p@leusden.example").size());
        assertTrue(sent("p@leusden.example").get(1).getSubject().contains("Vandaag of morgen"));
        assertEquals(2, sent("p@leusden.example").size());
        returnBy(round, -1);
        assertEquals(2, sent("p@leusden.example").size());

        String english = round("q@leusden.example", "en");
        returnBy(english, 1);
        assertTrue(sent("q@leusden.example").get(0).getSubject().contains("Today or tomorrow"));
    }

    @Test
    void whoReturnedOrOnlyJustBeganIsNotTold() throws SQLException {
        String returned = round("r@leusden.example", "nl");
        CommentRound.review(leusden(returned));
        returnBy(returned, 1);
        assertEquals(0, sent("r@leusden.example").size());

        String begun = round("s@leusden.example", "nl");
        Database.run(
                "wijk_survey",
                "update survey.round set return_by = '%s' where id = '%s'"
                        .formatted(CommentRound.today().plusDays(3), begun));
        assertEquals(0, sent("s@leusden.example").size());
        returnBy(begun, 3);
        assertEquals(1, sent("s@leusden.example").size());
    }

    @Test
    void aDraftBesideWhatIsPublicIsNobodysDebt() throws SQLException {
        String round = round("t@leusden.example", "nl");
        Api.approve(leusden(round));
        step("researcher", leusden(round), "{\"action\": \"publish\"}").then().statusCode(200);
        as("leusden")
                .header("If-Match", "*")
                .body("{\"answers\": {\"residents\": {\"value\": 29001}}}")
                .patch(leusden(round) + "/answers")
                .then()
                .statusCode(200);
        returnBy(round, 1);
        assertEquals(0, sent("t@leusden.example").size());
    }
}
