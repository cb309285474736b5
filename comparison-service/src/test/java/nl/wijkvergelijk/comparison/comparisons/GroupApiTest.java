package nl.wijkvergelijk.comparison.comparisons;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

/** Comparing among those of about the same size. */
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
