package nl.wijkvergelijk.comparison;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import nl.wijkvergelijk.http.ContractScan;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractApiTest extends ApiTest {

    @Test
    void theCodeHasTheEndpointsOfTheContractAndNoOthers() {
        String contract = asking().get("/v1/openapi.json").asString();
        String code = given().get("/q/openapi").asString();
        assertEquals(
                String.join("\n", ContractScan.lines(contract, "")),
                String.join("\n", ContractScan.lines(code, "/v1")));
    }

    @Test
    void theContractIsServedToAnyPage() {
        asking().header("Origin", "https://example.org")
                .get("/v1/openapi.json")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void swaggerUiIsAtDocs() {
        given().get("/docs/").then().statusCode(200);
    }
}
