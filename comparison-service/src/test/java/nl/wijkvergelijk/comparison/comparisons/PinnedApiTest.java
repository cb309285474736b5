package nl.wijkvergelijk.comparison.comparisons;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
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
                        "</v1/comparisons/fte?round=2005&municipality=GM0327%2CGM0307>; rel=\"latest-version\""),
                links);
        assertEquals(
                List.of(licence, "</v1/figures/2005.GM0327.residents>; rel=\"latest-version\""),
                asking().get("/v1/figures/2005.GM0327.residents?dataset=" + version)
                        .headers()
                        .getValues("Link"));
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
}
