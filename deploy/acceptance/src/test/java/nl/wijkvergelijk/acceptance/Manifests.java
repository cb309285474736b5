package nl.wijkvergelijk.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What {@code deploy/kubernetes} and {@code docker-compose.yml} say, read for tests. */
final class Manifests {

    static final Path KUBERNETES = RunningProduct.HOME.resolve("deploy/kubernetes");
    static final List<String> SERVICES = List.of("survey", "comparison");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifests() {}

    /** The documents of a YAML text; a key that stands twice is refused. */
    static List<JsonNode> documents(String yaml) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        List<JsonNode> documents = new ArrayList<>();
        new Yaml(strict).loadAll(yaml).forEach(each -> documents.add(JSON.valueToTree(each)));
        return documents;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every YAML file below deploy/kubernetes. */
    static List<Path> files() {
        try (Stream<Path> all = Files.walk(KUBERNETES)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every document of the base and the example but kustomize's own. */
    static List<JsonNode> all() {
        return files().stream()
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .flatMap(file -> documents(text(file)).stream())
                .toList();
    }

    static List<JsonNode> all(String kind) {
        return all().stream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .toList();
    }

    static JsonNode one(String kind, String name) {
        return all(kind).stream()
                .filter(each -> each.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    /** The pod of a service: of its deployment's template. */
    static JsonNode pod(String service) {
        return one("Deployment", service).at("/spec/template/spec");
    }

    static JsonNode container(String service) {
        return pod(service).at("/containers/0");
    }

    /** The variables of a service's container, by name. */
    static Map<String, JsonNode> variables(String service) {
        Map<String, JsonNode> variables = new TreeMap<>();
        container(service)
                .path("env")
                .forEach(each -> variables.put(each.path("name").asText(), each));
        return variables;
    }

    /** The addresses of the example, which its generator makes a ConfigMap of. */
    static Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        documents(text(KUBERNETES.resolve("example/kustomization.yaml")))
                .get(0)
                .at("/configMapGenerator/0/literals")
                .forEach(each -> addresses.put(
                        each.asText().split("=", 2)[0], each.asText().split("=", 2)[1]));
        return addresses;
    }

    /** A service of compose, as the file says it. */
    static JsonNode compose(String file, String service) {
        return documents(text(RunningProduct.HOME.resolve(file)))
                .get(0)
                .path("services")
                .path(service);
    }

    /** The settings that a service comes with. */
    static Properties settings(String service) {
        Properties settings = new Properties();
        for (String file : new String[] {
            "api-spec/src/main/resources/META-INF/microprofile-config.properties",
            service + "-service/src/main/resources/application.properties"
        }) {
            try (var in = Files.newInputStream(RunningProduct.HOME.resolve(file))) {
                settings.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return settings;
    }
}
