package nl.wijkvergelijk.acceptance;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with the headers of an answer, and with what a refusal says: API Design Rules, "transport security"; OWASP ASVS 5, V3 and V14. */
final class SaidHeaders {

    private static final Pattern TECHNOLOGY = Pattern.compile(
            "(?i)quarkus|vert\\.?x|hibernate|resteasy|netty|jackson|postgres|java/|org\\.\\w+\\.|nl\\.wijkvergelijk\\.|Exception\\b|\\bat \\w+\\.\\w+\\(");

    private SaidHeaders() {}

    /** Whatever is asked of the public port, and whatever comes of it. */
    static List<String> faults(HttpResponse<String> response) {
        List<String> faults = new ArrayList<>();
        URI uri = response.uri();
        String type = header(response, "Content-Type");
        String policy = header(response, "Content-Security-Policy");
        expect(faults, header(response, "API-Version").matches("\\d+\\.\\d+\\.\\d+"), "API-Version");
        expect(faults, header(response, "X-Content-Type-Options").equals("nosniff"), "nosniff");
        expect(faults, header(response, "X-Frame-Options").equals("DENY"), "X-Frame-Options");
        expect(faults, header(response, "Referrer-Policy").matches("no-referrer|same-origin"), "Referrer-Policy");
        expect(
                faults,
                header(response, "Strict-Transport-Security").matches("max-age=(\\d{8,}).*"),
                "Strict-Transport-Security");
        expect(
                faults,
                policy.startsWith("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
                "Content-Security-Policy: " + policy);
        expect(
                faults,
                uri.getPath().startsWith("/docs") || !policy.contains("unsafe"),
                "Content-Security-Policy: " + policy);
        expect(faults, header(response, "Server").isEmpty(), "Server");
        expect(faults, header(response, "X-Powered-By").isEmpty(), "X-Powered-By");
        expect(faults, header(response, "Access-Control-Allow-Credentials").isEmpty(), "credentials");
        boolean hasBody = !response.body().isEmpty();
        expect(faults, !hasBody || !type.isEmpty(), "Content-Type");
        expect(
                faults,
                !type.startsWith("text/html")
                        || type.toLowerCase().contains("charset=utf-8")
                        || uri.getPath().startsWith("/docs"),
                "charset: " + type);
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            expect(faults, cookie.contains("HTTPOnly") || cookie.contains("HttpOnly"), "HttpOnly: " + cookie);
            expect(faults, cookie.contains("SameSite="), "SameSite: " + cookie);
        }
        String told = response.headers().map() + (response.statusCode() >= 400 ? response.body() : "");
        var technology = TECHNOLOGY.matcher(told);
        expect(faults, !technology.find(), "names what it is made of: " + told);
        return faults.stream()
                .map(fault -> response.request().method() + " " + uri.getPath() + " -> " + response.statusCode() + ": "
                        + fault)
                .toList();
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static void expect(List<String> faults, boolean holds, String what) {
        if (!holds) {
            faults.add(what);
        }
    }
}
