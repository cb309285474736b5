package nl.wijkvergelijk.comparison.findings;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FindingsApiTest extends ApiTest {

    /** Three findings at sequence 5. */
    private long publishThree() throws Exception {
        publishTwoMunicipalities();
        return publish(Publication.findings("2005")
                .finding("size", "context", "observation", null, "[\"residents\"]", "[\"GM0327\", \"GM0307\"]")
                .finding("matters", "context", "question", "size", "[]", "[]")
                .finding("staff", "position", "observation", null, "[\"fte-total\"]", "[\"GM0307\"]"));
    }

    @Test
    void theFindingsOfTheRoundAreToldInTheirOrder() throws Exception {
        publishThree();
        asking().get("/v1/findings")
                .then()
                .statusCode(200)
                .body("round", equalTo("2005"))
                .body("dataset.version", equalTo(5))
                .body("findings.id", contains("2005.size", "2005.matters", "2005.staff"))
                .body("findings[0].text", equalTo("Text of size"))
                .body("findings[0].theme.label", equalTo("Theme context"))
                .body("findings[0].children", contains("2005.matters"))
                .body("findings[0].municipalities.name", contains("Leusden", "Amersfoort"))
                .body("findings[0].evidence[0].section", equalTo("4.7"))
                .body("findings[0].publication.version", equalTo(5))
                .body("findings[0].provenance", equalTo("/v1/findings/2005.size?dataset=5"))
                .body("findings[1].parent", equalTo("2005.size"));
        asking().get("/v1/findings?lang=nl").then().body("findings[0].text", equalTo("Tekst van size"));
    }

    @Test
    void aQuestionIsAboutWhatItsObservationIsAbout() throws Exception {
        publishThree();
        for (String query : new String[] {"indicator=residents", "municipality=GM0327", "theme=context"}) {
            asking().get("/v1/findings?" + query).then().body("findings.id", contains("2005.size", "2005.matters"));
        }
        asking().get("/v1/findings?kind=question").then().body("findings.id", contains("2005.matters"));
        asking().get("/v1/findings?kind=observation,question&theme=position")
                .then()
                .body("findings.id", contains("2005.staff"));
        asking().get("/v1/findings?indicator=ward-count").then().body("findings", empty());
    }

    @Test
    void whatIsNotThereIsRefusedByName() throws Exception {
        publishThree();
        asking().get("/v1/findings?round=1999&theme=weather&kind=rumour&indicator=beer&municipality=GM9999")
                .then()
                .statusCode(400)
                .body("errors.name", contains("round", "theme", "kind", "indicator", "municipality"));
        asking().get("/v1/findings?dataset=99")
                .then()
                .statusCode(404)
                .body("type", equalTo("/v1/problems/dataset-unknown"));
        for (String id : new String[] {"2005.nobody", "1999.size", "size", "2005.", "2005.size.more"}) {
            asking().get("/v1/findings/" + id).then().statusCode(404).body("type", equalTo("/v1/problems/not-found"));
        }
    }

    @Test
    void aPinnedVersionKeepsWhatWasSaidThen() throws Exception {
        publishThree();
        String then = asking().get("/v1/findings?dataset=5").asString();
        String one = asking().get("/v1/findings/2005.size?dataset=5").asString();
        publish(Publication.findings("2005")
                .finding("size", "context", "observation", null, "[]", "[]", "Said better")
                .correcting(5, "Said better"));
        assertEquals(then, asking().get("/v1/findings?dataset=5").asString());
        assertEquals(one, asking().get("/v1/findings/2005.size?dataset=5").asString());
        asking().get("/v1/findings/2005.size?dataset=5")
                .then()
                .header("Cache-Control", containsString("immutable"))
                .header("Link", containsString("</v1/findings/2005.size>; rel=\"latest-version\"; dataset=\"6\""));
        asking().get("/v1/findings/2005.size")
                .then()
                .body("finding.text", equalTo("Said better"))
                .body("finding.publication.version", equalTo(6))
                .body("finding.publication.corrects", equalTo(5))
                .body("finding.publication.reason", equalTo("Said better"))
                .body("dataset.version", equalTo(6));
        asking().get("/v1/findings?dataset=4").then().statusCode(200).body("findings", empty());
    }

    @Test
    void aFindingIsCorrectedOnlyWhereItWasPublishedBefore() throws Exception {
        publishThree();
        publish(Publication.findings("2005")
                .finding("size", "context", "observation", null, "[]", "[]", "Said better")
                .finding("more", "context", "observation", null, "[]", "[]", "Said too")
                .correcting(5, "Said better"));
        saysItCorrects("size", 5, "Said better");
        saysItCorrects("more", null, null);
        publish(Publication.findings("2005").withdrawnFinding("more", "context").correcting(6, "Not so"));
        saysItCorrects("more", 6, "Not so");
        publish(Publication.findings("2005")
                .finding("more", "context", "observation", null, "[]", "[]", "So it is")
                .finding("size", "context", "observation", null, "[]", "[]", "Said best")
                .correcting(6, "Said best"));
        saysItCorrects("more", null, null);
        saysItCorrects("size", 6, "Said best");
    }

    private static void saysItCorrects(String id, Integer corrects, String reason) {
        asking().get("/v1/findings/2005." + id)
                .then()
                .statusCode(200)
                .body("finding.publication.corrects", equalTo(corrects))
                .body("finding.publication.reason", equalTo(reason));
    }

    @Test
    void aWithdrawnFindingSaysSoAndNoMore() throws Exception {
        publishThree();
        publish(Publication.findings("2005")
                .withdrawnFinding("staff", "position")
                .correcting(5, "It was Delft"));
        asking().get("/v1/findings").then().body("findings.id", contains("2005.size", "2005.matters"));
        asking().get("/v1/findings/2005.staff")
                .then()
                .statusCode(200)
                .body("finding.withdrawn", equalTo(true))
                .body("finding.text", nullValue())
                .body("finding.evidence", empty())
                .body("finding.publication.reason", equalTo("It was Delft"));
    }

    @Test
    void findingsChangeNoComparison() throws Exception {
        publishTwoMunicipalities();
        String before = asking().get("/v1/comparisons/fte").asString();
        publish(Publication.findings("2005").finding("size", "context", "observation", null, "[]", "[]"));
        assertEquals(before, asking().get("/v1/comparisons/fte").asString());
        asking().get("/v1/datasets?limit=1").then().body("datasets.findings", contains(1));
    }

    @Test
    void aPublicationThatLacksAFindingIsNotTaken() throws Exception {
        publishThree();
        long lacking = seam.publish(Publication.findings("2005")
                .finding("late", "context", "observation", null, "[]", "[]")
                .promisingOneFindingMore());
        awaitRefusal("2 findings, there are 1");
        asking().get("/v1/findings").then().body("dataset.version", equalTo(5));
        seam.execute("update published.publication set findings = 1 where sequence = " + lacking);
        awaitHeld(lacking);
        asking().get("/v1/findings").then().body("findings.id", hasItem("2005.late"));
    }

    @Test
    void withoutTheDatabaseOnlyTheTextsAreAway() throws Exception {
        publishThree();
        stopDatabase();
        try {
            asking().get("/v1/findings")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .body("type", equalTo("/v1/problems/archive-away"));
            asking().get("/v1/findings/2005.nobody").then().statusCode(404);
            asking().get("/v1/municipalities/GM0327/profile").then().statusCode(503);
            asking().get("/v1/comparisons/fte").then().statusCode(200);
        } finally {
            startDatabase();
        }
    }
}
