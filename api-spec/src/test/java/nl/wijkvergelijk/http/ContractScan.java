package nl.wijkvergelijk.http;

import static nl.wijkvergelijk.http.Contract.map;
import static nl.wijkvergelijk.http.Contract.resolved;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reduces an OpenAPI document to lines such as {@code GET /rounds/{} query round} and {@code GET /rounds produces application/json}, so that the document scanned from the code
 * can be compared with the contract. Path parameter names count as their position; {@code lang} and headers are the edge's business and left out.
 */
public final class ContractScan {

    private ContractScan() {}

    /** @param document OpenAPI as YAML or JSON @param base the prefix to strip from paths, {@code ""} when the document has none */
    public static SortedSet<String> lines(String document, String base) {
        Map<String, Object> root = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(document));
        SortedSet<String> lines = new TreeSet<>();
        map(root.get("paths")).forEach((path, item) -> map(item).forEach((method, operation) -> {
            if (Contract.METHODS.contains(method)) {
                String at = method.toUpperCase(Locale.ROOT) + " "
                        + path.substring(path.startsWith(base) ? base.length() : 0)
                                .replaceAll("\\{[^}]+}", "{}");
                lines.add(at);
                parameters(root, at, map(item).get("parameters"), lines);
                parameters(root, at, map(operation).get("parameters"), lines);
                consumes(root, at, map(operation).get("requestBody"), lines);
                produces(root, at, map(operation).get("responses"), lines);
            }
        }));
        return lines;
    }

    private static void parameters(Map<String, Object> root, String at, Object parameters, Set<String> lines) {
        if (parameters instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> parameter = resolved(root, map(each));
                if ("query".equals(parameter.get("in")) && !"lang".equals(parameter.get("name"))) {
                    lines.add(at + " query " + parameter.get("name"));
                }
            }
        }
    }

    private static void consumes(Map<String, Object> root, String at, Object body, Set<String> lines) {
        if (body != null) {
            content(resolved(root, map(body))).forEach(type -> lines.add(at + " consumes " + type));
        }
    }

    private static void produces(Map<String, Object> root, String at, Object responses, Set<String> lines) {
        map(responses).forEach((status, response) -> {
            if (status.startsWith("2")) {
                content(resolved(root, map(response))).forEach(type -> lines.add(at + " produces " + type));
            }
        });
    }

    private static SortedSet<String> content(Map<String, Object> holder) {
        SortedSet<String> types = new TreeSet<>();
        if (holder.get("content") != null) {
            map(holder.get("content")).keySet().forEach(type -> types.add(type.replaceAll("\\s*;.*", "")));
        }
        return types;
    }
}
