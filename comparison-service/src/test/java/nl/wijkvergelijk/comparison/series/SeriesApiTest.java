package nl.wijkvergelijk.comparison.series;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SeriesApiTest extends ApiTest {

    private static final String RESIDENTS = "/v1/municipalities/GM0327/series?indicator=residents";

    /** Leusden in 2027: sequence 6. */
    private long publishAnotherRound() throws Exception {
        publishTwoMunicipalities();
        seam.publish(Publication.reference().round("2027"));
        return publish(Publication.responses("2027")
                .number(LEUSDEN, "residents", "31000", "residents", "approximate", "2027")
                .number(LEUSDEN, "fte-total", "3", "fte", "exact", "2027"));
    }

    @Test
    void aMunicipalityIsComparedWithItselfThroughTheRounds() throws Exception {
        publishAnotherRound();
        asking().get(RESIDENTS)
                .then()
                .statusCode(200)
                .body("municipality.name", equalTo("Leusden"))
                .body("predecessors", empty())
                .body("dataset.version", equalTo(6))
                .body("dataset.citation", equalTo("Wijkvergelijk, Leusden, version 6"))
                .body("series.indicator.id", contains("residents"))
                .body("series[0].points.round", contains("2005", "2027"))
                .body("series[0].points.version", contains(4, 6))
                .body("series[0].points.figure.value", contains(29000, 31000))
                .body("series[0].points[0].figure.rank.from", equalTo(2))
                .body("series[0].points[1].figure.low", equalTo(30000))
                .body("series[0].points[1].figure.provenance", equalTo("/v1/figures/2027.GM0327.residents?dataset=6"))
                .body("series[0].changes", hasSize(1))
                .body("series[0].changes[0].from", equalTo("2005"))
                .body("series[0].changes[0].to", equalTo("2027"))
                .body("series[0].changes[0].difference.value", equalTo(2000))
                .body("series[0].changes[0].difference.low", equalTo(1000))
                .body("series[0].changes[0].difference.high", equalTo(3000))
                .body("series[0].changes[0].certain", equalTo(true))
                .body("series[0].changes[0].warnings", empty());
        asking().get("/v1/municipalities/GM0307/series?indicator=residents")
                .then()
                .body("series[0].points.round", contains("2005"))
                .body("series[0].changes", empty());
    }

    @Test
    void withoutAnIndicatorEveryOneIsThere() throws Exception {
        publishAnotherRound();
        List<String> indicators = asking().get("/v1/indicators").path("indicators.id");
        asking().get("/v1/municipalities/GM0327/series").then().body("series.indicator.id", equalTo(indicators));
    }

    @Test
    void whatDoesNotCompareWarnsAlsoInCsv() throws Exception {
        publishAnotherRound();
        publish(Publication.reference().merged("GM0001", "Stoutenburg", "2010-01-01", LEUSDEN));
        asking().get(RESIDENTS)
                .then()
                .body("dataset.version", equalTo(7))
                .body("predecessors.name", contains("Stoutenburg"))
                .body("predecessors.date", contains("2010-01-01"))
                .body("series[0].changes[0].warnings.code", contains("not-recalculable"))
                .body("series[0].changes[0].warnings[0].rounds", contains("2005", "2027"))
                .body("series[0].changes[0].warnings[0].detail", containsString("Stoutenburg → Leusden, 2010-01-01"));
        Response csv = asking().get(RESIDENTS + "&format=csv");
        assertEquals("attachment; filename=\"series-GM0327-7.csv\"", csv.header("Content-Disposition"));
        List<String> lines = csv.asString().lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith("2005,GM0327,Leusden,residents,29000,"), lines.get(1));
        assertTrue(lines.get(2).endsWith(",approximate;not-recalculable,7,2027.GM0327.residents"), lines.get(2));
    }

    @Test
    void whereOneIsMissingNothingIsCompared() throws Exception {
        publishAnotherRound();
        publish(Publication.withdrawal("2027").missing(LEUSDEN, "residents", "withdrawn"));
        asking().get(RESIDENTS)
                .then()
                .body("series[0].points[1].figure.missing", equalTo("withdrawn"))
                .body("series[0].changes[0].difference", nullValue())
                .body("series[0].changes[0].certain", nullValue());
    }

    @Test
    void aPublicationElsewhereChangesNoByte() throws Exception {
        publishAnotherRound();
        byte[] before = asking().get(RESIDENTS).asByteArray();
        seam.publish(Publication.reference().round("2030"));
        publish(Publication.responses("2030").number(AMERSFOORT, "residents", "1", "residents", "exact", "2030"));
        publish(Publication.findings("2005").finding("2005.x", "meta", "observation", null, "[]", "[]"));
        assertArrayEquals(before, asking().get(RESIDENTS).asByteArray());
    }

    @Test
    void theVersionItNamesHasTheSameBytesAndTheLinkToWhatIsNow() throws Exception {
        publishAnotherRound();
        publish(Publication.reference().merged("GM0001", "Stoutenburg", "2010-01-01", LEUSDEN));
        byte[] now = asking().get(RESIDENTS).asByteArray();
        seam.publish(Publication.reference().municipality("GM0001", "Stoutenburg aan de Beek"));
        publish(Publication.responses("2005").number(LEUSDEN, "residents", "29100", "residents", "exact", "2005"));
        Response pinned = asking().get(RESIDENTS + "&dataset=7");
        assertArrayEquals(now, pinned.asByteArray());
        assertEquals("public, max-age=86400, immutable", pinned.header("Cache-Control"));
        assertEquals(
                "<" + RESIDENTS + ">; rel=\"latest-version\"; dataset=\"9\"",
                pinned.headers().getValues("Link").get(1));
        asking().get(RESIDENTS + "&dataset=5")
                .then()
                .body("series[0].points.round", contains("2005"))
                .body("dataset.version", equalTo(4));
        asking().get(RESIDENTS + "&dataset=2").then().body("series[0].points", empty());
        asking().get(RESIDENTS + "&dataset=1").then().statusCode(404);
    }

    @Test
    void whatIsNotThereIsRefused() throws Exception {
        publishAnotherRound();
        asking().get("/v1/municipalities/GM9999/series").then().statusCode(404);
        asking().get(RESIDENTS + "&dataset=99")
                .then()
                .statusCode(404)
                .body("type", equalTo("/v1/problems/dataset-unknown"));
        asking().get("/v1/municipalities/GM0327/series?indicator=budget&format=xml")
                .then()
                .statusCode(400)
                .body("errors.name", contains("format", "indicator"));
        asking().get(RESIDENTS + "&format=xlsx").then().statusCode(406);
        asking().get(RESIDENTS + "&format=jsonstat").then().statusCode(400).body("errors.name", contains("format"));
    }

    /** A profile is a wish about JSON; where there is no JSON-stat, the JSON there is. */
    @Test
    void whoWouldRatherHaveJsonStatGetsTheJsonThereIs() throws Exception {
        publishAnotherRound();
        asking().accept("application/json; profile=\"https://json-stat.org/format/schema/2.0/\"")
                .get(RESIDENTS)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/json")
                .body("municipality.name", equalTo("Leusden"));
    }
}
