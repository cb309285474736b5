package nl.wijkvergelijk.comparison.comparisons;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.ComparisonProblem;
import nl.wijkvergelijk.comparison.Publication;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChartApiTest extends ApiTest {

    private static final String CHART = "/v1/comparisons/fte/chart";

    @Test
    void aComparisonIsDrawnInTheLanguageAsked() throws Exception {
        publishTwoMunicipalities();
        Response english = asking().get(CHART);
        english.then()
                .statusCode(200)
                .header("Content-Type", "image/svg+xml; charset=utf-8")
                .header("Content-Language", "en")
                .header("Content-Disposition", nullValue())
                .header("Cache-Control", "public, max-age=10, stale-while-revalidate=60");
        String dutch = asking().get(CHART + "?lang=nl").asString();
        for (String part : List.of("Leusden", "round 2005", "Source: Wijkvergelijk, round 2005, dataset 4, CC0")) {
            assertTrue(english.asString().contains(part), part);
        }
        assertTrue(dutch.contains("Bron: Wijkvergelijk, ronde 2005, dataset 4, CC0"));
    }

    @Test
    void aSelectionIsDrawnAsAsked() throws Exception {
        publishTwoMunicipalities();
        asking().get(CHART + "?municipality=GM0327&indicator=residents,fte-total&sort=-residents")
                .then()
                .body(containsString("29,000"))
                .body(not(containsString("Amersfoort")));
        asking().get("/v1/comparisons/ratings/chart").then().statusCode(200);
    }

    @Test
    void whoHasItAlreadyIsToldSo() throws Exception {
        publishTwoMunicipalities();
        String tag = asking().get(CHART).header("ETag");
        assertEquals(304, asking().header("If-None-Match", tag).get(CHART).statusCode());
        assertNotEquals(tag, asking().get(CHART + "?lang=nl").header("ETag"));
    }

    @Test
    void aPinnedChartKeepsItsBytesAndSaysWhereTheLatestIs() throws Exception {
        long version = publishTwoMunicipalities();
        String pinned = CHART + "?municipality=GM0327&dataset=" + version;
        byte[] before = asking().get(pinned).asByteArray();
        publish(Publication.responses("2005").number(LEUSDEN, "fte-total", "70", "hours-per-week", "exact", "2005"));
        Response after = asking().get(pinned);
        assertArrayEquals(before, after.asByteArray());
        assertEquals("public, max-age=86400, immutable", after.header("Cache-Control"));
        assertEquals(
                "</v1/comparisons/fte/chart?round=2005&municipality=GM0327>; rel=\"latest-version\"; dataset=\"5\"",
                after.headers().getValues("Link").get(1));
    }

    @Test
    void everythingWrongIsSaidAtOnce() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/comparisons/overview/chart?indicator=unit-name&municipality=GM9999&sort=x")
                .then()
                .statusCode(400)
                .body("errors.name", hasItems("indicator", "municipality", "sort"))
                .body("errors.find { it.name == 'indicator' }.detail", containsString("ward-count"));
        asking().get("/v1/comparisons/overview/chart?indicator=ward-count,ward-size-mean,fte-total,"
                        + "ward-budget-per-resident,rating-formality,rating-influence,rating-depth")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("too-many"));
        asking().get(CHART + "?form=csv").then().statusCode(400).body("errors[0].code", equalTo("unknown-parameter"));
        asking().get(CHART + "?format=csv").then().statusCode(406);
        asking().get("/v1/comparisons/nothing/chart").then().statusCode(404);
        asking().header("Accept", "text/csv").get(CHART).then().statusCode(406);
    }

    @Test
    void sharesOfOneWholeAreStackedAndWhatLacksIsNamed() throws Exception {
        publishTwoMunicipalities();
        seam.publish(Publication.definitions().under(2));
        publish(Publication.responses("2005")
                .under(2)
                .number(LEUSDEN, "share-social", "40", "percent", "exact", null)
                .number(LEUSDEN, "share-safety", "35", "percent", "exact", null)
                .number(AMERSFOORT, "residents", "135000", "residents", "approximate", null));
        asking().get("/v1/comparisons/policy-areas/chart")
                .then()
                .statusCode(200)
                .body(containsString(
                        "25 percent open – not asked: Physical development, Physical management, Economic"))
                .body(containsString("no figures: not asked"));
        asking().get("/v1/comparisons/policy-areas/chart?indicator=share-social")
                .then()
                .statusCode(200)
                .body(not(containsString("percent open")));
    }

    @Test
    void twoRoundsOfOneIndicatorAreDrawnWhicheverIsAskedFirst() throws Exception {
        publishTwoMunicipalities();
        seam.publish(Publication.reference().round("2027"));
        long version = publish(Publication.responses("2027").number(LEUSDEN, "fte-total", "2", "fte", "exact", "2027"));
        String chart = asking().get(CHART + "?round=2027&compareTo=2005&indicator=fte-total")
                .asString();
        assertTrue(chart.contains("1.56 → 2 (+0.44)"), chart);
        assertTrue(chart.contains("2005: 9.5; 2027: not in this round"), chart);
        assertTrue(chart.contains("round 2005, dataset 4 and round 2027, dataset " + version), chart);
        assertEquals(chart, asking().get(CHART + "?round=2005&compareTo=2027").asString());
        publish(Publication.responses("2005").number(LEUSDEN, "fte-total", "70", "hours-per-week", "exact", "2005"));
        Response pinned = asking().get(CHART + "?round=2027&compareTo=2005&dataset=" + version);
        assertTrue(pinned.asString().contains("1.56 → 2 (+0.44)"));
        assertEquals(
                "</v1/comparisons/fte/chart?round=2027&compareTo=2005>; rel=\"latest-version\"; dataset=\"7\"",
                pinned.headers().getValues("Link").get(1));
    }

    @Test
    void aRoundIsNotComparedWithItselfNorWithOneThatIsNotThere() throws Exception {
        publishTwoMunicipalities();
        asking().get(CHART + "?compareTo=2005&indicator=fte-total,residents")
                .then()
                .statusCode(400)
                .body("errors.name", hasItems("compareTo", "indicator"))
                .body("errors.code", hasItems("same-round", "too-many"));
        publish(Publication.reference().round("2027"));
        asking().get(CHART + "?compareTo=2027")
                .then()
                .statusCode(400)
                .body("errors.code", equalTo(List.of("no-figures")));
        asking().get(CHART + "?compareTo=1999").then().statusCode(400).body("errors[0].code", equalTo("unknown-value"));
    }

    @Test
    void aTopicOfTextsIsRefusedWithTheReason() {
        Definitions definitions = DefinitionsCatalogue.fromClasspath().number(2);
        Topic texts = new Topic("names", new Text("Namen", "Names"), null, List.of("unit-name", "office-kind"), false);
        ProblemException refused = assertThrows(ProblemException.class, () -> Charts.numeric(definitions, texts));
        assertEquals(ComparisonProblem.NOTHING_TO_DRAW, refused.type());
        assertTrue(
                refused.detail().en().contains("All answers to the topic 'Names' are texts: "),
                refused.detail().en());
    }
}
