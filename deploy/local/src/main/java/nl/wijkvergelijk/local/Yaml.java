package nl.wijkvergelijk.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Files written as YAML, as the JSON they stand for; decimals keep their digits, so that € 2.50 does not arrive as 2.5. */
public final class Yaml {

    private static final ObjectMapper JSON =
            new ObjectMapper().setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private Yaml() {}

    /** Reads a file; a RuntimeException when it cannot be read or is no YAML. */
    public static JsonNode file(Path path) {
        LoaderOptions options = new LoaderOptions();
        // The same citation stands behind hundreds of answers.
        options.setMaxAliasesForCollections(10_000);
        try (Reader text = Files.newBufferedReader(path)) {
            return JSON.valueToTree(new org.yaml.snakeyaml.Yaml(new ExactNumbers(options)).load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
