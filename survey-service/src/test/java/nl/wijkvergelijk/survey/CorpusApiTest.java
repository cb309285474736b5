package nl.wijkvergelijk.survey;

import static io.restassured.RestAssured.given;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What careless and hostile clients send. Each is refused with a problem, and nothing is stored. */
@QuarkusTest
class CorpusApiTest {

    /** What no answer may betray. */
    private static final Pattern INSIDE =
            Pattern.compile("(?i)(java|jackson|hibernate|quarkus|vertx|psql|sqlstate|exception|select |insert )");

    @TestHTTPResource("/")
    URL service;

    @Test
    void everyBadBodyIsRefusedAndStoresNothing() throws Exception {
        String answers = leusden(Api.roundWithLeusdenAndDelft()) + "/answers";
        for (Map.Entry<String, byte[]> bad : bodies().entrySet()) {
            HttpResponse<String> response = put(answers, bad.getValue(), "application/json");
            assertEquals(400, response.statusCode(), bad.getKey() + ": " + response.body());
            assertProblem(bad.getKey(), response);
        }
        Api.as("leusden").get(answers).then().statusCode(404);
    }

    private static Map<String, byte[]> bodies() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("nothing", "");
        texts.put("null", "null");
        texts.put("a list", "[]");
        texts.put("a text", "\"x\"");
        texts.put("not closed", "{\"answers\": {");
        texts.put("a second value", "{\"answers\": {}} {}");
        texts.put("a comment", "{\"answers\": {} /* x */}");
        texts.put("a duplicate key", "{\"answers\": {}, \"answers\": {}}");
        texts.put(
                "a duplicate question",
                "{\"answers\": {\"residents\": {\"value\": 1}, \"residents\": {\"value\": 2}}}");
        texts.put("an unknown member", "{\"answers\": {}, \"version\": 99}");
        texts.put("no answers", "{}");
        texts.put("a number as a reason", "{\"reason\": 5, \"answers\": {}}");
        texts.put("a blank reason", "{\"reason\": \" \", \"answers\": {}}");
        texts.put("a long reason", "{\"reason\": \"" + "x".repeat(10_001) + "\", \"answers\": {}}");
        texts.put("NUL in a reason", "{\"reason\": \"a\\u0000b\", \"answers\": {}}");
        texts.put("half a surrogate pair", "{\"reason\": \"\\ud800\", \"answers\": {}}");
        texts.put("the other half", "{\"reason\": \"\\udc00\", \"answers\": {}}");
        texts.put("a control character", "{\"reason\": \"a\\u0007b\", \"answers\": {}}");
        texts.put("half a pair in a key", "{\"answers\": {\"\\ud800\": {\"value\": 1}}}");
        texts.put("NUL in a key", "{\"answers\": {\"a\\u0000\": {\"value\": 1}}}");
        for (String value : new String[] {
            "\"5\"",
            "true",
            "null",
            "[1]",
            "{}",
            "1e999999999",
            "1e-999999999",
            "1.5",
            "-1",
            "NaN",
            "Infinity",
            "0x1",
            "01",
            "+1",
            "1e400",
            "9".repeat(2000),
            "1234567890123456",
            "0.0000001"
        }) {
            texts.put(
                    "residents " + value.substring(0, Math.min(20, value.length())),
                    "{\"answers\": {\"residents\": {\"value\": " + value + "}}}");
        }
        for (String date : new String[] {
            "\"2005-02-30\"",
            "\"2005-13\"",
            "5",
            "1e300",
            "\"+999999999-01-01\"",
            "\"2005-01-01T00:00:00\"",
            "\"2016-12-31T23:59:60Z\"",
            "\"\""
        }) {
            texts.put("asOf " + date, "{\"answers\": {\"residents\": {\"value\": 1, \"asOf\": " + date + "}}}");
        }
        texts.put("a choice by number", "{\"answers\": {\"office-kind\": {\"value\": 0}}}");
        texts.put("deep", "{\"answers\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        texts.put("deep objects", "{\"answers\": " + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}");
        texts.put("a long list", "{\"answers\": [" + "1,".repeat(100_000) + "1]}");
        texts.put("a huge key", "{\"answers\": {\"" + "k".repeat(1_000_000) + "\": {\"value\": 1}}}");
        texts.put("a huge text", "{\"answers\": {\"unit-name\": {\"value\": \"" + "x".repeat(1_000_000) + "\"}}}");
        texts.forEach((name, text) -> bodies.put(name, text.getBytes(StandardCharsets.UTF_8)));
        bodies.put("UTF-16", "{\"answers\": {}}".getBytes(StandardCharsets.UTF_16));
        bodies.put("UTF-16 without a mark", "{\"answers\": {}}".getBytes(StandardCharsets.UTF_16LE));
        bodies.put("Latin-1", "{\"reason\": \"caf\u00e9\", \"answers\": {}}".getBytes(StandardCharsets.ISO_8859_1));
        bodies.put("overlong", new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'});
        bodies.put(
                "a surrogate in UTF-8",
                new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'});
        return bodies;
    }

    @Test
    void aTextIsKeptAsItCameAndAnIdIsPlain() {
        String round = Api.roundWithLeusdenAndDelft();
        String answers = leusden(round) + "/answers";
        int revision = 0;
        for (String text : new String[] {
            "caf\u00e9", "cafe\u0301", "\ud83d\udc69\u200d\ud83d\udc67", "a\u202eb", "\ufb01\u0130\u00df", "\uff1d1+1"
        }) {
            (revision == 0 ? Api.as("leusden") : Api.as("leusden").header("If-Match", "\"" + revision + "\""))
                    .body(Map.of("answers", Map.of("unit-name", Map.of("value", text))))
                    .put(answers)
                    .then()
                    .statusCode(revision == 0 ? 201 : 200);
            revision++;
            assertEquals(
                    text,
                    Api.as("leusden").get(answers).jsonPath().getString("answers.unit-name.value"),
                    "code point by code point");
        }
        for (String id : new String[] {"caf\u00e9", "\ud83c\udfd8", "a\u200db", "\uff41", "A"}) {
            Api.as("leusden")
                    .body(Map.of("id", id, "document", Map.of("title", "Nota", "kind", "report")))
                    .post(leusden(round) + "/evidence")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void whatIsTooLargeIs413() throws Exception {
        String answers = leusden(Api.roundWithLeusdenAndDelft()) + "/answers";
        byte[] large = ("{\"reason\": \"" + "x".repeat(3_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertEquals(413, Api.as("leusden").body(large).put(answers).statusCode());
    }

    @Test
    void aFormThatIsNotReadIs415() throws Exception {
        String answers = leusden(Api.roundWithLeusdenAndDelft()) + "/answers";
        byte[] body = Api.complete().getBytes(StandardCharsets.UTF_8);
        for (String type : new String[] {
            "text/plain",
            "application/xml",
            "application/json;charset=iso-8859-1",
            "application/merge-patch+json",
            "x",
            "*/*"
        }) {
            HttpResponse<String> response = put(answers, body, type);
            assertEquals(415, response.statusCode(), type + ": " + response.body());
            assertProblem(type, response);
        }
        assertEquals(415, put(answers, body, null).statusCode());
    }

    @Test
    void anAcceptThatCannotBeReadIsNoMistakeOfOurs() throws Exception {
        for (String accept :
                new String[] {"x", "a/b/c", "application/json;q=abc", ",", ";", "/", "text/csv", "\u00e9"}) {
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(uri("/v1/config"))
                                    .header("Accept", accept)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertFalse(response.statusCode() >= 500, accept + ": " + response.body());
        }
    }

    @Test
    void oddPathsAreNotFound() {
        for (String path : new String[] {
            "/rounds/%00",
            "/rounds/%ff",
            "/rounds/..%2frounds",
            "/rounds/2005%2fresponses",
            "/municipalities/GM%00327",
            "/rounds/2005/",
            "/rounds//responses",
            "/questionnaires/%00/versions/1",
            "/rounds/" + "x".repeat(3000),
            "/rounds/%F0%9F%8F%98"
        }) {
            Response response =
                    given().urlEncodingEnabled(false).basePath("/v1").get(path);
            assertEquals(404, response.statusCode(), path);
            assertFalse(INSIDE.matcher(response.asString()).find(), response.asString());
        }
    }

    private HttpResponse<String> put(String path, byte[] body, String type) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/v1" + path))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("leusden:leusden".getBytes(StandardCharsets.UTF_8)))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) throws URISyntaxException {
        return service.toURI().resolve(path);
    }

    private static void assertProblem(String what, HttpResponse<String> response) {
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""),
                what);
        assertFalse(INSIDE.matcher(response.body()).find(), what + ": " + response.body());
    }
}
