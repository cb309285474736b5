package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Earlier versions of a description, and what the history tells of it and of the evidence. */
@QuarkusTest
class DescriptionVersionsApiTest {

    private String response;
    private String versions;

    /** Version 1 is a draft that nobody but researchers saw, 2 was sent, 3 was written while it lay for comment. */
    @BeforeEach
    void threeVersionsOfTheDescriptionOfLeusden() {
        response = leusden(Api.roundWithLeusdenAndDelft());
        versions = response + "/description/versions";
        CommentRound.review(response);
        as("researcher").body(text(1, "")).put(response + "/description").then().statusCode(201);
        write(1, text(2, ""));
        as("leusden").get(versions).then().statusCode(404);
        as("leusden").get(versions + "/2").then().statusCode(404);
        step("researcher", response, CommentRound.send()).then().statusCode(200);
        write(2, text(3, ", \"reason\": \"Counted again\""));
    }

    @Test
    void aResearcherReadsEveryVersionBack() {
        as("researcher")
                .get(versions)
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("versions.version", contains(1, 2, 3))
                .body("versions.author", contains("researcher", "researcher", "researcher"))
                .body("versions[0]", not(hasKey("reason")))
                .body("versions[2].reason", equalTo("Counted again"));
        as("researcher")
                .get(versions + "/1")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("sections.wards.text", equalTo("Versie **1**"))
                .body("sections.wards.html", equalTo("<p>Versie <strong>1</strong></p>\n"));
        as("researcher")
                .header("If-None-Match", "\"1\"")
                .get(versions + "/1")
                .then()
                .statusCode(304);
        for (String none : List.of("0", "4", "x", "99999999999", "01")) {
            as("researcher").get(versions + "/" + none).then().statusCode(404);
        }
    }

    @Test
    void theListHasPages() {
        as("researcher")
                .get(versions + "?page=2&pageSize=2")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("versions.version", contains(3))
                .header("Link", containsString("rel=\"prev\""));
        as("researcher")
                .get(versions + "?page=0&pageSize=1001")
                .then()
                .statusCode(400)
                .body("errors.name", contains("page", "pageSize"));
    }

    @Test
    void aContactReadsWhatEverLayBeforeItAndOnlyWhileItDoes() {
        as("leusden")
                .get(versions)
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("versions.version", contains(2, 3));
        as("leusden").get(versions + "/1").then().statusCode(404);
        as("leusden").get(versions + "/2").then().statusCode(200).body("sections.wards.text", equalTo("Versie **2**"));
        step("researcher", response, "{\"action\": \"return\", \"reason\": \"Look again\"}")
                .then()
                .statusCode(200);
        write(3, text(4, ""));
        for (String hidden : List.of("", "/2", "/4")) {
            as("leusden").get(versions + hidden).then().statusCode(404);
        }
        write(4, text(5, ""));
        CommentRound.review(response);
        step("researcher", response, CommentRound.send()).then().statusCode(200);
        as("leusden").get(versions).then().body("versions.version", contains(2, 3, 5));
        as("leusden").get(versions + "/4").then().statusCode(404);
    }

    @Test
    void aDraftThatAContactMayNotReadShowsNowhereElse() {
        String list = response.substring(0, response.lastIndexOf('/'));
        as("leusden")
                .body("{\"agrees\": true}")
                .put(response + "/description/agreement")
                .then()
                .statusCode(201);
        step("researcher", response, "{\"action\": \"return\", \"reason\": \"Look again\"}")
                .then()
                .statusCode(200);
        List<String> before = seenBy("leusden", list);
        List<String> beforeByResearcher = seenBy("researcher", list);
        write(3, text(4, ""));
        assertEquals(before, seenBy("leusden", list));
        List<String> now = seenBy("researcher", list);
        for (int i = 0; i < now.size(); i++) {
            assertNotEquals(beforeByResearcher.get(i), now.get(i), "a researcher sees that it is there");
        }
        CommentRound.review(response);
        step("researcher", response, CommentRound.send()).then().statusCode(200);
        as("leusden").get(response + "/description/agreement").then().body("current", equalTo(false));
        List<String> sent = seenBy("leusden", list);
        write(4, text(5, ", \"reason\": \"Counted again\""));
        assertNotEquals(sent.get(2), seenBy("leusden", list).get(2));
        assertNotEquals(sent.get(3), seenBy("leusden", list).get(3), "what lies before it counts");
    }

    /** What tells of the description, beside the description. */
    private List<String> seenBy(String account, String list) {
        var agreement = as(account).get(response + "/description/agreement");
        return List.of(
                agreement.header("ETag"),
                agreement.jsonPath().getString("current"),
                as(account).get(response + "/checklist").asString(),
                as(account).get(list + "?municipality=GM0327").jsonPath().getString("responses[0]"));
    }

