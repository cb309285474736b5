package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.wijkvergelijk.http.Operation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing private leaks: a canary stands in every private place, and whatever is open to everybody, or to another municipality, is searched for one. */
class SecretsIT {

    private static final Pattern SECRET = Pattern.compile(Canaries.MARK + "[a-z0-9-]*|" + Pattern.quote(Nest.POINTS)
            + "|\"(author|actor|account|comment|remarks?)\" *:");

    private static RunningProduct product;
    private static Nest nest;

    @BeforeAll
    static void fillTheNest() {
        product = RunningProduct.shared();
        nest = new Nest(product);
        long published = nest.fill();
        RunningProduct.await(
                Duration.ofSeconds(30),
                () -> product.comparison("/datasets").path("latest").asLong() >= published);
    }

    @Test
    void everyTextThatCanBeWrittenIsSaidToBePublicOrPrivate() {
        assertEquals(
                String.join("\n", Canaries.written()), String.join("\n", Canaries.classified()), "contract, and table");
    }

    @Test
    void aCanaryIsInEveryPrivatePlace() {
        assertEquals(Canaries.confidential(), nest.planted);
        String inside = new Person(product, "researcher")
                .reads("/rounds/kanaries/responses/GM0327/history?pageSize=1000")
                .toString();
        assertTrue(inside.contains(Canaries.text("TransitionWrite.reason")), inside);
    }

    /** Every operation of the comparison API, with all that there is to ask for. */
    @Test
    void noCanaryIsInAnyComparison() {
        List<String> found = new ArrayList<>();
        Set<String> silent = new TreeSet<>();
        int withWhatIsPublic = 0;
        for (Operation operation : Operation.all("api-spec/comparison.openapi.yaml")) {
            silent.add(operation.name());
            for (String path : filled(operation.path(), comparable(operation.path()))) {
                for (String query : queries(operation)) {
                    HttpResponse<String> response = get(product.comparisonPort, path + query, null);
                    search(path + query, response, found);
                    if (response.statusCode() == 200) {
                        silent.remove(operation.name());
                    }
                    withWhatIsPublic += response.body().contains("Zonder ondersteuning.") ? 1 : 0;
                }
            }
        }
        assertEquals(List.of(), found);
        assertEquals(Set.of(), silent, "operations that told nothing");
        assertTrue(withWhatIsPublic > 1, "the clarification, which is public, would have been found");
    }

    /** Every operation of the survey API that needs no account. */
    @Test
    void noCanaryIsInWhatSurveyTellsEverybody() {
        List<String> found = new ArrayList<>();
        for (Operation operation : Operation.all("api-spec/survey.openapi.yaml")) {
            if (operation.node().path("security").isArray()
                    && operation.method().equals("GET")) {
                for (String path : filled(operation.path(), insideOf(operation.path()))) {
                    search(path, get(product.surveyPort, path, null), found);
                }
            }
        }
        assertEquals(List.of(), found);
    }

