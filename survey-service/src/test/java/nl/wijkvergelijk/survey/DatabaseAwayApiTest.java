package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.nobody;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import nl.wijkvergelijk.http.DatabaseAway;
import nl.wijkvergelijk.survey.sql.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without its database the service says so at once, keeps what was acknowledged, and comes back by itself. */
@QuarkusTest
class DatabaseAwayApiTest {

    @Inject
    Sql sql;

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
            nobody().get("/questionnaires/standard/versions/2005").then().statusCode(200);
            nobody().get("/questionnaires").then().statusCode(503);
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

    /** Frozen is worse than gone: connections stay, and nothing comes back over them. */
    @Test
    @Timeout(60)
    void aFrozenDatabaseHoldsNobodyForEver() throws IOException, InterruptedException {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        signal("-STOP");
        try {
            List<Integer> statuses = Together.call(
                    20,
                    i -> i % 2 == 0
                            ? nobody().get("/rounds").statusCode()
                            : as("leusden")
                                    .body(Api.complete())
                                    .put(response + "/answers")
                                    .statusCode());
            assertEquals(Set.of(503), Set.copyOf(statuses));
            assertEquals(200, nobody().get("/config").statusCode());
        } finally {
            signal("-CONT");
        }
        await(() -> as("leusden").get(response).statusCode() == 200);
        await(() ->
                as("leusden").body(Api.complete()).put(response + "/answers").statusCode() != 503);
    }

    /** Somebody holds what is asked for: whoever waits is told so in time, and nothing of it goes on waiting in the database. */
    @Test
    @Timeout(60)
    void whoeverWaitsTooLongForSomebodyElseIsTold503() throws SQLException {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        try (Connection somebody = Postgres.as("wijk_owner");
                Statement statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.execute("lock table survey.response in access exclusive mode");
            List<Response> refusals = Together.call(
                    4,
                    i -> i % 2 == 0
                            ? as("leusden").get(response)
                            : as("leusden").body(Api.complete()).put(response + "/answers"));
            for (Response each : refusals) {
                each.then().statusCode(503).header("Retry-After", "2");
            }
            try (ResultSet waiting = statement.executeQuery(
                    "select count(*) from pg_stat_activity where usename = 'wijk_survey' and wait_event_type = 'Lock'")) {
                waiting.next();
                assertEquals(0, waiting.getInt(1), "statements that nobody waits for any more");
            }
            nobody().get("/rounds").then().statusCode(200);
            somebody.rollback();
        }
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
    }

    /** What PostgreSQL ends, it ends before the driver looks away and leaves it running. */
    @Test
    void aStatementThatTakesTooLongIsEndedByTheDatabase() {
        RuntimeException ended =
                assertThrows(RuntimeException.class, () -> sql.list("select pg_sleep(30)", row -> true));
        assertTrue(DatabaseAway.isCauseOf(ended));
        assertEquals("57014", ((SQLException) ended.getCause()).getSQLState());
    }

    private static void signal(String signal) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("kill", signal, "" + Postgres.server().process()));
        ProcessHandle.of(Postgres.server().process())
                .orElseThrow()
                .descendants()
                .forEach(p -> command.add("" + p.pid()));
        assertEquals(0, new ProcessBuilder(command).start().waitFor());
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), "in a minute nothing came of it");
        }
    }
}
