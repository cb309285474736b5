package nl.wijkvergelijk.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The service's own OpenAPI document: what is served, and what the edge refuses by. Paths here are without the base path {@code /v1}. */
@Startup
@ApplicationScoped
public class Contract {

    static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final byte[] json;
    private final String version;
    private final List<Path> paths;

    /**
     * One path of the contract.
     *
     * @param template such as {@code /rounds/{round}}
     * @param segments what stands between its slashes; empty where anything may stand
     * @param queryNames the declared query parameters by upper-case method
     * @param needBody the upper-case methods that require a body
     * @param limits what a request counts as, by upper-case method
     */
    record Path(
            String template,
            List<String> segments,
            Map<String, Set<String>> queryNames,
            Set<String> needBody,
            Map<String, List<RateLimit>> limits) {

        private static List<String> segments(String template) {
            return Stream.of(template.substring(1).split("/"))
                    .map(segment -> segment.startsWith("{") ? "" : segment)
                    .toList();
        }

        Set<String> methods() {
            return new TreeSet<>(queryNames.keySet());
        }

        /** Every request is looked at in this way, some of them twice: so without a pattern. */
        boolean fits(String path) {
            int at = 0;
            for (String segment : segments) {
                if (at == path.length() || path.charAt(at) != '/') {
                    return false;
                }
                int end = path.indexOf('/', at + 1);
                int length = (end < 0 ? path.length() : end) - at - 1;
                boolean isThere =
                        segment.isEmpty() ? length > 0 : length == segment.length() && path.startsWith(segment, at + 1);
                if (!isThere) {
                    return false;
                }
                at += length + 1;
            }
            return at == path.length();
        }
    }

    @Inject
    public Contract(@ConfigProperty(name = "wijkvergelijk.contract") String resource) {
        Map<String, Object> document = load(resource);
        this.json = render(document);
        this.version = (String) map(document.get("info")).get("version");
        this.paths = paths(document);
    }

    /** The document as JSON, UTF-8. */
    public byte[] json() {
        return json.clone();
    }

    /** {@code info.version}, sent as the header {@code API-Version}. */
    public String version() {
        return version;
    }

    /** The most literal path template that matches, so that {@code /a/config} wins from {@code /a/{id}}. */
    Optional<Path> match(String path) {
        for (Path each : paths) {
            if (each.fits(path)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** What a request counts as; empty where there is no such operation. HEAD counts as GET. */
    Optional<RateClass> rateClass(String method, String path, HttpServerRequest request) {
        return match(path)
                .map(found -> found.limits().get(method.equals("HEAD") ? "GET" : method))
                .map(limits -> RateLimit.classOf(limits, request));
    }

    private static Map<String, Object> load(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no contract at " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] render(Map<String, Object> document) {
        try {
            return new ObjectMapper().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> paths(Map<String, Object> document) {
        List<Path> out = new ArrayList<>();
        map(document.get("paths")).forEach((template, item) -> {
            Map<String, Set<String>> names = new LinkedHashMap<>();
            Set<String> needBody = new TreeSet<>();
            Map<String, List<RateLimit>> limits = new LinkedHashMap<>();
            map(item).forEach((method, operation) -> {
                if (METHODS.contains(method)) {
                    Set<String> declared =
                            new TreeSet<>(queryNames(document, map(item).get("parameters")));
                    declared.addAll(queryNames(document, map(operation).get("parameters")));
                    names.put(method.toUpperCase(Locale.ROOT), declared);
                    limits.put(
                            method.toUpperCase(Locale.ROOT),
                            RateLimit.parse(method, map(operation).get("x-rate-limit")));
                    if (requiresBody(document, map(operation).get("requestBody"))) {
                        needBody.add(method.toUpperCase(Locale.ROOT));
                    }
                }
            });
            out.add(new Path(template, Path.segments(template), names, needBody, limits));
        });
        out.sort((a, b) -> Integer.compare(holes(a), holes(b)));
        return List.copyOf(out);
    }

    private static boolean requiresBody(Map<String, Object> document, Object body) {
        return body != null && Boolean.TRUE.equals(resolved(document, map(body)).get("required"));
    }

    private static int holes(Path path) {
        return (int) path.template().chars().filter(c -> c == '{').count();
    }

    private static Set<String> queryNames(Map<String, Object> document, Object parameters) {
        Set<String> names = new TreeSet<>();
        if (parameters instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> parameter = resolved(document, map(each));
                if ("query".equals(parameter.get("in"))) {
                    names.add((String) parameter.get("name"));
                }
            }
        }
        return names;
    }

    /** A node, or what its {@code $ref} points to. */
    static Map<String, Object> resolved(Map<String, Object> document, Map<String, Object> node) {
        if (!(node.get("$ref") instanceof String ref)) {
            return node;
        }
        Object at = document;
        for (String segment : ref.substring("#/".length()).split("/")) {
            at = map(at).get(segment);
        }
        return map(at);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
