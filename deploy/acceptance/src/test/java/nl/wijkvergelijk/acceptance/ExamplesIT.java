package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.wijkvergelijk.local.Yaml;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Asks again for every example in the contracts that says how it was asked: {@code x-request} is the path, {@code
 * x-account} who asked survey-service (else the researcher), {@code x-pointer} the part of the answer that is shown.
 * Nothing may be shown that is not answered, and nothing answered that is not shown.
 */
class ExamplesIT {

    /** These differ with each load of the round. */
    private static final Set<String> VOLATILE =
            Set.of("publishedAt", "savedAt", "revisedAt", "happenedAt", "traceId", "addedAt", "changedAt", "updated");

    private final RunningProduct product = RunningProduct.shared();

    @TestFactory
    Stream<DynamicTest> theComparisonContractShowsWhatIsAnswered() {
        List<DynamicTest> tests = tests("comparison", example -> product.compare(path(example)));
        assertTrue(tests.size() >= 15, "only " + tests.size() + " examples say how they were asked");
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> theSurveyContractShowsWhatIsAnswered() {
        List<DynamicTest> tests = tests(
                "survey",
                example -> product.survey(
                        "GET", path(example), example.path("x-account").asText("researcher"), null, null));
        assertTrue(tests.size() >= 6, "only " + tests.size() + " examples say how they were asked");
        return tests.stream();
    }

    private List<DynamicTest> tests(String contract, Function<JsonNode, HttpResponse<String>> ask) {
        List<DynamicTest> tests = new ArrayList<>();
        collect(Yaml.file(RunningProduct.HOME.resolve("api-spec/" + contract + ".openapi.yaml")), tests, ask);
        return tests;
    }

    private void collect(JsonNode node, List<DynamicTest> tests, Function<JsonNode, HttpResponse<String>> ask) {
        if (node.has("x-request")) {
            String name =
                    node.path("x-request").asText() + node.path("x-pointer").asText(" ");
            tests.add(DynamicTest.dynamicTest(
                    name, () -> holds(node, ask.apply(node).body())));
        }
        node.forEach(each -> collect(each, tests, ask));
    }

    /** Answers that name their own address name a port of this run; the examples name the usual one. */
    private void holds(JsonNode example, String body) throws IOException {
        String answer = body.replace(":" + product.comparisonPort + "/", ":8081/");
        JsonNode shown = example.has("value") ? example.path("value") : example.path("example");
        if (shown.isTextual()) {
            assertEquals(shown.asText().lines().toList(), answer.lines().toList());
            return;
        }
        JsonNode real = RunningProduct.JSON
                .readTree(answer)
                .at(example.path("x-pointer").asText(""));
        forget(shown);
        forget(real);
        List<String> differences = new ArrayList<>(Excerpt.differences(shown, real));
        Excerpt.differences(real, shown).forEach(each -> differences.add("the other way round: " + each));
        assertTrue(differences.isEmpty(), () -> String.join("\n", differences) + "\nanswered: " + real);
    }

    private static void forget(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(VOLATILE);
        }
        node.forEach(ExamplesIT::forget);
    }

    private static String path(JsonNode example) {
        return example.path("x-request").asText().substring("/v1".length());
    }
}
