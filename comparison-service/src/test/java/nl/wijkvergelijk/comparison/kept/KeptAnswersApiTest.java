package nl.wijkvergelijk.comparison.kept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import nl.wijkvergelijk.comparison.representation.Content;
import nl.wijkvergelijk.comparison.representation.Turns;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeptAnswersApiTest extends ApiTest {

    private static final List<String> KEPT = List.of(
            "/v1/rounds",
            "/v1/municipalities",
            "/v1/municipalities/GM0327",
            "/v1/indicators",
            "/v1/indicators/fte-total?lang=en",
            "/v1/catalog",
            "/v1/datasets",
            "/v1/comparisons",
            "/v1/comparisons/fte",
            "/v1/comparisons/fte?round=2005&format=csv",
            "/v1/comparisons/fte?format=jsonstat&lang=en",
            "/v1/comparisons/fte?format=xlsx",
            "/v1/comparisons/fte?dataset=4",
            "/v1/comparisons/fte/chart",
            "/v1/figures?indicator=fte-total",
            "/v1/municipalities/GM0327/series",
            "/v1/rounds/2005/groups");

    private static final long MUCH = 1L << 40;

    @TestHTTPResource("/")
    URI service;

    @Inject
    MeterRegistry metrics;

    @Inject
    Turns turns;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpRequest request(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                // What never ends shows here, and not in the end of the build.
                .timeout(Duration.ofMinutes(1))
                // So that each test asks what no other asked.
                .header("Accept-Language", "nl;q=0.9, en;q=0.1, x-" + getClass().hashCode() + "-" + hashCode());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    private HttpResponse<byte[]> ask(String method, String path, String... headers) {
        try {
            return client.send(request(method, path, headers), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private double counted(String from) {
        return metrics.get("wijkvergelijk.answers").tag("from", from).counter().count();
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> answer) {
        return new TreeMap<>(answer.headers().map());
    }

    private static byte[] unpacked(HttpResponse<byte[]> answer) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return in.readAllBytes();
        }
    }

    @Test
    void whatIsKeptIsByteForByteAndHeaderForHeaderWhatWasMade() throws SQLException {
        publishTwoMunicipalities();
        for (String path : KEPT) {
            double before = counted("kept");
            HttpResponse<byte[]> made = ask("GET", path);
            HttpResponse<byte[]> kept = ask("GET", path);
            assertEquals(200, made.statusCode(), path);
            assertEquals(before + 1, counted("kept"), path);
            assertArrayEquals(made.body(), kept.body(), path);
            assertEquals(headers(made), headers(kept), path);
            HttpResponse<byte[]> head = ask("HEAD", path);
            assertEquals(headers(made), headers(head), path);
            HttpResponse<byte[]> known = ask(
                    "GET",
                    path,
                    "If-None-Match",
                    "W/" + made.headers().firstValue("ETag").orElseThrow());
            assertEquals(304, known.statusCode(), path);
            assertEquals(0, known.body().length, path);
            Map<String, List<String>> expected = headers(made);
            expected.keySet().removeIf(name -> List.of("content-type", "content-length", "content-disposition")
                    .contains(name));
            assertEquals(expected, headers(known), path);
        }
    }

    @Test
    void whoTakesItGetsItPackedUnderATagOfItsOwnAndMadeOrKeptAlike() throws Exception {
        publishTwoMunicipalities();
        String path = "/v1/comparisons/fte?round=2005";
        HttpResponse<byte[]> made = ask("GET", path, "Accept-Encoding", "br, gzip;q=0.5");
        HttpResponse<byte[]> kept = ask("GET", path, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> plain = ask("GET", path, "Accept-Encoding", "gzip;q=0, br");
        assertEquals("gzip", made.headers().firstValue("Content-Encoding").orElseThrow());
        assertEquals(headers(made), headers(kept));
        assertArrayEquals(made.body(), kept.body());
        assertTrue(plain.headers().firstValue("Content-Encoding").isEmpty());
        assertArrayEquals(plain.body(), unpacked(made));
        assertTrue(made.body().length < plain.body().length / 2);
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        String packedTag = made.headers().firstValue("ETag").orElseThrow();
        assertEquals(tag.replaceAll("\"$", "-gzip\""), packedTag);
        for (String known : List.of(tag, packedTag)) {
            HttpResponse<byte[]> again = ask("GET", path, "If-None-Match", known, "Accept-Encoding", "gzip");
            assertEquals(304, again.statusCode());
            assertEquals(packedTag, again.headers().firstValue("ETag").orElseThrow());
            assertTrue(again.headers().firstValue("Content-Encoding").isEmpty());
        }
        assertTrue(ask("GET", "/v1/comparisons/fte?format=xlsx", "Accept-Encoding", "gzip")
                .headers()
                .firstValue("Content-Encoding")
                .isEmpty());
    }

    @Test
    void aPublicationElsewhereLeavesItAndOneOfTheRoundDoesNot() throws SQLException {
        publishTwoMunicipalities();
        String path = "/v1/comparisons/fte?round=2005";
        String rounds = "/v1/rounds";
        HttpResponse<byte[]> before = ask("GET", path);
        ask("GET", rounds);
        publish(Publication.reference().round("2027"));
        double made = counted("made");
        assertArrayEquals(before.body(), ask("GET", path).body());
        assertEquals(made, counted("made"));
        assertTrue(new String(ask("GET", rounds).body()).contains("2027"), "what rests on everything is made again");
        assertEquals(made + 1, counted("made"));
        double ahead = counted("ahead");
        publish(Publication.responses("2005").number(LEUSDEN, "residents", "30000", "residents", "exact", "2005"));
        HttpResponse<byte[]> after = ask("GET", path);
        assertEquals(made + 1, counted("made"));
        assertEquals(ahead + 1, counted("ahead"));
        assertNotEquals(before.headers().firstValue("ETag"), after.headers().firstValue("ETag"));
    }

    @Test
    void whatIsMadeAheadIsByteForByteAndHeaderForHeaderWhatIsMadeWhenAsked() throws SQLException {
        publishTwoMunicipalities();
        List<String> paths = List.of(
                "/v1/comparisons/fte",
                "/v1/comparisons/fte?municipality=GM0327&lang=en",
                "/v1/comparisons/fte?round=2005&format=csv",
                "/v1/comparisons/fte?format=jsonstat",
                "/v1/comparisons/fte?format=xlsx",
                "/v1/comparisons/fte/chart",
                "/v1/figures?indicator=fte-total");
        paths.forEach(path ->
                assertEquals(200, ask("GET", path, "Accept-Encoding", "gzip").statusCode(), path));
        ask("GET", "/v1/comparisons/fte?dataset=4");
        double made = counted("made");
        double ahead = counted("ahead");
        publish(Publication.responses("2005").number(LEUSDEN, "fte-total", "60", "hours-per-week", "exact", "2005"));
        for (String encoding : List.of("gzip", "identity")) {
            for (String path : paths) {
                HttpResponse<byte[]> there = ask("GET", path, "Accept-Encoding", encoding);
                assertEquals(made, counted("made"), path);
                // In a question that is worded otherwise.
                HttpResponse<byte[]> asked =
                        ask("GET", path, "Accept-Encoding", encoding, "Accept", "*/*;q=0." + encoding.length());
                made++;
                assertEquals(made, counted("made"), path);
                assertArrayEquals(asked.body(), there.body(), path);
                assertEquals(headers(asked), headers(there), path);
                ask("GET", path, "Accept-Encoding", encoding);
                assertEquals(made, counted("made"), path);
            }
        }
        assertEquals(ahead + paths.size(), counted("ahead"), "not what stays what it is");
    }

    @Test
    void whatNobodyAskedSinceItWasMadeAheadIsNotMadeAgain() throws SQLException {
        publishTwoMunicipalities();
        String asked = "/v1/comparisons/fte";
        String forgotten = "/v1/comparisons/fte?format=csv";
        ask("GET", asked);
        ask("GET", forgotten);
        double ahead = counted("ahead");
        for (int i = 1; i <= 3; i++) {
            publish(Publication.responses("2005")
                    .number(LEUSDEN, "residents", 30_000 + i + "", "residents", "exact", "2005"));
            ask("GET", asked);
        }
        assertEquals(ahead + 2 + 1 + 1, counted("ahead"));
        double made = counted("made");
        assertEquals(200, ask("GET", forgotten).statusCode());
        assertEquals(made + 1, counted("made"));
    }

    @Test
    void whatDoesNotFitWhatComesIsRefusedWhenItIsAskedAndNothingElseSuffers() throws SQLException {
        publishTwoMunicipalities();
        String peers = "/v1/comparisons/fte?peersOf=GM0327";
        String all = "/v1/comparisons/fte?round=2005";
        assertEquals(200, ask("GET", all).statusCode());
        assertEquals(200, ask("GET", peers).statusCode());
        double ahead = counted("ahead");
        publish(Publication.responses("2005").missing(LEUSDEN, "residents", "unknown"));
        assertEquals(400, ask("GET", peers).statusCode());
        assertEquals(ahead + 1, counted("ahead"));
        double made = counted("made");
        assertEquals(200, ask("GET", all).statusCode());
        assertEquals(made, counted("made"));
    }

    @Test
    void aRedactionIsNotWaitedForAndNothingOfBeforeStays() throws SQLException {
        publishTwoMunicipalities();
        String path = "/v1/figures?indicator=unit-name";
        publish(Publication.responses("2005").text(LEUSDEN, "unit-name", "Kanarie"));
        assertTrue(new String(ask("GET", path).body()).contains("Kanarie"));
        double ahead = counted("ahead");
        awaitHeld(seam.redact(
                Publication.redaction("2005").missing(LEUSDEN, "unit-name", "redacted"), "2005", LEUSDEN, "unit-name"));
        assertFalse(new String(ask("GET", path).body()).contains("Kanarie"));
        assertEquals(ahead, counted("ahead"));
    }

    @Test
    void theLatestRoundIsAskedForAnew() throws SQLException {
        publishTwoMunicipalities();
        assertTrue(new String(ask("GET", "/v1/comparisons/fte").body()).contains("\"round\":\"2005\""));
        seam.publish(Publication.reference().round("2027"));
        publish(Publication.responses("2027").number(AMERSFOORT, "residents", "160000", "residents", "exact", "2027"));
        assertTrue(new String(ask("GET", "/v1/comparisons/fte").body()).contains("\"round\":\"2027\""));
    }

    @Test
    void anOldVersionThatIsKeptSaysWhenItIsSuperseded() throws SQLException {
        long version = publishTwoMunicipalities();
        String path = "/v1/comparisons/fte?round=2005&dataset=" + version;
        HttpResponse<byte[]> before = ask("GET", path);
        publish(Publication.responses("2005").number(LEUSDEN, "residents", "30000", "residents", "exact", "2005"));
        HttpResponse<byte[]> after = ask("GET", path);
        assertArrayEquals(before.body(), after.body());
        assertFalse(before.headers().allValues("Link").toString().contains("latest-version"));
        assertTrue(after.headers().allValues("Link").toString().contains("latest-version"));
    }

    @Test
    void whoeverAsksAtTheSameTimeWaitsForTheOneWhoHasItMade() throws SQLException {
        publishTwoMunicipalities();
        String path = "/v1/figures?round=2005&format=csv&lang=en";
        double made = counted("made");
        double others = counted("waited") + counted("kept");
        List<CompletableFuture<HttpResponse<byte[]>>> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            asked.add(client.sendAsync(request("GET", path), HttpResponse.BodyHandlers.ofByteArray()));
        }
        byte[] first = asked.get(0).join().body();
        for (CompletableFuture<HttpResponse<byte[]>> each : asked) {
            assertEquals(200, each.join().statusCode());
            assertArrayEquals(first, each.join().body());
        }
        assertEquals(made + 1, counted("made"));
        assertEquals(others + 39, counted("waited") + counted("kept"));
    }

    @Test
    void whatGoesOutInPiecesIsWholeAndTheSameMadeOrKeptPlainOrPacked() throws Exception {
        publishTwoMunicipalities();
        Publication municipalities = Publication.reference();
        Publication answers = Publication.responses("2005");
        for (int i = 0; i < 200; i++) {
            municipalities.municipality("GM9" + (100 + i), "Gemeente " + i);
            answers.number("GM9" + (100 + i), "residents", 20_000 + i + "", "residents", "exact", "2005");
        }
        seam.publish(municipalities);
        publish(answers);
        for (String format : List.of("json", "csv", "csv&layout=wide", "jsonstat")) {
            String path = "/v1/figures?format=" + format;
            HttpResponse<byte[]> made = ask("GET", path);
            HttpResponse<byte[]> kept = ask("GET", path);
            assertEquals(200, made.statusCode(), path);
            assertTrue(format.startsWith("csv") || made.body().length > 8 * Content.PIECE, path);
            assertArrayEquals(made.body(), kept.body(), path);
            assertEquals(headers(made), headers(kept), path);
            assertArrayEquals(made.body(), unpacked(ask("GET", path, "Accept-Encoding", "gzip")), path);
            assertEquals(headers(made), headers(ask("HEAD", path)), path);
        }
        String large = "/v1/figures?format=json";
        String tag = ask("HEAD", large).headers().firstValue("ETag").orElseThrow();
        turns.outgoing(MUCH);
        try {
            assertEquals(503, ask("GET", large).statusCode());
            assertEquals(200, ask("HEAD", large).statusCode());
            assertEquals(304, ask("GET", large, "If-None-Match", tag).statusCode());
        } finally {
            turns.outgoing(-MUCH);
        }
        assertEquals(200, ask("GET", large).statusCode());
    }

    @Test
    void whileOthersTakeVeryMuchOnlyWhatIsSmallAndKeptIsGiven() throws SQLException {
        publishTwoMunicipalities();
        String kept = "/v1/comparisons/fte?round=2005";
        HttpResponse<byte[]> before = ask("GET", kept);
        turns.outgoing(MUCH);
        try {
            assertArrayEquals(before.body(), ask("GET", kept).body());
            for (String other : List.of("/v1/comparisons/fte?round=2005&lang=en", "/v1/figures")) {
                HttpResponse<byte[]> refused = ask("GET", other);
                assertEquals(503, refused.statusCode());
                assertEquals("application/problem+json", type(refused));
                assertEquals("1", refused.headers().firstValue("Retry-After").orElseThrow());
            }
        } finally {
            turns.outgoing(-MUCH);
        }
        assertEquals(200, ask("GET", "/v1/figures").statusCode());
    }

    @Test
    void whatSeveralLinesOfAcceptAskForIsNotGivenToWhoSendsOneOfThem() throws SQLException {
        publishTwoMunicipalities();
        String path = "/v1/figures?round=2005";
        assertEquals("text/csv", type(ask("GET", path, "Accept", "*/*", "Accept", "text/csv")));
        assertEquals("application/json", type(ask("GET", path, "Accept", "*/*")));
    }

    private static String type(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", "");
    }

    @Test
    void whatIsOverDoesNotStayInMemory() throws SQLException {
        publishTwoMunicipalities();
        ask("GET", "/v1/datasets");
        ask("GET", "/v1/comparisons/fte?round=2005");
        ask("GET", "/v1/comparisons/ratings?round=2005");
        assertTrue(kept() >= 3, "kept " + kept());
        publish(Publication.responses("2005").number(LEUSDEN, "residents", "30000", "residents", "exact", "2005"));
        await("what was made ahead is kept alone", () -> kept() == 2);
        awaitHeld(seam.redact(
                Publication.redaction("2005").missing(LEUSDEN, "residents", "redacted"), "2005", LEUSDEN, "residents"));
        await("nothing is kept any more", () -> kept() == 0);
        assertEquals(0, kept());
    }

    private double kept() {
        return metrics.get("wijkvergelijk.answers.kept").gauge().value();
    }

    @Test
    void whatWasRefusedIsNotKept() throws SQLException {
        publishTwoMunicipalities();
        double before = counted("made") + counted("kept") + counted("waited");
        for (int i = 0; i < 2; i++) {
            assertEquals(400, ask("GET", "/v1/comparisons/fte?round=2027").statusCode());
            assertEquals(404, ask("GET", "/v1/comparisons/none").statusCode());
            assertEquals(
                    406,
                    ask("GET", "/v1/comparisons/fte", "Accept", "image/png").statusCode());
        }
        assertEquals(before, counted("made") + counted("kept") + counted("waited"));
        seam.publish(Publication.reference().round("2027"));
        publish(Publication.responses("2027").number(AMERSFOORT, "residents", "160000", "residents", "exact", "2027"));
        assertEquals(200, ask("GET", "/v1/comparisons/fte?round=2027").statusCode());
    }
}
