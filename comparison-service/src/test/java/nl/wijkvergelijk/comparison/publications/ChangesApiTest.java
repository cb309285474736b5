package nl.wijkvergelijk.comparison.publications;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangesApiTest extends ApiTest {

    /** Two rounds, and the residents of Leusden in 2005 corrected: sequence 7. */
    private long publishACorrection() throws Exception {
        long first = publishTwoMunicipalities();
        seam.publish(Publication.reference().round("2027"));
        seam.publish(Publication.responses("2027").number(LEUSDEN, "residents", "31000", "residents", "exact", "2027"));
        return publish(Publication.responses("2005")
                .number(LEUSDEN, "residents", "29100", "residents", "rounded", "2005")
                .number(LEUSDEN, "fte-total", "56", "hours-per-week", "exact", "2005")
                .correcting(first, "The municipality counted again."));
    }

    @Test
    void aCorrectionSaysWhatItChangedFromWhatToWhatAndWhy() throws Exception {
        publishACorrection();
        asking().get("/v1/datasets/7/changes")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=86400, immutable"))
                .body("version", equalTo(7))
                .body("kind", equalTo("responses"))
                .body("round", equalTo("2005"))
                .body("corrects", equalTo(4))
                .body("reason", equalTo("The municipality counted again."))
                .body("definitions", nullValue())
                .body("municipalities", empty())
                .body("rounds", empty())
                .body("count", equalTo(3))
                .body(
                        "figures.id",
                        contains(
                                "2005.GM0327.residents",
                                "2005.GM0327.fte-per-10000-residents",
                                "2005.GM0327.residents-per-fte"))
                .body("figures[0].municipality.name", equalTo("Leusden"))
                .body("figures[0].old.value", equalTo(29000))
                .body("figures[0].old.qualifier", equalTo("exact"))
                .body("figures[0].old.low", nullValue())
                .body("figures[0].old.provenance", equalTo("/v1/figures/2005.GM0327.residents?dataset=6"))
                .body("figures[0].new.value", equalTo(29100))
                .body("figures[0].new.qualifier", equalTo("rounded"))
                .body("figures[0].new.low", equalTo(29050))
                .body("figures[0].new.high", equalTo(29150))
                .body("figures[0].new.provenance", equalTo("/v1/figures/2005.GM0327.residents?dataset=7"))
                .body("figures[0].replaces", equalTo(4));
        asking().get("/v1/figures/2005.GM0327.residents?dataset=6").then().body("figure.value", equalTo(29000));
    }

    @Test
    void aWithdrawalSaysWhatIsGone() throws Exception {
        publishACorrection();
        long version = publish(Publication.withdrawal("2027")
                .missing(LEUSDEN, "residents", "withdrawn")
                .correcting(6, "On request."));
        asking().get("/v1/datasets/" + version + "/changes")
                .then()
                .body("figures.id", hasItem("2027.GM0327.residents"))
                .body("figures[0].old.value", equalTo(31000))
                .body("figures[0].new.missing", equalTo("withdrawn"))
                .body("reason", equalTo("On request."));
    }

    @Test
    void namesRoundsAndDefinitionsAreChangesToo() throws Exception {
        publishACorrection();
        asking().get("/v1/datasets/1/changes")
                .then()
                .body("definitions.old", nullValue())
                .body("definitions.new", equalTo(1))
                .body("definitions.indicators.added", hasItem("fte-total"))
                .body("definitions.indicators.changed", empty())
                .body("figures", empty());
        asking().get("/v1/datasets/2/changes")
                .then()
                .body("definitions", nullValue())
                .body("municipalities.code", contains(AMERSFOORT, LEUSDEN))
                .body("municipalities[0].old", nullValue())
                .body("municipalities[0].new.name", equalTo("Amersfoort"));
        asking().get("/v1/datasets/5/changes?lang=nl")
                .then()
                .body("rounds.id", contains("2027"))
                .body("rounds[0].new.title", equalTo("Ronde 2027"))
                .body("rounds[0].new.fullTimeHours", equalTo(36));
        publish(Publication.reference().merged(LEUSDEN, "Leusden", "2028-01-01", AMERSFOORT));
        asking().get("/v1/datasets/8/changes")
                .then()
                .body("municipalities.code", contains(LEUSDEN))
                .body("municipalities[0].old.validTo", nullValue())
                .body("municipalities[0].new.validTo", equalTo("2028-01-01"))
                .body("municipalities[0].new.successors", contains(AMERSFOORT))
                .body("count", equalTo(0));
    }

    @Test
    void pagesTogetherAreTheWhole() throws Exception {
        publishACorrection();
        List<String> all = asking().get("/v1/datasets/4/changes").path("figures.id");
        List<String> paged = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String path = "/v1/datasets/4/changes?limit=3";
        while (path != null) {
            Response page = asking().get(path);
            assertEquals(all.size(), page.<Integer>path("count"));
            paged.addAll(page.path("figures.id"));
            sizes.add(page.<List<String>>path("figures.id").size());
            path = next(page).stream().findFirst().orElse(null);
        }
        assertEquals(all, paged);
        List<Integer> expected = new ArrayList<>();
        for (int rest = all.size(); rest > 0; rest -= 3) {
            expected.add(Math.min(3, rest));
        }
        assertEquals(expected, sizes);
        Response whole = asking().get("/v1/datasets/4/changes?limit=" + all.size());
        assertEquals(all, whole.path("figures.id"));
        assertEquals(List.of(), next(whole));
        Response beyond = asking().get("/v1/datasets/4/changes?after=" + all.get(all.size() - 1));
        assertEquals(List.of(), beyond.path("figures"));
        assertEquals(all.size(), beyond.<Integer>path("count"));
        assertEquals(List.of(), next(beyond));
    }

    private static List<String> next(Response page) {
        return page.headers().getValues("Link").stream()
                .filter(link -> link.endsWith("rel=\"next\""))
                .map(link -> link.substring(1, link.indexOf('>')))
                .toList();
    }

    @Test
    void whatIsNotThereIsRefused() throws Exception {
        publishACorrection();
        asking().get("/v1/datasets/8/changes")
                .then()
                .statusCode(404)
                .body("type", equalTo("/v1/problems/dataset-unknown"));
        asking().get("/v1/datasets/0/changes").then().statusCode(404);
        asking().get("/v1/datasets/last/changes").then().statusCode(404);
        asking().get("/v1/datasets/7/changes?after=2027.GM0327.residents&limit=0")
                .then()
                .statusCode(400)
                .body("errors.name", contains("limit", "after"));
    }
}
