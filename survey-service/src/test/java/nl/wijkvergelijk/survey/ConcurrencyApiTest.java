package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConcurrencyApiTest {

    @RepeatedTest(5)
    void ofSixteenWritersWithOneTagExactlyOneSucceeds() {
        String answers = leusden(Api.roundWithLeusdenAndDelft()) + "/answers";
        as("leusden").body(Api.complete()).put(answers).then().statusCode(201);
        List<Response> all = Together.call(16, i -> as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {\"residents\": {\"value\": %d}}}".formatted(1000 + i))
                .patch(answers));
        assertEquals(Map.of(200, 1L, 412, 15L), statuses(all));
        Response winner =
                all.stream().filter(r -> r.statusCode() == 200).findFirst().orElseThrow();
        as("leusden")
                .get(answers)
                .then()
                .header("ETag", "\"2\"")
                .body("answers.residents.value", equalTo(winner.jsonPath().getInt("answers.residents.value")));
    }

    @Test
    void ofSixteenFirstSavesExactlyOneIsTheFirst() {
        String answers = leusden(Api.roundWithLeusdenAndDelft()) + "/answers";
        List<Response> all =
                Together.call(16, i -> as("leusden").body(Api.complete()).put(answers));
        assertEquals(Map.of(201, 1L, 428, 15L), statuses(all));
    }

    @Test
    void ofTwentyWhoSubmitOrReturnOneGetsThrough() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        String tag = as("leusden").get(response).header("ETag");
        List<Response> all = Together.call(20, i -> as("leusden")
                .header("If-Match", tag)
                .body("{\"action\": \"submit\"}")
                .post(response + "/transitions"));
        assertEquals(Map.of(200, 1L, 412, 19L), statuses(all));
        as("leusden").get(response + "/history").then().body("events.action", contains("take-part", "save", "submit"));
    }

    @RepeatedTest(3)
    void ofEightWhoPublishOneResponseOneGetsThrough() {
        String round = Api.roundWithLeusdenAndDelft();
        Api.approve(leusden(round));
        List<Response> all = Together.call(8, i -> as("researcher")
                .body("{\"municipalities\": [\"GM0327\"]}")
                .post("/rounds/" + round + "/publications"));
        assertEquals(Map.of(201, 1L, 409, 7L), statuses(all));
    }

    /** The publication has chosen Leusden and waits; then what it waited for turns out to be another state. */
    @Test
    void whatIsChangedWhileAPublicationWaitsForItIsSeenAsItIsThen() throws Exception {
        String round = Api.roundWithLeusdenAndDelft();
        Api.approve(leusden(round));
        try (var other = Postgres.as("wijk_survey");
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "update survey.response set state = 'draft', version = version + 1 where municipality = 'GM0327'"
                            + " and round = '" + round + "'");
            CompletableFuture<Response> publication = CompletableFuture.supplyAsync(() -> as("researcher")
                    .body("{\"municipalities\": [\"GM0327\"]}")
                    .post("/rounds/" + round + "/publications"));
            while (Database.text("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                    .equals("0")) {
                Thread.sleep(10);
            }
            other.commit();
            assertEquals(409, publication.get(10, TimeUnit.SECONDS).statusCode());
        }
    }

    /** Some publish the round, some name Leusden, some publish or take back Leusden by itself: nobody waits for somebody who waits for him. */
    @RepeatedTest(5)
    void publishingAndReturningAtOneMomentEndInAnAnswer() throws SQLException {
        String round = Api.roundWithLeusdenAndDelft();
        Api.approve(leusden(round));
        Api.approve("delft", "/rounds/" + round + "/responses/GM0503");
        String tag = as("researcher").get(leusden(round)).header("ETag");
        String publications = "/rounds/" + round + "/publications";
        List<Response> all = Together.call(16, i -> switch (i % 4) {
            case 0 -> as("researcher").body("{}").post(publications);
            case 1 ->
                as("researcher")
                        .body("{\"municipalities\": [\"GM0503\", \"GM0327\"]}")
                        .post(publications);
            case 2 ->
                as("researcher")
                        .header("If-Match", tag)
                        .body("{\"action\": \"return\", \"reason\": \"Look again\"}")
                        .post(leusden(round) + "/transitions");
            default ->
                as("researcher")
                        .header("If-Match", tag)
                        .body("{\"action\": \"publish\"}")
                        .post(leusden(round) + "/transitions");
        });
        statuses(all)
                .keySet()
                .forEach(status -> assertTrue(Set.of(200, 201, 409, 412).contains(status), "" + status));
        assertEquals(
                "1",
                Database.text("select count(*) from history.event where action in ('publish', 'return')"
                        + " and municipality = 'GM0327' and round = '" + round + "'"));
    }

    @Test
    void fiftyPostsWithOneKeyHaveOneEffect() throws SQLException {
        String body = """
                {"id": "once", "title": {"nl": "Een", "en": "One"}, "questionnaire": {"id": "standard", "version": 2005},
                 "fullTimeHours": 36, "fullTimeHoursSource": "Collective agreement"}
                """;
        List<Response> all = Together.call(50, i -> as("researcher")
                .header("Idempotency-Key", "open-once")
                .body(body)
                .post("/rounds"));
        assertEquals(Map.of(201, 50L), statuses(all));
        assertEquals(
                1,
                all.stream()
                        .map(Response::asString)
                        .collect(Collectors.toCollection(HashSet::new))
                        .size());
        assertEquals(
                "1", Database.text("select count(*) from history.event where subject = 'round' and round = 'once'"));
    }

    @Test
    void twoWhoOpenOneRoundAtOneMomentAreNotBothFirst() {
        List<Response> all = Together.call(8, i -> as("researcher").body("""
                                {"id": "race", "title": {"nl": "Een", "en": "One"}, "questionnaire": {"id": "standard", "version": 2005},
                                 "fullTimeHours": 36, "fullTimeHoursSource": "Collective agreement"}
                                """).post("/rounds"));
        assertEquals(Map.of(201, 1L, 409, 7L), statuses(all));
    }

    @Test
    void theSameMunicipalityIsAddedOnce() {
        List<Response> all = Together.call(
                8, i -> as("admin").body("{\"name\": \"Town %d\"}".formatted(i)).put("/municipalities/GM1999"));
        assertEquals(1L, statuses(all).get(201));
        assertEquals(8L, statuses(all).values().stream().mapToLong(n -> n).sum());
        statuses(all)
                .keySet()
                .forEach(status -> assertEquals(true, List.of(201, 412, 428).contains(status), "" + status));
    }

    @Test
    void theSameMunicipalityTakesPartOnce() {
        String round = Api.round();
        Api.municipality(Api.LEUSDEN, "Leusden");
        List<Response> all = Together.call(
                8, i -> as("researcher").body("{}").put("/rounds/" + round + "/participants/" + Api.LEUSDEN));
        assertEquals(Map.of(201, 1L, 200, 7L), statuses(all));
    }

    private static Map<Integer, Long> statuses(List<Response> all) {
        return all.stream().collect(Collectors.groupingBy(Response::statusCode, TreeMap::new, Collectors.counting()));
    }
}
