package nl.wijkvergelijk.comparison.comparisons;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipInputStream;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

/** Comparing among those of about the same size, and among those that somebody put together. */
@QuarkusTest
class GroupApiTest extends ApiTest {

    private static final String DELFT = "GM0503";
    private static final String ZAANSTAD = "GM0479";
    private static final String FTE = "/v1/comparisons/fte";

    /** Amersfoort 135,000, Leusden 29,000, Zaanstad 140,000 or so, and Delft, of which nobody knows: sequence 6. */
    private void publishFour() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.reference().municipality(DELFT, "Delft").municipality(ZAANSTAD, "Zaanstad"));
        publish(Publication.responses("2005")
                .missing(DELFT, "residents", "not-stated")
                .number(DELFT, "fte-total", "8.51", "fte", "exact", "2005")
                .number(ZAANSTAD, "residents", "140000", "residents", "approximate", "2005")
                .number(ZAANSTAD, "fte-total", "22", "fte", "exact", "2005"));
    }

    @Test
    void theNearestByResidentsAreTheGroup() throws Exception {
        publishFour();
        asking().get(FTE + "?peersOf=GM0307&peers=1&lang=nl")
                .then()
                .statusCode(200)
                .body("group.kind", equalTo("peers"))
                .body("group.size", equalTo(2))
                .body("group.members", contains(AMERSFOORT, ZAANSTAD))
                .body("group.peersOf", equalTo(AMERSFOORT))
                .body("group.chosen.municipality", contains(AMERSFOORT, ZAANSTAD))
                .body("group.chosen.residents", contains(135000, 140000))
                .body("group.chosen[0].distance", equalTo(0))
                .body("group.chosen[1].distance", equalTo(0.036367644f))
                .body("group.chosen[1].high", equalTo(150000))
                .body("group.uncertain", empty())
                .body("group.withoutResidents.municipality", contains(DELFT))
                .body("group.withoutResidents.why", contains("not-stated"))
                .body("rows.municipality.code", contains(AMERSFOORT, ZAANSTAD))
                .body("rows[0].cells.'fte-total'.rank.from", equalTo(2))
                .body("rows[0].cells.'fte-total'", not(hasKey("percentile")))
                .body("summary.fte-total.count", equalTo(2));
    }

    /** Leusden's 29,000 are nearer to 63,000 in number, and Amersfoort's 135,000 in proportion. */
    @Test
    void nearIsInProportionNotInDifference() throws Exception {
        publishFour();
        publish(Publication.responses("2005").number(DELFT, "residents", "63000", "residents", "exact", "2005"));
        asking().get(FTE + "?peersOf=GM0503&peers=1")
                .then()
                .body("group.chosen.municipality", contains(DELFT, AMERSFOORT));
    }

    @Test
    void fiveAreNearWhenNobodySaysHowManyAndFewerWhereThereAreNoMore() throws Exception {
        publishFour();
        asking().get(FTE + "?peersOf=GM0327").then().body("group.size", equalTo(3));
    }

    @Test
    void theMunicipalitiesAskedForAreShownFromTheGroup() throws Exception {
        publishFour();
        asking().get(FTE + "?peersOf=GM0307&peers=1&municipality=GM0307,GM0327")
                .then()
                .statusCode(200)
                .body("group.size", equalTo(2))
                .body("rows.municipality.code", contains(AMERSFOORT))
                .body("summary.fte-total.max", equalTo(22));
    }

    @Test
    void aSizeClassSaysWhoMayBeOfAnother() throws Exception {
        publishFour();
        asking().get(FTE + "?sizeClass=150000-250000")
                .then()
                .statusCode(200)
                .body("group.kind", equalTo("size-class"))
                .body("group.members", empty())
                .body("group.sizeClass.id", equalTo("150000-250000"))
                .body("group.sizeClass.cbsCode", equalTo(7))
                .body("group.sizeClass.label", equalTo("150,000 to 250,000 residents"))
                .body("group.sizeClass.from", equalTo(150000))
                .body("group.sizeClass.below", equalTo(250000))
                .body("group.sizeClass.source", containsString("cbs.nl"))
                .body("group.uncertain.municipality", contains(ZAANSTAD))
                .body("group.uncertain[0]", not(hasKey("distance")))
                .body("rows", empty())
                .body("summary.residents.count", equalTo(0));
        asking().get(FTE + "?sizeClass=100000-150000&lang=nl")
                .then()
                .body("group.members", contains(AMERSFOORT, ZAANSTAD))
                .body("group.sizeClass.label", equalTo("100.000 tot 150.000 inwoners"));
        asking().get(FTE + "?sizeClass=under-5000&lang=nl")
                .then()
                .body("group.sizeClass.label", equalTo("minder dan 5.000 inwoners"));
        asking().get(FTE + "?sizeClass=from-250000")
                .then()
                .body("group.sizeClass.label", equalTo("250,000 residents and more"))
                .body("group.sizeClass", not(hasKey("below")));
    }

    @Test
    void theRanksInCsvAreThoseOfTheGroup() throws Exception {
        publishFour();
        String csv = asking().get(FTE + "?peersOf=GM0327&peers=1&indicator=fte-total&format=csv")
                .asString();
        assertEquals(3, csv.lines().count(), csv);
        String leusden =
                csv.lines().filter(line -> line.contains("Leusden")).findFirst().orElseThrow();
        named("peersOf=GM0327&peers=1", "fte-2005-1-peers-of-GM0327-6.csv");
        named("sizeClass=under-5000", "fte-2005-under-5000-6.csv");
        named("sort=residents", "fte-2005-6.csv");
        assertEquals("2,2", leusden.split(",")[13] + "," + leusden.split(",")[14]);
    }

    private static void named(String query, String file) {
        asking().get(FTE + "?format=csv&" + query)
                .then()
                .header("Content-Disposition", equalTo("attachment; filename=\"%s\"".formatted(file)));
    }

    @Test
    void whatCannotBeAGroupIsRefusedByName() throws Exception {
        publishFour();
        refused("peersOf=GM9999", "peersOf", "unknown-value");
        refused("peersOf=GM0307,GM0327", "peersOf", "too-many");
        refused("peersOf=GM0503", "peersOf", "no-residents");
        refused("peersOf=GM0307&peers=0", "peers", "not-a-number");
        refused("peersOf=GM0307&peers=1101", "peers", "not-a-number");
        refused("peers=3", "peers", "incomplete");
        refused("sizeClass=5", "sizeClass", "unknown-value");
        refused("peersOf=GM0307&sizeClass=under-5000", "sizeClass", "not-together");
        asking().get(FTE + "?round=1999&peersOf=GM0307").then().statusCode(400).body("errors.name", contains("round"));
        asking().get(FTE + "?peersOf=GM9999&peers=x&sizeClass=large")
                .then()
                .body("errors.name", containsInAnyOrder("peers", "peersOf", "sizeClass", "sizeClass"));
        asking().get("/v1/figures?peersOf=GM0307").then().statusCode(400);
        publish(Publication.reference("2005").group("near", "[\"GM0307\", \"GM0327\"]"));
        refused("group=far", "group", "unknown-value");
        refused("group=near,near", "group", "duplicate");
        refused("group=", "group", "empty");
        refused("group=near&sizeClass=under-5000", "group", "not-together");
        refused("group=near&peersOf=GM0307", "group", "not-together");
        refused("group=near&peersOf=GM0307&sizeClass=under-5000", "group", "not-together");
        asking().get("/v1/figures?group=far").then().statusCode(400).body("errors.name", contains("group"));
        asking().get(FTE + "/chart?group=far").then().statusCode(400).body("errors.name", contains("group"));
    }

    /** Amersfoort, Leusden, Delft and Soest, which has published nothing: sequence 7. */
    private void publishGroup() throws Exception {
        publishFour();
        publish(Publication.reference("2005").group("near", "[\"GM0307\", \"GM0327\", \"GM0342\", \"GM0503\"]"));
    }

    @Test
    void aNamedGroupIsComparedByItselfAndSaysWhoOfItHasNoFigure() throws Exception {
        publishGroup();
        asking().get(FTE + "?group=near&lang=nl")
                .then()
                .statusCode(200)
                .header("Link", containsString("</v1/rounds/2005/groups?dataset=7>; rel=\"describedby\""))
                .body("dataset.version", equalTo(7))
                .body("group.kind", equalTo("named"))
                .body("group.size", equalTo(3))
                .body("group.members", contains(AMERSFOORT, DELFT, LEUSDEN))
                .body("group.named.id", equalTo("near"))
                .body("group.named.name", equalTo("Groep near"))
                .body("group.named.description", equalTo("Wat zij delen."))
                .body("group.named.source", equalTo("Map of 2005"))
                .body("group.withoutFigures", contains("GM0342"))
                .body("group", not(hasKey("chosen")))
                .body("rows.municipality.code", contains(AMERSFOORT, DELFT, LEUSDEN))
                .body("rows[0].cells.'fte-total'.rank.from", equalTo(1))
                .body("rows[0].cells.'fte-total'", not(hasKey("percentile")))
                .body("summary.fte-total.count", equalTo(3))
                .body("summary.residents.count", equalTo(2));
        asking().get("/v1/rounds/2005/groups?lang=en")
                .then()
                .statusCode(200)
                .body("dataset.version", equalTo(7))
                .body("groups.id", contains("near"))
                .body("groups[0].name", equalTo("Group near"))
                .body("groups[0].municipalities.code", contains(AMERSFOORT, LEUSDEN, "GM0342", DELFT))
                .body("groups[0].municipalities.name", contains("Amersfoort", "Leusden", "GM0342", "Delft"))
                .body("groups[0].withoutFigures", contains("GM0342"));
        asking().get("/v1/rounds/1999/groups").then().statusCode(404);
        asking().get("/v1/rounds/2005/groups?dataset=2").then().statusCode(404);
        asking().get("/v1/rounds/2005/groups?dataset=6").then().body("groups", empty());
    }

    @Test
    void aNamedGroupIsInEveryForm() throws Exception {
        publishGroup();
        named("group=near", "fte-2005-group-near-7.csv");
        String csv =
                asking().get(FTE + "?group=near&indicator=fte-total&format=csv").asString();
        assertEquals(4, csv.lines().count(), csv);
        asking().get(FTE + "?group=near&format=jsonstat")
                .then()
                .statusCode(200)
                .body("dimension.municipality.category.index", contains(AMERSFOORT, DELFT, LEUSDEN))
                .body("extension.groups[0].named.id", equalTo("near"))
                .body("extension.groups[0].withoutFigures", contains("GM0342"));
        asking().get(FTE + "?format=jsonstat").then().body("extension", not(hasKey("groups")));
        String figures =
                asking().get("/v1/figures?group=near&indicator=fte-total").asString();
        assertEquals(3, figures.split("\"municipalityCode\"").length - 1, figures);
        asking().get("/v1/figures?group=near&indicator=fte-total")
                .then()
                .header("Link", containsString("</v1/rounds/2005/groups?dataset=7>; rel=\"describedby\""))
                .body("municipalityCode", contains(AMERSFOORT, DELFT, LEUSDEN))
                .body("rankFrom", contains(1, 2, 3));
        asking().get("/v1/figures?group=near&format=csv")
                .then()
                .header("Content-Disposition", equalTo("attachment; filename=\"figures-2005-group-near.csv\""));
        String chart = asking().accept("image/svg+xml")
                .get(FTE + "/chart?group=near&lang=nl")
                .asString();
        assertTrue(chart.contains("ronde 2005, Groep near (van 1 geen cijfers)"), chart);
        assertTrue(chart.contains("Delft") && !chart.contains("Zaanstad"), chart);
        String about = workbook(FTE + "?group=near&format=xlsx&lang=nl");
        assertTrue(about.contains("Groep near") && about.contains("Map of 2005") && about.contains("GM0342"), about);
    }

    private static String workbook(String address) throws Exception {
        StringBuilder texts = new StringBuilder();
        try (ZipInputStream parts = new ZipInputStream(
                new ByteArrayInputStream(asking().get(address).asByteArray()))) {
            while (parts.getNextEntry() != null) {
                texts.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts.toString();
    }

    @Test
    void everyFormOfAGroupNamesTheAddressThatAnswersTheSameBytes() throws Exception {
        publishGroup();
        for (String group : List.of("peersOf=GM0307&peers=1", "sizeClass=100000-150000", "group=near")) {
            String query = "?round=2005&format=%s" + "&" + group + "&dataset=7&lang=en";
            Response cube = asking().get(FTE + "?format=jsonstat&" + group);
            String href = cube.jsonPath().getString("href");
            assertEquals(query.formatted("jsonstat"), href.substring(href.indexOf('?')));
            assertPinned(href, cube.asByteArray());
            String csv = FTE + query.formatted("csv");
            assertPinned(csv, asking().get(FTE + "?format=csv&" + group).asByteArray());
            String workbook = FTE + query.formatted("xlsx");
            byte[] bytes = asking().get(FTE + "?format=xlsx&" + group).asByteArray();
            assertPinned(workbook, bytes);
            String about = workbook(FTE + "?format=xlsx&" + group);
            assertTrue(
                    about.contains(
                            "/v1/comparisons/fte" + query.formatted("xlsx").replace("&", "&amp;")),
                    about);
        }
        String flat = asking().get("/v1/figures?group=near&format=jsonstat")
                .jsonPath()
                .getString("href");
        assertEquals("?round=2005&format=jsonstat&group=near&dataset=7&lang=en", flat.substring(flat.indexOf('?')));
        assertPinned(
                flat, asking().get("/v1/figures?group=near&format=jsonstat").asByteArray());
    }

    /** An address without the scheme and host of this run answers these bytes. */
    private static void assertPinned(String address, byte[] bytes) {
        assertArrayEquals(
                bytes, asking().get(address.substring(address.indexOf("/v1"))).asByteArray(), address);
    }

    @Test
    void aGroupThatChangedStaysWhatItWasInAnOldVersion() throws Exception {
        publishGroup();
        String pinned = FTE + "?group=near&dataset=7";
        String then = asking().get(pinned).asString();
        publish(Publication.reference("2005").group("near", "[\"GM0307\"]").correcting(7, "Only one"));
        assertEquals(then, asking().get(pinned).asString());
        String link = String.join("\n", asking().get(pinned).headers().getValues("Link"));
        assertTrue(
                link.contains("</v1/comparisons/fte?round=2005&group=near>; rel=\"latest-version\"; dataset=\"8\""),
                link);
        asking().get("/v1/rounds/2005/groups?dataset=7")
                .then()
                .header("Link", containsString("</v1/rounds/2005/groups>; rel=\"latest-version\"; dataset=\"8\""))
                .body("groups[0].municipalities.code", contains(AMERSFOORT, LEUSDEN, "GM0342", DELFT));
        asking().get(FTE + "?group=near").then().body("group.members", contains(AMERSFOORT));
        publish(Publication.reference("2005").withdrawnGroup("near").correcting(8, "Nobody"));
        asking().get(FTE + "?group=near").then().statusCode(400);
        asking().get("/v1/rounds/2005/groups").then().body("groups", empty());
        assertEquals(then, asking().get(pinned).asString());
    }

    @Test
    void aGroupThatNobodyHasPublishedAFigureOfHasNoRows() throws Exception {
        publishFour();
        publish(Publication.reference("2005").group("none", "[\"GM0342\"]"));
        asking().get(FTE + "?group=none")
                .then()
                .statusCode(200)
                .body("group.size", equalTo(0))
                .body("group.withoutFigures", contains("GM0342"))
                .body("rows", empty());
        asking().accept("image/svg+xml").get(FTE + "/chart?group=none").then().statusCode(200);
    }

    private static void refused(String query, String name, String code) {
        asking().get(FTE + "?" + query)
                .then()
                .statusCode(400)
                .body("errors.name", contains(name))
                .body("errors.code", contains(code));
    }

    @Test
    void aPinnedGroupStaysAndLeadsToWhatItIsNow() throws Exception {
        publishFour();
        String pinned = FTE + "?peersOf=GM0307&peers=1&dataset=6";
        String then = asking().get(pinned).asString();
        publish(Publication.responses("2005")
                .number(DELFT, "residents", "134999", "residents", "exact", "2005")
                .correcting(6, "Found"));
        assertEquals(then, asking().get(pinned).asString());
        String link = String.join("\n", asking().get(pinned).headers().getValues("Link"));
        assertEquals(
                "</v1/comparisons/fte?round=2005&peersOf=GM0307&peers=1>; rel=\"latest-version\"; dataset=\"7\"",
                link.lines()
                        .filter(each -> each.contains("latest-version"))
                        .findFirst()
                        .orElse(link));
        asking().get(FTE + "?peersOf=GM0307&peers=1").then().body("group.members", contains(AMERSFOORT, DELFT));
    }
}
