package nl.wijkvergelijk.comparison.comparisons;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import nl.wijkvergelijk.comparison.ApiTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ComparisonApiTest extends ApiTest {

    @Test
    void residentsArePartOfTheComparisonOfStaffWithTheirProvenance() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/comparisons/fte")
                .then()
                .statusCode(200)
                .body("topic", equalTo("fte"))
                .body("dataset.version", equalTo(4))
                .body("rows", hasSize(2))
                .body("rows[0].municipality.name", equalTo("Amersfoort"))
                .body("rows[0].cells.residents.value", equalTo(135000))
                .body("rows[0].cells.residents.provenance", equalTo("/v1/figures/2005.GM0307.residents?dataset=4"));
        asking().get("/v1/figures/2005.GM0307.residents?dataset=4").then().statusCode(200);
    }
}
