package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicationsApiTest {

    @Test
    void manyResponsesBecomePublicAtOneInstant() throws SQLException {
        String round = Api.roundWithLeusdenAndDelft();
        Api.approve(leusden(round));
        Api.approve("delft", "/rounds/" + round + "/responses/GM0503");
        long sequence = as("researcher")
                .body("{}")
                .post("/rounds/" + round + "/publications")
                .then()
                .statusCode(201)
                .body("municipalities", contains("GM0327", "GM0503"))
                .body("kind", equalTo("responses"))
                .extract()
                .jsonPath()
                .getLong("sequence");
        as("researcher")
                .get("/rounds/" + round + "/responses")
                .then()
                .body("responses.published.sequence", contains((int) sequence, (int) sequence))
                .body("responses.state", contains("published", "published"));
        assertEquals(
                "2",
                Database.text("select count(*) from published.figure where measure = 'residents' and sequence = "
                        + sequence));
        assertEquals(
                "2",
                Database.text(
                        "select count(*) from history.event where action = 'publish' and publication = " + sequence));
    }

    @Test
    void allThatAreNamedOrNone() {
        String round = Api.roundWithLeusdenAndDelft();
        Api.approve(leusden(round));
        as("researcher")
                .body("{\"municipalities\": [\"GM0327\", \"GM0503\"]}")
                .post("/rounds/" + round + "/publications")
                .then()
                .statusCode(409)
                .body("blocking.code", contains("draft"))
                .body("blocking.municipality", contains("GM0503"));
        as("researcher").get(leusden(round)).then().body("state", equalTo("approved"));
        as("researcher")
                .body("{\"municipalities\": [\"GM9999\", \"GM0327\", \"x\"]}")
                .post("/rounds/" + round + "/publications")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/municipalities/2"));
        as("researcher")
                .body("{\"municipalities\": [\"GM9999\", \"GM0327\"]}")
                .post("/rounds/" + round + "/publications")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/municipalities/0"));
    }

    @Test
    void whereNothingIsApprovedNothingIsPublished() {
        String round = Api.roundWithLeusdenAndDelft();
        as("researcher")
                .body("{}")
                .post("/rounds/" + round + "/publications")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/nothing-to-publish"));
    }

    @Test
    void theSequenceHasNoGapsWhenEightPublishAtOnce() throws SQLException {
        Together.run(8, i -> {
            for (int n = 0; n < 5; n++) {
                as("admin")
                        .body("{\"name\": \"Town %d %d\"}".formatted(i, n))
                        .put("/municipalities/GM%04d".formatted(2000 + i * 10 + n))
                        .then()
                        .statusCode(201);
            }
        });
        assertEquals("true", Database.text("select (max(sequence) = count(*))::text from published.publication"));
        assertEquals(
                "true",
                Database.text(
                        "select bool_and(at > before)::text from (select at, lag(at) over (order by sequence) as before"
                                + " from published.publication) as each where before is not null"),
                "the later in the sequence, the later in time");
        assertEquals(
                "true",
                Database.text(
                        "select bool_and(figures = (select count(*) from published.figure f where f.sequence = p.sequence)"
                                + " and municipalities = (select count(*) from published.municipality m where m.sequence = p.sequence)"
                                + " and answers = (select count(*) from published.answer a where a.sequence = p.sequence)"
                                + " and findings = (select count(*) from published.finding f where f.sequence = p.sequence)"
                                + " and rounds = (select count(*) from published.round r where r.sequence = p.sequence)"
                                + " and ratings = (select count(*) from published.rating r where r.sequence = p.sequence))::text"
                                + " from published.publication p"));
    }

    /** Commits come late here now and then; who sees publication n has seen all before it all the same. */
    @Test
    void whoWatchesWhileEightPublishSeesEachInOrderAndMissesNone() throws Exception {
        long before = Long.parseLong(Database.text("select max(sequence) from published.publication"));
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<List<Long>> watched = CompletableFuture.supplyAsync(() -> watch(before, done));
        Together.run(8, i -> {
            for (int n = 0; n < 5; n++) {
                as("admin")
                        .body("{\"name\": \"Town %d %d\"}".formatted(i, n))
                        .put("/municipalities/GM%04d".formatted(3000 + i * 10 + n))
                        .then()
                        .statusCode(201);
            }
        });
        done.set(true);
        assertEquals(
                LongStream.rangeClosed(before + 1, before + 40).boxed().toList(), watched.get(30, TimeUnit.SECONDS));
    }

    /** The audit row cannot be written, here because of a trigger: then nothing else of it is there either, and it can be done again. */
    @Test
    void whatFailsBeforeItsEventIsThereLeavesNothing() throws SQLException {
        String round = Api.roundWithLeusdenAndDelft();
        String counts =
                "select (select count(*) from published.publication) || ' ' || (select count(*) from history.revision)"
                        + " || ' ' || (select count(*) from history.event)";
        Api.approve(leusden(round));
        String before = Database.text(counts);
        Database.run("wijk_owner", """
                create function history.planted() returns trigger language plpgsql as 'begin raise exception ''planted''; end';
                create trigger planted before insert on history.event for each row when (new.action in ('publish', 'save')) execute function history.planted()
                """);
        try {
            as("researcher")
                    .body("{}")
                    .post("/rounds/" + round + "/publications")
                    .then()
                    .statusCode(500);
            as("delft")
                    .body(Api.complete())
                    .put("/rounds/" + round + "/responses/GM0503/answers")
                    .then()
                    .statusCode(500);
            assertEquals(before, Database.text(counts));
        } finally {
            Database.run("wijk_owner", "drop function history.planted() cascade");
        }
        as("researcher").get(leusden(round)).then().body("state", equalTo("approved"));
        as("researcher")
                .body("{}")
                .post("/rounds/" + round + "/publications")
                .then()
                .statusCode(201);
        as("delft")
                .body(Api.complete())
                .put("/rounds/" + round + "/responses/GM0503/answers")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
    }

    /** What a reader takes over who only ever asks for what is above the highest sequence he has. */
    private static List<Long> watch(long from, AtomicBoolean done) {
        List<Long> seen = new ArrayList<>();
        try (var connection = Postgres.as("wijk_comparison");
                var query = connection.prepareStatement(
                        "select sequence from published.publication where sequence > ? order by sequence")) {
            for (boolean last = false; !last; ) {
                last = done.get();
                query.setLong(1, seen.isEmpty() ? from : seen.get(seen.size() - 1));
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        seen.add(rows.getLong(1));
                    }
                }
            }
            return seen;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theFirstPublicationSaysWhichDefinitionsAreInForce() throws SQLException {
        assertEquals(
                "definitions 2",
                Database.text("select kind || ' ' || definitions from published.publication where sequence = 1"));
        assertEquals("1", Database.text("select count(*) from published.publication where kind = 'definitions'"));
    }
}
