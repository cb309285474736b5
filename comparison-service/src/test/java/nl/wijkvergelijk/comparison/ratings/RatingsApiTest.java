package nl.wijkvergelijk.comparison.ratings;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RatingsApiTest extends ApiTest {

    private static final String RATINGS = "/v1/rounds/2005/ratings";
    private static final String DELFT = "GM0503";
    private static final List<String> SIX = List.of(AMERSFOORT, "GM0200", DELFT, LEUSDEN, "GM0479", "GM0637");

    /** The totals of the report: sections 4.7, 5.7 and 6.7, and Bijlage 1, which has two of depth the other way round. */
    @Test
    void theRoundOf2005HasTotalsAndSaysThatItHasNoBallots() throws Exception {
        openSix();
        long version = publish(Publication.ratings("2005")
                .ratings("formality", 1, true, SIX, 24, 25, 18, 7, 33, 19)
                .ratings("influence", 1, true, SIX, 24, 27, 27, 10, 23, 15)
                .ratings("depth", 1, true, SIX, 20, 18, 30, 28, 14, 16)
                .ratings("depth", 2, false, SIX, 20, 18, 30, 28, 16, 14));
        Response answer = asking().get(RATINGS);
        assertEquals(200, answer.statusCode());
        JsonPath body = answer.jsonPath();
        assertEquals(List.of("depth", "formality", "influence"), body.getList("scales.id"));
        assertEquals("Zaanstad", body.getString("scales[0].municipalities[4].municipality.name"));
        assertEquals(14, body.getInt("scales[0].municipalities[4].low"));
        assertEquals(16, body.getInt("scales[0].municipalities[4].high"));
        assertEquals(5, body.getInt("scales[0].municipalities[4].rank.from"));
        assertEquals("disputed", body.getString("scales[0].municipalities[4].status"));
        assertEquals(
                "/v1/figures/2005.GM0479.rating-depth?dataset=" + version,
                body.getString("scales[0].municipalities[4].provenance"));
        assertEquals(1.16, body.getDouble("scales[1].municipalities[3].mean.value"), 0.01);
        assertEquals(6, body.getInt("scales[1].municipalities[3].mean.n"));
        assertEquals(0.6, body.getDouble("scales[1].agreement.w"), 1e-6);
        assertEquals(0.52, body.getDouble("scales[1].raterCorrelation.mean"), 1e-6);
        assertEquals("mean-from-w", body.getString("scales[1].raterCorrelation.assumption.code"));
        assertEquals(
                List.of("given", "self", "excludingSelf", "agreementExcludingSelf", "raterPairs"),
                body.getList("scales[1].absent.member"));
        assertEquals("totals-only", body.getString("scales[1].absent[0].code"));
        assertEquals(-0.77, body.getDouble("scaleCorrelation.pairs[0].rho"), 0.005);
        assertEquals(-0.60, body.getDouble("scaleCorrelation.pairs[0].high"), 0.005);
        assertEquals(6, body.getInt("scaleCorrelation.pairs[0].n"));
        assertEquals("small-n", body.getString("warnings[-1].code"));
        asking().get(RATINGS + "?lang=nl")
                .then()
                .header("Content-Language", "nl")
                .body("scales[1].absent[0].detail", containsString("alleen totalen"))
                .body("scaleCorrelation.assumption.detail", containsString("rangcorrelatie"))
                .body("warnings[-1].detail", containsString("beoordeelde gemeenten: 6, beoordelaars: 6"));
    }

    @Test
    void ballotsShowWhoGaveWhatAndSelfAgainstOthers() throws Exception {
        openSix();
        publish(three());
        asking().get(RATINGS)
                .then()
                .statusCode(200)
                .body("scales", hasSize(1))
                .body("scales[0].municipalities[1].municipality.name", equalTo("Delft"))
                .body(
                        "scales[0].municipalities[1].given.rater.name",
                        equalTo(List.of("Amersfoort", "Leusden", "Delft")))
                .body("scales[0].municipalities[1].given.value", equalTo(List.of(2, 3, 3)))
                .body("scales[0].municipalities[1].given.complete", equalTo(List.of(true, true, true)))
                .body("scales[0].municipalities[1].self.own", equalTo(3))
                .body("scales[0].municipalities[1].self.others", equalTo(2.5f))
                .body("scales[0].municipalities[1].self.difference", equalTo(0.5f))
                .body("scales[0].municipalities[1].excludingSelf.mean", equalTo(2.5f))
                .body("scales[0].municipalities[1].excludingSelf.rank.from", equalTo(1))
                .body("scales[0].municipalities[1].excludingSelf.n", equalTo(2))
                .body("scales[0].selfRating.municipalities", equalTo(3))
                .body("scales[0].agreementExcludingSelf.perRater", equalTo(2))
                .body("scales[0].agreementExcludingSelf.pValueMethod", equalTo("monte-carlo"))
                .body("scales[0].raterCorrelation.pairs", hasSize(3))
                .body("scales[0].raterCorrelation.pairs[0].raters", equalTo(List.of(AMERSFOORT, LEUSDEN)))
                .body("scales[0].raterCorrelation.pairs[0].rho", equalTo(0.5f))
                .body("scales[0].raterCorrelation.pairs[0].n", equalTo(3))
                .body("scales[0].absent", empty());
    }

    @Test
    void aRoundWithoutASessionHasNoScales() throws Exception {
        publishTwoMunicipalities();
        asking().get(RATINGS)
                .then()
                .statusCode(200)
                .body("scales", empty())
                .body("scaleCorrelation.pairs", empty())
                .body("warnings", empty());
    }

    @Test
    void whatIsNotThereOrNotAskedRightIsRefused() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/rounds/1999/ratings").then().statusCode(404);
        asking().get(RATINGS + "?dataset=1").then().statusCode(404);
        asking().get(RATINGS + "?dataset=1000")
                .then()
                .statusCode(404)
                .body("type", equalTo("/v1/problems/dataset-unknown"));
        asking().get(RATINGS + "?dataset=zero")
                .then()
                .statusCode(400)
                .body("errors[0].name", equalTo("dataset"))
                .body("errors[0].detail", containsString("whole number"));
        asking().get(RATINGS + "?scale=depth").then().statusCode(400).body("errors[0].name", equalTo("scale"));
    }

    @Test
    void aPinnedAnswerKeepsItsBytesWhenRatingsAreCorrected() throws Exception {
        openSix();
        long version = publish(three());
        Response before = asking().get(RATINGS + "?dataset=" + version);
        assertEquals(200, before.statusCode());
        assertArrayEquals(before.asByteArray(), asking().get(RATINGS).asByteArray());
        seam.publish(Publication.reference().municipality(DELFT, "Delft aan de Schie"));
        publish(Publication.ratings("2005").ratings("depth", 1, true, SIX, 20, 18, 30, 28, 14, 16));
        Response after = asking().get(RATINGS + "?dataset=" + version);
        assertArrayEquals(before.asByteArray(), after.asByteArray());
        assertEquals("public, max-age=86400, immutable", after.header("Cache-Control"));
        assertTrue(after.headers()
                .getValues("Link")
                .contains("</v1/rounds/2005/ratings>; rel=\"latest-version\"; dataset=\"" + (version + 2) + "\""));
        asking().get(RATINGS)
                .then()
                .body("scales[0].municipalities", hasSize(6))
                .body("scales[0].municipalities[2].municipality.name", equalTo("Delft aan de Schie"))
                .body("scales[0].selfRating", nullValue());
    }

    private void openSix() throws Exception {
        seam.publish(Publication.definitions());
        seam.publish(Publication.reference()
                .municipality(AMERSFOORT, "Amersfoort")
                .municipality("GM0200", "Apeldoorn")
                .municipality(DELFT, "Delft")
                .municipality(LEUSDEN, "Leusden")
                .municipality("GM0479", "Zaanstad")
                .municipality("GM0637", "Zoetermeer"));
        seam.publish(Publication.reference().round("2005"));
    }

    /** Amersfoort, Delft and Leusden rate each other on depth. */
    private static Publication three() {
        return Publication.ratings("2005")
                .ratings("depth", 1, true, List.of(AMERSFOORT, DELFT, LEUSDEN), 6, 8, 4)
                .ballot("depth", AMERSFOORT, AMERSFOORT, 3)
                .ballot("depth", AMERSFOORT, DELFT, 2)
                .ballot("depth", AMERSFOORT, LEUSDEN, 1)
                .ballot("depth", DELFT, AMERSFOORT, 1)
                .ballot("depth", DELFT, DELFT, 3)
                .ballot("depth", DELFT, LEUSDEN, 2)
                .ballot("depth", LEUSDEN, AMERSFOORT, 2)
                .ballot("depth", LEUSDEN, DELFT, 3)
                .ballot("depth", LEUSDEN, LEUSDEN, 1);
    }

    @Test
    void aSessionIsDrawnAndARoundWithoutOneIsRefused() throws Exception {
        openSix();
        publish(Publication.responses("2005").number(LEUSDEN, "residents", "29000", "residents", "exact", null));
        asking().get(RATINGS + "/chart")
                .then()
                .statusCode(404)
                .body("type", equalTo("/v1/problems/nothing-to-draw"))
                .body("detail", equalTo("No rating session of round 2005 has been published."));
        long version = publish(three());
        asking().get(RATINGS + "/chart")
                .then()
                .statusCode(200)
                .header("Content-Type", "image/svg+xml; charset=utf-8")
                .body(containsString("what another gave"))
                .body(containsString("round 2005, dataset " + version));
        asking().get("/v1/rounds/1999/ratings/chart").then().statusCode(404);
    }
}
