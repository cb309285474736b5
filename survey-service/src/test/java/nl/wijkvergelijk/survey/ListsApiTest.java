package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages, filters and order of what belongs to a response or a round. */
@QuarkusTest
class ListsApiTest {

    private static final String SESSION = """
            {"kind": "points", "items": ["GM0327", "GM0503"], "raters": 2, "pointsMin": 1, "pointsMax": 5,
             "scales": [{"id": "depth", "label": {"nl": "Diepte", "en": "Depth"},
                         "from": {"nl": "advies", "en": "advice"}, "to": {"nl": "diep", "en": "deep"}}]}
            """;

    private String round;
    private String response;

    @BeforeEach
    void twoTakePart() {
        round = Api.roundWithLeusdenAndDelft();
        response = leusden(round);
    }

    @Test
    void remarksAreChosenOrderedAndPaged() {
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        remark("\"residents\"");
        remark("\"fte-total\"");
        remark("null");
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {\"fte-total\": {\"value\": 2, \"unit\": \"fte\"}}}")
                .patch(response + "/answers")
                .then()
                .statusCode(200);
        ids("/remarks", "remarks", "", "[1, 2, 3]");
        ids("/remarks", "remarks", "?sort=-id", "[3, 2, 1]");
        ids("/remarks", "remarks", "?sort=question", "[3, 2, 1]");
        ids("/remarks", "remarks", "?sort=-question", "[1, 2, 3]");
        ids("/remarks", "remarks", "?stale=true", "[2, 3]");
        ids("/remarks", "remarks", "?stale=false", "[1]");
        ids("/remarks", "remarks", "?stale=true&question=fte-total&state=asked&kind=remark", "[2]");
        paged(response + "/remarks", "remarks", 3);
        refused(
                response + "/remarks?state=open&question=none&kind=x&stale=x&sort=text&page=0&pageSize=0",
                "state",
                "question",
                "kind",
                "stale",
                "sort",
                "page",
                "pageSize");
        as("delft").get(response + "/remarks?page=0").then().statusCode(404);
    }

    @Test
    void evidenceIsChosenByKindAndOrderedByDate() {
        evidence("{\"id\": \"note\", \"document\": {\"title\": \"Nota\", \"kind\": \"policy-note\"}}");
        evidence("{\"id\": \"report\", \"document\": {\"title\": \"Rapport\", \"kind\": \"report\"}}");
        evidence("{\"id\": \"talk\", \"interview\": {\"group\": \"director\", \"date\": \"2005-09\"}}");
        as("leusden")
                .header(
                        "If-Match",
                        as("leusden").get(response + "/evidence/note").header("ETag"))
                .body("{\"document\": {\"title\": \"Beleidsnota\", \"kind\": \"policy-note\"}}")
                .put(response + "/evidence/note")
                .then()
                .statusCode(200);
        ids("/evidence", "evidence", "", "[note, report, talk]");
        ids("/evidence", "evidence", "?sort=-addedAt", "[talk, report, note]");
        ids("/evidence", "evidence", "?sort=-changedAt", "[note, talk, report]");
        ids("/evidence", "evidence", "?kind=document", "[note, report]");
        ids("/evidence", "evidence", "?kind=interview,report", "[report, talk]");
        ids("/evidence", "evidence", "?kind=organigram", "[]");
        paged(response + "/evidence", "evidence", 3);
        refused(response + "/evidence?kind=book&sort=title&page=x", "kind", "sort", "page");
        as("delft").get(response + "/evidence?kind=book").then().statusCode(404);
    }

    @Test
    void commentsHavePages() {
        CommentRound.open(response);
        CommentRound.comment(response);
        CommentRound.comment(response);
        ids("/description/comments", "comments", "", "[1, 2]");
        paged(response + "/description/comments", "comments", 2);
        refused(response + "/description/comments?page=0", "page");
        as("delft").get(response + "/description/comments?page=0").then().statusCode(404);
    }

