package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.local.EmbeddedDatabase;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What happens to the product after its first day, in order: a correction, a stop, a second start, and the loss of everything but comparison-service. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryIT {

    private static final String ANSWERS = "/rounds/2005/responses/GM0327/answers";
    private static final String RESPONSE = "/rounds/2005/responses/GM0327";
    private static final String STAFF = "/comparisons/fte?round=2005&municipality=GM0327";

    private final RunningProduct product = RunningProduct.shared();

    private JsonNode cell(String indicator) {
        return product.comparison(STAFF).path("rows").get(0).path("cells").path(indicator);
    }

    private String etag(String path, String account) {
        return product.survey("GET", path, account, null, null)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private void transition(String account, String body) {
        RunningProduct.json(
                product.survey("POST", RESPONSE + "/transitions", account, etag(RESPONSE, account), body), 200);
    }

    /** The correction changes one figure; what the checklist warned of before stays as it was, and that is said again for the new revision. */
    private void passWarnings() {
        List<String> codes = new ArrayList<>();
        JsonNode items = RunningProduct.json(
                        product.survey("GET", RESPONSE + "/checklist", "researcher", null, null), 200)
                .path("items");
        for (JsonNode item : items) {
            if (item.path("severity").asText().equals("warning") && !item.has("passed")) {
                codes.add('"' + item.path("code").asText() + '"');
            }
        }
        if (!codes.isEmpty()) {
            String body = "{\"codes\": %s, \"reason\": \"As before the correction\"}".formatted(codes);
            RunningProduct.json(product.survey("POST", RESPONSE + "/checklist/passes", "researcher", null, body), 201);
        }
    }

    @Test
    @Order(1)
    void ofTwoChangesWithOneTagOneIsRefusedAndWithoutATagBoth() {
        String tag = etag(ANSWERS, "leusden");
        String change = "{\"answers\": {\"second-level-count\": {\"missing\": \"not-applicable\", \"note\": \"%s\"}}}";
        assertEquals(
                200,
                product.survey("PATCH", ANSWERS, "leusden", tag, change.formatted("one"))
                        .statusCode());
        assertEquals(
                412,
                product.survey("PATCH", ANSWERS, "leusden", tag, change.formatted("two"))
                        .statusCode());
        assertEquals(
                428,
                product.survey("PATCH", ANSWERS, "leusden", null, change.formatted("three"))
                        .statusCode());
    }

    @Test
    @Order(2)
    void aNumberInQuotesIsExplainedInBothLanguages() {
        String body = "{\"answers\": {\"ward-size-min\": {\"value\": \"6.3000\"}}}";
        for (String language : List.of("nl", "en")) {
            JsonNode error = RunningProduct.json(
                            product.survey(
                                    "PATCH", ANSWERS + "?lang=" + language, "leusden", etag(ANSWERS, "leusden"), body),
                            400)
                    .at("/errors/0");
            assertEquals("/answers/ward-size-min/value", error.path("pointer").asText());
            assertTrue(error.path("detail").asText().contains("6300"), error.toString());
            assertTrue(error.path("detail")
                    .asText()
                    .contains(language.equals("nl") ? "aanhalingstekens" : "quotation marks"));
        }
    }

    @Test
    @Order(3)
    void aCorrectionMovesValueIntervalAndRankAndLeavesThePinnedAnswerAsItWas() {
        String pinned = STAFF + "&dataset="
                + product.comparison(STAFF).at("/dataset/version").asText();
        String before = product.compare(pinned).body();
        String change = """
                {"reason": "Counted again", "answers": {"fte-total":
                  {"value": 360, "unit": "hours-per-week", "definition": "coordinators-only"}}}
                """;
        RunningProduct.json(product.survey("PATCH", ANSWERS, "leusden", etag(ANSWERS, "leusden"), change), 200);
        transition("leusden", "{\"action\": \"submit\"}");
        transition("researcher", "{\"action\": \"start-review\"}");
        transition("researcher", "{\"action\": \"approve\", \"onBehalf\": \"Only one figure was corrected\"}");
        passWarnings();
        transition("researcher", "{\"action\": \"publish\", \"reason\": \"Leusden counted again\"}");
        RunningProduct.await(
                Duration.ofSeconds(30), () -> cell("fte-total").path("value").asDouble() == 10);
        assertEquals("ok", cell("fte-total").path("status").asText());
        assertEquals(
                10.0 / 29000 * 10000,
                cell("fte-per-10000-residents").path("value").asDouble(),
                1e-9);
        assertEquals(1, cell("fte-per-10000-residents").at("/rank/from").asInt());
        assertEquals(2, cell("fte-total").at("/rank/from").asInt());
        assertEquals(before, product.compare(pinned).body());
        assertNotEquals(before, product.compare(STAFF).body());
    }

    @Test
    @Order(4)
    void aDissentStandsInTheProfileAndNothingThatWasSaidInConfidence() {
        String profile = "/municipalities/GM0327/profile?round=2005";
        String pinned = profile + "&dataset="
                + product.comparison(profile).at("/dataset/version").asText();
        String before = product.compare(pinned).body();
        String note = "Ons budget is wel degelijk per wijk verdeeld.";
        String change =
                "{\"answers\": {\"second-level-count\": {\"missing\": \"not-applicable\", \"comment\": \"CANARY\"}}}";
        RunningProduct.json(product.survey("PATCH", ANSWERS, "leusden", etag(ANSWERS, "leusden"), change), 200);
        transition("leusden", "{\"action\": \"submit\"}");
        transition("researcher", "{\"action\": \"start-review\"}");
        add("researcher", "/remarks", "{\"kind\": \"remark\", \"text\": \"CANARY\"}");
        add("researcher", "/evidence", """
                {"id": "canary", "document": {"title": "CANARY", "publisher": "CANARY", "kind": "protocol", "url": "https://example.org/CANARY", "public": false}}
                """);
        RunningProduct.json(product.survey("PUT", RESPONSE + "/description", "researcher", null, """
                {"language": "nl", "sections": {"wards": "Leusden telt **tien** wijken."}}
                """), 201);
        transition(
                "researcher",
                "{\"action\": \"send-for-comment\", \"deadline\": \"%s\"}"
                        .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(7)));
        add("leusden", "/description/comments", "{\"text\": \"CANARY\"}");
        String comment = RESPONSE + "/description/comments/1";
        RunningProduct.json(
                product.survey(
                        "PUT",
                        comment + "/disposition",
                        "researcher",
                        etag(comment, "researcher"),
                        "{\"outcome\": \"not\", \"why\": \"CANARY\"}"),
                200);
        String dissent = "{\"agrees\": false, \"dissent\": \"%s\"}".formatted(note);
        RunningProduct.json(product.survey("PUT", RESPONSE + "/description/agreement", "leusden", null, dissent), 201);
        transition("researcher", "{\"action\": \"approve\"}");
        passWarnings();
        transition("researcher", "{\"action\": \"publish\", \"reason\": \"With a description\"}");
        RunningProduct.await(Duration.ofSeconds(30), () -> product.comparison(profile)
                .at("/description/agreement/outcome")
                .asText()
                .equals("dissent"));
        for (String language : List.of("nl", "en")) {
            JsonNode shown = product.comparison(profile + "&lang=" + language);
            assertEquals(note, shown.at("/description/agreement/note").asText());
            assertEquals(
                    "<p>Leusden telt <strong>tien</strong> wijken.</p>\n",
                    shown.at("/description/sections/0/html").asText());
            assertTrue(shown.path("evidence").toString().contains("{\"kind\":\"protocol\",\"internal\":true}"));
            for (String hidden : List.of("CANARY", "canary", "\"researcher\"", "\"leusden\"")) {
                assertFalse(shown.toString().contains(hidden), hidden);
            }
        }
        assertEquals(before, product.compare(pinned).body());
    }

    private void add(String account, String below, String body) {
        RunningProduct.json(product.survey("POST", RESPONSE + below, account, null, body), 201);
    }

    @Test
    @Order(5)
    void aStopLeavesNoProcessAndASecondStartChangesNothing() {
        String latest = product.comparison("/datasets").path("latest").asText();
        assertEquals(List.of(), product.stop());
        product.start();
        assertEquals(latest, product.comparison("/datasets").path("latest").asText());
        assertEquals(List.of(), product.stop());
    }

    @Test
    @Order(6)
    void withoutSurveyServiceAndThenWithoutADatabaseComparisonsGoOn() throws IOException {
        int port = RunningProduct.freePort();
        try (EmbeddedDatabase database = EmbeddedDatabase.at(product.data)) {
            Process comparison = new ProcessBuilder(
                            RunningProduct.java(),
                            "-Dquarkus.profile=local",
                            "-Dquarkus.http.port=" + port,
                            "-Dquarkus.datasource.username=wijk_comparison",
                            "-Dquarkus.datasource.jdbc.url=" + database.jdbcUrl("wijkvergelijk"),
                            "-jar",
                            RunningProduct.HOME
                                    .resolve("comparison-service/target/quarkus-app/quarkus-run.jar")
                                    .toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                RunningProduct.await(Duration.ofMinutes(2), () -> status(port, "/q/health/ready") == 200);
                assertEquals(200, status(port, "/v1/comparisons/fte"));
                database.stopImmediately();
                RunningProduct.await(Duration.ofMinutes(1), () -> get(port, "/v1/rounds")
                        .headers()
                        .firstValue("Dataset-Stale-Since")
                        .isPresent());
                HttpResponse<String> neverAsked = get(port, "/v1/comparisons/ward-size?sort=-ward-count&lang=en");
                assertEquals(200, neverAsked.statusCode());
                assertTrue(
                        neverAsked.headers().firstValue("Dataset-Stale-Since").isPresent());
                HttpResponse<String> ready = get(port, "/q/health/ready");
                assertEquals(200, ready.statusCode());
                assertTrue(ready.body().replace(" ", "").contains("\"stale\":true"), ready.body());
                assertEquals(503, status(port, "/v1/figures/2005.GM0637.ward-size-min"));
            } finally {
                comparison.destroy();
            }
        }
    }

    private static int status(int port, String path) {
        try {
            return get(port, path).statusCode();
        } catch (java.io.UncheckedIOException notYet) {
            return 0;
        }
    }

    private static HttpResponse<String> get(int port, String path) {
        return RunningProduct.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build());
    }
}
