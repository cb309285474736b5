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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.wijkvergelijk.survey.access.AccessTable;
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

    @Test
    void nobodyGetsMoreOrLessThanTheTableSays() {
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
        CommentRound.open(leusden(round));
        CommentRound.comment(leusden(round));
        CommentRound.agree(leusden(round)).then().statusCode(201);
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
        as("researcher")
                .body("{\"kind\": \"remark\", \"text\": \"Seen.\"}")
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
        for (AccessTable.Row row : AccessTable.rows()) {
            check(round, row, "nobody", Api.nobody(), row.nobody());
            check(round, row, "leusden, own", as("leusden"), row.own());
            check(round, row, "delft, other", as("delft"), row.other());
            check(round, row, "researcher", as("researcher"), row.researcher());
            check(round, row, "admin", as("admin"), row.admin());
        }
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
            String round, AccessTable.Row row, String who, RequestSpecification person, int expected) {
        Response response = asked(round, row, person);
        String cell = row.method() + " " + row.path() + "#" + row.action() + " as " + who;
        if (expected == AccessTable.OK) {
            assertFalse(Set.of(401, 403, 404).contains(response.statusCode()), cell + " -> " + response.statusCode());
        } else {
            assertEquals(expected, response.statusCode(), cell);
        }
    }

    /** What is let through does nothing: reads aside, it lacks its tag or its content. Only an action says what it wants, so that its own row is reached. */
    private static Response asked(String round, AccessTable.Row row, RequestSpecification person) {
        String path = row.path()
                .replace("{round}", round)
                .replace("{code}", LEUSDEN)
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

    @Test
    void anotherMunicipalityLooksLikeOneThatDoesNotExist() {
        String round = Api.roundWithLeusdenAndDelft();
        as("delft")
                .body(Api.complete())
                .put("/rounds/" + round + "/responses/GM0503/answers")
                .then()
                .statusCode(201);
        as("delft")
                .body("{\"kind\": \"remark\", \"text\": \"Ours.\"}")
                .post("/rounds/" + round + "/responses/GM0503/remarks")
                .then()
                .statusCode(201);
        as("researcher")
                .body(CommentRound.DESCRIPTION)
                .put("/rounds/" + round + "/responses/GM0503/description")
                .then()
                .statusCode(201);
        for (String below : new String[] {
            "",
            "/answers",
            "/validation",
            "/revisions",
            "/revisions/1",
            "/history",
            "/checklist",
            "/description",
            "/description/versions",
            "/description/versions/1",
            "/description/comments",
            "/description/agreement",
            "/evidence",
            "/proposals",
            "/remarks",
            "/remarks/1"
        }) {
            assertEquals(said(round, "GM9999", below), said(round, "GM0503", below), below);
        }
    }

    /** The answer without what differs from request to request. */
    private static String said(String round, String code, String below) {
        Response response = as("leusden").get("/rounds/" + round + "/responses/" + code + below);
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
