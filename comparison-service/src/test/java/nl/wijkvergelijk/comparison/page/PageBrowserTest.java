package nl.wijkvergelijk.comparison.page;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.http.BrowserWalk;
import org.junit.jupiter.api.Test;

/** The pages in a real browser, in two languages, wide and narrow: axe finds nothing wrong. Screenshots are left in target/browser. */
@QuarkusTest
class PageBrowserTest extends ApiTest {

    @Test
    void everybodyCanReadThePages() throws Exception {
        BrowserWalk.prepare();
        publish(PageRounds.publishFirst(seam));
        BrowserWalk.walk("http://127.0.0.1:" + RestAssured.port);
    }
}
