package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contracts say of limits, in each place where they do. */
class LimitsContractTest {

    private static JsonNode operations(String contract) throws IOException {
        return new ObjectMapper().readTree(new Contract(contract).json()).path("paths");
    }

    @Test
    void inTheSurveyApiEveryOperationHasALimitAndWhatIsCountedApartSaysWhatIsLeft() throws IOException {
        for (Map.Entry<String, JsonNode> path :
                operations("api-spec/survey.openapi.yaml").properties()) {
            for (String method : Contract.METHODS) {
                JsonNode operation = path.getValue().path(method);
                if (operation.isMissingNode()) {
                    continue;
                }
                String where = method + " " + path.getKey();
                assertTrue(operation.path("responses").has("429"), where);
                boolean shown = !method.equals("get") || operation.has("x-rate-limit");
                operation.path("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .forEach(response -> assertEquals(
                                shown, response.getValue().path("headers").has("RateLimit"), where));
            }
        }
    }

    @Test
    void inTheComparisonApiWhatHasALimitSaysSo() throws IOException {
        int limited = 0;
        for (Map.Entry<String, JsonNode> path :
                operations("api-spec/comparison.openapi.yaml").properties()) {
            JsonNode get = path.getValue().path("get");
            assertEquals(get.has("x-rate-limit"), get.path("responses").has("429"), path.getKey());
            limited += get.has("x-rate-limit") ? 1 : 0;
        }
        assertTrue(limited > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-spec/survey.openapi.yaml", "api-spec/comparison.openapi.yaml"})
    void everyOperationMayBeRefusedWhenTooMuchIsAsked(String contract) throws IOException {
        TreeSet<String> without = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : operations(contract).properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (Contract.METHODS.contains(operation.getKey())
                        && !operation.getValue().path("responses").has("503")) {
                    without.add(operation.getKey() + " " + path.getKey());
                }
            }
        }
        assertEquals(new TreeSet<>(), without);
    }
}
