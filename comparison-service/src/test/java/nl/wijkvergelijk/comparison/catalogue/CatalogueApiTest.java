package nl.wijkvergelijk.comparison.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueApiTest extends ApiTest {

    @Test
    void roundsAreListedTheNewestFirst() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.reference().round("2027"));
        asking().get("/v1/rounds")
                .then()
                .statusCode(200)
                .body("latest", equalTo("2005"))
                .body("rounds.id", contains("2027", "2005"))
                .body("rounds[1].title", equalTo("Round 2005"))
                .body("rounds[1].fullTimeHours", equalTo(36))
                .body("rounds[1].municipalities", contains(AMERSFOORT, LEUSDEN));
    }

    @Test
    void aMunicipalityHasItsNameAndItsPlaceInTheRegister() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/municipalities").then().body("municipalities.code", contains(AMERSFOORT, LEUSDEN));
        asking().get("/v1/municipalities/GM0327")
                .then()
                .statusCode(200)
                .body("name", equalTo("Leusden"))
                .body("identifier", equalTo("https://identifier.overheid.nl/tooi/id/gemeente/gm0327"))
                .body("rounds", contains("2005"));
        asking().get("/v1/municipalities/GM9999").then().statusCode(404);
    }

    @Test
    void anIndicatorSaysHowItIsComputed() throws Exception {
        publishTwoMunicipalities();
        asking().get("/v1/indicators/fte-per-10000-residents?lang=nl")
                .then()
                .statusCode(200)
                .body("label", equalTo("Fte per 10.000 inwoners"))
                .body("formula.kind", equalTo("ratio"))
                .body("formula.inputs", contains("fte-total", "residents"))
                .body("comparableOn.aspect", contains("definition", "as-of"));
        asking().get("/v1/indicators/office-kind")
                .then()
                .body("numeric", equalTo(false))
                .body("$", not(hasKey("unit")));
        asking().get("/v1/indicators/beer").then().statusCode(404);
    }

    @Test
    void anIndicatorTellsWhatFeedsItAndWhatMakesItIncomparable() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.reference().round("2027"));
        publish(Publication.responses("2027")
                .textOf(LEUSDEN, "residents", "inhabitants", "x")
                .text(LEUSDEN, "approach-name", "Wijkaanpak"));
        asking().get("/v1/indicators/fte-per-10000-residents")
                .then()
                .statusCode(200)
                .body("definitions", equalTo(1))
                .body("unitLabel", equalTo("FTE per 10,000 residents"))
                .body("formulaInWords", equalTo("Staff × 10,000 ÷ Residents."))
                .body("inputs.measure", contains("fte-total", "residents"))
                .body("inputs.label", contains("Staff", "Residents"))
                .body("inputs.type", contains("number", "number"))
                .body("inputs.unit", contains("fte", "residents"))
                .body("inputs[0].questions.question", contains("fte-total"))
                .body("inputs[0].questions[0].questionnaire", equalTo("standard"))
                .body("inputs[0].questions[0].version", equalTo(2005))
                .body("inputs[1].questions.question", contains("residents", "inhabitants"))
                .body("inputs[1].questions[1].rounds", contains("2027"))
                .body("incomparable.aspect", contains("definition", "as-of"))
                .body("incomparable.label", contains("Staff", "Residents"))
                .body("incomparable[0].warnings.code", contains("definition-differs"))
                .body("incomparable[0].warnings[0].detail", equalTo("Staff: not everybody counted the same."))
                .body("incomparable[1].warnings.code", contains("as-of-differs", "as-of-unknown"))
                .body("assumptions.code", contains("full-time-hours"))
                .body("factors.id", contains("full-time-hours"))
                .body("factors[0].from", equalTo("hours-per-week"))
                .body("factors[0].to", equalTo("fte"))
                .body("factors[0].values.round", contains("2005", "2027"))
                .body("factors[0].values[0].value", equalTo(36))
                .body("factors[0].values[0].source", equalTo("collective agreement"));
        asking().get("/v1/indicators/approach-name?lang=nl")
                .then()
                .body("formulaInWords", equalTo("Naam van de aanpak, zoals opgegeven."))
                .body("inputs[0].questions[0].rounds", contains("2027"))
                .body("$", not(hasKey("unitLabel")))
                .body("factors", hasSize(0));
        asking().get("/v1/indicators/rating-depth")
                .then()
                .statusCode(200)
                .body("inputs.type", contains("points"))
                .body("inputs[0].questions", hasSize(0));
    }

    @Test
    void everyIndicatorOfTheListCanBeReadInFull() throws Exception {
        publishTwoMunicipalities();
        List<String> all = asking().get("/v1/indicators").jsonPath().getList("indicators.id");
        for (String id : all) {
            asking().get("/v1/indicators/" + id + "?lang=nl")
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id));
        }
    }

    @Test
    void versionsAreListedPageByPage() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.responses("2005")
                .number(LEUSDEN, "residents", "30000", "residents", "exact", "2005")
                .correcting(4, "a slip"));
        List<Integer> versions = new ArrayList<>();
        String page = "/v1/datasets?limit=2";
        while (page != null) {
            var answer = asking().get(page);
            versions.addAll(answer.jsonPath().getList("datasets.version"));
            page = answer.headers().getValues("Link").stream()
                    .filter(link -> link.contains("rel=\"next\""))
                    .map(link -> link.replaceAll("<(.*)>.*", "$1"))
                    .findFirst()
                    .orElse(null);
        }
        assertEquals(List.of(5, 4, 3, 2, 1), versions);
        asking().get("/v1/datasets")
                .then()
                .body("latest", equalTo(5))
                .body("datasets[0].corrects", equalTo(4))
                .body("datasets[0].reason", equalTo("a slip"))
                .body("datasets[1].correctedBy", equalTo(5))
                .body("datasets", hasSize(5));
        asking().get("/v1/datasets?limit=0").then().statusCode(400);
        asking().get("/v1/datasets?before=1").then().statusCode(200).body("datasets", hasSize(0));
    }

    @Test
    void theLimitsAreSaid() throws Exception {
        asking().get("/v1/config").then().statusCode(200).body("limits.datasetsPerPage", equalTo(1000));
    }

    @Test
    void everyOperationOfTheContractTakesALanguage() throws Exception {
        publishTwoMunicipalities();
        for (String path : List.of(
                "/v1/comparisons",
                "/v1/rounds",
                "/v1/municipalities",
                "/v1/indicators",
                "/v1/datasets",
                "/v1/config")) {
            asking().get(path + "?lang=nl").then().statusCode(200);
            asking().get(path + "?lang=fr").then().statusCode(400);
        }
    }
}
