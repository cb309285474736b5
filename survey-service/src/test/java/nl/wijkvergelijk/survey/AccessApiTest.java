package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.LEUSDEN;
import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.access.AccessTable;
import nl.wijkvergelijk.survey.response.State;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Walks the access table over HTTP: every operation, every kind of person, the own municipality and another one. */
@QuarkusTest
class AccessApiTest {

    @Test
    void everyOperationOfTheContractHasARow() throws IOException {
        Set<String> rows = AccessTable.rows().stream()
                .filter(row -> row.action() == null)
                .map(row -> row.method() + " " + row.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(operations(), rows);
    }

    /** In the comment round there is one of everything, so that what is let through is found too. */
    @Test
    void nobodyGetsMoreOrLessThanTheTableSays() {
        walk(State.IN_COMMENT, AccessTable.rows(), Set.of(401, 403, 404));
    }

    /** Every row, by everybody; {@code refusals} is what may not be said to who is let through. */
    static void walk(State state, List<AccessTable.Row> rows, Set<Integer> refusals) {
        String round = furnished(state);
        for (AccessTable.Row row : rows) {
            check(round, row, "nobody", Api.nobody(), row.nobody(), refusals);
            check(round, row, "leusden, own", as("leusden"), row.own(), refusals);
            check(round, row, "delft, other", as("delft"), row.other(), refusals);
            check(round, row, "researcher", as("researcher"), row.researcher(), refusals);
            check(round, row, "admin", as("admin"), row.admin(), refusals);
        }
        assertEquals(state.code(), as("researcher").get(leusden(round)).path("state"), "walking it changed nothing");
    }

    /** A round in which Leusden has one of everything that there can be, its response in a state. */
    static String furnished(State state) {
        String round = Api.roundWithLeusdenAndDelft();
        as("leusden")
                .body(Api.complete())
                .put(leusden(round) + "/answers")
                .then()
                .statusCode(201);
        as("researcher")
                .body(SESSION)
                .put("/rounds/" + round + "/rating-session")
                .then()
                .statusCode(201);
        as("leusden")
                .body("{\"scales\": {\"depth\": {\"GM0503\": 3}}}")
                .put("/rounds/" + round + "/rating-session/ballots/" + LEUSDEN)
                .then()
                .statusCode(201);
        as("researcher")
                .body(FINDING)
                .post("/rounds/" + round + "/findings")
                .then()
                .statusCode(201);
        as("researcher")
                .body(GROUP)
                .put("/rounds/" + round + "/groups/standard")
                .then()
                .statusCode(201);
        as("leusden")
                .body("{\"id\": \"standard\", \"document\": {\"title\": \"x\", \"kind\": \"other\"}}")
                .post(leusden(round) + "/evidence")
                .then()
                .statusCode(201);
        as("leusden")
                .contentType("text/plain")
                .body("x")
                .put(leusden(round) + "/evidence/standard/content")
                .then()
                .statusCode(201);
        CommentRound.open(leusden(round));
        CommentRound.comment(leusden(round));
        CommentRound.agree(leusden(round)).then().statusCode(201);
        as("researcher")
                .body("{\"kind\": \"remark\", \"text\": \"Seen.\"}")
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
        take(round, state);
        assertEquals(state.code(), as("researcher").get(leusden(round)).path("state"));
        return round;
    }

    /** From the comment round to where a response can stand. */
    private static void take(String round, State state) {
        String back = "{\"action\": \"return\", \"reason\": \"Only a test\"}";
        switch (state) {
            case IN_COMMENT -> {}
            case DRAFT -> step("researcher", round, back);
            case SUBMITTED -> {
                take(round, State.DRAFT);
                step("leusden", round, "{\"action\": \"submit\"}");
            }
            case IN_REVIEW -> {
                take(round, State.SUBMITTED);
                step("researcher", round, "{\"action\": \"start-review\"}");
            }
            case CHANGES_REQUESTED -> {
                take(round, State.IN_REVIEW);
                as("researcher")
                        .body(
                                "{\"kind\": \"clarification-request\", \"question\": \"residents\", \"text\": \"Of which date?\"}")
                        .post(leusden(round) + "/remarks")
                        .then()
                        .statusCode(201);
                step("researcher", round, "{\"action\": \"request-changes\", \"reason\": \"Only a test\"}");
            }
            case APPROVED -> {
                CommentRound.dispose(leusden(round), "{\"outcome\": \"adopted\"}")
                        .then()
                        .statusCode(200);
                step("researcher", round, "{\"action\": \"approve\", \"onBehalf\": \"Only a test\"}");
            }
            case PUBLISHED -> {
                take(round, State.APPROVED);
                Api.passWarnings(leusden(round));
                step("researcher", round, "{\"action\": \"publish\"}");
            }
        }
    }

    private static void step(String account, String round, String transition) {
        Api.step(account, leusden(round), transition).then().statusCode(200);
    }

    private static final String SESSION = """
            {"kind": "points", "items": ["GM0327", "GM0503"], "raters": 2, "pointsMin": 1, "pointsMax": 5,
             "scales": [{"id": "depth", "label": {"nl": "Diepte", "en": "Depth"},
                         "from": {"nl": "advies", "en": "advice"}, "to": {"nl": "diep", "en": "deep"}}]}
            """;

    private static final String FINDING = """
            {"id": "standard", "theme": "meta", "kind": "observation", "order": 1, "text": {"nl": "Het regent.", "en": "It rains."}}
            """;

    private static final String GROUP = """
            {"name": {"nl": "Dichtbij", "en": "Near"}, "source": "Map", "municipalities": ["GM0327"]}
            """;

    private static void check(
            String round,
            AccessTable.Row row,
            String who,
            RequestSpecification person,
            int expected,
            Set<Integer> refusals) {
        Response response = asked(round, LEUSDEN, row, person);
        String cell = row.method() + " " + row.path() + "#" + row.action() + " as " + who;
        if (expected == AccessTable.OK) {
            assertFalse(refusals.contains(response.statusCode()), cell + " -> " + response.statusCode());
        } else {
            assertEquals(expected, response.statusCode(), cell);
        }
    }

    /** What is let through does nothing: reads aside, it lacks its tag or its content. Only an action says what it wants, so that its own row is reached. */
    static Response asked(String round, String code, AccessTable.Row row, RequestSpecification person) {
        String path = row.path()
                .replace("{round}", round)
                .replace("{code}", code)
                .replace("{number}", "1")
                .replace("{version}", "2005")
                .replace("{id}", id(row.path()));
        if (row.action() != null && row.path().endsWith("/remarks")) {
            person.body("{\"kind\": \"%s\", \"question\": \"none\", \"text\": \"x\"}".formatted(row.action()));
        } else if (row.action() != null) {
            String tag = as("researcher").get(leusden(round)).header("ETag");
            person.header("If-Match", tag).body("{\"action\": \"%s\", \"onBehalf\": null}".formatted(row.action()));
        } else if (!row.method().equals("GET")) {
            person.header("If-Match", "\"none\"").body("{\"x\": 1}");
        }
        if (row.path().startsWith("/problems")) {
            person.accept("text/html");
        }
        return person.request(row.method(), path);
    }

    private static String id(String path) {
        if (path.startsWith("/problems")) {
            return "not-found";
        }
        return path.contains("/comments/") || path.contains("/remarks/") ? "1" : "standard";
    }

    /** The answer without what differs from request to request. */
    static String said(String code, Response response) {
        String headers = response.headers().asList().stream()
                .map(header -> header.getName() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
        return response.statusCode() + "\n" + headers + "\n"
                + response.asString().replace(code, "").replaceAll("\"traceId\":\"[^\"]+\"", "");
    }

    @Test
    void aContactSeesOnlyTheOwnMunicipalityInTheList() {
        String round = Api.roundWithLeusdenAndDelft();
        assertEquals("[GM0327]", codes(as("leusden").get("/rounds/" + round + "/responses")));
        assertEquals("[GM0327, GM0503]", codes(as("researcher").get("/rounds/" + round + "/responses")));
    }

    private static String codes(Response list) {
        return list.jsonPath().getList("responses.municipality.code").toString();
    }

    @Test
    void anEncodedPathOpensNoDoor() {
        String round = Api.roundWithLeusdenAndDelft();
        for (String code :
                new String[] {"GM%30503", "GM0503%2Fanswers", "GM0327%2F..%2FGM0503", "GM0327;/../GM0503", "gm0503"}) {
            assertEquals(
                    404,
                    as("leusden")
                            .urlEncodingEnabled(false)
                            .get("/rounds/" + round + "/responses/" + code)
                            .statusCode(),
                    code);
        }
    }

    @Test
    void aWrongPasswordOrAnUnknownAccountIsRefusedWithAChallenge() {
        for (String[] account : new String[][] {{"leusden", "x"}, {"nobody", "nobody"}, {"", ""}, {"leusden", ""}}) {
            Response response = Api.nobody()
                    .auth()
                    .preemptive()
                    .basic(account[0], account[1])
                    .get("/rounds");
            assertEquals(401, response.statusCode());
            assertEquals(1, response.headers().getValues("WWW-Authenticate").size());
            assertEquals("Basic realm=\"Wijkvergelijk\", charset=\"UTF-8\"", response.header("WWW-Authenticate"));
        }
        assertEquals(
                401,
                Api.nobody()
                        .header("Authorization", "Bearer abc")
                        .get("/municipalities")
                        .statusCode());
        assertEquals(
                401,
                Api.nobody()
                        .header("Authorization", "Basic %%%")
                        .get("/municipalities")
                        .statusCode());
    }

    @SuppressWarnings("unchecked")
    private static Set<String> operations() throws IOException {
        Set<String> operations = new TreeSet<>();
        try (var in = AccessApiTest.class.getResourceAsStream("/api-spec/survey.openapi.yaml")) {
            Map<String, Map<String, Object>> paths =
                    (Map<String, Map<String, Object>>) ((Map<String, Object>) new Yaml().load(in)).get("paths");
            paths.forEach((path, item) -> item.keySet().stream()
                    .filter(method -> !method.equals("parameters"))
                    .forEach(method -> operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        }
        return operations;
    }
}
