package nl.wijkvergelijk.comparison;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes from memory may be asked without end; what does not has limits per address. */
@QuarkusTest
@TestProfile(LimitsApiTest.Narrow.class)
class LimitsApiTest extends ApiTest {

    private static final int LOOKUPS = 3;
    private static final int EXPENSIVE = 2;
    /** All figures of two municipalities in one round, and not in two. */
    private static final int FIGURES = 70;

    /** Limits that a test can meet, behind one proxy. */
    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "wijkvergelijk.limits.lookups", "" + LOOKUPS,
                    "wijkvergelijk.limits.expensive", "" + EXPENSIVE,
                    "wijkvergelijk.figures-per-answer", "" + FIGURES,
                    "wijkvergelijk.limits.proxies", "1");
        }
    }

    private static RequestSpecification from(String address) {
        return asking().header("X-Forwarded-For", address);
    }

    private static void isRefused(String address, String path, String rateClass, int quota) {
        from(address)
                .get(path)
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .header("RateLimit-Policy", equalTo("\"%s\";q=%d;w=60".formatted(rateClass, quota)))
                .header("RateLimit", matchesPattern("\"%s\";r=0;t=[1-9]\\d*".formatted(rateClass)))
                .header("Access-Control-Allow-Origin", "*")
                .body("type", equalTo("/v1/problems/too-many-requests"));
    }

    @Test
    void anAnswerHasNoMoreFiguresThanTheInstallationSays() throws SQLException {
        publishTwoMunicipalities();
        seam.publish(Publication.reference().round("2006"));
        publish(Publication.responses("2006")
                .number(AMERSFOORT, "residents", "136000", "residents", "exact", "2006")
                .number(LEUSDEN, "residents", "29500", "residents", "exact", "2006"));
        asking().get("/v1/config").then().body("limits.answerFigures", equalTo(FIGURES));
        int one = asking().get("/v1/figures?round=2005").jsonPath().getList("").size();
        assertTrue(one <= FIGURES && 2 * one > FIGURES, "there are " + one);
        for (String form : List.of("json", "csv", "jsonstat", "xlsx")) {
            asking().get("/v1/figures?round=2005,2006&lang=nl&format=" + form)
                    .then()
                    .statusCode(400)
                    .body("errors.name", contains("indicator"))
                    .body("errors.code", contains("too-many"))
                    .body(
                            "errors[0].detail",
                            equalTo("Dit zijn %d cijfers; in een antwoord passen er %d. ".formatted(2 * one, FIGURES)
                                    + "Vraag minder indicatoren, gemeenten of rondes tegelijk."));
        }
        seam.publish(Publication.reference().round("2007"));
        publish(Publication.responses("2007").number(AMERSFOORT, "residents", "137000", "residents", "exact", "2007"));
        asking().get("/v1/figures?round=2005,2007").then().statusCode(200);
        // A cube has a place for who is in one round and not in the other.
        asking().get("/v1/figures?round=2005,2007&lang=nl&format=jsonstat")
                .then()
                .statusCode(400)
                .body("errors[0].detail", startsWith("Dit zijn %d cijfers".formatted(2 * one)));
        for (String fewer :
                List.of("round=2006", "round=2005,2006&municipality=GM0307", "round=2005,2006&indicator=fte-total")) {
            asking().get("/v1/figures?" + fewer).then().statusCode(200);
        }
    }

    @Test
    void onlyWhatDoesNotComeFromMemoryHasALimit() throws SQLException {
        publishTwoMunicipalities();
        String poller = "203.0.113.1";
        for (int i = 0; i < 20; i++) {
            from(poller).get("/v1/comparisons/fte").then().statusCode(200).header("RateLimit", nullValue());
        }
        String provenance = "/v1/figures/2005.GM0307.fte-total";
        for (int i = 0; i < LOOKUPS; i++) {
            // A cache gives this to others, of whom it says nothing.
            from(poller).get(provenance).then().statusCode(200).header("RateLimit", nullValue());
        }
        isRefused(poller, provenance, "lookups", LOOKUPS);
        assertEquals(
                429,
                given().urlEncodingEnabled(false)
                        .header("X-Forwarded-For", poller)
                        .get("/v1/%66igures/2005.GM0307.fte-total")
                        .statusCode());
        isRefused(poller, "/v1/comparisons/fte?dataset=4", "lookups", LOOKUPS);
        from(poller).get("/v1/comparisons/fte").then().statusCode(200);
        from("203.0.113.2").get(provenance).then().statusCode(200);

        for (int i = 0; i < EXPENSIVE; i++) {
            from(poller).get("/v1/figures?format=xlsx").then().statusCode(200);
        }
        isRefused(poller, "/v1/figures?format=xlsx", "expensive", EXPENSIVE);
        from(poller)
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get("/v1/comparisons/fte")
                .then()
                .statusCode(429);
        from(poller)
                .header("Accept", "text/html")
                .header("Accept", "APPLICATION/VND.OpenXMLFormats-officedocument.spreadsheetml.sheet")
                .get("/v1/comparisons/fte")
                .then()
                .statusCode(429);
        from(poller).get("/v1/figures?format=csv").then().statusCode(200);
        assertEquals(
                404,
                given().urlEncodingEnabled(false)
                        .header("X-Forwarded-For", poller)
                        .get("/v1/figures;x?format=xlsx")
                        .statusCode(),
                "the resource would be found without what stands behind the semicolon");
    }
}
