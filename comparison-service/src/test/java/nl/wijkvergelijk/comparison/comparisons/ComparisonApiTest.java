package nl.wijkvergelijk.comparison.comparisons;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ComparisonApiTest extends ApiTest {

    @Test
    void residentsArePartOfTheComparisonOfStaffWithTheirProvenance() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/comparisons/fte")
                .then()
                .statusCode(200)
                .body("topic", equalTo("fte"))
                .body("round", equalTo("2005"))
                .body("dataset.version", equalTo(4))
                .body("dataset.publishedAt", equalTo("2006-01-06T03:04:05Z"))
                .body("dataset.licence.id", equalTo("CC0-1.0"))
                .body("group.kind", equalTo("round"))
                .body("group.size", equalTo(2))
                .body("columns.id", contains("residents", "fte-total", "fte-per-10000-residents", "residents-per-fte"))
                .body("rows.municipality.name", contains("Amersfoort", "Leusden"))
                .body("rows[0].cells.residents.value", equalTo(135000))
                .body("rows[0].cells.residents.rank.from", equalTo(1))
                .body("rows[0].cells.residents.warnings", hasItem("approximate"))
                .body("rows[0].cells.residents", not(hasKey("asOf")))
                .body("rows[0].cells.residents.provenance", equalTo("/v1/figures/2005.GM0307.residents?dataset=4"))
                .body("summary.residents.count", equalTo(2));
    }

    @Test
    void hoursAreShownAsReportedBesideTheirConversion() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/comparisons/fte?municipality=GM0327&indicator=fte-total")
                .then()
                .statusCode(200)
                .body("rows", hasSize(1))
                .body("rows[0].cells.keySet()", contains("fte-total"))
                .body(containsString("\"value\":1.5555555555555556,"))
                .body("rows[0].cells.'fte-total'.asReported.value", equalTo(56))
                .body("rows[0].cells.'fte-total'.asReported.unit", equalTo("hours-per-week"))
                .body("rows[0].cells.'fte-total'.method.assumptions.code", contains("full-time-hours"))
                .body("rows[0].cells.'fte-total'.rank.from", equalTo(2));
    }

    @Test
    void theRowsCanBeOrderedByAnIndicator() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/comparisons/fte?sort=residents")
                .then()
                .body("rows.municipality.code", contains(LEUSDEN, AMERSFOORT));
        asking().get("/v1/comparisons/fte?sort=-residents,municipality")
                .then()
                .body("rows.municipality.code", contains(AMERSFOORT, LEUSDEN));
    }

    @Test
    void aMissingFigureHasNoValueAndNoRank() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.responses("2005").missing(LEUSDEN, "residents", "not-stated"));
        asking().get("/v1/comparisons/fte?municipality=GM0327")
                .then()
                .body("rows[0].cells.residents.missing", equalTo("not-stated"))
                .body("rows[0].cells.residents.status", equalTo("missing"))
                .body("rows[0].cells.residents", not(hasKey("value")))
                .body("rows[0].cells.residents", not(hasKey("rank")))
                .body("rows[0].cells.'fte-per-10000-residents'.missing", equalTo("not-computable"))
                .body("rows[0].cells.'fte-per-10000-residents'.lacking.measure", hasItem("residents"));
    }

    @Test
    void ratingsSayHowFarTheRatersAgree() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.ratings("2005").rating("depth", AMERSFOORT, 4).rating("depth", LEUSDEN, 2));
        asking().get("/v1/comparisons/ratings?indicator=rating-depth")
                .then()
                .statusCode(200)
                .body("rows[0].cells.'rating-depth'.value", equalTo(4))
                .body("agreement.'rating-depth'.w", equalTo(1))
                .body("agreement.'rating-depth'.raters", equalTo(2))
                .body("agreement.'rating-depth'.assumption.code", equalTo("strict-rankings"));
    }

    @Test
    void ratingsThatCameWithBallotsSayHowFarThoseAgree() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.ratings("2005")
                .rating("depth", AMERSFOORT, 3)
                .rating("depth", LEUSDEN, 3)
                .ballot("depth", AMERSFOORT, AMERSFOORT, 1)
                .ballot("depth", AMERSFOORT, LEUSDEN, 2)
                .ballot("depth", LEUSDEN, AMERSFOORT, 2)
                .ballot("depth", LEUSDEN, LEUSDEN, 1)
                .ballot("depth", "GM0503", LEUSDEN, 1));
        asking().get("/v1/comparisons/ratings?indicator=rating-depth")
                .then()
                .statusCode(200)
                .body("rows[0].cells.'rating-depth'.value", equalTo(3))
                .body("agreement.'rating-depth'.w", equalTo(0))
                .body("agreement.'rating-depth'.raters", equalTo(2))
                .body("agreement.'rating-depth'.assumption.code", equalTo("complete-ballots"));
    }

    @Test
    void ratingsThatWereCorrectedShowTheCorrectedBallots() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.ratings("2005")
                .rating("depth", AMERSFOORT, 3)
                .rating("depth", LEUSDEN, 3)
                .ballot("depth", AMERSFOORT, AMERSFOORT, 1)
                .ballot("depth", AMERSFOORT, LEUSDEN, 2)
                .ballot("depth", LEUSDEN, AMERSFOORT, 2)
                .ballot("depth", LEUSDEN, LEUSDEN, 1));
        publish(Publication.ratings("2005")
                .rating("depth", AMERSFOORT, 2)
                .rating("depth", LEUSDEN, 4)
                .ballot("depth", AMERSFOORT, AMERSFOORT, 1)
                .ballot("depth", AMERSFOORT, LEUSDEN, 2)
                .ballot("depth", LEUSDEN, AMERSFOORT, 1)
                .ballot("depth", LEUSDEN, LEUSDEN, 2));
        asking().get("/v1/comparisons/ratings?indicator=rating-depth")
                .then()
                .statusCode(200)
                .body("rows[0].cells.'rating-depth'.value", equalTo(2))
                .body("rows[1].cells.'rating-depth'.value", equalTo(4))
                .body("agreement.'rating-depth'.w", equalTo(1))
                .body("agreement.'rating-depth'.raters", equalTo(2));
    }

    @Test
    void textsFollowTheLanguageThatIsAsked() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/comparisons/fte?lang=nl")
                .then()
                .header("Content-Language", "nl")
                .body("columns[0].label", equalTo("Inwoners"))
                .body("dataset.citation", equalTo("Wijkvergelijk, ronde 2005, versie 4"));
        asking().get("/v1/comparisons/fte")
                .then()
                .header("Content-Language", "en")
                .body("columns[0].label", equalTo("Residents"))
                .body("dataset.citation", equalTo("Wijkvergelijk, round 2005, version 4"));
    }

    @Test
    void aComparisonAsCsvHasOneLinePerFigure() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.reference().municipality(LEUSDEN, "=Leusden"));
        Response byFormat = asking().get("/v1/comparisons/fte?format=csv&municipality=GM0327&indicator=residents");
        byFormat.then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Type", "text/csv; charset=utf-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"fte-2005-5.csv\"");
        assertEquals(
                "2005,GM0327,'=Leusden,residents,29000,,residents,,,exact,ok,,2005,2,2,29000,residents,,,5,2005.GM0327.residents",
                byFormat.asString().split("\r\n")[1]);
        Response byAccept =
                asking().accept("text/csv").get("/v1/comparisons/fte?municipality=GM0327&indicator=residents");
        assertEquals(byFormat.asString(), byAccept.asString());
    }

    @Test
    void formatWinsFromAccept() throws Exception {
        publishTwoMunicipalities();
        asking().accept("text/html,*/*;q=0.1")
                .get("/v1/comparisons/fte?format=csv")
                .then()
                .statusCode(200)
                .contentType("text/csv");
        asking().accept("text/csv")
                .get("/v1/comparisons/fte?format=json")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void aFormThatIsNotThereIsRefused() throws Exception {
        publishTwoMunicipalities();
        asking().accept("image/png").get("/v1/comparisons/fte").then().statusCode(406);
        asking().get("/v1/comparisons/fte?format=xml").then().statusCode(400).body("errors.name", contains("format"));
    }

    @Test
    void everythingWrongWithAQuestionIsSaidAtOnce() throws Exception {
        publishTwoMunicipalities();
        asking().get(
                        "/v1/comparisons/fte?round=1999&municipality=GM0307,GM9999&indicator=ward-count&sort=-x&format=xml&dataset=0")
                .then()
                .statusCode(400)
                .body("errors.name", contains("format", "dataset", "round", "municipality", "indicator", "sort"))
                .body("errors[3].detail", startsWith("There is no 'GM9999' here."));
        asking().get("/v1/comparisons/fte?municipality=GM0307,GM0307")
                .then()
                .statusCode(400)
                .body("errors.code", contains("duplicate"));
        asking().get("/v1/comparisons/fte?municipality=&sort=")
                .then()
                .statusCode(400)
                .body("errors.code", contains("empty", "empty"));
        asking().get("/v1/comparisons/fte?municipality=GM0307,")
                .then()
                .statusCode(400)
                .body("errors.code", contains("unknown-value"));
        asking().get("/v1/comparisons/fte?gemeente=GM0307")
                .then()
                .statusCode(400)
                .body("errors.name", contains("gemeente"));
    }

    @Test
    void aTopicThatIsNotThereIsNotFound() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/comparisons/beer").then().statusCode(404).body("type", equalTo("/v1/problems/not-found"));
        asking().get("/v1/comparisons/fte/").then().statusCode(404);
    }

    @Test
    void nothingCanBeComparedBeforeAnythingIsPublished() throws Exception {
        seam.publish(Publication.definitions());
        publish(Publication.reference().round("2005"));
        asking().get("/v1/comparisons/fte")
                .then()
                .statusCode(404)
                .body("type", equalTo("/v1/problems/nothing-published"));
        asking().get("/v1/comparisons/fte?round=2005").then().statusCode(200).body("rows", hasSize(0));
    }

    @Test
    void theTopicsAreListedWithTheirAddresses() throws Exception {
        publishTwoMunicipalities();
        List<String> addresses = asking().get("/v1/comparisons").jsonPath().getList("topics.comparison");
        assertEquals(
                List.of("fte", "ward-size", "budget-per-resident", "ratings", "overview").stream()
                        .map(topic -> "/v1/comparisons/" + topic)
                        .toList(),
                addresses);
        for (String address : addresses) {
            asking().get(address).then().statusCode(200);
        }
    }

    @Test
    void sharesSayHowFarTheyAddUpAndWhatIsLeftForTheOthers() throws Exception {
        seam.publish(Publication.definitions().under(2));
        publish(Publication.reference()
                .under(2)
                .municipality("GM0200", "Apeldoorn")
                .municipality("GM0479", "Zaanstad")
                .municipality("GM0637", "Zoetermeer"));
        publish(Publication.reference().under(2).round("2005"));
        publish(Publication.responses("2005")
                .under(2)
                .number("GM0200", "share-physical-development", "20", "percent", "approximate", null)
                .missing("GM0200", "share-social", "not-stated")
                .number("GM0479", "share-physical-development", "48", "percent", "exact", null)
                .number("GM0479", "share-physical-management", "27", "percent", "exact", null)
                .number("GM0479", "share-social", "11", "percent", "exact", null)
                .number("GM0479", "share-safety", "6", "percent", "exact", null)
                .number("GM0479", "share-economic", "8", "percent", "exact", null)
                .number("GM0637", "share-physical-development", "20", "percent", "exact", null)
                .number("GM0637", "share-physical-management", "25", "percent", "exact", null)
                .number("GM0637", "share-social", "25", "percent", "exact", null)
                .number("GM0637", "share-safety", "25", "percent", "exact", null)
                .number("GM0637", "share-economic", "5", "percent", "exact", null)
                .text("GM0479", "ward-plans", "programme; sketch"));
        asking().get("/v1/comparisons/policy-areas?lang=en")
                .then()
                .statusCode(200)
                .body("composition.parts", hasSize(5))
                .body("composition.rows.municipality.code", equalTo(List.of("GM0200", "GM0479", "GM0637")))
                .body("composition.rows.complete", equalTo(List.of(false, true, true)))
                .body("composition.rows[0].bounds.share-social", equalTo(Map.of("low", 0, "high", 82)))
                .body("composition.rows[0].closure", equalTo(Map.of("value", -80, "low", -82, "high", -78)))
                .body("composition.rows[1].closure", equalTo(Map.of("value", 0)))
                .body("composition.rows[1].mostAlike[0].municipality", equalTo("GM0637"))
                .body("composition.distances", hasSize(1))
                .body("composition.distances[0].distance.value", equalTo(33))
                .body("warnings.code", hasItem("partial"));
        asking().get("/v1/comparisons/instruments?lang=en&municipality=GM0479")
                .then()
                .statusCode(200)
                .body("rows[0].cells.ward-plans.text", equalTo("programme; sketch"))
                .body("rows[0].cells.ward-plans.label", equalTo("programme; sketch of the ward"))
                .body("$", not(hasKey("composition")));
        List<String> addresses = asking().get("/v1/comparisons").jsonPath().getList("topics.comparison");
        assertEquals(11, addresses.size());
        for (String address : addresses) {
            asking().get(address).then().statusCode(200);
        }
    }

    @Test
    void nobodyCanWriteHere() throws Exception {
        publishTwoMunicipalities();
        asking().body("{}")
                .contentType("application/json")
                .post("/v1/comparisons/fte")
                .then()
                .statusCode(405)
                .header("Allow", startsWith("GET"));
    }

    @Test
    void anyPageMayReadAlsoARefusal() throws Exception {
        publishTwoMunicipalities();
        for (String path : List.of("/v1/comparisons/fte", "/v1/comparisons/fte?x=1", "/v1/nothing")) {
            asking().header("Origin", "https://example.org")
                    .get(path)
                    .then()
                    .header("Access-Control-Allow-Origin", "*");
        }
        asking().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "If-None-Match")
                .options("/v1/comparisons/fte")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*");
    }
}
