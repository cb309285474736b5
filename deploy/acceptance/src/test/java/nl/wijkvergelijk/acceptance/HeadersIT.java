package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.wijkvergelijk.http.Operation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every path of both contracts, every page, Swagger UI and every kind of refusal, walked for what an answer must say to browsers and caches, and must not say at all. */
class HeadersIT {

    private static final String ELSEWHERE = "https://elsewhere.example";
    private static final String[] METHODS = {
        "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"
    };

    /** Of survey-service, what is the same for everybody, and so may be kept by whoever likes. */
    private static final Set<String> OPEN = Set.of("/page.css");

    private static RunningProduct product;
    private static String session;

    @BeforeAll
    static void signIn() {
        product = RunningProduct.shared();
        HttpResponse<String> form = send(product.surveyPort, "GET", "/sign-in", "", Map.of());
        String before = cookie(form);
        String token = form.body().replaceFirst("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> signedIn = send(
                product.surveyPort,
                "POST",
                "/sign-in",
                "name=leusden&password=leusden&token=" + token,
                Map.of(
                        "Cookie",
                        before,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Sec-Fetch-Site",
                        "same-origin"));
        session = cookie(signedIn);
    }

    @Test
    void everyAnswerOfTheSurveyApiIsSafeToOpenAndKeptByNobody() {
        List<String> faults = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        for (Operation operation : Operation.all("api-spec/survey.openapi.yaml")) {
            boolean isPersonal = !operation.node().path("security").isArray();
            for (String account : new String[] {"researcher", "leusden", null}) {
                HttpResponse<String> response = send(
                        product.surveyPort, operation.method(), path(operation), broken(operation), account(account));
                faults.addAll(SaidHeaders.faults(response));
                String cache = SaidHeaders.header(response, "Cache-Control");
                if (isPersonal && !cache.contains("no-store")) {
                    faults.add(operation.name() + ": " + cache);
                }
                if (response.statusCode() == 200) {
                    told.add(operation.name());
                }
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(told.size() > 20, "answers that told something: " + told);
    }

    @Test
    void everyAnswerOfTheComparisonApiIsSafeToOpen() {
        List<String> faults = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        for (Operation operation : Operation.all("api-spec/comparison.openapi.yaml")) {
            HttpResponse<String> response =
                    send(product.comparisonPort, operation.method(), path(operation), "", Map.of());
            faults.addAll(SaidHeaders.faults(response));
            if (response.headers().firstValue("Set-Cookie").isPresent()) {
                faults.add(operation.name() + " sets a cookie");
            }
            if (response.statusCode() == 200) {
                told.add(operation.name());
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(told.size() > 15, "answers that told something: " + told);
    }

    /** Any method on any path; TRACE, which would echo cookies and tokens, on none. */
    @Test
    void noMethodIsAnsweredOutOfTurn() {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<Integer, String> service : Map.of(
                        product.surveyPort, "api-spec/survey.openapi.yaml",
                        product.comparisonPort, "api-spec/comparison.openapi.yaml")
                .entrySet()) {
            Set<String> paths = new TreeSet<>(Set.of(
                    "/",
                    "/sign-in",
                    "/page.css",
                    "/docs/",
                    "/nope",
                    "/v1/nope",
                    "/v1/config/",
                    "/v1/problems/not-found"));
            Set<String> known = new TreeSet<>();
            for (Operation operation : Operation.all(service.getValue())) {
                paths.add(path(operation));
                known.add(operation.method() + " " + path(operation));
            }
            for (String path : paths) {
                for (String method : METHODS) {
                    if (known.contains(method + " " + path)) {
                        continue;
                    }
                    HttpResponse<String> response = send(service.getKey(), method, path, "", account("researcher"));
                    faults.addAll(SaidHeaders.faults(response));
                    int status = response.statusCode();
                    if (method.equals("TRACE") && status != 405) {
                        faults.add("TRACE " + path + " -> " + status);
                    }
                    if (status >= 500
                            || !Set.of("GET", "HEAD", "OPTIONS", "POST").contains(method) && status / 100 == 2) {
                        faults.add(method + " " + path + " -> " + status);
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void everyKindOfRefusalIsSafeToOpen() {
        List<String> faults = new ArrayList<>();
        Set<Integer> refusals = new TreeSet<>();
        String answers = "/v1/rounds/2005/responses/GM0327/answers";
        List<HttpResponse<String>> responses = List.of(
                send(product.surveyPort, "GET", "/v1/config?x=1", "", Map.of()),
                send(product.surveyPort, "GET", answers, "", Map.of()),
                send(product.surveyPort, "GET", answers, "", Map.of("Authorization", "Bearer x")),
                send(product.surveyPort, "POST", "/v1/rounds", "{}", account("leusden")),
                send(product.surveyPort, "GET", answers, "", account("delft")),
                send(product.surveyPort, "DELETE", answers, "", account("leusden")),
                send(product.surveyPort, "GET", "/v1/config", "", Map.of("Accept", "image/png")),
                send(product.surveyPort, "PUT", answers, "{}", account("leusden")),
                send(product.surveyPort, "PUT", answers, "{}", with(account("leusden"), "If-Match", "\"999\"")),
                send(product.surveyPort, "PUT", answers, "x", with(account("leusden"), "Content-Type", "text/x-odd")),
                send(product.surveyPort, "GET", "/rounds/2005/GM0503", "", Map.of("Cookie", session)),
                send(
                        product.surveyPort,
                        "POST",
                        "/sign-in",
                        "name=x&password=y",
                        Map.of("Content-Type", "application/x-www-form-urlencoded")),
                send(product.comparisonPort, "GET", "/v1/comparisons/nope", "", Map.of()),
                send(product.comparisonPort, "GET", "/figures/nope", "", Map.of()),
                send(
                        product.comparisonPort,
                        "GET",
                        "/v1/comparisons/fte?municipality=" + "GM0001,".repeat(2_000),
                        "",
                        Map.of()));
        for (HttpResponse<String> response : responses) {
            faults.addAll(SaidHeaders.faults(response));
            refusals.add(response.statusCode());
            if (response.statusCode() < 400) {
                faults.add(response.request().method() + " " + response.uri() + " is not refused");
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(refusals.containsAll(Set.of(400, 401, 403, 404, 405, 406, 412, 415, 428)), refusals.toString());
    }

    /** Refused by its announcement, before it is read. */
    @Test
    void contentThatIsTooLargeIsRefusedAsSafely() throws IOException {
        for (int port : new int[] {product.surveyPort, product.comparisonPort}) {
            for (String path : new String[] {"/v1/config", "/sign-in"}) {
                try (Socket socket = new Socket("127.0.0.1", port)) {
                    socket.setSoTimeout(60_000);
                    socket.getOutputStream()
                            .write(("POST " + path
                                            + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    StringBuilder head = new StringBuilder();
                    while (head.indexOf("\r\n\r\n") < 0) {
                        int next = socket.getInputStream().read();
                        assertTrue(next >= 0, "no answer: " + head);
                        head.append((char) next);
                    }
                    HttpHeaders headers = HttpHeaders.of(
                            head.toString()
                                    .lines()
                                    .filter(line -> line.contains(": "))
                                    .map(line -> line.split(": ", 2))
                                    .collect(Collectors.groupingBy(
                                            line -> line[0], Collectors.mapping(line -> line[1], Collectors.toList()))),
                            (name, value) -> true);
                    byte[] body = socket.getInputStream().readNBytes((int)
                            headers.firstValueAsLong("Content-Length").orElseThrow());
                    assertTrue(head.indexOf("HTTP/1.1 413 ") == 0, head.toString());
                    assertEquals(
                            List.of(),
                            SaidHeaders.faults("POST", path, 413, headers, new String(body, StandardCharsets.UTF_8)));
                }
            }
        }
    }

    @Test
    void pagesLetABrowserDoNothingMoreThanTheyNeed() {
        List<String> faults = new ArrayList<>();
        for (String path : new String[] {"/", "/sign-in", "/rounds/2005/GM0327", "/rounds/nope/GM0327", "/page.css"}) {
            for (String cookie : new String[] {session, ""}) {
                HttpResponse<String> response = send(
                        product.surveyPort, "GET", path, "", cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie));
                faults.addAll(SaidHeaders.faults(response));
                if (!OPEN.contains(path)
                        && !SaidHeaders.header(response, "Cache-Control").equals("no-store")) {
                    faults.add(path + ": " + SaidHeaders.header(response, "Cache-Control"));
                }
                if (!SaidHeaders.header(response, "Access-Control-Allow-Origin").isEmpty()) {
                    faults.add(path + " may be read by other sites");
                }
            }
        }
        for (int port : new int[] {product.surveyPort, product.comparisonPort}) {
            for (String path : new String[] {"/docs", "/docs/", "/docs/oauth2-redirect.html", "/docs/swagger-ui.css"}) {
                HttpResponse<String> response = send(port, "GET", path, "", Map.of());
                faults.addAll(SaidHeaders.faults(response));
                if (response.body().contains("Powered by") || response.statusCode() >= 400) {
                    faults.add(path + " -> " + response.statusCode() + " says what it is made of");
                }
            }
        }
        for (String path :
                new String[] {"/", "/figures/2005.GM0327.fte-total", "/page.css", "/v1/problems/not-found"}) {
            HttpResponse<String> response = send(product.comparisonPort, "GET", path, "", Map.of());
            faults.addAll(SaidHeaders.faults(response));
            if (response.statusCode() != 200) {
                faults.add(path + " -> " + response.statusCode());
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void otherSitesMayReadWhatIsOpenAndNothingElse() {
        List<String> faults = new ArrayList<>();
        Map<String, String> from = Map.of("Origin", ELSEWHERE);
        Map<String, String> before = Map.of("Origin", ELSEWHERE, "Access-Control-Request-Method", "GET");
        for (Operation operation : Operation.all("api-spec/survey.openapi.yaml")) {
            String open = operation.path().equals("/openapi.json") ? "*" : "";
            String path = path(operation);
            allowed(
                    faults,
                    open,
                    send(product.surveyPort, "GET", path, "", with(account("researcher"), "Origin", ELSEWHERE)));
            allowed(faults, open, send(product.surveyPort, "OPTIONS", path, "", before));
        }
        for (Operation operation : Operation.all("api-spec/comparison.openapi.yaml")) {
            allowed(faults, "*", send(product.comparisonPort, "GET", path(operation), "", from));
            allowed(faults, "*", send(product.comparisonPort, "OPTIONS", path(operation), "", before));
        }
        assertEquals(List.of(), faults);
    }

    private static void allowed(List<String> faults, String origin, HttpResponse<String> response) {
        String said = SaidHeaders.header(response, "Access-Control-Allow-Origin");
        if (!said.equals(origin)) {
            faults.add(response.request().method() + " " + response.uri().getPath() + " allows \"" + said + "\"");
        }
    }

    /** What is there in the round of 2005. */
    private static String path(Operation operation) {
        String id =
                switch (operation.path().split("/")[1]) {
                    case "figures" -> "2005.GM0327.fte-total";
                    case "findings" -> "2005.5-7-1";
                    case "indicators" -> "fte-total";
                    case "problems" -> "not-found";
                    case "questionnaires" -> "standard";
                    default -> "1";
                };
        return "/v1"
                + operation
                        .path()
                        .replace("{round}", "2005")
                        .replace("{code}", "GM0327")
                        .replace("{topic}", "fte")
                        .replace("{number}", "1")
                        .replace("{version}", operation.path().startsWith("/questionnaires") ? "2005" : "10")
                        .replace("{id}", id);
    }

    /** What nothing can be made of, so that nothing is stored. */
    private static String broken(Operation operation) {
        return operation.isWrite() ? "{" : "";
    }

    private static Map<String, String> account(String name) {
        return name == null
                ? Map.of()
                : Map.of(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((name + ":" + name).getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new java.util.TreeMap<>(headers);
        more.put(name, value);
        return more;
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(each -> each.split(";")[0])
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("no cookie at " + response.uri() + ": " + response.statusCode()));
    }

    private static HttpResponse<String> send(
            int port, String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return RunningProduct.send(request.build());
    }
}
