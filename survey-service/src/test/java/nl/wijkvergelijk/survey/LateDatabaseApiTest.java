package nl.wijkvergelijk.survey;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.http.Draining;
import nl.wijkvergelijk.local.EmbeddedDatabase;
import org.junit.jupiter.api.Test;

/** The service starts first and its database later. */
@QuarkusTest
@TestProfile(LateDatabaseApiTest.OwnDatabase.class)
class LateDatabaseApiTest {

    /** A start of its own, without the database of all other tests. */
    public static class OwnDatabase implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Late.class));
        }
    }

    /** A database that is there, empty, and away when the service starts. */
    public static class Late implements QuarkusTestResourceLifecycleManager {

        private static EmbeddedDatabase database;

        @Override
        public Map<String, String> start() {
            database = EmbeddedDatabase.temporary();
            database.createDatabase("late");
            database.stopImmediately();
            return Map.of("quarkus.datasource.jdbc.url", database.jdbcUrl("late"));
        }

        @Override
        public void stop() {
            database.close();
        }
    }

    @Inject
    Draining draining;

    @Test
    void aServiceThatStartsBeforeItsDatabaseListensSaysSoAndIsReadyByItselfOnceItIsThere() {
        assertEquals(200, RestAssured.get("/q/health/live").statusCode());
        RestAssured.get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'database prepared' }.status", equalTo("DOWN"));
        Api.nobody()
                .get("/rounds")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("type", equalTo("/v1/problems/service-unavailable"));
        RestAssured.get("/").then().statusCode(503);
        Late.database.startAgain();
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (RestAssured.get("/q/health/ready").statusCode() != 200) {
            assertTrue(Instant.now().isBefore(deadline), "not ready a minute after the database was there");
        }
        Api.nobody().get("/rounds").then().statusCode(200).body("total", equalTo(0));
        whatComesAfterTheSignalToEndIsRefusedAtOnce();
    }

    /** Whoever keeps asking must not keep those waiting who asked before. Nothing comes after this: the service does not take the signal back. */
    private void whatComesAfterTheSignalToEndIsRefusedAtOnce() {
        draining.begin();
        Api.nobody()
                .get("/rounds")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .header("Connection", equalTo("close"))
                .body("type", equalTo("/v1/problems/service-unavailable"));
        assertEquals(200, RestAssured.get("/q/health/live").statusCode());
    }
}
