package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.nobody;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Without its database the service says so at once, keeps what was acknowledged, and comes back by itself. */
@QuarkusTest
class DatabaseAwayApiTest {

    @Test
    void withoutTheDatabaseEverythingIs503AndThenItIsAsItWas() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        Postgres.server().stopImmediately();
        try {
            for (int i = 0; i < 3; i++) {
                nobody().get("/rounds")
                        .then()
                        .statusCode(503)
                        .header("Retry-After", "2")
                        .body("type", equalTo("/v1/problems/service-unavailable"));
                as("leusden").get(response + "/answers").then().statusCode(503);
                as("leusden")
                        .header("If-Match", "\"1\"")
                        .body("{\"answers\": {}}")
                        .patch(response + "/answers")
                        .then()
                        .statusCode(503);
                as("researcher")
                        .header("Idempotency-Key", "away")
                        .body("{}")
                        .post("/rounds")
                        .then()
                        .statusCode(503);
            }
            nobody().get("/config").then().statusCode(200);
            nobody().get("/questionnaires").then().statusCode(200);
            Api.nobody().get(response).then().statusCode(401);
            assertEquals(503, RestAssured.get("/q/health/ready").statusCode());
            assertEquals(200, RestAssured.get("/q/health/live").statusCode());
        } finally {
            Postgres.server().startAgain();
        }
        await(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
        await(() -> as("leusden").get(response + "/answers").statusCode() == 200);
        as("leusden")
                .get(response + "/answers")
                .then()
                .header("ETag", "\"1\"")
                .body("answers.residents.value", equalTo(29000));
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), "in a minute nothing came of it");
        }
    }
}
