package nl.wijkvergelijk.survey;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import nl.wijkvergelijk.survey.access.AccessTable;
import nl.wijkvergelijk.survey.access.PageTable;
import org.junit.jupiter.api.Test;

/** An installation without accounts of its own says so on every page, and lets nobody in. */
@QuarkusTest
@TestProfile(SignInNotSetUpApiTest.WithoutAccounts.class)
class SignInNotSetUpApiTest {

    /** As an installation is that has no demo accounts and no identity provider. */
    public static class WithoutAccounts implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("wijkvergelijk.demo-accounts.enabled", "false");
        }
    }

    @Test
    void everyPageAndFormSaysThatSigningInIsNotSetUp() {
        Browser browser = Browser.anonymous();
        for (AccessTable.Row row : PageTable.rows()) {
            if (row.path().equals("/page.css") || row.path().equals("/privacy")) {
                continue;
            }
            String path = row.path().replace("{round}", "2005").replace("{code}", Api.LEUSDEN);
            var answer = row.method().equals("GET")
                    ? browser.get(path)
                    : browser.post(path, Map.of("name", "leusden", "password", "leusden"));
            answer.then()
                    .statusCode(503)
                    .contentType("text/html")
                    .header("Cache-Control", equalTo("no-store"))
                    .body(containsString("Signing in is not set up yet"))
                    .body(not(containsString("demo accounts")))
                    .body(not(containsString("<form method=\"post\" action=\"/sign-in\"")));
        }
    }

    @Test
    void itSaysSoInDutchTooAndLooksLikeAPage() {
        RestAssured.given()
                .header("Accept-Language", "nl")
                .get("/")
                .then()
                .statusCode(503)
                .header("Content-Language", "nl")
                .body(containsString("Aanmelden is nog niet ingericht"))
                .body(containsString("Vraag het de onderzoeker of de beheerder."));
        RestAssured.get("/page.css").then().statusCode(200).contentType("text/css");
        RestAssured.get("/privacy").then().statusCode(200).contentType("text/html");
        RestAssured.get("/nowhere").then().statusCode(404);
    }

    @Test
    void theNamesOfTheDemoAccountsOpenNothingInTheApiEither() {
        Api.as("researcher").body("{}").post("/rounds").then().statusCode(401).header("WWW-Authenticate", "Bearer");
        Api.nobody().get("/rounds").then().statusCode(200);
    }
}
