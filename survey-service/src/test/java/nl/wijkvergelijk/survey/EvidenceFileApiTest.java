package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The files of documents: what is taken, what is kept, and who reads it. */
@QuarkusTest
class EvidenceFileApiTest {

    private static final Path DIRECTORY = Path.of("target/evidence");
    private static final String PDF = "application/pdf";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    @TestHTTPResource("/")
    URL service;

    private String round;
    private String content;

    @BeforeEach
    void aDocument() {
        round = Api.roundWithLeusdenAndDelft();
        as("leusden")
                .body("{\"id\": \"nota\", \"document\": {\"title\": \"Nota\", \"kind\": \"policy-note\"}}")
                .post(leusden(round) + "/evidence")
                .then()
                .statusCode(201);
        content = leusden(round) + "/evidence/nota/content";
    }

    @Test
    void aFileComesBackByteByByteAsAnAttachment() throws java.sql.SQLException {
        byte[] pdf = pdf("één");
        as("leusden").get(content).then().statusCode(404);
        String tag = as("leusden")
                .contentType(PDF)
                .header("Content-Disposition", "attachment; filename*=UTF-8''Nota%20%E2%80%98wijk%E2%80%99.pdf")
                .body(pdf)
                .put(content)
                .then()
                .statusCode(201)
                .body("size", equalTo(pdf.length))
                .body("mediaType", equalTo(PDF))
                .body("fileName", equalTo("Nota ‘wijk’.pdf"))
                .extract()
                .header("ETag");
        Response read = as("researcher").get(content);
        assertEquals(200, read.statusCode());
        assertArrayEquals(pdf, read.asByteArray());
        assertEquals(tag, read.header("ETag"));
        assertEquals(PDF, read.contentType());
        assertEquals("nosniff", read.header("X-Content-Type-Options"));
        assertEquals(
                "attachment; filename=\"Nota _wijk_.pdf\"; filename*=UTF-8''Nota%20%E2%80%98wijk%E2%80%99.pdf",
                read.header("Content-Disposition"));
        as("researcher").header("If-None-Match", tag).get(content).then().statusCode(304);
        as("leusden")
                .get(leusden(round) + "/evidence/nota")
                .then()
                .body("file.sha256", equalTo(tag.replace("\"", "")))
                .header("ETag", not(equalTo(tag)));
        assertEquals("attach-file", event());
    }