    /** Every reading operation of the survey API, about Leusden, by Delft and by nobody. */
    @Test
    void noCanaryIsInWhatAnotherMunicipalityReads() {
        List<String> found = new ArrayList<>();
        for (Operation operation : Operation.all("api-spec/survey.openapi.yaml")) {
            if (operation.method().equals("GET")) {
                for (String path : filled(operation.path(), insideOf(operation.path()))) {
                    for (String account : new String[] {"delft", null}) {
                        search(path + " as " + account, get(product.surveyPort, path, account), found);
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    /** What the services logged while the nest was filled and everybody above looked around in it. */
    @Test
    void noCanaryIsInTheLogsOfTheServices() throws IOException {
        for (String service : new String[] {"survey-service", "comparison-service"}) {
            String log = Files.readString(product.data.resolve("logs/" + service + ".log"));
            assertTrue(log.contains("started in"), "the log of " + service + " was read");
            assertEquals(
                    List.of(),
                    Pattern.compile(Canaries.MARK + "[a-z0-9-]*|[A-Za-z0-9.]+@example\\.org|Basic [A-Za-z0-9+/=]+")
                            .matcher(log)
                            .results()
                            .map(each -> each.group())
                            .toList(),
                    service);
        }
    }

    private static void search(String asked, HttpResponse<String> response, List<String> found) {
        assertTrue(response.statusCode() < 500, asked + " -> " + response.statusCode());
        if (asked.startsWith("/openapi.json") || asked.startsWith("/questionnaires/standard/versions/2005/schema")) {
            // They say which members there are, the private ones too, and hold nobody's texts.
            return;
        }
        String path = URI.create(response.uri().toString()).getPath();
        String told = (response.headers().map() + "\n" + response.body()).replace(path, "");
        if (response.statusCode() == 400) {
            // A refusal repeats between quotes what was asked; what there is instead it names without.
            told = told.replace("'" + Canaries.MARK + "draft-group'", "");
        }
        SECRET.matcher(told).results().forEach(secret -> found.add(asked + ": " + secret.group()));
    }

    /** What stands for each parameter in a path of the comparison API; a new one needs a line. */
    private static Map<String, List<String>> comparable(String path) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("topic", all("/comparisons", "topics", "id"));
        values.put("code", List.of("GM0327", "GM0503"));
        values.put("round", all("/rounds", "rounds", "id"));
        values.put("version", all("/datasets", "datasets", "version"));
        values.put(
                "id",
                switch (path.split("/")[1]) {
                    case "figures" -> figures();
                    case "findings" -> List.of("kanaries.seen", "kanaries." + Canaries.MARK + "draft-finding");
                    case "indicators" -> all("/indicators", "indicators", "id");
                    case "problems" -> List.of("not-found");
                    default -> List.of();
                });
        return values;
    }

    private static List<String> all(String path, String list, String member) {
        List<String> ids = new ArrayList<>();
        product.comparison(path)
                .path(list)
                .forEach(each -> ids.add(each.path(member).asText()));
        assertTrue(!ids.isEmpty(), path);
        return ids;
    }

    private static List<String> figures() {
        List<String> ids = new ArrayList<>();
        for (JsonNode row : product.comparison("/figures?round=" + Nest.ROUND)) {
            ids.add(row.path("figure").asText());
        }
        return ids;
    }

    /** The same of the survey API: what is in the nest. */
    private static Map<String, List<String>> insideOf(String path) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("round", List.of(Nest.ROUND, Nest.RATED));
        values.put("code", List.of("GM0327"));
        values.put("number", List.of("1", "2", "3"));
        values.put("version", List.of("2005"));
        values.put(
                "id",
                path.startsWith("/questionnaires")
                        ? List.of("standard")
                        : List.of(
                                "1",
                                "2",
                                "seen",
                                "near",
                                Canaries.MARK + "draft-finding",
                                Canaries.MARK + "draft-group",
                                Canaries.text("EvidenceWrite.id"),
                                Canaries.text("Citation.evidence")));
        return values;
    }

    private static List<String> filled(String path, Map<String, List<String>> values) {
        List<String> paths = List.of(path);
        for (Map.Entry<String, List<String>> each : values.entrySet()) {
            paths = paths.stream()
                    .flatMap(one -> one.contains("{" + each.getKey() + "}")
                            ? each.getValue().stream().map(value -> one.replace("{" + each.getKey() + "}", value))
                            : java.util.stream.Stream.of(one))
                    .toList();
        }
        assertTrue(
                !paths.isEmpty() && paths.stream().noneMatch(one -> one.contains("{")),
                "say what stands for the parameters of " + path);
        return paths;
    }

    /** By round, in every form that the operation has; and as it was at every publication of the nest's round. */
    private static List<String> queries(Operation operation) {
        List<String> queries = new ArrayList<>(List.of("?lang=nl", "?lang=en"));
        if (operation.parameter("query", "round").isPresent()) {
            queries.replaceAll(query -> query + "&round=" + Nest.ROUND);
            queries.add("?round=" + Nest.RATED);
        }
        if (operation.parameter("query", "group").isPresent()) {
            queries.add(queries.get(0) + "&group=near");
            queries.add(queries.get(0) + "&group=" + Canaries.MARK + "draft-group");
        }
        operation.parameter("query", "format").ifPresent(format -> operation
                .resolved(format.path("schema"))
                .path("enum")
                .forEach(each -> queries.add(queries.get(0) + "&format=" + each.asText())));
        if (operation.parameter("query", "dataset").isPresent()
                && !operation.path().equals("/figures/{id}")) {
            for (String version : new TreeSet<>(all("/datasets", "datasets", "version"))) {
                if (Integer.parseInt(version) > 10) {
                    queries.add(queries.get(0) + "&dataset=" + version);
                }
            }
        }
        // The contract itself takes no parameter.
        queries.add("");
        return queries;
    }

    private static HttpResponse<String> get(int port, String path, String account) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1" + path));
        if (account != null) {
            request.header(
                    "Authorization",
                    "Basic "
                            + java.util.Base64.getEncoder()
                                    .encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8)));
        }
        return RunningProduct.send(request.build());
    }
}
