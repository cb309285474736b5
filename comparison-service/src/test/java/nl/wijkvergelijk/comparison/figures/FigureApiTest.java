package nl.wijkvergelijk.comparison.figures;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FigureApiTest extends ApiTest {

    @Test
    void figuresAreFlatRowsWithAllColumns() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/figures?indicator=residents,fte-total&municipality=GM0327")
                .then()
                .statusCode(200)
                .body("indicator", contains("residents", "fte-total"))
                .body("[0].value", equalTo(29000))
                .body("[0]", hasKey("missing"))
                .body("[0].missing", nullValue())
                .body("[1].reportedValue", equalTo(56))
                .body("[1].reportedUnit", equalTo("hours-per-week"))
                .body("[0].figure", equalTo("2005.GM0327.residents"));
    }

    @Test
    void severalRoundsStandOneBelowTheOther() throws Exception {
        publishTwoMunicipalities();
        seam.publish(Publication.reference().round("2027"));
        publish(Publication.responses("2027").number(AMERSFOORT, "residents", "160000", "residents", "exact", "2027"));
        asking().get("/v1/figures?round=2027,2005&indicator=residents")
                .then()
                .body("round", contains("2027", "2005", "2005"))
                .body("dataset", contains(6, 4, 4));
        asking().get("/v1/figures?round=2027,1999").then().statusCode(400).body("errors.name", contains("round"));
    }

    @Test
    void withoutParametersEveryIndicatorIsThere() throws Exception {
        publishTwoMunicipalities();
        int indicators =
                asking().get("/v1/indicators").jsonPath().getList("indicators").size();
        asking().get("/v1/figures").then().body("", hasSize(2 * indicators));
    }

    @Test
    void theChainLeadsFromTheFigureToTheDocument() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/figures/2005.GM0327.fte-per-10000-residents")
                .then()
                .statusCode(200)
                .body("municipality.name", equalTo("Leusden"))
                .body("indicator.formula.kind", equalTo("ratio"))
                .body("figure.unit", equalTo("fte-per-10000-residents"))
                .body("inputs.measure", hasItems("fte-total", "residents"))
                .body("inputs[0].value", equalTo(56))
                .body("inputs[0].unit", equalTo("hours-per-week"))
                .body("inputs[0].computed.unit", equalTo("fte"))
                .body("inputs[0].revision.number", equalTo(3))
                .body("inputs[0].revision.onBehalf", equalTo("entered from the report"))
                .body("inputs[0].publication.version", equalTo(4))
                .body("inputs[0].clarification", equalTo("Nagevraagd."))
                .body("inputs[0].ruleNotes[0].detail", equalTo("Mind this."))
                .body("inputs[0].evidence[0].document.title", equalTo("Wijkgericht werken vergeleken"))
                .body("inputs[0].evidence[0].section", equalTo("3.4"));
    }

    @Test
    void anAnswerIsCorrectedOnlyWhereItWasPublishedBefore() throws Exception {
        publishTwoMunicipalities();
        publish(residents("29000", LEUSDEN));
        publish(residents("31000", AMERSFOORT, LEUSDEN).correcting(5, "Counted again"));
        saysItCorrects(AMERSFOORT, null, null);
        saysItCorrects(LEUSDEN, 5, "Counted again");
    }

    private static Publication residents(String number, String... municipalities) {
        Publication publication = Publication.responses("2005");
        for (String code : municipalities) {
            publication
                    .number(code, "residents", number, "residents", "exact", "2005")
                    .answer(code, "residents", "{\"value\": %s}".formatted(number), "{}");
        }
        return publication;
    }

    private static void saysItCorrects(String code, Integer corrects, String reason) {
        asking().get("/v1/figures/2005." + code + ".residents")
                .then()
                .statusCode(200)
                .body("inputs[0].publication.version", equalTo(6))
                .body("inputs[0].publication.corrects", equalTo(corrects))
                .body("inputs[0].publication.reason", equalTo(reason));
    }

    @Test
    void theChainShowsWhatContradictsTheChosenStatement() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.responses("2005").disputed(LEUSDEN, "fte-total", "56", "hours-per-week", """
                        [{"value": 2, "unit": "fte", "relation": "contradicts", "evidence": [{"document": {"title": "Report", "date": "2005"}, "section": "3.7"}]}]"""));
        asking().get("/v1/figures/2005.GM0327.fte-total")
                .then()
                .body("figure.status", equalTo("disputed"))
                .body("figure.high", equalTo(2))
                .body("inputs[0].computed.readings", hasSize(2))
                .body("inputs[0].statements[0].relation", equalTo("contradicts"))
                .body("inputs[0].statements[0].evidence[0].section", equalTo("3.7"));
    }

    @Test
    void theChainOfARatingShowsTheReadings() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.ratings("2005").rating("depth", AMERSFOORT, 4).rating("depth", LEUSDEN, 2));
        asking().get("/v1/figures/2005.GM0327.rating-depth")
                .then()
                .statusCode(200)
                .body("figure.value", equalTo(2))
                .body("inputs[0].measure", equalTo("depth"))
                .body("inputs[0].readings[0].total", equalTo(2))
                .body("inputs[0].readings[0].raters", equalTo(2));
    }

    @Test
    void aFigureThatIsNotThereIsNotFound() throws Exception {
        publishTwoMunicipalities();
        for (String id :
                new String[] {"2005.GM0327", "x", "2005.GM9999.residents", "1999.GM0327.residents", "2005.GM0327.beer"
                }) {
            asking().get("/v1/figures/" + id).then().statusCode(404).body("type", equalTo("/v1/problems/not-found"));
        }
    }

    @Test
    void theCellOfTheChainIsThatOfTheComparison() throws Exception {
        publishTwoMunicipalities();
        Map<String, Object> cell =
                asking().get("/v1/comparisons/fte").jsonPath().getMap("rows[1].cells.'residents-per-fte'");
        assertEquals(
                cell, asking().get((String) cell.get("provenance")).jsonPath().getMap("figure"));
    }
}
