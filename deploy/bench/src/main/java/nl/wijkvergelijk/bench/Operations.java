package nl.wijkvergelijk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.wijkvergelijk.local.Yaml;

/** The operations of one contract, each with a request that should succeed. */
final class Operations {

    /** Stands in a sample for an id, or a key, that was not used before. */
    static final String FRESH = "fresh-id";

    /** Stands in a sample for the tag as it is now. */
    static final String NOW = "\"now\"";

    /** Stands in a sample for the workbook as it is now. */
    static final String WORKBOOK = "the-workbook";

    private final JsonNode contract;
    private final JsonNode plan;
    private final List<Operation> all = new ArrayList<>();

    /** An operation of the contract and how it is asked well. */
    record Operation(String id, String method, String template, Pattern pattern, Wire.Request sample) {}

    /** @param plan what {@code survey.yaml} explains */
    Operations(Path contract, Path plan) {
        this.contract = Yaml.file(contract);
        this.plan = Yaml.file(plan);
        this.contract.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(each -> {
                    if (!each.getKey().equals("parameters")) {
                        all.add(operation(path.getKey(), path.getValue(), each.getKey(), each.getValue()));
                    }
                }));
        // The most literal template first.
        all.sort(Comparator.comparing(each -> each.template().replace("{", "~")));
    }

    List<Operation> all() {
        return all;
    }

    /** Which operation a request reaches. */
    Optional<Operation> of(String method, String path) {
        return all.stream()
                .filter(each -> each.method().equals(method)
                        && each.pattern().matcher(path).matches())
                .findFirst();
    }

    /**
     * The contract as one JSON document. With accounts it knows the demo accounts only: where those are, no identity provider is.
     */
    JsonNode contract(boolean forSpecmatic) {
        ObjectNode copy = contract.deepCopy();
        if (forSpecmatic && copy.has("security")) {
            ((ObjectNode) copy.at("/components/securitySchemes")).remove("provider");
            Iterator<JsonNode> schemes = ((ArrayNode) copy.path("security")).elements();
            while (schemes.hasNext()) {
                if (schemes.next().has("provider")) {
                    schemes.remove();
                }
            }
        }
        return copy;
    }

    /** What has to be there first, in order; each carries the tag that is current by then. */
    List<Wire.Request> ground(String nextWeek) {
        List<Wire.Request> steps = new ArrayList<>();
        for (JsonNode each : plan.path("ground")) {
            if (each.isTextual()) {
                steps.add(step(each.asText(), nextWeek));
                continue;
            }
            for (JsonNode one : each.path("for")) {
                String[] words = one.asText().split(" ");
                for (JsonNode line : each.path("steps")) {
                    String text = line.asText().replace("{each}", one.asText()).replace("{0}", words[0]);
                    steps.add(step(words.length > 1 ? text.replace("{1}", words[1]) : text, nextWeek));
                }
            }
        }
        return steps;
    }

    private Wire.Request step(String line, String nextWeek) {
        String[] words = line.split(" ", 4);
        Map<String, String> headers = new TreeMap<>();
        headers.put("authorization", Wire.basic(words[0]));
        headers.put("content-type", words[2].endsWith("/content") ? "text/plain" : "application/json");
        headers.put("if-match", NOW);
        return new Wire.Request(
                words[1],
                words[2],
                headers,
                text(words[3]).replace("{next-week}", nextWeek).getBytes(StandardCharsets.UTF_8));
    }

    private String text(String body) {
        String text = body;
        for (Iterator<String> names = plan.path("texts").fieldNames(); names.hasNext(); ) {
            String name = names.next();
            text = text.replace("<" + name + ">", plan.at("/texts/" + name).asText());
        }
        return text;
    }

    private Operation operation(String template, JsonNode path, String method, JsonNode operation) {
        JsonNode sample =
                plan.path("samples").path(operation.path("operationId").asText());
        List<JsonNode> parameters = new ArrayList<>();
        path.path("parameters").forEach(each -> parameters.add(resolved(each)));
        operation.path("parameters").forEach(each -> parameters.add(resolved(each)));
        String target = template;
        StringBuilder query = new StringBuilder();
        Map<String, String> headers = new TreeMap<>();
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            String example = example(parameter);
            switch (parameter.path("in").asText()) {
                case "path" ->
                    target = target.replace(
                            "{" + name + "}",
                            encoded(sample.path("path").path(name).asText(example)));
                case "query" -> {
                    String value = sample.path("query").path(name).asText(null);
                    if (value != null) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(encoded(value));
                    }
                }
                default -> {
                    if (name.equals("If-Match")) {
                        headers.put("if-match", NOW);
                    } else if (name.equals("Idempotency-Key")) {
                        headers.put("idempotency-key", FRESH);
                    }
                }
            }
        }
        headers.put("accept-language", "en");
        if (contract.has("security") && !operation.has("security")) {
            headers.put("authorization", Wire.basic(sample.path("account").asText("researcher")));
        }
        byte[] body = {};
        JsonNode types = operation.at("/requestBody/content");
        if (!types.isMissingNode()) {
            String type = sample.path("type").asText(types.fieldNames().next());
            headers.put("content-type", type);
            JsonNode shown = types.path(type).path("example");
            if (shown.isMissingNode()) {
                shown = types.path(type).path("examples").path(0).path("value");
            }
            String text = sample.has("body")
                    ? text(sample.path("body").asText())
                    : shown.isTextual() ? shown.asText() : shown.toString();
            body = text.getBytes(StandardCharsets.UTF_8);
        }
        String pattern = template.replaceAll("\\{[^}]+}", "[^/]+");
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                template,
                Pattern.compile(pattern),
                new Wire.Request(method.toUpperCase(Locale.ROOT), target + query, headers, body));
    }

    /** The first example of a parameter that is not empty. */
    private static String example(JsonNode parameter) {
        if (parameter.has("example")) {
            return parameter.path("example").asText();
        }
        for (JsonNode each : parameter.path("examples")) {
            if (!each.path("value").asText().isEmpty()) {
                return each.path("value").asText();
            }
        }
        return "";
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? contract.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The least that can be said of an operation's success: its status, and whether something structured or a text comes with it. */
    ObjectNode success(Operation operation) {
        JsonNode responses = contract.path("paths")
                .path(operation.template())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .path("responses");
        String status = responses.has("200") ? "200" : "201";
        JsonNode content = responses.path(status).path("content");
        String type = content.fieldNames().next();
        ObjectNode success = JsonNodeFactory.instance.objectNode().put("status", Integer.parseInt(status));
        success.putObject("headers").put("Content-Type", type);
        if (resolved(content.path(type).path("schema")).path("type").asText().equals("string")) {
            success.put("body", "text");
        } else {
            success.putObject("body");
        }
        return success;
    }

    /** Whose tag goes with a write: mostly that of what is written. */
    static String tagged(String path) {
        if (path.endsWith("/revisions") || path.endsWith("/workbook") || path.endsWith("/proposals/decisions")) {
            return path.replaceAll("/(revisions|workbook|proposals/decisions)$", "/answers");
        }
        return path.replaceAll("/(transitions|totals|disposition|resolution)$", "");
    }
}
