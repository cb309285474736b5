package nl.wijkvergelijk.comparison.page;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

/** The page shows what the API says, in words, with a way back to each figure. */
@QuarkusTest
class PageApiTest extends ApiTest {

    private static ValidatableResponse page(String query) {
        return RestAssured.given()
                .header("Accept-Language", "en")
                .get("/" + query)
                .then();
    }

    @Test
    void figuresStandWithWhatTheyCanBeTheirRankAndTheirSource() throws Exception {
        publishTwoMunicipalities();
        page("?topic=fte")
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .header("Content-Language", "en")
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'self'"))
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("<a href=\"/figures/2005.GM0307.residents?dataset=4&amp;lang=en\">135,000</a>"))
                .body(containsString("[134,000–136,000]"))
                .body(containsString("rank 1"))
                .body(containsString("Residents: not exact everywhere"))
                .body(containsString("/v1/comparisons/fte?lang=en&amp;round=2005&amp;dataset=4"))
                .body(containsString("read.csv("));
        page("?topic=fte&lang=nl").body(containsString("135.000")).body(containsString("<html lang=\"nl\">"));
    }

    @Test
    void whoChoosesAMunicipalitySeesItsRowAndTheRanksOfAll() throws Exception {
        publishTwoMunicipalities();
        page("?topic=fte&municipality=GM0327")
                .body(containsString("<th scope=\"row\">Leusden</th>"))
                .body(not(containsString("<th scope=\"row\">Amersfoort</th>")))
                .body(containsString("rank 2"))
                .body(containsString("value=\"GM0327\" checked"));
        page("?topic=fte&municipality=GM0327&municipality=GM0307")
                .body(containsString("<th scope=\"row\">Amersfoort</th>"));
    }

    @Test
    void whatIsNotThereIsSaidAndTheRestIsShown() throws Exception {
        publishTwoMunicipalities();
        page("?topic=%3Cscript%3E&round=1999&municipality=GM9999")
                .statusCode(200)
                .body(containsString("There is no such topic"))
                .body(containsString("No figures of this round are published"))
                .body(containsString("Not every municipality chosen"))
                .body(not(containsString("<script")))
                .body(containsString("<th scope=\"row\">Leusden</th>"));
    }

    @Test
    void aNamedGroupIsComparedByItselfAndSaysWhoIsNotHere() throws Exception {
        publishTwoMunicipalities();
        page("?topic=fte").body(not(containsString("name=\"group\"")));
        publish(Publication.reference("2005")
                .municipality("GM0342", "Soest")
                .group("near", "[\"GM0327\", \"GM0342\"]"));
        page("?topic=fte&group=near")
                .body(containsString("<option value=\"near\" selected>Group near</option>"))
                .body(
                        containsString(
                                "Compared only among themselves: Group near, according to Map of 2005. Without figures: Soest."))
                .body(containsString("<th scope=\"row\">Leusden</th>"))
                .body(not(containsString("<th scope=\"row\">Amersfoort</th>")))
                .body(containsString("rank 1"))
                .body(containsString("/v1/comparisons/fte?lang=en&amp;round=2005&amp;group=near&amp;dataset=5"));
        page("?topic=fte&group=%3Cb%3E")
                .statusCode(200)
                .body(containsString("There is no such group in this round"))
                .body(not(containsString("<b>")))
                .body(containsString("<th scope=\"row\">Amersfoort</th>"));
    }

    @Test
    void theSamePageIsNotSentTwice() throws Exception {
        publishTwoMunicipalities();
        String tag = page("?topic=fte").extract().header("ETag");
        RestAssured.given()
                .header("Accept-Language", "en")
                .header("If-None-Match", tag)
                .get("/?topic=fte")
                .then()
                .statusCode(304)
                .body(equalTo(""));
        RestAssured.get("/page.css").then().statusCode(200).contentType("text/css; charset=utf-8");
    }
}
