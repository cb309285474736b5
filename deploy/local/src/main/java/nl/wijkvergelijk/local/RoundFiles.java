package nl.wijkvergelijk.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A historic round as files: request bodies of the survey API, written as YAML.
 *
 * @param round the body that opens the round
 * @param municipalities who takes part: code to the body that adds the municipality
 * @param responses code to the body with all answers
 * @param session the body that describes the rating session
 * @param totals the body with the totals of the ratings
 */
record RoundFiles(
        JsonNode round,
        SortedMap<String, JsonNode> municipalities,
        SortedMap<String, JsonNode> responses,
        JsonNode session,
        JsonNode totals) {

    private static final ObjectMapper JSON =
            new ObjectMapper().setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    /**
     * Reads {@code round.yaml}, {@code responses/<code>.yaml} and {@code rating-session.yaml}.
     *
     * @throws CannotStart when a file is missing or no YAML
     */
    static RoundFiles read(Path directory) {
        JsonNode round = yaml(directory.resolve("round.yaml"));
        JsonNode ratings = yaml(directory.resolve("rating-session.yaml"));
        SortedMap<String, JsonNode> municipalities = new TreeMap<>();
        SortedMap<String, JsonNode> responses = new TreeMap<>();
        round.path("municipalities").fields().forEachRemaining(municipality -> {
            municipalities.put(municipality.getKey(), municipality.getValue());
            responses.put(
                    municipality.getKey(), yaml(directory.resolve("responses/" + municipality.getKey() + ".yaml")));
        });
        return new RoundFiles(
                round.path("round"), municipalities, responses, ratings.path("session"), ratings.path("totals"));
    }

    String id() {
        return round.path("id").asText();
    }

    private static JsonNode yaml(Path file) {
        LoaderOptions options = new LoaderOptions();
        // The same citation stands behind hundreds of answers.
        options.setMaxAliasesForCollections(10_000);
        try (Reader text = Files.newBufferedReader(file)) {
            return JSON.valueToTree(new Yaml(new ExactNumbers(options)).load(text));
        } catch (IOException | RuntimeException e) {
            throw new CannotStart("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads decimals as they are written, so that € 2.50 does not arrive as 2.5. */
    private static final class ExactNumbers extends SafeConstructor {
        ExactNumbers(LoaderOptions options) {
            super(options);
            yamlConstructors.put(Tag.FLOAT, new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return new BigDecimal(((ScalarNode) node).getValue());
                }
            });
        }
    }
}
