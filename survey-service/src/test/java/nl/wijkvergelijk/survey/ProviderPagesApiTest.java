package nl.wijkvergelijk.survey;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the pages people sign in at the identity provider: the code flow with PKCE, and then a session of ours. */
@QuarkusTest
@TestProfile(WithIdentityProvider.class)
class ProviderPagesApiTest {

    @BeforeEach
    void everybodyHasAToken() {
        Api.credentials = Issuer::bearer;
        Issuer.next = "leusden";
    }

    @AfterEach
    void asBefore() {
        Api.credentials = Api.DEMO;
    }

    @Test
    void aContactComesBackToThePageThatWasAsked() {
        String round = Api.roundWithLeusdenAndDelft();
        String page = "/rounds/" + round + "/" + Api.LEUSDEN;
        Browser browser = Browser.anonymous();
        Response form = browser.get(page);
        form.then().statusCode(303);
        browser.get(form.header("Location")).then().statusCode(200);
        browser.shows("href=\"/sign-in/provider?to=" + page + "\"");
        browser.hides("type=\"password\"");
        browser.hides("demo accounts");
        String asked = browser.get("/sign-in/provider?to=" + page).header("Location");
        assertTrue(asked.startsWith(Issuer.address() + "/authorize?"), asked);
        assertTrue(asked.contains("code_challenge_method=S256"), asked);
        assertTrue(asked.contains("prompt=login"), asked);
        assertTrue(asked.contains("client_id=wijkvergelijk-pages"), asked);
        assertEquals(page, follow(browser, asked));
        browser.get(page).then().statusCode(200);
        browser.shows("leusden");
        browser.get("/rounds/" + round + "/" + Api.DELFT).then().statusCode(404);
        assertEquals(Map.of(), browser.cookiesOfSignIn());
        browser.post("/sign-out", Map.of()).then().statusCode(303);
        browser.get(page).then().statusCode(303);
    }

    @Test
    void theSessionOpensNothingInTheApi() {
        String round = Api.roundWithLeusdenAndDelft();
        Browser browser = Browser.anonymous();
        follow(browser, browser.get("/sign-in/provider").header("Location"));
        browser.get("/").then().statusCode(200);
        RestAssured.given()
                .cookies(browser.cookies())
                .get("/v1" + Api.leusden(round))
                .then()
                .statusCode(401);
    }

    @Test
    void whoHasNoRoleIsToldSo() {
        Issuer.next = "somebody";
        Browser browser = Browser.anonymous();
        String asked = browser.get("/sign-in/provider").header("Location");
        String back = answerOf(asked);
        Response onward = browser.get(back);
        onward.then().statusCode(302);
        browser.get(local(onward.header("Location")))
                .then()
                .statusCode(403)
                .contentType("text/html")
                .body(containsString("Your account has no role here"));
        browser.get("/").then().statusCode(303);
    }

    @Test
    void aCodeOrStateThatIsNotOursSignsNobodyIn() {
        Browser browser = Browser.anonymous();
        String back = answerOf(browser.get("/sign-in/provider").header("Location"));
        for (String wrong : List.of(
                back.replaceFirst("code=[^&]+", "code=none"),
                back.replaceFirst("state=[^&]+", "state=none"),
                "/sign-in/provider?error=access_denied&" + back.replaceFirst(".*&(state=)", "$1"))) {
            Browser other = Browser.anonymous();
            other.cookiesOfSignIn().putAll(browser.cookiesOfSignIn());
            Response response = other.get(wrong);
            assertFalse(response.statusCode() >= 500, wrong + " -> " + response.statusCode());
            assertFalse(response.cookies().containsKey("wijkvergelijk-session"), wrong);
            other.get("/").then().statusCode(303);
        }
        // Somebody else's browser has not begun what this would finish.
        Browser victim = Browser.anonymous();
        victim.get(back);
        victim.get("/").then().statusCode(303);
    }

    @Test
    void anAbandonedSignInIsAPageAndNotJson() {
        Browser browser = Browser.anonymous();
        String back = answerOf(browser.get("/sign-in/provider").header("Location"));
        browser.get("/sign-in/provider?error=access_denied&" + back.replaceFirst(".*&(state=)", "$1"))
                .then()
                .contentType("text/html")
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("Signing in did not succeed"));
    }

    @Test
    void thereIsNoFormForNamesAndPasswords() {
        Browser browser = Browser.anonymous();
        browser.get("/sign-in").then().body(not(containsString("<form method=\"post\" action=\"/sign-in\"")));
        browser.post("/sign-in", Map.of("name", "leusden", "password", "leusden"))
                .then()
                .statusCode(403);
        browser.get("/").then().statusCode(303);
    }

    /** Goes to the provider and back; answers with where that ends. */
    private static String follow(Browser browser, String asked) {
        Response landed = browser.get(answerOf(asked));
        landed.then().statusCode(302);
        landed = browser.get(local(landed.header("Location")));
        landed.then().statusCode(303);
        return landed.header("Location");
    }

    /** Where the provider leads back to. */
    private static String answerOf(String asked) {
        String back = RestAssured.given()
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(URI.create(asked))
                .header("Location");
        return local(back);
    }

    private static String local(String address) {
        URI uri = URI.create(address);
        // Decoded: what sends it encodes it again.
        return uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery());
    }
}
