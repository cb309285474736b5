package nl.wijkvergelijk.comparison.published;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowApiTest extends ApiTest {

    private static JsonPath readiness() {
        return given().get("/q/health/ready").jsonPath();
    }

    private static boolean isStale() {
        return readiness().getBoolean("checks.find { it.name == 'dataset' }.data.stale");
    }

    private static String reason() {
        return readiness().getString("checks.find { it.name == 'dataset' }.data.reason");
    }

    @Test
    void whatIsPublishedIsSeen() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.responses("2005").number(LEUSDEN, "residents", "30000", "residents", "exact", "2005"));
        asking().get("/v1/comparisons/fte?municipality=GM0327")
                .then()
                .body("rows[0].cells.residents.value", equalTo(30000));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks[0].data.sequence", equalTo(5))
                .body("checks[0].data.stale", equalTo(false))
                .body("checks[0].data.since", notNullValue());
    }

    @Test
    void withoutTheDatabaseAQuestionNeverAskedBeforeIsAnsweredAndSaidToBeStale() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.responses("2005").number(LEUSDEN, "residents", "30000", "residents", "exact", "2005"));
        try {
            stopDatabase();
            await("stale", FollowApiTest::isStale);
            asking().get("/v1/comparisons/fte?sort=-residents-per-fte&lang=nl&indicator=residents-per-fte")
                    .then()
                    .statusCode(200)
                    .header("Dataset-Stale-Since", notNullValue())
                    .body("rows", hasSize(2));
            given().get("/q/health/ready").then().statusCode(200);
            given().get("/q/metrics").then().body(containsString("wijkvergelijk_dataset_stale 1.0"));
            asking().get("/v1/figures/2005.GM0327.fte-total")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/v1/problems/archive-away"));
            asking().get("/v1/comparisons/fte?dataset=4")
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("/v1/problems/archive-away"));
        } finally {
            startDatabase();
        }
        await("fresh again", () -> !isStale());
        assertNull(asking().get("/v1/comparisons/fte").header("Dataset-Stale-Since"));
        asking().get("/v1/comparisons/fte?dataset=4").then().statusCode(200);
    }

    @Test
    void aDatabaseThatHangsHoldsNobodyUp() throws Exception {
        publishTwoMunicipalities();
        try {
            signalDatabase("STOP");
            await("stale", FollowApiTest::isStale);
            asking().get("/v1/comparisons/fte?indicator=residents").then().statusCode(200);
            asking().get("/v1/figures/2005.GM0327.fte-total")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue());
            given().get("/q/health/ready").then().statusCode(200);
        } finally {
            signalDatabase("CONT");
        }
        await("fresh again", () -> !isStale());
        asking().get("/v1/figures/2005.GM0327.fte-total").then().statusCode(200);
    }

    @Test
    void whenTheSequenceFallsEverythingIsReadAnewAndOperatorsAreTold() throws Exception {
        Instant before = Instant.now();
        publishTwoMunicipalities();
        publish(Publication.responses("2005").number(LEUSDEN, "residents", "30000", "residents", "exact", "2005"));
        seam.execute("delete from published.figure where sequence = 5");
        seam.execute("delete from published.publication where sequence = 5");
        awaitHeld(4);
        asking().get("/v1/comparisons/fte?municipality=GM0327")
                .then()
                .body("rows[0].cells.residents.value", equalTo(29000));
        given().get("/q/health/ready").then().body("checks[0].data.rebuilt", greaterThan(before.toString()));
    }

    @Test
    void whenAnotherPublicationHasOurSequenceEverythingIsReadAnew() throws Exception {
        publishTwoMunicipalities();
        seam.execute("update published.publication set id = gen_random_uuid() where sequence = 4");
        seam.execute(
                "update published.figure set value = 31000 where municipality = 'GM0327' and measure = 'residents'");
        awaitHeld(4);
        asking().get("/v1/comparisons/fte?municipality=GM0327")
                .then()
                .body("rows[0].cells.residents.value", equalTo(31000));
    }

    @Test
    void aPublicationThatHasNotItsRowsIsNotTakenUntilItHas() throws Exception {
        publishTwoMunicipalities();
        seam.publish(Publication.responses("2005")
                .number(LEUSDEN, "residents", "30000", "residents", "exact", "2005")
                .promisingOneFigureMore());
        await("the reason", () -> "publication 5 says 2 figures, there are 1".equals(reason()));
        asking().get("/v1/comparisons/fte?municipality=GM0327")
                .then()
                .body("dataset.version", equalTo(4))
                .body("rows[0].cells.residents.value", equalTo(29000));
        seam.execute("update published.publication set figures = 1 where sequence = 5");
        awaitHeld(5);
    }

    @Test
    void aSchemaOfAnotherVersionIsNotReadAndWhatIsHeldStays() throws Exception {
        publishTwoMunicipalities();
        seam.execute("insert into published.schema_version (version) values (2)");
        try {
            seam.publish(
                    Publication.responses("2005").number(LEUSDEN, "residents", "30000", "residents", "exact", "2005"));
            await("the reason", () -> String.valueOf(reason()).contains("has version 2"));
            await("stale", FollowApiTest::isStale);
            asking().get("/v1/comparisons/fte").then().statusCode(200).body("dataset.version", equalTo(4));
            given().get("/q/health/ready").then().statusCode(200);
        } finally {
            seam.execute("delete from published.schema_version where version = 2");
        }
        awaitHeld(5);
    }

    @Test
    void definitionsOfALaterReleaseAreNotTakenAndWhatIsHeldStays() throws Exception {
        publishTwoMunicipalities();
        seam.publish(Publication.definitions());
        awaitHeld(5);
        seam.execute(
                "insert into published.publication values (6, gen_random_uuid(), now(), 'definitions', 999, null, 0, 0, 0, 0, null, null)");
        await("the reason", () -> String.valueOf(reason()).contains("999"));
        asking().get("/v1/comparisons/fte").then().statusCode(200).body("dataset.version", equalTo(4));
    }

    @Test
    void theServicesOwnRoleCanReadWhatIsPublishedAndNothingElse() throws Exception {
        publishTwoMunicipalities();
        try (var connection = connectAsTheService();
                var statement = connection.createStatement()) {
            statement.executeQuery("select 1 from published.figure").close();
            for (String sql : List.of(
                    "insert into published.schema_version (version) values (9)",
                    "update published.figure set value = 0",
                    "delete from published.publication",
                    "truncate published.rating",
                    "create table published.mine (x int)",
                    "create table public.mine (x int)",
                    "create schema mine",
                    "create temporary table mine (x int)")) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
                assertEquals("42501", refused.getSQLState(), sql);
            }
        }
    }
}
