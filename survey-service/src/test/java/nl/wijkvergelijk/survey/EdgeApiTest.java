package nl.wijkvergelijk.survey;

import io.quarkus.test.junit.QuarkusTest;
import nl.wijkvergelijk.http.EdgeRules;

/** This service's edge answers as every service's does. */
@QuarkusTest
class EdgeApiTest extends EdgeRules {

    @Override
    protected String contract() {
        return "api-spec/survey.openapi.yaml";
    }
}