    @Test
    void ballotsHavePagesThatCountOnlyWhatTheReaderMayKnowOf() {
        String session = "/rounds/" + round + "/rating-session";
        as("researcher").body(SESSION).put(session).then().statusCode(201);
        for (String[] each : new String[][] {{"leusden", "GM0327"}, {"delft", "GM0503"}}) {
            as(each[0])
                    .body("{\"scales\": {\"depth\": {\"GM0503\": 3}}}")
                    .put(session + "/ballots/" + each[1])
                    .then()
                    .statusCode(201);
        }
        paged(session + "/ballots", "ballots", 2);
        as("researcher")
                .get(session + "/ballots?page=2&pageSize=1")
                .then()
                .body("ballots.municipality", contains("GM0503"))
                .body("waitingFor", empty());
        as("delft").get(session + "/ballots?pageSize=1").then().body("total", equalTo(1));
        refused(session + "/ballots?pageSize=0", "pageSize");
    }

    @Test
    void findingsAreChosenByThemeAndKind() {
        String findings = "/rounds/" + round + "/findings";
        for (String finding : new String[] {
            "\"id\": \"a\", \"theme\": \"meta\", \"kind\": \"observation\"",
            "\"id\": \"b\", \"theme\": \"context\", \"kind\": \"observation\"",
            "\"id\": \"c\", \"theme\": \"meta\", \"kind\": \"question\", \"parent\": \"a\""
        }) {
            as("researcher")
                    .body("{%s, \"order\": 1, \"text\": {\"nl\": \"Het regent.\", \"en\": \"It rains.\"}}"
                            .formatted(finding))
                    .post(findings)
                    .then()
                    .statusCode(201);
        }
        for (String[] each : new String[][] {
            {"", "[b, a, c]"},
            {"?theme=meta", "[a, c]"},
            {"?theme=meta,context&kind=observation", "[b, a]"},
            {"?kind=learning-point", "[]"}
        }) {
            assertEquals(
                    each[1],
                    as("researcher")
                            .get(findings + each[0])
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getList("findings.id")
                            .toString(),
                    each[0]);
        }
        paged(findings, "findings", 3);
        refused(findings + "?theme=weather&kind=x&page=0", "theme", "kind", "page");
        as("researcher").get("/rounds/none/findings?page=0").then().statusCode(404);
    }

    @Test
    void whereThereIsNothingToListNobodyLooksAtThePage() {
        for (String list : List.of("history", "revisions", "remarks", "evidence", "description/comments")) {
            as("researcher")
                    .get("/rounds/%s/responses/GM0307/%s?page=0".formatted(round, list))
                    .then()
                    .statusCode(404);
            refused(response + "/" + list + "?page=0", "page");
        }
        as("researcher").get(response + "/description/versions?page=0").then().statusCode(404);
        CommentRound.open(response);
        refused(response + "/description/versions?page=0", "page");
    }

    private void remark(String question) {
        as("researcher")
                .body("{\"kind\": \"remark\", \"question\": %s, \"text\": \"Seen.\"}".formatted(question))
                .post(response + "/remarks")
                .then()
                .statusCode(201);
    }

    private void evidence(String body) {
        as("leusden").body(body).post(response + "/evidence").then().statusCode(201);
    }

    private void ids(String below, String member, String query, String expected) {
        assertEquals(
                expected,
                as("leusden")
                        .get(response + below + query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList(member + ".id")
                        .toString(),
                query);
    }

    private static void paged(String path, String member, int total) {
        ValidatableResponse last = as("researcher")
                .get(path + "?page=" + total + "&pageSize=1")
                .then()
                .statusCode(200)
                .body("total", equalTo(total))
                .body(member + ".size()", equalTo(1));
        last.header("Link", containsString("page=" + (total - 1) + "&pageSize=1>; rel=\"prev\""));
        as("researcher")
                .get(path + "?page=" + (total + 1) + "&pageSize=1")
                .then()
                .statusCode(200)
                .body(member, empty())
                .body("total", equalTo(total));
    }

    private static void refused(String path, String... names) {
        as("researcher").get(path).then().statusCode(400).body("errors.name", contains(names));
    }
}
