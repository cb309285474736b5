package nl.wijkvergelijk.survey;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import nl.wijkvergelijk.http.EdgeRules;
import org.junit.jupiter.api.Test;

/** This service's edge answers as every service's does. */
@QuarkusTest
class EdgeApiTest extends EdgeRules {

    @Override
    protected String contract() {
        return "api-spec/survey.openapi.yaml";
    }

    @Test
    void whatIsScannedFromTheCodeIsNotServed() {
        RestAssured.get("/q/openapi").then().statusCode(404);
    }
}
