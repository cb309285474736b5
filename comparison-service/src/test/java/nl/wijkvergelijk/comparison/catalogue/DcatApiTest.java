package nl.wijkvergelijk.comparison.catalogue;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DcatApiTest extends ApiTest {

    /** What DCAT-AP-NL 3 and DCAT-AP 3 make mandatory. */
    @Test
    void whatTheProfileMakesMandatoryIsThere() throws Exception {
        publishTwoMunicipalities();
        JsonPath catalog =
                asking().get("/v1/catalog").then().statusCode(200).extract().jsonPath();
        assertHas(
                catalog.getMap(""),
                "dct:title",
                "dct:description",
                "dct:publisher",
                "dcat:contactPoint",
                "dcat:dataset");
        for (Map<String, ?> dataset : catalog.<Map<String, ?>>getList("'dcat:dataset'")) {
            assertHas(
                    dataset,
                    "dct:title",
                    "dct:description",
                    "dct:identifier",
                    "dct:accessRights",
                    "dcat:contactPoint",
                    "dct:creator",
                    "dct:publisher",
                    "dcat:theme");
        }
        for (Map<String, ?> each : catalog.<Map<String, ?>>getList("'dcat:dataset'[0].'dcat:distribution'")) {
            assertHas(each, "dcat:accessURL", "dct:license");
        }
        assertHas(
                catalog.getMap("'dcat:service'"),
                "dct:title",
                "dct:description",
                "dct:identifier",
                "dct:accessRights",
                "dcat:contactPoint",
                "dcat:endpointURL",
                "dcat:endpointDescription",
                "dct:license",
                "dct:publisher",
                "dcat:theme");
    }

    @Test
    void everyDistributionOfARoundCanBeHad() throws Exception {
        publishTwoMunicipalities();
        seam.publish(Publication.reference().round("2027"));
        publish(Publication.responses("2027").number(AMERSFOORT, "residents", "160000", "residents", "exact", "2027"));
        JsonPath catalog = asking().get("/v1/catalog").jsonPath();
        assertEquals(List.of("4", "6"), catalog.getList("'dcat:dataset'.'dcat:version'"), "version of each round");
        List<String> addresses =
                catalog.getList("'dcat:dataset'.'dcat:distribution'.flatten().'dcat:downloadURL'.'@id'");
        int topics =
                asking().get("/v1/comparisons").jsonPath().getList("topics").size();
        assertEquals(2 * 4 * topics, new HashSet<>(addresses).size());
        for (String address : addresses) {
            asking().urlEncodingEnabled(false)
                    .get(address.replace("http://127.0.0.1:8081", ""))
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("immutable"));
        }
    }

    @Test
    void aRoundWithoutFiguresIsNotInIt() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.reference().round("2027"));
        asking().get("/v1/catalog")
                .then()
                .header("Content-Type", equalTo("application/ld+json"))
                .body("'dcat:dataset'", hasSize(1))
                .body("'dcat:dataset'[0].'dct:modified'.'@value'", equalTo("2006-01-06T03:04:05Z"))
                .body("'dct:license'.'@id'", equalTo("https://creativecommons.org/publicdomain/zero/1.0/"));
    }

    @Test
    void whereNothingIsPublishedThereIsNoCatalogue() throws Exception {
        publish(Publication.definitions());
        asking().get("/v1/catalog").then().statusCode(404).body("type", equalTo("/v1/problems/nothing-published"));
    }

    private static void assertHas(Map<String, ?> node, String... properties) {
        for (String property : properties) {
            assertNotNull(node.get(property), () -> property + " of " + node.get("@id"));
        }
    }
}
