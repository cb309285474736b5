package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.workbook.EditedWorkbook;

/** Every write of this service, done well. A new one needs a row here: {@link WritesApiTest} says which is lacking, and what a row lacks. */
final class Writes {

    private static final String ROUND = "/rounds/{round}";
    private static final String RESPONSE = ROUND + "/responses/{code}";
    private static final String ANSWERS = RESPONSE + "/answers";
    private static final String SESSION = ROUND + "/rating-session";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String FINDING = """
            {"id": "seen", "theme": "meta", "kind": "observation", "order": 1, "text": {"nl": "%s", "en": "Rain."}}
            """;
    private static final String GROUP = """
            {"name": {"nl": "%s", "en": "Near"}, "source": "Map", "municipalities": ["GM0327", "GM0503"]}
            """;
    static final String RATED = """
            {"kind": "points", "items": ["GM0327", "GM0503"], "raters": %d, "pointsMin": 1, "pointsMax": 5,
             "scales": [{"id": "depth", "label": {"nl": "Diepte", "en": "Depth"},
                         "from": {"nl": "advies", "en": "advice"}, "to": {"nl": "diep", "en": "deep"}}]}
            """;
    private static final String BALLOT = "{\"scales\": {\"depth\": {\"GM0503\": %d}}}";
    private static final String TOTALS =
            "{\"scales\": {\"depth\": {\"readings\": [{\"chosen\": true, \"totals\": {\"GM0327\": %d, \"GM0503\": 6}}]}}}";
    private static final String SUBMIT = "{\"action\": \"submit\"}";

