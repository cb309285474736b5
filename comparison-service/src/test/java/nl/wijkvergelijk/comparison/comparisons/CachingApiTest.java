package nl.wijkvergelijk.comparison.comparisons;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CachingApiTest extends ApiTest {

    @Test
    void whoHasTheAnswerAlreadyIsToldSoWithTheSameHeaders() throws Exception {
        publishTwoMunicipalities();
        Response first = asking().get("/v1/comparisons/fte");
        Response again = asking().header("If-None-Match", first.header("ETag")).get("/v1/comparisons/fte");
        assertEquals(304, again.statusCode());
        assertEquals(0, again.asByteArray().length);
        for (String header : List.of("ETag", "Cache-Control", "Vary", "Content-Language", "API-Version", "Link")) {
            assertEquals(first.header(header), again.header(header), header);
        }
        assertEquals("public, max-age=10, stale-while-revalidate=60", first.header("Cache-Control"));
        first.then()
                .header("Vary", containsString("Accept-Language"))
                .header("Link", containsString("rel=\"license\""));
    }

    @Test
    void everyFormAndLanguageHasItsOwnTag() throws Exception {
        publishTwoMunicipalities();
        Set<String> tags = new TreeSet<>();
        for (String query : List.of("lang=nl", "lang=en", "lang=nl&format=csv", "lang=en&format=csv")) {
            tags.add(asking().get("/v1/comparisons/fte?" + query).header("ETag"));
        }
        assertEquals(4, tags.size(), tags.toString());
    }

    @Test
    void publicationsElsewhereChangeNeitherBytesNorTag() throws Exception {
        publishTwoMunicipalities();
        Response before = asking().get("/v1/comparisons/fte?round=2005");
        seam.publish(Publication.reference().round("2027"));
        publish(Publication.responses("2027").number(AMERSFOORT, "residents", "160000", "residents", "exact", "2027"));
        Response after = asking().get("/v1/comparisons/fte?round=2005");
        assertArrayEquals(before.asByteArray(), after.asByteArray());
        assertEquals(before.header("ETag"), after.header("ETag"));
    }

    @Test
    void aPublicationChangesTheTag() throws Exception {
        publishTwoMunicipalities();
        String before = asking().get("/v1/comparisons/fte").header("ETag");
        publish(Publication.responses("2005").number(LEUSDEN, "residents", "30000", "residents", "exact", "2005"));
        assertNotEquals(before, asking().get("/v1/comparisons/fte").header("ETag"));
    }

    @Test
    void aHeadHasTheHeadersOfTheGet() throws Exception {
        publishTwoMunicipalities();
        String tag = asking().get("/v1/comparisons/fte").header("ETag");
        asking().head("/v1/comparisons/fte").then().statusCode(200).header("ETag", tag);
    }
}
