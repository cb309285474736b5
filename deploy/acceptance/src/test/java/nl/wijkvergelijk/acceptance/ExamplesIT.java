package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example in the comparison contract that says by which request it was got is asked for again; only instants may differ. */
class ExamplesIT {

    private final RunningProduct product = RunningProduct.shared();

    private List<JsonNode> examples() {
        List<JsonNode> found = new ArrayList<>();
        collect(product.comparison("/openapi.json").path("paths"), found);
        return found;
    }

    private static void collect(JsonNode node, List<JsonNode> found) {
        if (node.has("x-request")) {
            found.add(node);
        }
        node.forEach(child -> collect(child, found));
    }

    @Test
    void theContractShowsRealAnswers() {
        assertTrue(examples().size() >= 10, "examples: " + examples().size());
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsTrue() {
        return examples().stream()
                .map(example ->
                        DynamicTest.dynamicTest(example.path("x-request").asText(), () -> holds(example)));
    }

    private void holds(JsonNode example) throws IOException {
        String real = product.compare(example.path("x-request").asText().substring("/v1".length()))
                .body();
        if (example.path("value").isTextual()) {
            assertEquals(
                    example.path("value").asText().lines().toList(),
                    real.lines().toList());
            return;
        }
        List<String> differences = Excerpt.differences(
                withoutInstants(example.path("value")), withoutInstants(RunningProduct.JSON.readTree(real)));
        assertTrue(differences.isEmpty(), String.join("\n", differences));
    }

    private static JsonNode withoutInstants(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("publishedAt", "revisedAt"));
        }
        node.forEach(ExamplesIT::withoutInstants);
        return node;
    }
}
