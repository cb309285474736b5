package nl.wijkvergelijk.comparison.comparisons;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PinnedApiTest extends ApiTest {

    @Test
    void whatIsPinnedKeepsItsBytesWhateverIsPublishedLater() throws Exception {
        long version = publishTwoMunicipalities();
        List<String> paths = List.of(
                "/v1/comparisons/fte?dataset=" + version,
                "/v1/comparisons/fte?format=csv&dataset=" + version,
                "/v1/figures?dataset=" + version,
                "/v1/figures/2005.GM0327.fte-per-10000-residents?dataset=" + version);
        List<byte[]> before =
                paths.stream().map(path -> asking().get(path).asByteArray()).toList();
        seam.publish(Publication.reference().municipality(LEUSDEN, "Leusden-Zuid"));
        publish(Publication.responses("2005")
                .number(LEUSDEN, "residents", "30000", "residents", "exact", "2005")
                .number(LEUSDEN, "fte-total", "70", "hours-per-week", "exact", "2005")
                .correcting(version, "a slip"));
        for (int i = 0; i < paths.size(); i++) {
            Response after = asking().get(paths.get(i));
            assertEquals(200, after.statusCode());
            assertArrayEquals(before.get(i), after.asByteArray(), paths.get(i));
            assertEquals("public, max-age=86400, immutable", after.header("Cache-Control"));
        }
        asking().get("/v1/comparisons/fte?municipality=GM0327")
                .then()
                .body("rows[0].cells.residents.value", equalTo(30000))
                .body("rows[0].municipality.name", equalTo("Leusden-Zuid"));
    }

    @Test
    void whatIsSupersededSaysWhereTheLatestIs() throws Exception {
        long version = publishTwoMunicipalities();
        String path = "/v1/comparisons/fte?municipality=GM0327,GM0307&dataset=" + version;
        String licence = asking().get(path).header("Link");
        publish(Publication.responses("2005").number(LEUSDEN, "residents", "30000", "residents", "exact", "2005"));
        List<String> links = asking().get(path).headers().getValues("Link");
        assertEquals(
                List.of(
                        licence,
                        "</v1/comparisons/fte?round=2005&municipality=GM0327%2CGM0307>; rel=\"latest-version\"; dataset=\"5\""),
                links);
        assertEquals(
                List.of(licence, "</v1/figures/2005.GM0327.residents>; rel=\"latest-version\"; dataset=\"5\""),
                asking().get("/v1/figures/2005.GM0327.residents?dataset=" + version)
                        .headers()
                        .getValues("Link"));
    }

    @Test
    void aFigureThatWasWithdrawnSaysSo() throws Exception {
        long version = publishTwoMunicipalities();
        seam.publish(Publication.withdrawal("2005").missing(LEUSDEN, "residents", "withdrawn"));
        publish(Publication.reference().round("2027"));
        String link =
                "</v1/figures/2005.GM0327.residents>; rel=\"latest-version\"; dataset=\"5\"; missing=\"withdrawn\"";
        assertEquals(
                List.of("<https://creativecommons.org/publicdomain/zero/1.0/>; rel=\"license\"", link),
                asking().get("/v1/figures/2005.GM0327.residents?dataset=" + version)
                        .headers()
                        .getValues("Link"));
        assertEquals(
                "</v1/figures?round=2005>; rel=\"latest-version\"; dataset=\"5\"",
                asking().get("/v1/figures?round=2005&dataset=" + version)
                        .headers()
                        .getValues("Link")
                        .get(1));
    }

    @Test
    void tenLaterPublicationsChangeNoByteOfWhatIsPinned() throws Exception {
        long first = publishTwoMunicipalities();
        seam.publish(Publication.reference().round("2027"));
        long version = publish(Publication.responses("2027")
                .number(LEUSDEN, "residents", "31000", "residents", "approximate", "2027")
                .number(LEUSDEN, "fte-total", "70", "hours-per-week", "exact", "2027"));
        List<String> paths = new ArrayList<>();
        for (String pinned : List.of("dataset=" + first, "dataset=" + version)) {
            paths.add("/v1/comparisons/fte?round=2005&" + pinned);
            paths.add("/v1/comparisons/fte?round=2005&format=csv&" + pinned);
            paths.add("/v1/figures?round=2005&" + pinned);
            paths.add("/v1/figures/2005.GM0327.fte-per-10000-residents?" + pinned);
            paths.add("/v1/municipalities/GM0327/series?" + pinned);
            paths.add("/v1/municipalities/GM0327/series?indicator=fte-total,residents&format=csv&" + pinned);
            paths.add("/v1/municipalities/GM0307/series?" + pinned);
            paths.add("/v1/municipalities/GM0327/profile?round=2005&" + pinned);
        }
        for (long each = 1; each <= version; each++) {
            paths.add("/v1/datasets/" + each + "/changes");
        }
        List<byte[]> before = new ArrayList<>();
        for (String path : paths) {
            before.add(got(path).asByteArray());
        }
        for (String round : List.of("2005", "2027")) {
            seam.publish(Publication.responses(round)
                    .number(LEUSDEN, "residents", "40000", "residents", "exact", round)
                    .correcting(first, "a slip"));
            seam.publish(
                    Publication.ratings(round).rating("formality", LEUSDEN, 2).rating("formality", AMERSFOORT, 4));
            seam.publish(Publication.withdrawal(round).missing(AMERSFOORT, "residents", "withdrawn"));
        }
        seam.publish(Publication.reference().municipality(LEUSDEN, "Leusden-Zuid"));
        seam.publish(Publication.reference().merged("GM0001", "Stoutenburg", "2010-01-01", LEUSDEN));
        seam.publish(Publication.reference().round("2029"));
        publish(Publication.responses("2029").number(LEUSDEN, "residents", "1", "residents", "exact", "2029"));
        for (int i = 0; i < paths.size(); i++) {
            Response after = asking().get(paths.get(i));
            assertArrayEquals(before.get(i), after.asByteArray(), paths.get(i));
            assertEquals("public, max-age=86400, immutable", after.header("Cache-Control"), paths.get(i));
        }
    }

    /** Every topic there is, as data and as a picture. The library of the workbooks dates what it writes by the clock, to two seconds. */
    @Test
    void noByteOfAnyTopicInAnyFormChangesByTenLaterPublications() throws Exception {
        long version = publishOfEveryTopic();
        List<String> paths = new ArrayList<>();
        for (String topic : asking().get("/v1/comparisons").jsonPath().<String>getList("topics.id")) {
            for (String form : List.of(
                    "?",
                    "?format=csv&",
                    "?format=csv&bom=true&",
                    "?format=csv&layout=wide&",
                    "?format=jsonstat&",
                    "?format=xlsx&",
                    "/chart?",
                    "/chart?lang=nl&")) {
                paths.add("/v1/comparisons/" + topic + form + "round=2005&dataset=" + version);
            }
        }
        assertEquals(11 * 8, paths.size());
        List<byte[]> before = new ArrayList<>();
        for (String path : paths) {
            before.add(got(path).asByteArray());
        }
        long last = publishTenMore();
        assertEquals(version + 10, last);
        Thread.sleep(2100);
        for (int i = 0; i < paths.size(); i++) {
            Response after = asking().get(paths.get(i));
            assertArrayEquals(before.get(i), after.asByteArray(), paths.get(i));
            assertEquals("public, max-age=86400, immutable", after.header("Cache-Control"), paths.get(i));
        }
        for (String changed : List.of("fte", "policy-areas", "ratings", "position")) {
            String latest = asking().get("/v1/comparisons/" + changed + "?round=2005&format=csv")
                    .asString();
            String pinned = asking().get("/v1/comparisons/" + changed + "?round=2005&format=csv&dataset=" + version)
                    .asString();
            assertNotEquals(pinned.replace("," + version + ",", ","), latest.replace("," + last + ",", ","), changed);
        }
    }

    /** Something for each topic under definitions 2. */
    private long publishOfEveryTopic() throws Exception {
        seam.publish(Publication.definitions().under(2));
        seam.publish(Publication.reference()
                .under(2)
                .municipality(AMERSFOORT, "Amersfoort")
                .municipality(LEUSDEN, "Leusden"));
        seam.publish(Publication.reference().under(2).round("2005"));
        seam.publish(
                Publication.ratings("2005").under(2).rating("depth", LEUSDEN, 4).rating("depth", AMERSFOORT, 2));
        return publish(answers(answers(Publication.responses("2005").under(2), AMERSFOORT), LEUSDEN));
    }

    private static Publication answers(Publication publication, String code) {
        return publication
                .number(code, "residents", "29000", "residents", "approximate", null)
                .number(code, "fte-total", "56", "hours-per-week", "exact", "2005")
                .number(code, "ward-count", "10", "wards", "exact", "2005")
                .number(code, "share-social", "40", "percent", "approximate", "2005")
                .number(code, "share-residents", "50", "percent", "approximate", "2005")
                .number(code, "office-hours", "24", "hours-per-week", "exact", "2005")
                .text(code, "unit-name", "Wijkzaken")
                .text(code, "ward-plans", "programme; agenda");
    }

    /** Corrections, a withdrawal, ratings, names, a merger, and answers to other rounds. */
    private long publishTenMore() throws Exception {
        seam.publish(Publication.reference().under(2).round("2027"));
        seam.publish(answers(Publication.responses("2027").under(2), LEUSDEN));
        seam.publish(Publication.responses("2005")
                .under(2)
                .number(LEUSDEN, "residents", "30000", "residents", "exact", "2005")
                .number(LEUSDEN, "share-social", "45", "percent", "exact", "2005")
                .text(LEUSDEN, "unit-name", "Gebiedsmanagement")
                .correcting(5, "a slip"));
        seam.publish(Publication.withdrawal("2005").under(2).missing(AMERSFOORT, "fte-total", "withdrawn"));
        seam.publish(
                Publication.ratings("2005").under(2).rating("depth", LEUSDEN, 2).rating("depth", AMERSFOORT, 4));
        seam.publish(Publication.reference().under(2).municipality(LEUSDEN, "Leusden-Zuid"));
        seam.publish(Publication.reference().under(2).merged("GM0001", "Stoutenburg", "2010-01-01", LEUSDEN));
        seam.publish(Publication.findings("2005").under(2).finding("2005.x", "meta", "observation", null, "[]", "[]"));
        seam.publish(answers(Publication.responses("2027").under(2), AMERSFOORT));
        return publish(answers(Publication.responses("2005").under(2), AMERSFOORT));
    }

    @Test
    void aPinnedTableIsThatOfItsMomentByteForByte() throws Exception {
        publishTwoMunicipalities();
        byte[] then = asking().get("/v1/comparisons/fte").asByteArray();
        publish(Publication.withdrawal("2005").missing(LEUSDEN, "residents", "withdrawn"));
        assertArrayEquals(then, asking().get("/v1/comparisons/fte?dataset=4").asByteArray());
        asking().get("/v1/comparisons/fte?municipality=GM0327")
                .then()
                .body("rows[0].cells.residents.missing", equalTo("withdrawn"));
    }

    @Test
    void theRoundIsTheLatestOfThatVersion() throws Exception {
        publishTwoMunicipalities();
        seam.publish(Publication.reference().round("2027"));
        publish(Publication.responses("2027").number(AMERSFOORT, "residents", "160000", "residents", "exact", "2027"));
        asking().get("/v1/comparisons/fte").then().body("round", equalTo("2027"));
        asking().get("/v1/comparisons/fte?dataset=4").then().body("round", equalTo("2005"));
        asking().get("/v1/comparisons/fte?dataset=4&round=2027").then().statusCode(400);
    }

    @Test
    void aVersionThatIsNotThereIsNotFound() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/comparisons/fte?dataset=5")
                .then()
                .statusCode(404)
                .header("Cache-Control", not(containsString("public")))
                .body("type", equalTo("/v1/problems/dataset-unknown"));
        asking().get("/v1/comparisons/fte?dataset=last").then().statusCode(400);
        asking().get("/v1/comparisons/fte?dataset=1")
                .then()
                .statusCode(404)
                .body("type", equalTo("/v1/problems/nothing-published"));
    }

    private static final String CANARY = "Kanarie";

    /** Leusden's answers, of which one is to go. */
    private static Publication told(Publication publication, String unit) {
        return publication
                .under(2)
                .number(LEUSDEN, "residents", "29000", "residents", "approximate", null)
                .number(LEUSDEN, "fte-total", "56", "hours-per-week", "exact", "2005")
                .text(LEUSDEN, "unit-name", unit)
                .answer(LEUSDEN, "unit-name", "{\"value\": \"%s\", \"note\": \"%s\"}".formatted(unit, unit), "{}")
                .answer(LEUSDEN, "residents", "{\"value\": 29000}", "{}");
    }

    private static String text(Response answer) throws IOException {
        if (!answer.contentType().contains("spreadsheet")) {
            return answer.asString();
        }
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            while (zip.getNextEntry() != null) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    /** The flat rows without that of the figure that is to go, and without how to cite them. */
    private static List<String> othersIn(long dataset) {
        return asking().get("/v1/figures?round=2005&format=csv&dataset=" + dataset)
                .asString()
                .lines()
                .filter(line -> !line.contains("2005.GM0327.unit-name"))
                .toList();
    }

    private static Response got(String path) {
        Response answer = asking().get(path);
        assertEquals(200, answer.statusCode(), path);
        return answer;
    }

    @Test
    void aRedactionTakesAnAnswerOutOfEveryVersionInEveryFormAndTouchesNothingElse() throws Exception {
        seam.publish(Publication.definitions().under(2));
        seam.publish(Publication.reference()
                .under(2)
                .municipality(AMERSFOORT, "Amersfoort")
                .municipality(LEUSDEN, "Leusden"));
        seam.publish(Publication.reference().under(2).round("2005"));
        seam.publish(answers(Publication.responses("2005").under(2), AMERSFOORT));
        long first = seam.publish(told(Publication.responses("2005"), CANARY + "-one"));
        long second =
                publish(told(Publication.responses("2005"), CANARY + "-two").correcting(first, "a slip"));
        List<String> paths = new ArrayList<>();
        for (String dataset : List.of("", "&dataset=" + first, "&dataset=" + second)) {
            for (String topic : asking().get("/v1/comparisons").jsonPath().<String>getList("topics.id")) {
                for (String form : List.of(
                        "?",
                        "?format=csv&",
                        "?format=csv&layout=wide&",
                        "?format=jsonstat&",
                        "?format=xlsx&",
                        "/chart?")) {
                    paths.add("/v1/comparisons/" + topic + form + "round=2005" + dataset);
                }
            }
            paths.add("/v1/figures?round=2005" + dataset);
            paths.add("/v1/figures?round=2005&format=csv" + dataset);
            paths.add("/v1/figures/2005.GM0327.unit-name?lang=nl" + dataset);
            paths.add("/v1/municipalities/GM0327/series?lang=nl" + dataset);
            paths.add("/v1/municipalities/GM0327/profile?round=2005" + dataset);
            paths.add("/v1/swot?round=2005" + dataset);
        }
        for (long each = 1; each <= second; each++) {
            paths.add("/v1/datasets/" + each + "/changes");
        }
        List<String> had = new ArrayList<>();
        for (String path : paths) {
            if (text(got(path)).contains(CANARY)) {
                had.add(path);
            }
        }
        assertTrue(had.size() >= 3 * 8, "the answer is shown in " + had);
        List<String> others = new ArrayList<>(othersIn(first));
        others.addAll(othersIn(second));
        String pinned = "/v1/figures/2005.GM0327.unit-name?dataset=" + first;
        String tag = asking().get(pinned).header("ETag");

        long redaction = seam.redact(
                told(Publication.redaction("2005"), CANARY).correcting(second, "Said who works there"),
                "2005",
                LEUSDEN,
                "unit-name");
        awaitHeld(redaction);

        paths.add("/v1/datasets");
        paths.add("/v1/datasets/" + redaction + "/changes");
        for (String path : paths) {
            assertFalse(text(got(path)).contains(CANARY), path);
        }
        List<String> after = new ArrayList<>(othersIn(first));
        after.addAll(othersIn(second));
        assertEquals(others, after);
        asking().get(pinned)
                .then()
                .header("ETag", not(equalTo(tag)))
                .header("Cache-Control", "public, max-age=86400, immutable")
                .body("figure.missing", equalTo("redacted"), "figure.status", equalTo("missing"));
        asking().get("/v1/datasets/" + redaction + "/changes")
                .then()
                .body(
                        "kind",
                        equalTo("redaction"),
                        "reason",
                        equalTo("Said who works there"),
                        "corrects",
                        equalTo((int) second),
                        "figures.id",
                        equalTo(List.of("2005.GM0327.unit-name")),
                        "figures[0].old.missing",
                        equalTo("redacted"),
                        "figures[0].new.missing",
                        equalTo("redacted"));
        asking().get("/v1/datasets")
                .then()
                .body("datasets[0].kind", equalTo("redaction"), "datasets[1].correctedBy", equalTo((int) redaction));
    }
}
