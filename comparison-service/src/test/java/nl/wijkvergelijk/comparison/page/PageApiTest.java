package nl.wijkvergelijk.comparison.page;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                .body(containsString(
                        "Ranks and summary are about Group near, according to Map of 2005. Without figures: Soest."))
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

    @Test
    void theChartOfWhatIsShownStandsOnThePage() throws Exception {
        publish(PageRounds.publishFirst(seam));
        page("?topic=fte&round=2005&municipality=GM0327")
                .body(containsString("<img src=\"/v1/comparisons/fte/chart?round=2005&amp;indicator=fte-total"
                        + "&amp;municipality=GM0327&amp;dataset=5&amp;lang=en\" alt=\"Chart: Staff, round 2005."));
        page("?topic=fte&round=2027&compareTo=2005&chart=residents")
                .body(containsString("indicator=residents&amp;compareTo=2005&amp;dataset=7"))
                .body(containsString("round 2027 and round 2005"));
        page("?topic=policy-areas&round=2005")
                .body(containsString("/v1/comparisons/policy-areas/chart?round=2005&amp;dataset=5"));
        page("?topic=ratings&round=2005")
                .body(containsString("<img src=\"/v1/rounds/2005/ratings/chart?dataset=5&amp;lang=en\""));
        page("?topic=ratings&round=2005&chart=rating-depth")
                .body(containsString("/v1/comparisons/ratings/chart?round=2005"));
        page("?topic=fte&round=2005&chart=nothing&compareTo=1999")
                .body(containsString("There is no such chart."))
                .body(containsString("No figures of the round to compare with are published."));
    }

    @Test
    void everyChartOnAPageIsThere() throws Exception {
        publish(PageRounds.publishFirst(seam));
        for (String query : List.of(
                "?topic=overview",
                "?topic=policy-areas&round=2005",
                "?topic=contacts&round=2027",
                "?topic=ratings&round=2005",
                "?topic=ratings&round=2027",
                "?topic=fte&round=2005&compareTo=2027",
                "?topic=fte&round=2005&peersOf=GM0327&peers=1",
                "?topic=fte&round=2027&sizeClass=20000-50000")) {
            String html = page(query).statusCode(200).extract().asString();
            Matcher image = Pattern.compile("<img src=\"([^\"]+)\"").matcher(html);
            assertTrue(image.find(), query);
            asking().urlEncodingEnabled(false)
                    .get(image.group(1).replace("&amp;", "&"))
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("image/svg+xml"));
        }
    }

    @Test
    void howSharesAddUpIsSaidAndNothingIsScaled() throws Exception {
        publish(PageRounds.publishFirst(seam));
        page("?topic=policy-areas&round=2005")
                .body(containsString("<th scope=\"row\">Amersfoort</th><td class=\"number\">98.0 [95.0–101.0]</td>"))
                .body(containsString("Physical development, Physical management, Economic (each 0–25.0)"));
    }

    @Test
    void ranksCanBeAmongPeersOrASizeClassAndTheAddressesAreOfTheSame() throws Exception {
        publish(PageRounds.publishFirst(seam));
        page("?topic=fte&round=2005&peersOf=GM0327&peers=1")
                .body(
                        containsString(
                                "Ranks and summary are about Leusden and the municipalities with about as many residents: Amersfoort, Leusden."))
                .body(containsString("peersOf=GM0327&amp;peers=1&amp;format=xlsx"))
                .body(containsString("peersOf=GM0327&amp;peers=1&amp;format=jsonstat"))
                .body(containsString("peersOf=GM0327&amp;peers=1&amp;format=csv&amp;layout=wide"));
        page("?topic=fte&round=2005&sizeClass=20000-50000")
                .body(containsString(
                        "Ranks and summary are about municipalities with 20,000 to 50,000 residents: Leusden."))
                .body(not(containsString("<th scope=\"row\">Amersfoort</th>")));
        page("?topic=fte&round=2005&peersOf=GM9999&sizeClass=x&peers=0")
                .statusCode(200)
                .body(containsString("How many residents this municipality has is not known"))
                .body(containsString("Choose one group"));
    }

    @Test
    void whereAFigureComesFromCanBeRead() throws Exception {
        publish(PageRounds.publishFirst(seam));
        long version = publish(Publication.responses("2005")
                .under(2)
                .number(LEUSDEN, "fte-total", "72", "hours-per-week", "exact", "2005"));
        ValidatableResponse now =
                page("figures/2005.GM0327.fte-total?dataset=5").statusCode(200);
        now.contentType("text/html; charset=utf-8")
                .body(containsString("<h1>Staff, Leusden, round 2005</h1>"))
                .body(containsString("<strong>1.56 FTE</strong>"))
                .body(containsString("sources contradict each other"))
                .body(containsString("Staff, as reported."))
                .body(containsString("56 hours per week"))
                .body(containsString("the full-time week of the round, 36 hours"))
                .body(containsString("<strong>contradicts this:</strong> 2 FTE"))
                .body(containsString("Jaarverslag, 2004, section 3.7, page 12"))
                .body(containsString("Wijkgericht werken vergeleken, LPB, 2005, section 3.4"))
                .body(containsString("This is an earlier version"))
                .body(containsString("/figures/2005.GM0327.fte-total?lang=en&amp;dataset=" + version))
                .body(containsString("(this one)"))
                .body(containsString("/v1/figures/2005.GM0327.fte-total?lang=en&amp;dataset=5"));
        page("figures/2005.GM0327.fte-total?lang=nl&dataset=5").body(containsString("spreekt dit tegen"));
        page("figures/2027.GM0327.fte-total").body(containsString("No figure: not stated"));
        page("figures/2005.GM0327.rating-depth").body(containsString("reading 1 (chosen)"));
        page("figures/2005.GM9999.fte-total").statusCode(404).contentType("text/plain; charset=utf-8");
        page("figures/2005.GM0327.fte-total?dataset=x").statusCode(400);
    }
}