    @Test
    void anotherFileNeedsTheTagOfTheOneItReplacesAndBothAreKept() throws java.sql.SQLException {
        String first = put(PDF, pdf("1")).header("ETag");
        as("leusden").contentType(PDF).body(pdf("2")).put(content).then().statusCode(428);
        as("leusden")
                .contentType(PDF)
                .header("If-Match", "\"x\"")
                .body(pdf("2"))
                .put(content)
                .then()
                .statusCode(412);
        as("leusden")
                .contentType(PDF)
                .header("If-Match", first)
                .body(pdf("2"))
                .put(content)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(first)));
        assertTrue(Files.exists(place(first)));
        assertArrayEquals(pdf("2"), as("leusden").get(content).asByteArray());
        assertEquals("replace-file", event());
    }

    @Test
    void whatTheBytesAreMustBeWhatIsSaid() {
        refused(415, PDF, "<html>".getBytes(StandardCharsets.UTF_8));
        refused(415, PDF, bytes("GIF89a", zip("word/document.xml", "x")));
        refused(415, DOCX, bytes("GIF89a", zip("word/document.xml", "x")));
        refused(415, DOCX, zip("anything", "x"));
        refused(415, XLSX, docx("x"));
        refused(415, "text/plain", pdf("x"));
        refused(415, "text/plain", new byte[] {(byte) 0xff, (byte) 0xfe, 'a'});
        refused(415, "text/csv", new byte[] {'a', 0, 'b'});
        refused(415, "image/png", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
        refused(415, "text/html", "<p>".getBytes(StandardCharsets.UTF_8));
        refused(415, "application/zip", docx("x"));
        refused(415, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        as("leusden").get(content).then().statusCode(404);
    }

    @Test
    void everyFormOnTheListIsTaken() {
        String tag = put(DOCX, docx("x")).header("ETag");
        tag = replace(tag, XLSX, zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "x"));
        tag = replace(tag, ODT, zip("mimetype", ODT, "content.xml", "x"));
        tag = replace(
                tag,
                "application/vnd.oasis.opendocument.spreadsheet",
                zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "x"));
        tag = replace(tag, "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0});
        tag = replace(tag, "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        tag = replace(tag, "text/csv", "wijk;inwoners\nHamershof;2.900\n".getBytes(StandardCharsets.UTF_8));
        replace(tag, "text/plain", ("é".repeat(5000) + "x").getBytes(StandardCharsets.UTF_8));
        as("leusden").get(content).then().statusCode(200).contentType("text/plain");
    }

    @Test
    void macrosAndBombsAreRefused() {
        refused(
                415,
                DOCX,
                zip("[Content_Types].xml", "<Types/>", "word/document.xml", "x", "word/vbaProject.bin", "x"));
        refused(
                415,
                XLSX,
                zip(
                        "[Content_Types].xml",
                        "<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>",
                        "xl/workbook.xml",
                        "x"));
        refused(415, ODT, zip("mimetype", ODT, "content.xml", "x", "Basic/Standard/Module1.xml", "x"));
        refused(415, DOCX, docx(" ".repeat(201 * 1024 * 1024)));
    }

    @Test
    void nothingAndTooMuchAreRefusedAlsoWhenNobodySaidHowLongItIs() throws Exception {
        refused(400, "text/plain", new byte[0]);
        byte[] large = "x".repeat(10 * 1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8);
        assertEquals(413, chunked(large, "text/plain", content));
        assertEquals(400, chunked(new byte[0], "text/plain", content));
        byte[] json = "x".repeat(2 * 1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8);
        assertEquals(413, chunked(json, "application/json", leusden(round) + "/answers"));
        assertEquals(
                413,
                as("leusden").contentType("text/plain").body(large).put(content).statusCode());
        as("leusden").get(content).then().statusCode(404);
        try (var files = Files.list(DIRECTORY)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
        }
    }

    @Test
    void aFileNameIsANameAndNeverAPath() {
        String tag = put("text/plain", "a".getBytes(StandardCharsets.UTF_8)).header("ETag");
        as("leusden").get(leusden(round) + "/evidence/nota").then().body("file.fileName", equalTo("nota.txt"));
        String[][] names = {
            {"attachment; filename=\"../../etc/passwd\"", "passwd.txt"},
            {"attachment; filename=\"a\\\"; x=\\\"b.txt\"", "a x=b.txt"},
            {"attachment; filename*=UTF-8''%2e%2e%2f%0d%0aSet-Cookie%3a%20x.txt", "Set-Cookie x.txt"},
            {"attachment; filename=.htaccess", "htaccess.txt"},
            {"inline", "nota.txt"},
            {"attachment; filename=nota.txt.exe", "nota.txt.exe.txt"},
            {"attachment; filename=nota.html", "nota.html.txt"},
            {"attachment; filename=NOTA.TXT", "NOTA.TXT"},
            {"attachment; filename*=UTF-8''nota%E2%80%AEtxt.exe", "notatxt.exe.txt"},
            {"attachment; filename*=UTF-8''%ed%a0%80a%00b.txt", "\ufffdab.txt"},
            {"attachment; filename=\"" + "a".repeat(6000) + "\"", "a".repeat(150) + ".txt"},
            {"attachment; filename=\"" + "\\\"".repeat(3000) + "\"", "nota.txt"},
            {"attachment; filename=\"" + "\\".repeat(6001), "nota.txt"},
            {"attachment; filename*=UTF-8''" + "%".repeat(5000), "nota.txt"},
            {"attachment; filename*=UTF-8''%zz", "nota.txt"}
        };
        for (String[] name : names) {
            Response kept = as("leusden")
                    .contentType("text/plain")
                    .header("If-Match", tag)
                    .header("Content-Disposition", name[0])
                    .body("a")
                    .put(content);
            assertEquals(name[1], kept.jsonPath().getString("fileName"), name[0]);
        }
    }

    @Test
    void onlyTheMunicipalityAndResearchersReadIt() {
        put(PDF, pdf("x"));
        as("delft").get(content).then().statusCode(404);
        as("admin").get(content).then().statusCode(403);
        Api.nobody().get(content).then().statusCode(401);
        as("delft").contentType(PDF).body(pdf("x")).put(content).then().statusCode(404);
        as("delft").get(content.replace("GM0327", "GM0503")).then().statusCode(404);
    }

    @Test
    void anInterviewHasNoFile() {
        as("leusden")
                .body("{\"id\": \"talk\", \"interview\": {\"group\": \"partners\"}}")
                .post(leusden(round) + "/evidence")
                .then()
                .statusCode(201);
        as("leusden")
                .contentType(PDF)
                .body(pdf("x"))
                .put(leusden(round) + "/evidence/talk/content")
                .then()
                .statusCode(400);
    }

    @Test
    void aDamagedOrMissingFileIsSaidToBeSoAndNeverSent() throws IOException {
        Path place = place(put(PDF, pdf(round)).header("ETag"));
        Files.writeString(place, "%PDF-damaged");
        as("leusden").get(content).then().statusCode(503).body("type", equalTo("/v1/problems/evidence-file-missing"));
        Files.delete(place);
        as("leusden").get(content).then().statusCode(503);
    }

    private Response put(String type, byte[] body) {
        Response response = as("leusden").contentType(type).body(body).put(content);
        assertEquals(201, response.statusCode(), response.asString());
        return response;
    }

    private String replace(String tag, String type, byte[] body) {
        Response response = as("leusden")
                .contentType(type)
                .header("If-Match", tag)
                .body(body)
                .put(content);
        assertEquals(200, response.statusCode(), type + " " + response.asString());
        return response.header("ETag");
    }

    private void refused(int status, String type, byte[] body) {
        Response response = as("leusden").contentType(type).body(body).put(content);
        assertEquals(status, response.statusCode(), type + " " + response.asString());
    }

    private int chunked(byte[] body, String type, String path) throws Exception {
        String secret = Base64.getEncoder().encodeToString("leusden:leusden".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(service.toURI().resolve("/v1" + path))
                                .header("Authorization", "Basic " + secret)
                                .header("Content-Type", type)
                                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static Path place(String tag) {
        String sha256 = tag.replace("\"", "");
        return DIRECTORY.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.4\n" + text + "\n%%EOF").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] docx(String text) {
        return zip("[Content_Types].xml", "<Types/>", "word/document.xml", text);
    }

    private static byte[] bytes(String before, byte[] after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(after);
        return out.toByteArray();
    }

    private static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String event() throws java.sql.SQLException {
        return Database.text("select action from history.event where subject = 'evidence' and round = '" + round
                + "' order by id desc");
    }
}
