package nl.wijkvergelijk.comparison;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.wijkvergelijk.http.EdgeRules;

/** This service's edge answers as every service's does. */
@QuarkusTest
@WithTestResource(PublishedDatabase.class)
class EdgeApiTest extends EdgeRules {

    @Override
    protected String contract() {
        return "api-spec/comparison.openapi.yaml";
    }
}
