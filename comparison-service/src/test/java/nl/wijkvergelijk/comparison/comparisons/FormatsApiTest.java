package nl.wijkvergelijk.comparison.comparisons;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormatsApiTest extends ApiTest {

    private static final String JSON_STAT = "application/json; profile=\"https://json-stat.org/format/schema/2.0/\"";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Test
    void jsonStatIsACubeWithItsUnitsItsWarningsAndItsAddress() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/comparisons/fte?format=jsonstat&indicator=residents,fte-total")
                .then()
                .statusCode(200)
                .header("Content-Type", JSON_STAT)
                .header("Content-Disposition", equalTo(null))
                .body("version", equalTo("2.0"))
                .body("id", contains("round", "municipality", "indicator"))
                .body("size", contains(1, 2, 2))
                .body("dimension.municipality.category.label.GM0327", equalTo("Leusden"))
                .body("dimension.indicator.category.unit.residents.label", equalTo("residents"))
                .body("dimension.indicator.category.unit.residents.decimals", equalTo(0))
                .body("value[0]", equalTo(135000))
                .body("status", contains("ok", "ok", "ok", "ok"))
                .body("updated", equalTo("2006-01-06T03:04:05Z"))
                .body("link.license[0].href", equalTo("https://creativecommons.org/publicdomain/zero/1.0/"))
                .body("extension.figures[0].qualifier", equalTo("approximate"))
                .body("extension.datasets[0].version", equalTo(4))
                .body(
                        "href",
                        equalTo("http://127.0.0.1:8081/v1/comparisons/fte?round=2005&indicator=residents%2Cfte-total"
                                + "&format=jsonstat&dataset=4&lang=en"));
    }

    @Test
    void whatIsMissingIsNullAndSaysWhy() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.responses("2005").missing(LEUSDEN, "residents", "not-stated"));
        asking().get("/v1/comparisons/fte?format=jsonstat&indicator=residents")
                .then()
                .body("value[1]", equalTo(null))
                .body("status[1]", equalTo("missing"))
                .body("extension.figures[1].missing", equalTo("not-stated"));
    }

    @Test
    void acceptChoosesTheForm() throws Exception {
        publishTwoMunicipalities();
        String path = "/v1/comparisons/fte";
        asking().accept(JSON_STAT).get(path).then().body("class", equalTo("dataset"));
        asking().accept(XLSX).get(path).then().header("Content-Type", XLSX);
        asking().accept("application/json").get(path).then().body("topic", equalTo("fte"));
        asking().accept("application/pdf").get(path).then().statusCode(406);
        asking().get(path + "?format=pdf").then().statusCode(400).body("errors[0].name", equalTo("format"));
    }

    @Test
    void roundsThatDifferInMembersAreOneCubeWithGaps() throws Exception {
        publishTwoMunicipalities();
        seam.publish(Publication.reference().round("2027"));
        publish(Publication.responses("2027").number(AMERSFOORT, "residents", "160000", "residents", "exact", "2027"));
        asking().get("/v1/figures?round=2005,2027&indicator=residents&format=jsonstat")
                .then()
                .statusCode(200)
                .body("size", contains(2, 2, 1))
                .body("value", contains(135000, 29000, 160000, null))
                .body("status", contains("ok", "ok", "ok", null))
                .body("extension.figures.size()", equalTo(4))
                .body("extension.figures[3]", equalTo(null));
        asking().get("/v1/figures?round=2027,2005&indicator=residents&format=jsonstat")
                .then()
                .body("value", contains(160000, null, 135000, 29000))
                .body("extension.figures.size()", equalTo(4))
                .body("extension.figures[1]", equalTo(null))
                .body("extension.figures[3].municipalityCode", equalTo(LEUSDEN));
    }

    @Test
    void aWideCsvHasARowPerMunicipality() throws Exception {
        publishTwoMunicipalities();
        Response answer = asking().get("/v1/comparisons/fte?format=csv&layout=wide&indicator=residents&lang=nl");
        String source = "http://127.0.0.1:8081/v1/comparisons/fte?round=2005&indicator=residents&format=csv&layout=wide"
                + "&dataset=4&lang=nl";
        assertEquals(
                List.of(
                        "round,municipalityCode,municipalityName,residents,residents-status,residents-qualifier,residents-low,"
                                + "residents-high,residents-missing,residents-warnings,dataset,source",
                        "2005,GM0307,Amersfoort,135000,ok,approximate,134000,136000,,approximate;as-of-unknown,4,"
                                + source,
                        "2005,GM0327,Leusden,29000,ok,exact,,,,,4," + source),
                answer.asString().lines().toList());
        answer.then().header("Content-Disposition", "attachment; filename=\"fte-2005-4.csv\"");
    }

    @Test
    void aByteOrderMarkIsThereOnRequestOnly() throws Exception {
        publishTwoMunicipalities();
        for (String path : List.of("/v1/comparisons/fte?format=csv", "/v1/figures?format=csv")) {
            byte[] plain = asking().get(path).asByteArray();
            byte[] marked = asking().get(path + "&bom=true").asByteArray();
            assertArrayEquals(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Arrays.copyOf(marked, 3));
            assertArrayEquals(plain, Arrays.copyOfRange(marked, 3, marked.length));
            assertArrayEquals(
                    plain, asking().get(path + "&bom=false&layout=flat").asByteArray());
        }
    }

    @Test
    void theShapeOfACsvIsRefusedWhereThereIsNone() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/comparisons/fte?layout=wide&bom=true")
                .then()
                .statusCode(400)
                .body("errors.name", contains("layout", "bom"))
                .body("errors.code", contains("not-with-format", "not-with-format"));
        asking().get("/v1/figures?format=csv&layout=tall&bom=yes")
                .then()
                .statusCode(400)
                .body("errors.code", contains("unknown-option", "unknown-option"));
    }

    @Test
    void aWorkbookHasTypedCellsAndSaysWhereItComesFrom() throws Exception {
        publishTwoMunicipalities();
        Response answer = asking().get("/v1/comparisons/fte?format=xlsx&lang=nl");
        answer.then()
                .statusCode(200)
                .header("Content-Type", XLSX)
                .header("Content-Disposition", "attachment; filename=\"fte-2005-4.xlsx\"");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            var first = workbook.getFirstSheet().read();
            assertEquals("Gemeente", first.get(0).getCellText(2));
            assertEquals("135000", first.get(1).getCellAsNumber(3).orElseThrow().toPlainString());
            assertEquals("ok", first.get(1).getCellText(4));
            assertEquals(
                    "approximate; 134000–136000; as-of-unknown", first.get(1).getCellText(5));
            var source = workbook.findSheet("Herkomst").orElseThrow().read();
            assertTrue(source.get(2).getCellText(1).endsWith("format=xlsx&dataset=4&lang=nl"), source.toString());
        }
    }

    /** The library dates what it writes by the clock, to two seconds. */
    @Test
    void whatAFormSaysOfItsAddressIsTrueAlsoLater() throws Exception {
        publishTwoMunicipalities();
        List<String> forms = List.of("format=jsonstat", "format=xlsx", "format=csv&layout=wide&bom=true");
        List<byte[]> before = forms.stream()
                .map(form -> asking().get("/v1/comparisons/fte?" + form).asByteArray())
                .toList();
        for (int later = 0; later < 10; later++) {
            publish(Publication.responses("2005")
                    .number(LEUSDEN, "residents", "3000" + later, "residents", "exact", "2005"));
        }
        Thread.sleep(2100);
        for (int i = 0; i < forms.size(); i++) {
            Response pinned =
                    asking().get("/v1/comparisons/fte?round=2005&%s&dataset=4&lang=en".formatted(forms.get(i)));
            assertArrayEquals(before.get(i), pinned.asByteArray(), forms.get(i));
            pinned.then().header("Cache-Control", containsString("immutable"));
        }
        List<String> links = asking().get("/v1/comparisons/fte?format=csv&layout=wide&dataset=4")
                .headers()
                .getValues("Link");
        assertEquals(
                "</v1/comparisons/fte?round=2005&format=csv&layout=wide>; rel=\"latest-version\"; dataset=\"14\"",
                links.get(1));
    }

    @Test
    void everyFormHasItsOwnTag() throws Exception {
        publishTwoMunicipalities();
        String tag = asking().get("/v1/comparisons/fte?format=xlsx").header("ETag");
        asking().header("If-None-Match", tag)
                .get("/v1/comparisons/fte?format=xlsx")
                .then()
                .statusCode(304);
        asking().header("If-None-Match", tag)
                .get("/v1/comparisons/fte?format=jsonstat")
                .then()
                .statusCode(200)
                .header("ETag", not(startsWith(tag)));
    }
}