    @Test
    void nobodyElseReadsThem() {
        as("delft").get(versions).then().statusCode(404);
        as("delft").get(versions + "/2").then().statusCode(404);
        as("admin").get(versions).then().statusCode(403);
        Api.nobody().get(versions).then().statusCode(401);
        String none = leusden(Api.roundWithLeusdenAndDelft()) + "/description/versions";
        as("researcher").get(none).then().statusCode(404);
    }

    @Test
    void theHistoryTellsWhoWroteCommentedAgreedAndFiledWhat() {
        CommentRound.comment(response);
        CommentRound.dispose(response, "{\"outcome\": \"adopted\"}").then().statusCode(200);
        as("leusden")
                .body("{\"agrees\": false, \"dissent\": \"Per ward.\"}")
                .put(response + "/description/agreement")
                .then()
                .statusCode(201);
        as("leusden")
                .header("If-Match", "*")
                .body("{\"agrees\": true}")
                .put(response + "/description/agreement")
                .then()
                .statusCode(200);
        as("researcher")
                .body("{\"id\": \"report\", \"document\": {\"title\": \"Wijken\", \"kind\": \"report\"}}")
                .post(response + "/evidence")
                .then()
                .statusCode(201);
        as("leusden")
                .header("If-Match", "*")
                .body(
                        "{\"document\": {\"title\": \"Wijken in cijfers\", \"kind\": \"report\"}, \"reason\": \"Whole title\"}")
                .put(response + "/evidence/report")
                .then()
                .statusCode(200);
        String told = "events.findAll { it.subject == '%s' }.%s";
        as("researcher")
                .get(response + "/history")
                .then()
                .statusCode(200)
                .body(
                        told.formatted("description", "action"),
                        contains("describe", "describe", "describe", "comment", "dispose", "dissent", "agree"))
                .body(
                        told.formatted("description", "item"),
                        equalTo(Arrays.asList("1", "2", "3", "1", "1", null, null)));
        as("leusden")
                .get(response + "/history")
                .then()
                .statusCode(200)
                .body(
                        told.formatted("description", "action"),
                        contains("describe", "describe", "comment", "dispose", "dissent", "agree"))
                .body(
                        told.formatted("description", "actor"),
                        contains("researcher", "researcher", "leusden", "researcher", "leusden", "leusden"))
                .body(told.formatted("description", "item"), equalTo(Arrays.asList("2", "3", "1", "1", null, null)))
                .body(told.formatted("evidence", "action"), contains("add", "correct"))
                .body(told.formatted("evidence", "item"), contains("report", "report"))
                .body(told.formatted("evidence", "reason"), hasItems("Whole title"))
                .body("events[-1].happenedAt", containsString("T"));
    }

    @Test
    void aContactDoesNotLearnThatADraftIsBeingWritten() {
        String other = leusden(Api.roundWithLeusdenAndDelft());
        String round = other.split("/")[2];
        CommentRound.review(other);
        var asLeusden = as("leusden").get(other + "/history").asString();
        var seen = as("leusden").get("/rounds/" + round + "/responses").asString();
        as("researcher").body(text(1, "")).put(other + "/description").then().statusCode(201);
        assertEquals(asLeusden, as("leusden").get(other + "/history").asString());
        assertEquals(seen, as("leusden").get("/rounds/" + round + "/responses").asString());
        as("researcher").get(other + "/history").then().body("events.action", hasItems("describe"));
    }

    @Test
    void whatTheHistoryOnceToldItKeepsTelling() {
        step("researcher", response, "{\"action\": \"return\", \"reason\": \"Look again\"}")
                .then()
                .statusCode(200);
        write(3, text(4, ""));
        String described = "events.findAll { it.action == 'describe' }.item";
        as("leusden").get(response + "/history").then().body(described, contains("2", "3"));
        as("leusden")
                .get(response + "/history?page=2&pageSize=2")
                .then()
                .body("events.size()", equalTo(2))
                .body(
                        "total",
                        equalTo(as("leusden")
                                .get(response + "/history")
                                .jsonPath()
                                .getList("events")
                                .size()));
        CommentRound.review(response);
        step("researcher", response, CommentRound.send()).then().statusCode(200);
        as("leusden").get(response + "/history").then().body(described, contains("2", "3", "4"));
    }

    private void write(int version, String body) {
        as("researcher")
                .header("If-Match", "\"%d\"".formatted(version))
                .body(body)
                .put(response + "/description")
                .then()
                .statusCode(200);
    }

    private static String text(int version, String reason) {
        return "{\"language\": \"nl\", \"sections\": {\"wards\": \"Versie **%d**\"}%s}".formatted(version, reason);
    }
}