    private static final List<Write> ALL = List.of(
            Write.of("PUT /municipalities/{code}", "admin", "{\"name\": \"Elders\", \"successors\": []}")
                    .code("GM1990")
                    .after(round -> Api.municipality("GM1990", "Ergens"))
                    .tagged("/municipalities/{code}"),
            Write.of("POST /erasures", "admin", "")
                    .sending("application/json", Writes::gone)
                    .after(Writes::acted),
            Write.of("POST /questionnaires", "researcher", "")
                    .sending("application/json", Writes::form)
                    .notAfter(Writes::formPosted, "questionnaire-exists"),
            Write.of("POST /rounds", "researcher", "")
                    .sending("application/json", Writes::another)
                    .notAfter(Writes::opened, "round-exists"),
            Write.of("PATCH " + ROUND, "researcher", "{\"fullTimeHours\": 38}").tagged(ROUND),
            Write.of("PUT " + ROUND + "/participants/{code}", "researcher", "{}")
                    .in(Api::round)
                    .after(round -> Api.municipality(Api.LEUSDEN, "Leusden")),
            Write.of("POST " + ROUND + "/publications", "researcher", "{\"municipalities\": [\"GM0327\"]}")
                    .after(round -> Api.approve(leusden(round)))
                    .notAfter(
                            round -> step("researcher", leusden(round), "{\"action\": \"return\", \"reason\": \"No\"}"),
                            "transition-not-possible"),
            Write.of("POST " + ROUND + "/proposals", "researcher", "")
                    .sending("application/json", round -> bytes("{\"from\": \"%s-2\"}".formatted(round)))
                    .in(Api::round)
                    .after(Writes::earlier),
            Write.of("POST " + ROUND + "/imports", "researcher", "")
                    .sending(
                            "application/x-ndjson",
                            round -> bytes(
                                    "{\"municipality\": \"GM0327\", \"answers\": {\"residents\": {\"value\": 5}}}\n"))
                    .beside(request -> request.header(
                                    "Idempotency-Key", UUID.randomUUID().toString())
                            .queryParam("onBehalf", "From paper")),
            Write.of("POST " + RESPONSE + "/proposals/decisions", "leusden", "{\"confirm\": [\"goals-shift\"]}")
                    .after(Writes::proposed)
                    .tagged(ANSWERS)
                    .notAfter(Writes::submitted, "answers-not-open"),
            Write.of("PUT " + ANSWERS, "leusden", "{\"answers\": {\"residents\": {\"value\": 5}}}")
                    .after(Writes::answered)
                    .tagged(ANSWERS)
                    .notAfter(Writes::submitted, "answers-not-open"),
            Write.of("PATCH " + ANSWERS, "leusden", "{\"answers\": {\"residents\": {\"value\": 5}}}")
                    .after(Writes::answered)
                    .tagged(ANSWERS)
                    .notAfter(Writes::submitted, "answers-not-open"),
            Write.of("PUT " + RESPONSE + "/workbook", "leusden", "")
                    .sending(XLSX, Writes::workbook)
                    .after(Writes::answered)
                    .tagged(ANSWERS)
                    .notAfter(Writes::submitted, "answers-not-open"),
            Write.of("POST " + RESPONSE + "/revisions", "leusden", "{\"from\": 1, \"reason\": \"Better\"}")
                    .after(Writes::changed)
                    .tagged(ANSWERS)
                    .notAfter(Writes::submitted, "answers-not-open"),
            Write.of("POST " + RESPONSE + "/transitions", "leusden", SUBMIT)
                    .after(Writes::answered)
                    .tagged(RESPONSE)
                    .notAfter(Writes::submitted, "transition-not-possible"),
            Write.of("POST " + RESPONSE + "/evidence", "leusden", """
                            {"id": "nota", "document": {"title": "Nota", "kind": "report"}}
                            """).notAfter(Writes::filed, "evidence-exists"),
            Write.of("PUT " + RESPONSE + "/evidence/{id}", "leusden", """
                            {"document": {"title": "De nota", "kind": "report"}}
                            """)
                    .id("nota")
                    .after(Writes::filed)
                    .tagged(RESPONSE + "/evidence/{id}"),
            Write.of("PUT " + RESPONSE + "/evidence/{id}/content", "leusden", "")
                    .id("nota")
                    .sending("text/plain", round -> bytes("new"))
                    .after(Writes::attached)
                    .tagged(RESPONSE + "/evidence/{id}/content"),
            Write.of("POST " + RESPONSE + "/checklist/passes", "researcher", """
                            {"codes": ["wards-cover-residents"], "reason": "Counted twice"}
                            """)
                    .after(Writes::tooManyResidents),
            Write.of("PUT " + RESPONSE + "/description", "researcher", """
                            {"language": "nl", "sections": {"context": "Anders."}}
                            """)
                    .after(round -> as("researcher")
                            .body(CommentRound.DESCRIPTION)
                            .put(leusden(round) + "/description")
                            .then()
                            .statusCode(201))
                    .tagged(RESPONSE + "/description"),
            Write.of(
                            "PUT " + RESPONSE + "/description/agreement",
                            "leusden",
                            "{\"agrees\": false, \"dissent\": \"Not so\"}")
                    .after(Writes::agreed)
                    .tagged(RESPONSE + "/description/agreement")
                    .notAfter(Writes::approved, "comment-not-open"),
            Write.of(
                            "POST " + RESPONSE + "/description/comments",
                            "leusden",
                            "{\"section\": \"context\", \"text\": \"It was 1999\"}")
                    .after(Writes::agreed)
                    .notAfter(Writes::approved, "comment-not-open"),
            Write.of(
                            "PUT " + RESPONSE + "/description/comments/{id}/disposition",
                            "researcher",
                            "{\"outcome\": \"not\", \"why\": \"It was 1998\"}")
                    .after(Writes::commented)
                    .tagged(RESPONSE + "/description/comments/{id}")
                    .notAfter(
                            round -> {
                                CommentRound.dispose(leusden(round), "{\"outcome\": \"adopted\"}");
                                approved(round);
                            },
                            "comment-not-open"),
            Write.of(
                            "POST " + RESPONSE + "/redactions",
                            "admin",
                            "{\"subject\": \"remark\", \"item\": 1, \"reason\": \"A telephone number\"}")
                    .after(Writes::remarked),
            Write.of("POST " + RESPONSE + "/remarks", "researcher", "{\"kind\": \"remark\", \"text\": \"Seen\"}"),
            Write.of("POST " + RESPONSE + "/remarks/{id}/replies", "leusden", "{\"text\": \"So it is\"}")
                    .after(Writes::remarked)
                    .notAfter(Writes::resolved, "remark-resolved"),
            Write.of(
                            "PUT " + RESPONSE + "/remarks/{id}/resolution",
                            "researcher",
                            "{\"outcome\": \"accepted\", \"reason\": \"Settled by telephone\"}")
                    .after(Writes::remarked)
                    .tagged(RESPONSE + "/remarks/{id}"),
            Write.of("POST " + ROUND + "/findings", "researcher", FINDING.formatted("Regen."))
                    .notAfter(Writes::found, "finding-exists"),
            Write.of("PUT " + ROUND + "/findings/{id}", "researcher", FINDING.formatted("Zon."))
                    .id("seen")
                    .after(Writes::found)
                    .tagged(ROUND + "/findings/{id}"),
            Write.of("PUT " + ROUND + "/groups/{id}", "researcher", GROUP.formatted("Dichtbij"))
                    .id("near")
                    .after(Writes::grouped)
                    .tagged(ROUND + "/groups/{id}"),
            Write.of("PUT " + SESSION, "researcher", RATED.formatted(3))
                    .after(Writes::rated)
                    .tagged(SESSION)
                    .notAfter(Writes::closed, "rating-not-open"),
            Write.of("PUT " + SESSION + "/totals", "researcher", TOTALS.formatted(5))
                    .after(round -> {
                        rated(round);
                        as("researcher")
                                .body(TOTALS.formatted(4))
                                .put("/rounds/" + round + "/rating-session/totals")
                                .then()
                                .statusCode(200);
                    })
                    .tagged(SESSION)
                    .notAfter(Writes::closed, "rating-not-open"),
            Write.of("PUT " + SESSION + "/ballots/{code}", "leusden", BALLOT.formatted(4))
                    .after(Writes::cast)
                    .tagged(SESSION + "/ballots/{code}")
                    .notAfter(Writes::closed, "rating-not-open"),
            Write.of("POST " + SESSION + "/transitions", "researcher", "{\"action\": \"close\"}")
                    .after(Writes::rated)
                    .tagged(SESSION)
                    .notAfter(Writes::closed, "transition-not-possible"));

