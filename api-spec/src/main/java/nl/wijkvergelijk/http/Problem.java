package nl.wijkvergelijk.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The body of a refusal: application/problem+json (RFC 9457) with {@code errors} and {@code traceId} beside the standard members. */
final class Problem {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Problem() {}

    /** Renders a problem; {@code instance} is the path that was asked. */
    static String json(ProblemException problem, String instance, Language language) {
        return json(problem, instance, language, UUID.randomUUID().toString());
    }

    /** The same under a trace id that also stands in the log. */
    static String json(ProblemException problem, String instance, Language language, String traceId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/v1/problems/" + problem.type().id());
        body.put("title", problem.type().title().in(language));
        body.put("status", problem.type().status());
        body.put("detail", problem.detail().in(language));
        body.put("instance", instance);
        body.put("traceId", traceId);
        body.put(
                "errors", problem.errors().stream().map(e -> error(e, language)).toList());
        problem.members().forEach((name, value) -> body.put(name, translated(value, language)));
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> error(InputError error, Language language) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("in", error.in());
        if (error.pointer() != null) {
            out.put("pointer", error.pointer());
        }
        if (error.name() != null) {
            out.put("name", error.name());
        }
        if (error.sheet() != null) {
            out.put("sheet", error.sheet());
            out.put("cell", error.cell());
        }
        out.put("code", error.code());
        out.put("detail", error.detail().in(language));
        return out;
    }

    private static Object translated(Object value, Language language) {
        if (value instanceof Text text) {
            return text.in(language);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(v -> translated(v, language)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> out = new LinkedHashMap<>();
            map.forEach((k, v) -> out.put(k, translated(v, language)));
            return out;
        }
        return value;
    }
}
