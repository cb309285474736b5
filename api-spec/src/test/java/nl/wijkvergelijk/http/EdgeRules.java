package nl.wijkvergelijk.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every service answers at its edge whatever it is about; a service's own test extends this. Relies on {@code GET /v1/config} alone. */
public abstract class EdgeRules {

    /** The contract of the service under test, as on its classpath. */
    protected abstract String contract();

    private ValidatableResponse problem(ValidatableResponse response, int status, String id) {
        return response.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .header("API-Version", new Contract(contract()).version())
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body("type", equalTo("/v1/problems/" + id))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("traceId", notNullValue())
                .body("errors", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nope", "/v1/nope", "/v1/config/", "/v1/config%00", "/v1/%ff", "/v1/..%2fconfig", "/v1"})
    void whatIsNotThereIsAProblemAndNoPage(String path) {
        problem(given().urlEncodingEnabled(false).get(path).then(), 404, "not-found")
                .body("instance", equalTo(path));
    }

    @Test
    void aMethodThatAnAddressDoesNotTakeIsToldWhichItDoes() {
        problem(given().delete("/v1/config").then(), 405, "method-not-allowed").header("Allow", containsString("GET"));
    }

    @Test
    void aFormThatIsNotThereIsNotAcceptable() {
        problem(given().accept("image/png").get("/v1/config").then(), 406, "not-acceptable");
    }

    /** How content is encoded matters where there is some. */
    @Test
    void theEncodingOfNoContentIsNoMatter() {
        given().header("Content-Encoding", "gzip").get("/v1/config").then().statusCode(200);
    }

    @Test
    void everyUndeclaredAndRepeatedQueryParameterIsRefusedByName() {
        problem(given().get("/v1/config?ronud=2005&x=1&lang=nl&lang=en").then(), 400, "invalid-input")
                .body("errors.name", hasItem("ronud"))
                .body("errors.name", hasItem("x"))
                .body("errors.find { it.name == 'lang' }.code", equalTo("repeated-parameter"))
                .body("errors.find { it.name == 'x' }.in", equalTo("query"));
    }

    @Test
    void anUnknownLanguageIsRefusedByName() {
        problem(given().get("/v1/config?lang=fr").then(), 400, "invalid-input").body("errors[0].name", equalTo("lang"));
    }

    @Test
    void peopleReadProblemsInTheirLanguage() {
        given().get("/v1/nope").then().header("Content-Language", "nl").body("title", equalTo("Niet gevonden"));
        given().header("Accept-Language", "fr, en;q=0.8, nl;q=0.5")
                .get("/v1/nope")
                .then()
                .header("Content-Language", "en")
                .body("title", equalTo("Not found"));
        given().header("Accept-Language", "nl").get("/v1/nope?lang=en").then().body("title", equalTo("Not found"));
    }

    @Test
    void theContractIsServedAsWrittenAndOpenToAllOrigins() {
        given().header("Origin", "https://example.org")
                .get("/v1/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Access-Control-Allow-Origin", "*")
                .body("openapi", equalTo("3.0.3"))
                .body("servers[0].url", equalTo("/v1"));
    }

    @Test
    void everyProblemHasAPage() {
        for (ProblemCatalogue.Entry entry : new ProblemCatalogue().all()) {
            given().get("/v1/problems/" + entry.id())
                    .then()
                    .statusCode(200)
                    .contentType("text/html")
                    .header("Content-Security-Policy", startsWith("default-src 'none'"))
                    .body(containsString(String.valueOf(entry.status())));
        }
    }

    @Test
    void developersFindSwaggerUi() {
        given().get("/docs/")
                .then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        startsWith(SwaggerUiPolicy.connectingTo().split(" connect-src")[0]))
                .body(containsString("/v1/openapi.json"))
                .body(not(containsString("Powered by")));
    }

    /** It would say back what a browser hides from scripts. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/nope", "/docs/", "/v1/nope", "/v1/config"})
    void traceIsRefusedEverywhere(String path) {
        problem(given().request("TRACE", path).then(), 405, "method-not-allowed")
                .header("Allow", containsString("GET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nope", "/v1/nope", "/.well-known/nope"})
    void whatIsNoPageMayDoNothingInABrowser(String path) {
        problem(given().get(path).then(), 404, "not-found")
                .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"));
    }

    @Test
    void aPreflightIsAnsweredWithTheMethodsOfTheAddress() {
        given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "GET")
                .options("/v1/config")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", containsString("GET"))
                .header("Access-Control-Allow-Headers", containsString("If-None-Match"));
    }

    @Test
    void anAnswerIsSafeToEmbedNowhere() {
        given().get("/v1/config")
                .then()
                .statusCode(200)
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Strict-Transport-Security", notNullValue())
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue())
                .body(not(containsString("quarkus")));
    }

    /** Headers as careless and hostile clients send them, each with a GET that needs none of them. */
    private static List<String> headers() {
        List<String> headers = new ArrayList<>();
        String many = "x".repeat(7_000);
        for (String form :
                List.of("/", "a/", ";", "é", "application/json, text/csv", "a/b;charset=\"", "a/b;charset", many)) {
            headers.add("Content-Type: " + form);
        }
        for (String tag : List.of(
                "\"a\",".repeat(2_000) + "\"a\"", "W/".repeat(3_000), "\"" + many, "\"".repeat(7_001), "*, *", "é")) {
            headers.add("If-None-Match: " + tag);
        }
        for (String language :
                List.of(";;", ",,", "nl;q=x", "nl;q=1e999", "*;q=NaN", "é", "nl,".repeat(2_000), "-", "en_US", many)) {
            headers.add("Accept-Language: " + language);
        }
        for (String accept :
                List.of(";", "/", "*/*;q=x", "application/json;q=", "a/b;c=\"", "é/x", "x/y,".repeat(1_500) + "*/*")) {
            headers.add("Accept: " + accept);
        }
        for (String cookie : List.of(";;;", "=", "a=\"", "$Version=1; x=\"y", many)) {
            headers.add("Cookie: " + cookie);
        }
        headers.addAll(
                List.of("Origin: null", "Origin: é", "Range: bytes=x", "X-Forwarded-Host: evil", "Content-Length: 0"));
        return headers;
    }

    @Test
    void noHeaderMakesAMistakeOfOurs() throws IOException {
        for (String header : headers()) {
            String answer = raw("GET /v1/config HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n", "");
            int status = Integer.parseInt(answer.substring(9, 12));
            assertTrue(List.of(200, 400, 406, 415).contains(status), header + " " + answer);
            assertTrue(status == 200 || answer.contains("/v1/problems/"), header + " " + answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a b/c\r\n", "Host: [::1\r\n", "Host: x:99999\r\n", "Host: x:y\r\n"})
    void aRequestWithoutAHostIsRefusedWithAProblem(String host) throws IOException {
        String answer = raw("GET /v1/config HTTP/1.1\r\n" + host, "");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("/v1/problems/invalid-input"), answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("api-version"), answer);
    }

    /** Sends a request as it is written, the head without its last lines; answers with all that comes back. */
    protected static String raw(String head, String body) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((head + "Connection: close\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