    private Writes() {}

    static Map<String, Write> byOperation() {
        return ALL.stream().collect(Collectors.toMap(Write::operation, Function.identity()));
    }

    /** Somebody of whom the history knows one thing. */
    private static void acted(String round) {
        try {
            Database.run(
                    "wijk_survey",
                    "insert into history.event (at, actor, subject, round, action) values (now(), 'gone-%s', 'round', '%s', 'x')"
                            .formatted(round, round));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gone(String round) {
        return bytes("{\"account\": \"gone-%s\", \"reason\": \"Left\"}".formatted(round));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(String round) {
        return EditedWorkbook.of(as("leusden").get(leusden(round) + "/workbook").asByteArray())
                .answer("ward-count", "11")
                .file();
    }

    private static byte[] another(String round) {
        return bytes("""
                {"id": "%s-2", "title": {"nl": "Een", "en": "One"}, "questionnaire": {"id": "standard", "version": 2005},
                 "fullTimeHours": 36, "fullTimeHoursSource": "Collective agreement"}
                """.formatted(round));
    }

    private static void opened(String round) {
        as("researcher").body(another(round)).post("/rounds").then().statusCode(201);
    }

    private static byte[] form(String round) {
        return bytes("""
                {"id": "form-%s", "version": 1, "title": {"nl": "Kort", "en": "Short"}, "units": {}, "bases": {}, "periods": {}, "rules": [],
                 "sections": [{"id": "all", "title": {"nl": "Alles", "en": "All"}, "questions": [
                     {"id": "name", "type": "text", "label": {"nl": "Naam", "en": "Name"}, "required": false}]}]}
                """.formatted(round));
    }

    private static void formPosted(String round) {
        as("researcher").body(form(round)).post("/questionnaires").then().statusCode(201);
    }

    /** A round before this one, in which Leusden said how its goals shifted. */
    private static void earlier(String round) {
        opened(round);
        as("researcher").body("{}").put("/rounds/" + round + "-2/participants/" + Api.LEUSDEN);
        as("leusden")
                .body("{\"answers\": {\"goals-shift\": {\"value\": \"Meer sociaal\"}}}")
                .put(leusden(round + "-2") + "/answers")
                .then()
                .statusCode(201);
    }

    /** Leusden has answered what it must, and what it said before of its goals is proposed. */
    private static void proposed(String round) {
        earlier(round);
        answered(round);
        as("researcher")
                .body("{\"from\": \"%s-2\"}".formatted(round))
                .post("/rounds/" + round + "/proposals")
                .then()
                .statusCode(200);
    }

    private static void answered(String round) {
        as("leusden")
                .body(Api.complete())
                .put(leusden(round) + "/answers")
                .then()
                .statusCode(201);
    }

    private static void changed(String round) {
        answered(round);
        patch(round, "\"residents\": {\"value\": 29001}");
    }

    private static void tooManyResidents(String round) {
        answered(round);
        patch(round, "\"residents\": {\"value\": 60000}");
    }

    private static void patch(String round, String answer) {
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {%s}}".formatted(answer))
                .patch(leusden(round) + "/answers")
                .then()
                .statusCode(200);
    }

    private static void submitted(String round) {
        step("leusden", leusden(round), SUBMIT).then().statusCode(200);
    }

    private static void filed(String round) {
        as("leusden")
                .body("{\"id\": \"nota\", \"document\": {\"title\": \"Nota\", \"kind\": \"report\"}}")
                .post(leusden(round) + "/evidence")
                .then()
                .statusCode(201);
    }

    private static void attached(String round) {
        filed(round);
        as("leusden")
                .contentType("text/plain")
                .body(bytes("old"))
                .put(leusden(round) + "/evidence/nota/content")
                .then()
                .statusCode(201);
    }

    private static void commented(String round) {
        CommentRound.open(leusden(round));
        CommentRound.comment(leusden(round));
        CommentRound.agree(leusden(round)).then().statusCode(201);
    }

    private static void agreed(String round) {
        CommentRound.open(leusden(round));
        CommentRound.agree(leusden(round)).then().statusCode(201);
    }

    private static void approved(String round) {
        step("researcher", leusden(round), "{\"action\": \"approve\"}").then().statusCode(200);
    }

    private static void remarked(String round) {
        as("researcher")
                .body("{\"kind\": \"remark\", \"text\": \"Seen\"}")
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
    }

    private static void resolved(String round) {
        String tag = as("researcher").get(leusden(round) + "/remarks/1").header("ETag");
        as("researcher")
                .header("If-Match", tag)
                .body("{\"outcome\": \"accepted\", \"reason\": \"Mine\"}")
                .put(leusden(round) + "/remarks/1/resolution")
                .then()
                .statusCode(200);
    }

    private static void found(String round) {
        as("researcher")
                .body(FINDING.formatted("Regen."))
                .post("/rounds/" + round + "/findings")
                .then()
                .statusCode(201);
    }

    private static void grouped(String round) {
        as("researcher")
                .body(GROUP.formatted("Vlakbij"))
                .put("/rounds/" + round + "/groups/near")
                .then()
                .statusCode(201);
    }

    private static void rated(String round) {
        as("researcher")
                .body(RATED.formatted(2))
                .put("/rounds/" + round + "/rating-session")
                .then()
                .statusCode(201);
    }

    private static void cast(String round) {
        rated(round);
        as("leusden")
                .body(BALLOT.formatted(3))
                .put("/rounds/" + round + "/rating-session/ballots/GM0327")
                .then()
                .statusCode(201);
    }

    private static void closed(String round) {
        String session = "/rounds/" + round + "/rating-session";
        step("researcher", session, "{\"action\": \"close\"}").then().statusCode(200);
    }
}
