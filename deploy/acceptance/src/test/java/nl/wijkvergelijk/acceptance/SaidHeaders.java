package nl.wijkvergelijk.acceptance;

import java.net.http.HttpHeaders;
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
        return faults(
                response.request().method(),
                response.uri().getPath(),
                response.statusCode(),
                response.headers(),
                response.body());
    }

    static List<String> faults(String method, String path, int status, HttpHeaders headers, String body) {
        List<String> faults = new ArrayList<>();
        String type = header(headers, "Content-Type");
        String policy = header(headers, "Content-Security-Policy");
        expect(faults, header(headers, "API-Version").matches("\\d+\\.\\d+\\.\\d+"), "API-Version");
        expect(faults, header(headers, "X-Content-Type-Options").equals("nosniff"), "nosniff");
        expect(faults, header(headers, "X-Frame-Options").equals("DENY"), "X-Frame-Options");
        expect(faults, header(headers, "Referrer-Policy").matches("no-referrer|same-origin"), "Referrer-Policy");
        expect(
                faults,
                header(headers, "Strict-Transport-Security").matches("max-age=(\\d{8,}).*"),
                "Strict-Transport-Security");
        expect(
                faults,
                policy.startsWith("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
                "Content-Security-Policy: " + policy);
        expect(faults, path.startsWith("/docs") || !policy.contains("unsafe"), "Content-Security-Policy: " + policy);
        expect(faults, header(headers, "Server").isEmpty(), "Server");
        expect(faults, header(headers, "X-Powered-By").isEmpty(), "X-Powered-By");
        expect(faults, header(headers, "Access-Control-Allow-Credentials").isEmpty(), "credentials");
        boolean hasBody = !body.isEmpty();
        expect(faults, !hasBody || !type.isEmpty(), "Content-Type");
        expect(
                faults,
                !type.startsWith("text/html")
                        || type.toLowerCase().contains("charset=utf-8")
                        || path.startsWith("/docs"),
                "charset: " + type);
        for (String cookie : headers.allValues("Set-Cookie")) {
            expect(faults, cookie.contains("HTTPOnly") || cookie.contains("HttpOnly"), "HttpOnly: " + cookie);
            expect(faults, cookie.contains("SameSite="), "SameSite: " + cookie);
        }
        String told = headers.map() + (status >= 400 ? body : "");
        var technology = TECHNOLOGY.matcher(told);
        expect(faults, !technology.find(), "names what it is made of: " + told);
        return faults.stream()
                .map(fault -> method + " " + path + " -> " + status + ": " + fault)
                .toList();
    }

    static String header(HttpResponse<String> response, String name) {
        return header(response.headers(), name);
    }

    private static String header(HttpHeaders headers, String name) {
        return headers.firstValue(name).orElse("");
    }

    private static void expect(List<String> faults, boolean holds, String what) {
        if (!holds) {
            faults.add(what);
        }
    }
}
