package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A round from invitation to publication, as those who do it live it: Roos is the researcher, Lies fills in for Leusden, Dirk for Delft. Only what happens over HTTP
 * happens at all; the steps build on each other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Story2027IT {

    private static final String ROUND = "/rounds/2027";
    private static final String LEUSDEN = ROUND + "/responses/GM0327";
    private static final String DELFT = ROUND + "/responses/GM0503";
    private static final String SESSION = ROUND + "/rating-session";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final byte[] REPORT =
            "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final RunningProduct product = RunningProduct.shared();
    private final Person roos = new Person(product, "researcher");
    private final Person lies = new Person(product, "leusden");
    private final Person dirk = new Person(product, "delft");

    @Test
    @Order(1)
    void roosOpensTheRoundAndInvitesTwoMunicipalities() {
        roos.adds("/rounds", """
                {"id": "2027", "title": {"nl": "Ronde 2027", "en": "Round 2027"}, "questionnaire": {"id": "standard", "version": 2005},
                 "fullTimeHours": 36, "fullTimeHoursSource": "Cao Gemeenten 2027"}
                """);
        for (String code : List.of("GM0327", "GM0503")) {
            roos.puts(ROUND + "/participants/" + code, LEUSDEN.replace("GM0327", code), "{}");
        }
        assertEquals("draft", state(lies, LEUSDEN));
        assertEquals(404, lies.tries("GET", DELFT, null));
        assertEquals(1, dirk.reads(ROUND + "/responses").path("responses").size());
    }

    @Test
    @Order(2)
    void liesPutsHerSourcesOnFileAndSaysWhereSheDidNotFollowTheProcedure() {
        lies.adds(LEUSDEN + "/evidence", """
                {"id": "annual-report", "document": {"title": "Jaarverslag Leusden 2026", "kind": "report", "publisher": "Gemeente Leusden", "date": "2027"}}
                """);
        assertEquals(
                REPORT.length,
                lies.uploads(LEUSDEN + "/evidence/annual-report/content", "application/pdf", REPORT)
                        .path("size")
                        .asInt());
        lies.adds(LEUSDEN + "/evidence", """
                {"id": "team-lead", "interview": {"group": "line-official", "role": "head of unit", "date": "2027-02", "form": "individual", "people": 1}}
                """);
        lies.adds(LEUSDEN + "/evidence", """
                {"id": "partners", "interview": {"group": "partners", "form": "group", "outcome": "replaced-by-individual-talks",
                                                 "reason": "De corporatie kon niet op dezelfde dag."}}
                """);
        assertArrayEquals(REPORT, roos.downloads(LEUSDEN + "/evidence/annual-report/content"));
        assertEquals(404, dirk.tries("GET", LEUSDEN + "/evidence/annual-report/content", null));
        assertEquals(401, new Person(product, null).tries("GET", LEUSDEN + "/evidence/annual-report/content", null));
    }

    @Test
    @Order(3)
    void liesReturnsTheQuestionnaireAsJson() {
        JsonNode saved = lies.puts(LEUSDEN + "/answers", """
                {"reason": "Eerste versie", "answers": {
                  "residents": {"value": 31200, "asOf": "2027-01-01", "evidence": [{"evidence": "annual-report", "page": "12"}]},
                  "approach-name": {"value": "Wijkgericht werken"},
                  "unit-name": {"value": "Team Wijken"},
                  "function-name": {"value": "wijkregisseur"},
                  "ward-count": {"value": 10},
                  "ward-level": {"value": "ward"},
                  "ward-purpose": {"value": "own-unit"},
                  "ward-size-mean": {"value": 2000},
                  "fte-total": {"value": 90, "unit": "hours-per-week", "definition": "coordinators-only",
                                "evidence": [{"evidence": "team-lead", "moment": "second half"}]},
                  "office-kind": {"value": "none"},
                  "ward-budget": {"value": 3, "currency": "EUR", "basis": "resident", "period": "year", "asOf": "2027"}}}
                """);
        assertEquals(1, saved.path("revision").asInt());
        assertEquals(
                "submitted",
                lies.takes(LEUSDEN, "{\"action\": \"submit\"}").path("state").asText());
    }

    @Test
    @Order(4)
    void dirkReturnsTheWorkbookThatHeDownloadedAndFilledIn() {
        String workbook = DELFT + "/workbook";
        FilledWorkbook filled = new FilledWorkbook(dirk.downloads(workbook + "?lang=nl"))
                .type("residents", "value", "109.000")
                .type("residents", "asOf", "1-1-2027")
                .type("approach-name", "value", "Wijkaanpak")
                .type("unit-name", "value", "Wijkzaken")
                .type("function-name", "value", "wijkcoördinator")
                .type("ward-count", "value", "7")
                .type("ward-level", "value", "wijk")
                .type("ward-purpose", "value", "own-unit")
                .type("ward-size-mean", "value", "ca. 15.600")
                .type("fte-total", "value", "9,5")
                .type("fte-total", "unit", "fte")
                .type("fte-total", "definition", "including-support")
                .type("office-kind", "value", "none")
                .type("ward-budget", "value", "11,50")
                .type("ward-budget", "basis", "resident")
                .type("ward-budget", "period", "year");
        JsonNode saved = dirk.uploads(workbook, XLSX, filled.file());
        assertEquals(109000, saved.at("/answers/residents/value").asInt());
        assertEquals("2027-01-01", saved.at("/answers/residents/asOf").asText());
        assertEquals(
                "approximate", saved.at("/answers/ward-size-mean/qualifier").asText());
        assertEquals(0, saved.at("/answers/fte-total/value").decimalValue().compareTo(new java.math.BigDecimal("9.5")));
        dirk.takes(DELFT, "{\"action\": \"submit\"}");
        for (String response : List.of(LEUSDEN, DELFT)) {
            assertEquals(
                    "in-review",
                    roos.takes(response, "{\"action\": \"start-review\"}")
                            .path("state")
                            .asText());
        }
    }

    @Test
    @Order(5)
    void roosAsksLiesForAClarificationAndGetsIt() {
        roos.adds(LEUSDEN + "/remarks", """
                {"kind": "clarification-request", "question": "fte-total", "text": "Is ondersteuning meegeteld?"}
                """);
        lies.adds(LEUSDEN + "/remarks", """
                {"kind": "remark", "question": "ward-budget", "text": "De begroting is nog niet vastgesteld."}
                """);
        roos.adds(LEUSDEN + "/remarks/2/replies", "{\"text\": \"Gezien.\"}");
        roos.puts(LEUSDEN + "/remarks/2/resolution", LEUSDEN + "/remarks/2", "{\"outcome\": \"accepted\"}");
        roos.takes(LEUSDEN, "{\"action\": \"request-changes\", \"reason\": \"Zie de vraag over de formatie.\"}");
        assertEquals("changes-requested", state(lies, LEUSDEN));
        assertEquals(
                "unanswered-clarification-request",
                lies.isKeptFrom(LEUSDEN, "{\"action\": \"submit\"}")
                        .at("/blocking/0/code")
                        .asText());
        assertEquals("asked", lies.reads(LEUSDEN + "/remarks/1").path("state").asText());
        lies.changes(LEUSDEN + "/answers", """
                {"reason": "Ondersteuning bijgeteld", "answers": {
                  "fte-total": {"value": 108, "unit": "hours-per-week", "definition": "including-support",
                                "evidence": [{"evidence": "team-lead", "moment": "second half"}]}}}
                """);
        JsonNode remark = lies.adds(LEUSDEN + "/remarks/1/replies", "{\"text\": \"Nee; nu wel: 18 uur erbij.\"}");
        assertEquals("answered", remark.path("state").asText());
        assertTrue(remark.path("stale").asBoolean(), "the answer that the remark quotes is another one now");
        assertEquals(90, remark.at("/quoted/answer/value").asInt());
        lies.takes(LEUSDEN, "{\"action\": \"submit\"}");
        roos.takes(LEUSDEN, "{\"action\": \"start-review\"}");
        JsonNode resolved = roos.puts(LEUSDEN + "/remarks/1/resolution", LEUSDEN + "/remarks/1", """
                {"outcome": "accepted", "clarification": "Inclusief 18 uur ondersteuning."}
                """);
        assertEquals("resolved", resolved.path("state").asText());
        assertFalse(resolved.at("/resolution/stale").asBoolean());
    }

    @Test
    @Order(6)
    void roosReturnsDelftsQuestionnaireAndAClarificationIsOvertaken() {
        roos.adds(DELFT + "/remarks", """
                {"kind": "clarification-request", "question": "ward-count", "text": "Waren het er niet dertien?"}
                """);
        dirk.adds(DELFT + "/remarks/1/replies", "{\"text\": \"Zeven, en zes deelgebieden.\"}");
        roos.puts(DELFT + "/remarks/1/resolution", DELFT + "/remarks/1", """
                {"outcome": "accepted", "clarification": "Zonder de zes deelgebieden."}
                """);
        roos.takes(DELFT, "{\"action\": \"return\", \"reason\": \"Tel de wijken na.\"}");
        assertEquals("draft", state(dirk, DELFT));
        dirk.adds(DELFT + "/evidence", """
                {"id": "register", "document": {"title": "Wijkregister", "kind": "statistics", "public": false}}
                """);
        dirk.changes(DELFT + "/answers", """
                {"reason": "Nageteld", "answers": {
                  "ward-count": {"value": 8, "evidence": [{"evidence": "register", "page": "3"}],
                                 "statements": [{"value": 7, "relation": "contradicts", "asPrinted": "zeven wijken"}]}}}
                """);
        assertTrue(dirk.reads(DELFT + "/remarks/1").at("/resolution/stale").asBoolean());
        dirk.takes(DELFT, "{\"action\": \"submit\"}");
        roos.takes(DELFT, "{\"action\": \"start-review\"}");
        assertTrue(codes(roos.isKeptFrom(DELFT, "{\"action\": \"approve\", \"onBehalf\": \"Haast\"}")
                        .path("blocking"))
                .contains("stale-clarification"));
        roos.puts(DELFT + "/remarks/1/resolution", DELFT + "/remarks/1", """
                {"outcome": "accepted", "clarification": "Acht wijken, sinds 2026."}
                """);
    }

    @Test
    @Order(7)
    void roosSendsBothDescriptionsForComment() {
        roos.puts(LEUSDEN + "/description", """
                {"language": "nl", "sections": {"context": "Leusden telt **31.200** inwoners.", "wards": "Tien wijken, sinds 1998."}}
                """);
        roos.puts(DELFT + "/description", """
                {"language": "nl", "sections": {"context": "Delft verdeelt zijn budget niet per wijk."}}
                """);
        assertEquals(404, lies.tries("GET", LEUSDEN + "/description", null));
        String deadline = LocalDate.now(ZoneOffset.UTC).plusDays(21).toString();
        for (String response : List.of(LEUSDEN, DELFT)) {
            JsonNode sent = roos.takes(
                    response, "{\"action\": \"send-for-comment\", \"deadline\": \"%s\"}".formatted(deadline));
            assertEquals("in-comment", sent.path("state").asText());
            assertEquals(deadline, sent.at("/comment/deadline").asText());
        }
        assertTrue(lies.reads(LEUSDEN + "/description")
                .at("/sections/context/html")
                .asText()
                .contains("<strong>31.200</strong>"));
    }

    @Test
    @Order(8)
    void liesCommentsTwiceAndAgreesWithWhatBecameOfIt() {
        String comments = LEUSDEN + "/description/comments";
        lies.adds(comments, "{\"section\": \"wards\", \"text\": \"Sinds 1999.\"}");
        lies.adds(comments, "{\"text\": \"Noem ook de dorpen.\"}");
        assertTrue(codes(roos.isKeptFrom(LEUSDEN, "{\"action\": \"approve\"}").path("blocking"))
                .containsAll(List.of("comments-without-disposition", "no-agreement")));
        roos.puts(LEUSDEN + "/description", """
                {"language": "nl", "reason": "Reactie van Leusden",
                 "sections": {"context": "Leusden telt **31.200** inwoners.", "wards": "Tien wijken, sinds 1999."}}
                """);
        roos.puts(comments + "/1/disposition", comments + "/1", "{\"outcome\": \"adopted\"}");
        roos.puts(
                comments + "/2/disposition",
                comments + "/2",
                "{\"outcome\": \"not\", \"why\": \"De dorpen zijn in geen enkele beschrijving genoemd.\"}");
        assertEquals(
                "not", lies.reads(comments + "/2").at("/disposition/outcome").asText());
        lies.puts(LEUSDEN + "/description/agreement", "{\"agrees\": true}");
        assertEquals(
                "approved",
                roos.takes(LEUSDEN, "{\"action\": \"approve\"}").path("state").asText());
    }

    @Test
    @Order(9)
    void dirkDoesNotAgreeAndThatIsKept() {
        JsonNode agreement = dirk.puts(DELFT + "/description/agreement", """
                {"agrees": false, "dissent": "Ons budget is wel degelijk per wijk verdeeld."}
                """);
        assertTrue(agreement.path("current").asBoolean());
        assertEquals(
                "approved",
                roos.takes(DELFT, "{\"action\": \"approve\"}").path("state").asText());
    }

    @Test
    @Order(10)
    void bothRateAndNeitherSeesTheOthersBallotBeforeTheSessionCloses() {
        roos.puts(SESSION, """
                {"kind": "ranking", "items": ["GM0327", "GM0503"], "raters": 2, "pointsMin": 1, "pointsMax": 2, "scales": [
                  {"id": "depth", "label": {"nl": "Van procesadvies naar diep in de wijk", "en": "From process advice to deep in the ward"},
                   "from": {"nl": "procesadvies", "en": "process advice"}, "to": {"nl": "diep in de wijk", "en": "deep in the ward"}}]}
                """);
        lies.puts(SESSION + "/ballots/GM0327", "{\"scales\": {\"depth\": {\"GM0327\": 1, \"GM0503\": 2}}}");
        assertEquals(404, dirk.tries("GET", SESSION + "/ballots/GM0327", null));
        assertEquals(0, dirk.reads(SESSION + "/ballots").path("ballots").size());
        assertTrue(roos.reads(SESSION + "/ballots/GM0327")
                .at("/scales/depth/ratings")
                .isMissingNode());
        dirk.puts(SESSION + "/ballots/GM0503", "{\"scales\": {\"depth\": {\"GM0327\": 1, \"GM0503\": 2}}}");
        roos.takes(SESSION, "{\"action\": \"close\"}");
        assertEquals(
                2,
                roos.reads(SESSION + "/ballots/GM0327")
                        .at("/scales/depth/ratings/GM0503")
                        .asInt());
        assertEquals(404, dirk.tries("GET", SESSION + "/ballots/GM0327", null));
        assertEquals(
                "published",
                roos.takes(SESSION, "{\"action\": \"publish\"}").path("state").asText());
        assertEquals(2, dirk.reads(SESSION + "/ballots").path("ballots").size());
    }

    @Test
    @Order(11)
    void roosWritesWhatSheSawAndWhatCanBeLearnedFromIt() {
        roos.adds(ROUND + "/findings", """
                {"id": "support-counts", "theme": "role-in-organisation", "kind": "observation", "order": 10, "municipalities": ["GM0327"],
                 "text": {"nl": "Leusden telt ondersteuning nu mee.", "en": "Leusden now counts its support."}, "indicators": ["fte-total"]}
                """);
        roos.adds(ROUND + "/findings", """
                {"id": "say-whom-you-count", "theme": "role-in-organisation", "kind": "learning-point", "order": 20, "parent": "support-counts",
                 "text": {"nl": "Zeg erbij wie u meetelt.", "en": "Say whom you count."}}
                """);
        assertEquals(403, lies.tries("GET", ROUND + "/findings", null));
        assertEquals(
                "draft",
                roos.reads(ROUND + "/findings/say-whom-you-count").path("state").asText());
    }

    @Test
    @Order(12)
    void theChecklistBlocksUntilRoosSaysWhyTheWarningsMayPass() {
        String everything = "{\"municipalities\": true, \"findings\": true}";
        HttpResponse<byte[]> refused = roos.send(
                "POST", ROUND + "/publications", null, Person.JSON, everything.getBytes(StandardCharsets.UTF_8));
        assertEquals(409, refused.statusCode());
        assertTrue(new String(refused.body(), StandardCharsets.UTF_8).contains("disputed-without-note"));
        for (String response : List.of(LEUSDEN, DELFT)) {
            List<String> warnings = codes(roos.reads(response + "/checklist").path("items"));
            JsonNode checklist = roos.adds(
                    response + "/checklist/passes",
                    "{\"codes\": [\"%s\"], \"reason\": \"Uit eigen telling van de gemeente.\"}"
                            .formatted(String.join("\", \"", warnings)));
            assertTrue(checklist.path("ready").asBoolean(), checklist.toString());
        }
        JsonNode publication = roos.adds(ROUND + "/publications", everything);
        assertEquals(
                "[\"GM0327\",\"GM0503\"]", publication.path("municipalities").toString());
        assertEquals(2, publication.path("findings").size());
        assertEquals("published", state(lies, LEUSDEN));
        assertEquals("published", state(dirk, DELFT));
        RunningProduct.await(
                Duration.ofSeconds(30),
                () -> product.compare("/comparisons/fte?round=2027").statusCode() == 200
                        && product.comparison("/datasets").path("latest").asLong()
                                >= publication.path("sequence").asLong());
    }

    @Test
    @Order(13)
    void everybodyCompares2027With2005() {
        for (String round : List.of("2005", "2027")) {
            JsonNode table = product.comparison("/comparisons/fte?round=" + round);
            assertEquals(round, table.path("round").asText());
            assertEquals(round.equals("2005") ? 6 : 2, table.at("/group/size").asInt());
        }
        JsonNode rows =
                product.comparison("/figures?round=2005,2027&municipality=GM0327,GM0503&indicator=fte-total,residents");
        List<String> figures = new ArrayList<>();
        rows.forEach(row -> figures.add(row.path("figure").asText()));
        assertEquals(8, figures.size(), figures.toString());
        JsonNode leusden = rows.get(figures.indexOf("2027.GM0327.fte-total"));
        assertEquals(3, leusden.path("value").asInt(), "108 hours of a 36-hour week");
        assertEquals(108, leusden.path("reportedValue").asInt());
        assertEquals(2, leusden.path("rankFrom").asInt());
        assertTrue(figures.contains("2005.GM0327.fte-total"), figures.toString());
        for (JsonNode row :
                product.comparison("/comparisons/ratings?round=2027").path("rows")) {
            assertEquals(
                    row.at("/municipality/name").asText().equals("Leusden") ? 2 : 4,
                    row.at("/cells/rating-depth/value").asInt());
        }
    }

    @Test
    @Order(14)
    void aFigureLeadsToItsClarificationAndToThePage() {
        JsonNode staff = product.comparison("/figures/2027.GM0327.fte-total").at("/inputs/0");
        assertEquals(
                "Inclusief 18 uur ondersteuning.", staff.path("clarification").asText());
        assertEquals("line-official", staff.at("/evidence/0/interview/group").asText());
        assertEquals("2027-02", staff.at("/evidence/0/interview/date").asText());
        assertEquals(2, staff.at("/revision/number").asInt());
        JsonNode residents =
                product.comparison("/figures/2027.GM0327.residents").at("/inputs/0");
        assertEquals("12", residents.at("/evidence/0/page").asText());
        assertEquals(
                "Jaarverslag Leusden 2026",
                residents.at("/evidence/0/document/title").asText());
        JsonNode wards = product.comparison("/figures/2027.GM0503.ward-count").at("/inputs/0");
        assertEquals("Acht wijken, sinds 2026.", wards.path("clarification").asText());
        assertFalse(wards.toString().contains("Wijkregister"), wards.toString());
    }

    @Test
    @Order(15)
    void theProfileHasTheAnswersInWordsAndTheFindings() {
        JsonNode profile = product.comparison("/municipalities/GM0327/profile?round=2027&lang=en");
        assertEquals("context", profile.at("/sections/0/id").asText());
        assertEquals("2027.support-counts", profile.at("/findings/0/id").asText());
        JsonNode learned =
                product.comparison("/findings/2027.say-whom-you-count?lang=en").path("finding");
        assertEquals("learning-point", learned.path("kind").asText());
        assertEquals("Say whom you count.", learned.path("text").asText());
        JsonNode delft = product.comparison("/municipalities/GM0503/profile?round=2027&lang=en")
                .at("/description/agreement");
        assertEquals("dissent", delft.path("outcome").asText(), delft.toString());
        assertEquals(
                "Ons budget is wel degelijk per wijk verdeeld.",
                delft.path("note").asText());
    }

    @Test
    @Order(16)
    void theHistoryTellsEveryStepAndWhoTookIt() {
        assertEquals(
                List.of(
                        "response take-part researcher",
                        "evidence add leusden",
                        "evidence attach-file leusden",
                        "evidence add leusden",
                        "evidence add leusden",
                        "response save leusden",
                        "response submit leusden",
                        "response start-review researcher",
                        "remark ask researcher",
                        "remark ask leusden",
                        "remark reply researcher",
                        "remark resolve researcher",
                        "response request-changes researcher",
                        "response save leusden",
                        "remark reply leusden",
                        "response submit leusden",
                        "response start-review researcher",
                        "remark resolve researcher",
                        "description describe researcher",
                        "response send-for-comment researcher",
                        "description comment leusden",
                        "description comment leusden",
                        "description describe researcher",
                        "description dispose researcher",
                        "description dispose researcher",
                        "description agree leusden",
                        "response approve researcher",
                        "response pass-warnings researcher",
                        "response publish researcher"),
                history(LEUSDEN));
        List<String> delft = history(DELFT);
        assertTrue(
                delft.containsAll(List.of(
                        "response return researcher", "remark resolve researcher", "description dissent delft")),
                delft.toString());
        assertEquals(2, lies.reads(LEUSDEN + "/revisions").path("total").asInt());
        assertEquals(404, dirk.tries("GET", LEUSDEN + "/history", null));
    }

    @Test
    @Order(17)
    void delftIsTakenBackAndSaysSoWhileLeusdenAnd2005Stay() {
        String before = product.compare("/comparisons/fte?round=2005").body();
        roos.takes(DELFT, "{\"action\": \"withdraw\", \"reason\": \"De wijken worden opnieuw geteld.\"}");
        assertEquals("draft", state(dirk, DELFT));
        RunningProduct.await(
                Duration.ofSeconds(30),
                () -> figure("2027.GM0503.fte-total").path("missing").asText().equals("withdrawn"));
        assertEquals(3, figure("2027.GM0327.fte-total").path("value").asInt());
        assertEquals(before, product.compare("/comparisons/fte?round=2005").body());
    }

    private JsonNode figure(String id) {
        return product.comparison("/figures/" + id).path("figure");
    }

    private static String state(Person person, String response) {
        return person.reads(response).path("state").asText();
    }

    private static List<String> codes(JsonNode items) {
        List<String> codes = new ArrayList<>();
        items.forEach(item -> codes.add(item.path("code").asText()));
        return codes;
    }

    private List<String> history(String response) {
        List<String> told = new ArrayList<>();
        roos.reads(response + "/history?pageSize=1000")
                .path("events")
                .forEach(event -> told.add(event.path("subject").asText() + " "
                        + event.path("action").asText() + " "
                        + event.path("actor").asText()));
        return told;
    }
}
