package nl.wijkvergelijk.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils good requests in one place, or two: what a caller gets wrong, and what somebody tries who means harm. One in eight stays as it is. */
final class Mutations {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As JSON text, so that what no writer of JSON writes can be sent too. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "-0",
            "1.5",
            "1e400",
            "1e-400",
            "1e999999999",
            "99999999999999999999999999",
            "0.1234567890123",
            "NaN",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"2005\"",
            "\"1\"",
            "[]",
            "{}",
            "[null]",
            "[[[[[[]]]]]]",
            "{\"x\": 1}",
            "[1, 1, 1]",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\u202eabc\"",
            "\"e\\u0301\\u200d\"",
            "\"\\ufeff\"",
            "\"'; drop table x; --\"",
            "\"' or '1'='1\"",
            "\"${jndi:ldap://127.0.0.1/x}\"",
            "\"../../../../etc/passwd\"",
            "\"<script>alert(1)</script>\"",
            "\"=1+1\"",
            "\"%s%n%x\"",
            "\"9999-12-31\"",
            "\"2005-02-30\"",
            "\"+999999999-01-01\"",
            "\"2005-01-01T00:00:00Z\"",
            "\"GM9999\"",
            "\"GM0327\"",
            "\"" + "a".repeat(10_001) + "\"",
            "\"" + "é".repeat(301) + "\"",
            "9223372036854775808",
            "2147483648",
            "\"\\n\\r\\t\"",
            "\"😀\"");

    private static final List<String> TEXTS = List.of(
            "",
            "%20",
            "0",
            "-1",
            "x",
            "null",
            "true",
            "99999999999",
            "9223372036854775808",
            "1.5",
            "%00",
            "%ff",
            "%c0%af",
            "..%2f..%2fetc%2fpasswd",
            "%2e%2e",
            "%F0%9F%98%80",
            "e%CC%81",
            "%E2%80%AE",
            "GM9999",
            "gm0327",
            "GM0327",
            "2005",
            "nl",
            "en",
            "de",
            "'%20or%20'1'%3D'1",
            "1%3Bselect%201",
            "%3Cscript%3E",
            "*",
            "a".repeat(300),
            "a,b,,c",
            "-residents",
            "%0d%0aX-Injected:%201",
            "2005.GM0327.residents",
            "csv",
            "xlsx",
            "json",
            "1000000",
            "1000001",
            "%25s",
            "%5B%5D",
            "%7B%7D",
            "wide",
            "long",
            "draft",
            "published");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/xml",
            "text/plain",
            "text/csv",
            "application/x-ndjson",
            "application/merge-patch+json",
            "multipart/form-data; boundary=x",
            "x",
            "application/json;;;",
            "application/problem+json");

    private static final List<String> TAGS = List.of(
            "*", "W/\"1\"", "\"1\"", "\"0\"", "1", "\"", "\"1\", \"2\"", "\"99999999999999999999\"", "\"-1\"", "\"é\"");

    private static final List<String> ACCEPTS = List.of(
            "*/*",
            "application/json",
            "text/csv",
            "text/html",
            "application/xml",
            "application/json;q=0",
            "x",
            "image/*",
            "application/problem+json",
            "*/*;q=2");

    private static final List<String> QUERY = List.of(
            "lang",
            "page",
            "pageSize",
            "sort",
            "format",
            "dryRun",
            "round",
            "municipality",
            "indicator",
            "dataset",
            "unknown",
            "layout",
            "search",
            "state",
            "since",
            "against",
            "before",
            "limit",
            "after",
            "group",
            "peers",
            "peersOf",
            "sizeClass",
            "compareTo",
            "theme",
            "kind",
            "bom",
            "late",
            "blocked",
            "stale",
            "question",
            "onBehalf");

    private static final List<String> ACCOUNTS = List.of("researcher", "leusden", "delft", "admin", "nobody");

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    Wire.Request of(Wire.Request good) {
        if (random.nextInt(8) == 0) {
            return good;
        }
        Wire.Request spoiled = spoil(good);
        return random.nextInt(4) == 0 ? spoil(spoiled) : spoiled;
    }

    private Wire.Request spoil(Wire.Request request) {
        boolean json = request.headers().getOrDefault("content-type", "").contains("json") && request.body().length > 0;
        int kind = random.nextInt(json ? 20 : 10);
        if (kind >= 10) {
            return body(request);
        }
        return switch (kind) {
            case 0 -> request.to(segment(request.target()));
            case 1, 2, 3, 4 ->
                request.to(request.target() + (request.target().contains("?") ? "&" : "?") + any(QUERY) + "="
                        + any(TEXTS));
            case 5 -> request.with("if-match", any(TAGS));
            case 6 -> request.with("accept", any(ACCEPTS));
            case 7 -> request.with("authorization", random.nextInt(4) == 0 ? null : Wire.basic(any(ACCOUNTS)));
            case 8 ->
                request.with(
                        any(List.of(
                                "idempotency-key",
                                "if-none-match",
                                "accept-language",
                                "content-encoding",
                                "content-disposition",
                                "range")),
                        visible(any(TEXTS)));
            default ->
                request.body().length == 0
                        ? request.by(any(List.of("GET", "HEAD", "POST", "DELETE", "OPTIONS", "PUT", "PATCH")))
                        : request.with("content-type", any(TYPES));
        };
    }

    /** Another text in a place of the path, or of the query. */
    private String segment(String target) {
        String[] parts = target.split("\\?", 2);
        String[] segments = parts[0].split("/");
        segments[1 + random.nextInt(segments.length - 1)] = any(TEXTS);
        return String.join("/", segments) + (parts.length > 1 ? "?" + parts[1] : "");
    }

    private Wire.Request body(Wire.Request request) {
        String text = request.text();
        switch (random.nextInt(12)) {
            case 0:
                return request.saying(bytes(text.substring(0, random.nextInt(text.length()))));
            case 1:
                return request.saying(bytes(text + any(VALUES)));
            case 2:
                return request.saying(bytes(any(VALUES)));
            default:
        }
        try {
            JsonNode tree = JSON.readTree(text);
            List<JsonNode> places = new ArrayList<>();
            gather(tree, places);
            if (places.isEmpty()) {
                return request.saying(bytes(any(VALUES)));
            }
            JsonNode place = places.get(random.nextInt(places.size()));
            if (place instanceof ObjectNode object) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                int what = random.nextInt(names.isEmpty() ? 1 : 4);
                if (what == 0) {
                    object.putRawValue(
                            any(List.of(
                                    "unknown",
                                    "id",
                                    "version",
                                    "revision",
                                    "status",
                                    "",
                                    "__proto__",
                                    "value",
                                    "reason",
                                    "onBehalf",
                                    "note")),
                            raw());
                } else if (what == 1) {
                    object.remove(any(names));
                } else {
                    object.putRawValue(any(names), raw());
                }
            } else if (place instanceof ArrayNode array) {
                array.addRawValue(raw());
            }
            return request.saying(JSON.writeValueAsBytes(tree));
        } catch (JsonProcessingException alreadySpoiled) {
            return request;
        }
    }

    private RawValue raw() {
        return new RawValue(any(VALUES));
    }

    private static void gather(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(each -> gather(each, places));
        }
    }

    /** What may stand in a header at all: the client here refuses the rest. */
    private static String visible(String text) {
        return text.replaceAll("[^ -~]", "");
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
