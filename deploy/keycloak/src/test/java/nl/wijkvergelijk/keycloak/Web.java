package nl.wijkvergelijk.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser as far as forms go: keeps cookies, follows nothing by itself. Programs use it too. */
final class Web {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, String> cookies = new HashMap<>();

    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    HttpResponse<String> post(String address, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", FORM)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        request.header("Accept", "text/html, application/json").header("Accept-Language", "en");
        HttpResponse<String> response = sent(request);
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";")[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return response;
    }

    static HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Where an answer leads. */
    static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .filter(to -> response.statusCode() / 100 == 3)
                .map(to -> response.uri().resolve(to).toString())
                .orElseThrow(() ->
                        new AssertionError(response.uri() + " -> " + response.statusCode() + "\n" + response.body()));
    }

    static String parameter(String address, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
        if (!found.find()) {
            throw new AssertionError("no " + name + " in " + address);
        }
        return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
    }

    /** What a pattern finds first on a page. */
    static String on(HttpResponse<String> page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " on " + page.uri() + "\n" + page.body());
        }
        return found.group(1).replace("&amp;", "&");
    }

    static JsonNode json(HttpResponse<String> response, int... statuses) {
        for (int status : statuses) {
            if (response.statusCode() == status) {
                try {
                    return JSON.readTree(response.body());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new AssertionError(response.request().method() + " " + response.uri() + " -> " + response.statusCode()
                + "\n" + response.body());
    }
}
