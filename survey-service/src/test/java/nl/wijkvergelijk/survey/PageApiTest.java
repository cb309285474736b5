package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.DELFT;
import static nl.wijkvergelijk.survey.Api.LEUSDEN;
import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import nl.wijkvergelijk.survey.access.AccessTable;
import nl.wijkvergelijk.survey.access.PageTable;
import nl.wijkvergelijk.survey.workbook.EditedWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contact of Leusden does all of it in a browser, and nothing else gets in. */
@QuarkusTest
class PageApiTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static String page(String round) {
        return "/rounds/" + round + "/" + LEUSDEN;
    }

    private static String answered() {
        String round = Api.roundWithLeusdenAndDelft();
        as("leusden")
                .body(Api.complete())
                .put(leusden(round) + "/answers")
                .then()
                .statusCode(201);
        return round;
    }

    /** Back with Leusden, with one question about the number of residents. */
    private static String asked() {
        String round = answered();
        step("leusden", leusden(round), "{\"action\": \"submit\"}").then().statusCode(200);
        step("researcher", leusden(round), "{\"action\": \"start-review\"}")
                .then()
                .statusCode(200);
        as("researcher")
                .body(
                        "{\"kind\": \"clarification-request\", \"question\": \"residents\", \"text\": \"Of which date?\"}")
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
        step("researcher", leusden(round), "{\"action\": \"request-changes\", \"reason\": \"One question\"}")
                .then()
                .statusCode(200);
        return round;
    }

    @Test
    void everyPageSaysWhatABrowserMayDoWithIt() {
        for (Response response : new Response[] {
            Browser.anonymous().get("/sign-in"),
            Browser.of("leusden").get("/"),
            RestAssured.given().redirects().follow(false).get("/")
        }) {
            assertEquals(
                    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                    response.header("Content-Security-Policy"));
            assertEquals("same-origin", response.header("Referrer-Policy"));
            assertEquals("nosniff", response.header("X-Content-Type-Options"));
            assertEquals("no-store", response.header("Cache-Control"));
        }
        RestAssured.get("/page.css").then().statusCode(200).contentType("text/css");
        String html = Browser.of("leusden").get("/").asString();
        assertEquals(-1, html.indexOf("<script"));
        assertEquals(-1, html.indexOf(" style="));
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        Browser.anonymous()
                .get("/sign-in")
                .then()
                .header("Set-Cookie", containsString("; HTTPOnly"))
                .header("Set-Cookie", containsString("SameSite=Lax"))
                .header("Set-Cookie", containsString("Max-Age=28800"));
    }

    @Test
    void whoIsNotSignedInIsLedThereAndThenToThePageAskedFor() {
        String round = Api.roundWithLeusdenAndDelft();
        Browser browser = Browser.anonymous();
        browser.get(page(round)).then().statusCode(303).header("Location", "/sign-in?to=" + page(round));
        browser.get("/sign-in?to=" + page(round)).then().statusCode(200);
        browser.shows("There are demo accounts only");
        browser.post("/sign-in", Map.of("name", "leusden", "password", "wrong", "to", page(round)))
                .then()
                .statusCode(403);
        browser.shows("do not belong together");
        browser.post("/sign-in", Map.of("name", "leusden", "password", "leusden", "to", page(round)))
                .then()
                .statusCode(303)
                .header("Location", page(round));
        browser.get(page(round)).then().statusCode(200);
        browser.shows("Signed in as <strong>leusden</strong>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://elsewhere.example/",
        "//elsewhere.example/rounds/x/GM0327",
        "/rounds/../x",
        "javascript:alert(1)"
    })
    void signingInLeadsNowhereElse(String to) {
        Browser browser = Browser.anonymous();
        browser.get("/sign-in");
        browser.post("/sign-in", Map.of("name", "leusden", "password", "leusden", "to", to))
                .then()
                .statusCode(303)
                .header("Location", "/");
    }

    @Test
    void signingOutEndsIt() {
        Browser browser = Browser.of("leusden");
        browser.get("/").then().statusCode(200);
        String to = browser.post("/sign-out", Map.of())
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        browser.get(to);
        browser.shows("You are signed out.");
        browser.get("/").then().statusCode(303).header("Location", "/sign-in");
    }

    @Test
    void aCookieThatWasTamperedWithIsNone() {
        Browser browser = Browser.of("leusden");
        String cookie = browser.cookies().get("wijkvergelijk-session");
        String researcher = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("researcher".getBytes(StandardCharsets.UTF_8));
        for (String forged : new String[] {
            researcher + cookie.substring(cookie.indexOf('.')),
            cookie + "x",
            "a.b.c.d",
            "....",
            "",
            cookie.replaceFirst("\\.[0-9]+", ".9999999999")
        }) {
            browser.cookies().put("wijkvergelijk-session", forged);
            assertEquals(303, browser.get("/").statusCode(), forged);
        }
    }

    @Test
    void theApiDoesNotKnowTheCookie() {
        Browser browser = Browser.of("leusden");
        String round = Api.roundWithLeusdenAndDelft();
        browser.get("/v1" + leusden(round)).then().statusCode(401);
        RestAssured.given()
                .cookies(browser.cookies())
                .get("/v1" + leusden(round))
                .then()
                .statusCode(401);
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("leusden", "leusden")
                .redirects()
                .follow(false)
                .get(page(round))
                .then()
                .statusCode(303);
    }

    @Test
    void everyPageIsOpenToWhomTheTableSays() {
        String round = asked();
        Browser[] people = {
            Browser.anonymous(),
            Browser.of("leusden"),
            Browser.of("delft"),
            Browser.of("researcher"),
            Browser.of("admin")
        };
        for (AccessTable.Row row : PageTable.rows()) {
            int[] expected = {row.nobody(), row.own(), row.other(), row.researcher(), row.admin()};
            for (int i = 0; i < people.length; i++) {
                if (row.path().equals("/sign-out") && expected[i] == 200) {
                    continue;
                }
                String path = row.path().replace("{round}", round).replace("{code}", LEUSDEN);
                Response response = row.method().equals("GET")
                        ? people[i].get(path)
                        : people[i].send(path, Map.of("token", "none"), Map.of("Sec-Fetch-Site", "same-origin"));
                String cell = row.method() + " " + row.path() + " by " + i;
                if (row.method().equals("POST") && expected[i] == 200) {
                    assertEquals(403, response.statusCode(), cell);
                    people[i].shows("expired");
                } else if (row.path().equals("/sign-in/provider") || row.path().equals("/sign-in") && i > 0) {
                    assertEquals(303, response.statusCode(), cell);
                } else {
                    assertEquals(expected[i], response.statusCode(), cell);
                }
            }
        }
    }

    @Test
    void anotherMunicipalityIsTheSamePageAsNothingAtAll() {
        String round = asked();
        Browser delft = Browser.of("delft");
        String other = delft.get(page(round)).then().statusCode(404).extract().asString();
        String unknown = delft.get("/rounds/none/GM9999")
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertEquals(
                unknown.replaceAll("value=\"[^\"]*\"|/rounds/[^\"]*", ""),
                other.replaceAll("value=\"[^\"]*\"|/rounds/[^\"]*", ""));
        delft.get("/rounds/" + round + "/" + DELFT).then().statusCode(200);
        delft.get("/rounds/" + round + "/" + DELFT + "/more")
                .then()
                .statusCode(404)
                .contentType("text/html");
    }

    @Test
    void aFormFromElsewhereDoesNothing() {
        String round = asked();
        Browser browser = Browser.of("leusden");
        browser.get(page(round));
        Map<String, String> fields = Map.of("remark", "1", "text", "Forged");
        for (Map<String, String> headers : new Map[] {
            Map.of("Sec-Fetch-Site", "cross-site", "Origin", RestAssured.baseURI + ":" + RestAssured.port),
            Map.of("Sec-Fetch-Site", "same-site"),
            Map.of("Sec-Fetch-Site", "none"),
            Map.of("Origin", "https://elsewhere.example"),
            Map.of("Origin", "null"),
            Map.of("Origin", "http://localhost:1"),
            Map.of()
        }) {
            browser.get(page(round));
            assertEquals(
                    403, browser.send(page(round) + "/reply", fields, headers).statusCode(), headers.toString());
        }
        for (String token : new String[] {"", "x", Browser.of("leusden").hidden("token")}) {
            assertEquals(
                    403,
                    browser.post(page(round) + "/reply", Map.of("remark", "1", "text", "Forged", "token", token))
                            .statusCode(),
                    token);
        }
        as("researcher").get(leusden(round) + "/remarks").then().body("remarks[0].replies.size()", equalTo(0));
        browser.get(page(round));
        browser.send(page(round) + "/reply", fields, Map.of("Origin", RestAssured.baseURI + ":" + RestAssured.port))
                .then()
                .statusCode(303);
    }

    @Test
    void aDraftSaysWhatIsAskedAndWhatIsMissing() {
        String round = Api.roundWithLeusdenAndDelft();
        Browser dutch = Browser.of("leusden", "nl");
        dutch.get("/").then().statusCode(200);
        dutch.shows("Leusden, ronde " + round);
        dutch.get(page(round)).then().statusCode(200).header("Content-Language", "nl");
        dutch.shows("Wat vragen we nu van u?");
        dutch.shows("Download het werkboek, vul het in");
        dutch.shows("Concept: u kunt invullen");
        dutch.shows("verplichte nog open");
        dutch.shows("<li>A1 Aantal inwoners</li>");
        dutch.shows("Er is nu geen uiterste datum.");
        dutch.get(page(round) + "?lang=en");
        dutch.shows("What do we ask of you now?");
        dutch.get(page(round)).then().header("Content-Language", "en");
        dutch.get(page(round) + "/submit");
        dutch.shows("Submitting is not possible yet");
        dutch.get(page(round) + "/receipt");
        dutch.shows("has not been submitted yet");
    }

    @Test
    void aReplyIsStoredOnceAndShownAsWritten() {
        String round = asked();
        Browser browser = Browser.of("leusden");
        browser.get(page(round));
        browser.shows("The researcher has a question or remark");
        browser.shows("Your answer then: approximately 29,000 residents");
        browser.shows("Of which date?");
        String once = browser.hidden("once");
        String words = "<script>alert(\"1\")</script> & 'zo' 👍\nregel twee";
        Map<String, String> fields = Map.of("remark", "1", "text", words.replace("\n", "\r\n"), "once", once);
        for (int i = 0; i < 2; i++) {
            browser.post(page(round) + "/reply", fields)
                    .then()
                    .statusCode(303)
                    .header("Location", page(round) + "?done=reply#done");
        }
        as("researcher")
                .get(leusden(round) + "/remarks")
                .then()
                .body("remarks[0].replies.text", equalTo(List.of(words)));
        browser.get(page(round) + "?done=reply");
        browser.shows("Your reply is stored.");
        browser.hides("<script");
        browser.shows("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;zo&#39; 👍\nregel twee");
        browser.shows("Look it over and submit it.");
    }

    @Test
    void theSameWordsUnderTwoRemarksAreTwoReplies() {
        String round = asked();
        as("researcher")
                .body(
                        "{\"kind\": \"clarification-request\", \"question\": \"ward-count\", \"text\": \"Of which date?\"}")
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
        Browser browser = Browser.of("leusden");
        browser.get(page(round));
        browser.shows("The researcher has 2 questions or remarks");
        String once = browser.hidden("once");
        for (String remark : new String[] {"1", "2"}) {
            browser.post(page(round) + "/reply", Map.of("remark", remark, "text", "Of 1 January.", "once", once))
                    .then()
                    .statusCode(303);
        }
        as("researcher")
                .get(leusden(round) + "/remarks")
                .then()
                .body("remarks.collect { it.replies.size() }", equalTo(java.util.List.of(1, 1)));
    }

    @Test
    void theListOfQuestionnairesCountsWhatIsOpen() {
        String round = asked();
        Browser browser = Browser.of("leusden");
        String row = browser.get("/").asString();
        row = row.substring(row.indexOf("Leusden, round " + round + "<"));
        assertEquals(true, row.substring(0, row.indexOf("</li>")).contains("<strong>1 open remark</strong>"), row);
    }

    @Test
    void anEmptyReplyIsSaidInWords() {
        String round = asked();
        Browser browser = Browser.of("leusden");
        browser.get(page(round));
        browser.post(page(round) + "/reply", Map.of("remark", "1", "text", " "))
                .then()
                .statusCode(400);
        browser.shows("<strong>Your text</strong>: This is required.");
        browser.shows("<title>Error: ");
        browser.post(page(round) + "/reply", Map.of("remark", "7", "text", "x"))
                .then()
                .statusCode(404);
        browser.get(page(round));
        browser.post(page(round) + "/reply", Map.of("remark", "1", "text", "a\u0001b"))
                .then()
                .statusCode(400);
        browser.shows("control character");
        browser.shows("a\u0001b</textarea>");
    }

    @ParameterizedTest
    @CsvSource({"en, Your text, This holds a control character.", "nl, Uw tekst, Hier staat een stuurteken in."})
    void whatNothingCanKeepIsSaidInWordsAndNothingTypedIsLost(String language, String field, String sentence) {
        String round = asked();
        Browser browser = Browser.of("leusden", language);
        browser.get(page(round));
        Map<String, Object> fields =
                Map.of("remark", "1", "text", List.of("een\u0000twee", "drie"), "x-unknown", "\u0000");
        browser.post(page(round) + "/reply", fields).then().statusCode(400);
        browser.shows("<strong>" + field + "</strong>: " + sentence);
        browser.shows("een\u0000twee</textarea>");
        as("researcher").get(leusden(round) + "/remarks").then().body("remarks[0].replies.size()", equalTo(0));
        browser.get(page(round));
        browser.post(
                        page(round) + "/reply",
                        Map.of("remark", "1", "text", List.of("een\r\ntwee\rdrie", "vier"), "x-unknown", "y"))
                .then()
                .statusCode(303);
        as("researcher")
                .get(leusden(round) + "/remarks")
                .then()
                .body("remarks[0].replies.text", equalTo(List.of("een\ntwee\rdrie")));
    }

    @Test
    void whatWasTypedInAnOldPageOfOursIsKeptAndWhatCameFromElsewhereIsNot() {
        String round = asked();
        Browser browser = Browser.of("leusden");
        for (String token : new String[] {"", "x", Browser.of("leusden").hidden("token")}) {
            browser.get(page(round));
            browser.post(page(round) + "/reply", Map.of("remark", "1", "text", "Of <1> January", "token", token))
                    .then()
                    .statusCode(403);
            browser.shows("the form is too old. What you typed is still there");
            browser.shows("Of &lt;1&gt; January</textarea>");
        }
        browser.send(
                        page(round) + "/reply",
                        Map.of("remark", "1", "text", "Call 0900"),
                        Map.of("Sec-Fetch-Site", "cross-site"))
                .then()
                .statusCode(403);
        browser.hides("Call 0900");
        as("researcher").get(leusden(round) + "/remarks").then().body("remarks[0].replies.size()", equalTo(0));
    }

    /** Forms in parts as no browser sends them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"",
                "multipart/form-data; boundary=x",
                "multipart/form-data; boundary=x; charset=none",
                "multipart/mixed; boundary=x",
                "text/plain",
                "/"
            })
    void partsThatAreNoneAreSaidOnAPage(String form) {
        String round = asked();
        String huge = "x".repeat(1_000_000);
        String part = "--x\r\nContent-Disposition: form-data; name=\"workbook\"; filename=\"a.xlsx\"\r\n\r\na\r\n";
        for (String body : new String[] {
            "",
            "--x--\r\n",
            "--x\r\n",
            part + part + "--x--\r\n",
            part.repeat(10_000) + "--x--\r\n",
            part.replace("a.xlsx", "a".repeat(65_536)) + "--x--\r\n",
            part.replace("form-data;", "form-data; x=" + huge + ";") + "--x--\r\n",
            part.replace(
                            "\r\n\r\n",
                            "\r\nContent-Type: text/plain; charset=none\r\nContent-Transfer-Encoding: x\r\n\r\n")
                    + "--x--\r\n"
        }) {
            for (String path : new String[] {"/sign-in", page(round) + "/workbook"}) {
                Response answer = Browser.of("leusden").bytes(path, form, body);
                assertTrue(
                        List.of(303, 400, 403, 413).contains(answer.statusCode()),
                        path + " " + body.length() + " " + answer.statusCode() + answer.asString());
                assertTrue(
                        answer.statusCode() == 303 || answer.contentType().startsWith("text/html"),
                        answer.contentType());
            }
        }
        as("leusden").get(leusden(round) + "/answers").then().header("ETag", equalTo("\"1\""));
    }

    @Test
    void aReplyMayBeAsLongAsTheApiTakes() {
        String round = asked();
        Browser browser = Browser.of("leusden");
        browser.get(page(round));
        String longest = "👍".repeat(10_000);
        browser.post(page(round) + "/reply", Map.of("remark", "1", "text", longest + "!"))
                .then()
                .statusCode(400);
        browser.shows("<strong>Your text</strong>: At most 10000 characters.");
        browser.post(page(round) + "/reply", Map.of("remark", "1", "text", longest))
                .then()
                .statusCode(303);
        as("researcher")
                .get(leusden(round) + "/remarks")
                .then()
                .body("remarks[0].replies.text", equalTo(List.of(longest)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=%zz&token=a", "too long", "too many"})
    void aFormThatCannotBeReadIsSaidOnAPage(String form) {
        Browser.anonymous()
                .raw(
                        "/sign-in",
                        switch (form) {
                            case "too long" -> "name=" + "a".repeat(500_000);
                            case "too many" -> "a=1&".repeat(1_000);
                            default -> form;
                        })
                .then()
                .statusCode(400)
                .contentType("text/html")
                .body(containsString("This form cannot be read"));
    }

    @Test
    void whoseSessionIsOverIsToldThatNothingWasStored() {
        String round = asked();
        Browser browser = Browser.of("leusden");
        browser.get(page(round));
        browser.cookies().clear();
        String to = browser.post(page(round) + "/reply", Map.of("remark", "1", "text", "Of January"))
                .then()
                .statusCode(303)
                .header("Location", "/sign-in?done=expired&to=" + page(round))
                .extract()
                .header("Location");
        browser.get(to);
        browser.shows("You were not signed in any more. Nothing was stored: sign in and send it again.");
        assertEquals(page(round), browser.hidden("to"));
    }

    @Test
    void theOtherLanguageLeadsToTheSamePlaceAfterSigningIn() {
        Browser browser = Browser.anonymous();
        browser.get("/sign-in?to=/rounds/2005/GM0327");
        browser.shows("href=\"/sign-in?lang=nl&amp;to=/rounds/2005/GM0327\"");
        browser.get("/sign-in?to=//elsewhere.example/");
        browser.shows("href=\"/sign-in?lang=nl\"");
    }

    @Test
    void aYearInATableIsAYear() {
        String round = Api.roundWithLeusdenAndDelft();
        as("leusden")
                .body("{\"answers\": {\"guiding-documents\": {\"value\": [{\"title\": \"Nota\", \"year\": 1996}]}}}")
                .put(leusden(round) + "/answers")
                .then()
                .statusCode(201);
        as("researcher")
                .body("{\"kind\": \"remark\", \"question\": \"guiding-documents\", \"text\": \"Only this one?\"}")
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
        Browser browser = Browser.of("leusden");
        browser.get(page(round)).then().statusCode(200);
        browser.shows("title: Nota, year: 1996<");
    }

    @Test
    void whatIsPublicIsCorrectedAndNotSubmittedAsItIs() {
        String round = Api.roundWithLeusdenAndDelft();
        Browser browser = Browser.of("leusden");
        browser.get(page(round));
        browser.shows("Look over and submit</a></p></li>");
        Api.approve(leusden(round));
        step("researcher", leusden(round), "{\"action\": \"publish\"}").then().statusCode(200);
        browser.get(page(round));
        browser.shows("Send workbook");
        browser.hides("Look over and submit");
    }

    @Test
    void anAnswerIsShownNotObeyed() {
        String round = Api.roundWithLeusdenAndDelft();
        as("leusden")
                .body(
                        "{\"answers\": {\"unit-name\": {\"value\": \"<script>x</script>\\\"'👩‍💻\", \"note\": \"<b>n</b>\"}}}")
                .put(leusden(round) + "/answers")
                .then()
                .statusCode(201);
        as("researcher")
                .body("{\"kind\": \"remark\", \"question\": \"unit-name\", \"text\": \"<img src=x>\"}")
                .post(leusden(round) + "/remarks")
                .then()
                .statusCode(201);
        Browser browser = Browser.of("leusden");
        browser.get(page(round)).then().statusCode(200);
        browser.hides("<script");
        browser.hides("<img");
        browser.hides("<b>");
        browser.shows("&lt;script&gt;x&lt;/script&gt;&quot;&#39;👩‍💻 (note: &lt;b&gt;n&lt;/b&gt;)");
    }

    @Test
    void theWorkbookGoesOutAndComesBack() {
        String round = answered();
        Browser browser = Browser.of("leusden");
        byte[] file = browser.get(page(round) + "/workbook?in=nl")
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .header("Content-Disposition", endsWith("GM0327-nl.xlsx\""))
                .extract()
                .asByteArray();
        browser.get(page(round));
        String where = browser.upload(
                        page(round) + "/workbook",
                        EditedWorkbook.of(file).answer("ward-count", "11").file())
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertEquals(page(round) + "?done=workbook&revision=2#done", where);
        browser.get(where.replace("#done", ""));
        browser.shows("The workbook was taken in. Changed (1): Number of wards");
        browser.upload(
                        page(round) + "/workbook",
                        EditedWorkbook.of(file).answer("ward-count", "11").file())
                .then()
                .statusCode(303)
                .header("Location", containsString("done=unchanged"));
        browser.upload(
                        page(round) + "/workbook",
                        EditedWorkbook.of(file)
                                .answer("ward-count", "veel")
                                .answer("residents", "6.3000")
                                .file())
                .then()
                .statusCode(400);
        browser.shows("Nothing was stored.");
        browser.shows("Sheet ");
        browser.shows(", cell ");
        browser.shows("Number of wards</strong>");
        as("leusden").get(leusden(round)).then().body("revision", equalTo(2));
        browser.upload(page(round) + "/workbook", "no workbook".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400);
        browser.shows("Not a readable workbook");
        browser.upload(page(round) + "/workbook", new byte[0]).then().statusCode(400);
        browser.shows("First choose the workbook");
    }

    @Test
    void aFileThatIsTooLargeIsSaidOnAPage() {
        String round = answered();
        Browser browser = Browser.of("leusden");
        browser.get(page(round));
        browser.upload(page(round) + "/workbook", new byte[6_000_000])
                .then()
                .statusCode(413)
                .contentType("text/html");
        browser.shows("The file is too large");
    }

    @Test
    void submittingAsksFirstAndGivesAReceipt() {
        String round = answered();
        Browser browser = Browser.of("leusden");
        browser.get(page(round) + "/submit");
        browser.shows("Do you want to submit?");
        Map<String, String> form =
                Map.of("tag", browser.hidden("tag").replace("&quot;", "\""), "once", browser.hidden("once"));
        for (int i = 0; i < 2; i++) {
            browser.post(page(round) + "/submit", form)
                    .then()
                    .statusCode(303)
                    .header("Location", page(round) + "/receipt?done=submitted");
        }
        as("leusden").get(leusden(round)).then().body("state", equalTo("submitted"));
        browser.get(page(round) + "/receipt");
        browser.shows("Leusden (GM0327)");
        browser.shows("approximately 29,000 residents");
        browser.shows("56 hours per week (");
        String sent = as("leusden").get(leusden(round) + "/answers").jsonPath().getString("answers.size()");
        assertEquals("11", sent);
        browser.shows(Sha256.of(
                Sha256.answers(as("leusden").get(leusden(round) + "/answers").asString())));
        browser.get(page(round));
        browser.shows("There is nothing for you to do now.");
        browser.shows("Sending it back is not possible now");
        browser.post(page(round) + "/submit", Map.of("tag", "\"0\"")).then().statusCode(412);
        browser.shows("Something changed since you opened this page.");
    }

    @Test
    void whatBlocksIsNamed() {
        String round = asked();
        Browser browser = Browser.of("leusden");
        browser.get(page(round) + "/submit").then().statusCode(200);
        browser.shows("Submitting is not possible yet");
        browser.shows("First reply to the remarks 1.");
        browser.hides("POST");
        String tag = as("leusden").get(leusden(round)).header("ETag");
        browser.post(page(round) + "/submit", Map.of("tag", tag)).then().statusCode(409);
        browser.shows("First reply to the remarks 1.");
    }

    @Test
    void theDescriptionIsReadCommentedAndAnswered() {
        String round = Api.roundWithLeusdenAndDelft();
        Browser browser = Browser.of("leusden");
        CommentRound.review(leusden(round));
        as("researcher")
                .body(CommentRound.DESCRIPTION)
                .put(leusden(round) + "/description")
                .then()
                .statusCode(201);
        browser.get(page(round));
        browser.hides("The description of your municipality");
        step("researcher", leusden(round), CommentRound.send()).then().statusCode(200);
        browser.get(page(round));
        browser.shows("Leusden telt <strong>29.000</strong> inwoners.");
        browser.shows("Read the description of your municipality");
        browser.post(page(round) + "/comment", Map.of("section", "context", "text", "It was <28,963>."))
                .then()
                .statusCode(303);
        browser.get(page(round));
        browser.shows("It was &lt;28,963&gt;.");
        browser.post(page(round) + "/agreement", Map.of("agrees", "no", "version", "1"))
                .then()
                .statusCode(400);
        browser.shows("<strong>Your own reading</strong>: Say how you see it otherwise");
        browser.post(page(round) + "/agreement", Map.of("agrees", "yes", "version", "7"))
                .then()
                .statusCode(412);
        browser.post(page(round) + "/agreement", Map.of("agrees", "yes", "version", "1"))
                .then()
                .statusCode(303);
        browser.get(page(round) + "?done=agreement");
        browser.shows("You have agreed with this text.");
        browser.shows("There is nothing for you to do now.");
        as("researcher").get(leusden(round) + "/description/agreement").then().body("agrees", equalTo(true));
        browser.post(
                        page(round) + "/agreement",
                        Map.of(
                                "agrees",
                                "no",
                                "dissent",
                                "Not so",
                                "version",
                                "1",
                                "tag",
                                browser.hidden("tag").replace("&quot;", "\"")))
                .then()
                .statusCode(303);
        browser.get(page(round));
        browser.shows("Not so");
    }

    @Test
    void theHeadingsOfADescriptionStandBelowThoseOfThePage() {
        String round = Api.roundWithLeusdenAndDelft();
        CommentRound.review(leusden(round));
        as("researcher")
                .body("{\"language\": \"nl\", \"sections\": {\"context\": \"# Een\\n\\n###### Zes\\n\\n`<h1>`\"}}")
                .put(leusden(round) + "/description")
                .then()
                .statusCode(201);
        step("researcher", leusden(round), CommentRound.send()).then().statusCode(200);
        Browser browser = Browser.of("leusden");
        browser.get(page(round));
        browser.shows("<h4>Een</h4>");
        browser.shows("<h6>Zes</h6>");
        browser.shows("<code>&lt;h1&gt;</code>");
    }

    @Test
    void whoAgreesWhileTheTextChangesReadsTheNewTextFirst() throws Exception {
        String round = Api.roundWithLeusdenAndDelft();
        CommentRound.open(leusden(round));
        Browser browser = Browser.of("leusden");
        browser.get(page(round));
        try (var researcher = Postgres.as("wijk_survey");
                var statement = researcher.createStatement()) {
            researcher.setAutoCommit(false);
            statement.execute("select 1 from survey.response where round = '%s' for update".formatted(round));
            var agreed = CompletableFuture.supplyAsync(
                    () -> browser.post(page(round) + "/agreement", Map.of("agrees", "yes", "version", "1"))
                            .statusCode());
            while (Integer.parseInt(
                            Database.text(
                                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%survey.response%'"))
                    == 0) {
                Thread.sleep(20);
            }
            statement.execute("""
                    insert into history.description (round, municipality, version, at, author, language, sections)
                    select round, municipality, 2, at, author, language, '{"wards": "Elf wijken."}' from history.description where round = '%s'
                    """.formatted(round));
            researcher.commit();
            assertEquals(412, agreed.get());
        }
        as("leusden").get(leusden(round) + "/description/agreement").then().statusCode(404);
    }

    @Test
    void aResearcherLooksOnAndAnAdministratorDoesNot() {
        String round = asked();
        Browser researcher = Browser.of("researcher");
        researcher.get(page(round)).then().statusCode(200);
        researcher.shows("Of which date?");
        researcher.hides("Send reply");
        researcher.hides("Send workbook");
        researcher.get("/").then().statusCode(200);
        researcher.shows("Leusden, round " + round);
        researcher.shows("Delft, round " + round);
        Browser admin = Browser.of("admin");
        admin.get("/").then().statusCode(200).body(not(containsString("/rounds/")));
        Browser delft = Browser.of("delft");
        delft.get("/").then().body(not(containsString(LEUSDEN))).body(startsWith("<!DOCTYPE html>"));
    }

    /** A round whose answers of an earlier one Leusden has not confirmed yet; answers with the earlier one and the round. */
    private static String[] copied() {
        String before = Api.roundWithLeusdenAndDelft();
        as("leusden").body("""
                        {"answers": {"residents": {"value": 29000, "asOf": "2004"}, "ward-count": {"value": 10},
                                     "approach-name": {"value": "<b>Wijk</b>"},
                                     "guiding-documents": {"value": [{"title": "Nota", "year": 1996}]}}}
                        """).put(leusden(before) + "/answers").then().statusCode(201);
        String round = Api.round();
        as("researcher")
                .body("{\"from\": \"" + before + "\"}")
                .post("/rounds/" + round + "/proposals")
                .then()
                .statusCode(200);
        return new String[] {before, round};
    }

    private static Map<String, Object> decision(Browser browser, String decide, String... questions) {
        Map<String, Object> form = new HashMap<>();
        form.put("decide", decide);
        form.put("tag", browser.hidden("tag").replace("&quot;", "\""));
        form.put("once", browser.hidden("once"));
        if (questions.length > 0) {
            form.put("question", List.of(questions));
        }
        return form;
    }

    @Test
    void earlierAnswersAreConfirmedOrDismissedOnThePage() {
        String[] rounds = copied();
        String form = page(rounds[1]) + "/proposals";
        Browser browser = Browser.of("leusden");
        browser.get(page(rounds[1])).then().statusCode(200);
        browser.shows("Answers of round " + rounds[0]);
        browser.shows(
                "In round " + rounds[0] + " you answered 4 of these questions already: see whether that still holds");
        browser.shows("Number of residents");
        browser.shows("29,000 residents (as of 2004)");
        browser.shows("&lt;b&gt;Wijk&lt;/b&gt;");
        browser.hides("<b>");
        browser.hides(" checked");
        Map<String, Object> first = decision(browser, "confirm", "residents");
        for (int i = 0; i < 2; i++) {
            browser.post(form, first)
                    .then()
                    .statusCode(303)
                    .header("Location", page(rounds[1]) + "?done=confirmed#done");
        }
        as("leusden")
                .get(leusden(rounds[1]) + "/answers")
                .then()
                .body("revision", equalTo(1))
                .body("answers.residents.asOf", equalTo("2004"));
        browser.get(page(rounds[1]) + "?done=confirmed");
        browser.shows("The answers you confirmed are stored.");
        browser.shows("you answered 3 of these questions already");
        browser.hides("29,000 residents (as of 2004)");
        browser.post(form, decision(browser, "dismiss-all"))
                .then()
                .statusCode(303)
                .header("Location", page(rounds[1]) + "?done=dismissed#done");
        browser.get(page(rounds[1]) + "?done=dismissed");
        browser.shows("is proposed no more");
        browser.hides("Answers of round");
        as("leusden").get(leusden(rounds[1])).then().body("revision", equalTo(1));
    }

    @Test
    void allThatAreLeftAreConfirmedAtOnceAndSeveralAtATime() {
        String[] rounds = copied();
        String form = page(rounds[1]) + "/proposals";
        Browser browser = Browser.of("leusden", "nl");
        browser.get(page(rounds[1]));
        browser.shows("Antwoorden uit ronde " + rounds[0]);
        browser.post(form, decision(browser, "dismiss", "ward-count", "approach-name"))
                .then()
                .statusCode(303);
        browser.get(page(rounds[1]));
        browser.post(form, decision(browser, "confirm-all")).then().statusCode(303);
        as("leusden").get(leusden(rounds[1]) + "/answers").then().body("answers.size()", equalTo(2));
        as("leusden")
                .get(leusden(rounds[1]) + "/history")
                .then()
                .body("events.action.findAll { it == 'decide-proposals' }.size()", equalTo(2));
    }

    @Test
    void aDecisionThatIsRefusedSaysWhyAndKeepsTheTicks() {
        String[] rounds = copied();
        String form = page(rounds[1]) + "/proposals";
        Browser browser = Browser.of("leusden");
        browser.get(page(rounds[1]));
        browser.post(form, decision(browser, "confirm")).then().statusCode(400);
        browser.shows("Choose at least one question.");
        Map<String, Object> stale = decision(browser, "confirm", "residents", "approach-name");
        as("leusden")
                .body("{\"dismiss\": [\"residents\"]}")
                .post(leusden(rounds[1]) + "/proposals/decisions")
                .then()
                .statusCode(200);
        browser.post(form, stale).then().statusCode(400);
        browser.shows("<strong>Number of residents</strong>: No proposal is open about this question.");
        browser.shows("value=\"approach-name\" checked");
        browser.hides("value=\"ward-count\" checked");
        as("leusden")
                .body("{\"answers\": {\"residents\": {\"value\": 1}}}")
                .put(leusden(rounds[1]) + "/answers")
                .then()
                .statusCode(201);
        browser.post(form, Map.of("decide", "confirm-all", "tag", "\"0\""))
                .then()
                .statusCode(412);
        browser.shows("Something changed since you opened this page.");
        browser.post(form, Map.of("decide", "confirm-all")).then().statusCode(428);
        browser.shows("Something changed since you opened this page.");
        browser.post(form, Map.of("decide", "else", "tag", "\"1\"")).then().statusCode(404);
        as("leusden").get(leusden(rounds[1])).then().body("revision", equalTo(1));
    }

    @Test
    void earlierAnswersAreOnlyReadByAResearcherAndWhileTheAnswersAreWithOne() {
        String[] rounds = copied();
        String form = page(rounds[1]) + "/proposals";
        Browser researcher = Browser.of("researcher");
        researcher.get(page(rounds[1]));
        researcher.shows("29,000 residents (as of 2004)");
        researcher.hides("type=\"checkbox\"");
        Browser browser = Browser.of("leusden");
        browser.get(page(rounds[1]));
        browser.shows("type=\"checkbox\"");
        as("leusden")
                .body(Api.complete())
                .put(leusden(rounds[1]) + "/answers")
                .then()
                .statusCode(201);
        step("leusden", leusden(rounds[1]), "{\"action\": \"submit\"}").then().statusCode(200);
        browser.get(page(rounds[1]));
        browser.shows("title: Nota, year: 1996");
        browser.hides("type=\"checkbox\"");
        browser.post(form, Map.of("decide", "dismiss-all", "tag", "\"1\""))
                .then()
                .statusCode(409);
        browser.shows("the answers are with the researcher now");
    }

    @Test
    void asManyEarlierAnswersCanBeTickedAsThereCanBe() {
        String[] rounds = copied();
        Browser browser = Browser.of("leusden");
        browser.get(page(rounds[1]));
        String[] many = Collections.nCopies(500, "none").toArray(new String[0]);
        browser.post(page(rounds[1]) + "/proposals", decision(browser, "dismiss", many))
                .then()
                .statusCode(400);
        browser.shows("<strong>none</strong>: No proposal is open about this question.");
    }

    @Test
    void whatWasTypedIsShownAlsoWhenItsFormIsGone() {
        String round = asked();
        Browser browser = Browser.of("leusden");
        browser.get(page(round));
        browser.hides("readonly");
        as("researcher")
                .header(
                        "If-Match",
                        as("researcher").get(leusden(round) + "/remarks/1").header("ETag"))
                .body("{\"outcome\": \"accepted\", \"reason\": \"Found in the report\"}")
                .put(leusden(round) + "/remarks/1/resolution")
                .then()
                .statusCode(200);
        browser.post(page(round) + "/reply", Map.of("remark", "1", "text", "Long <words>\nthat were typed"))
                .then()
                .statusCode(409);
        browser.shows("readonly>Long &lt;words&gt;\nthat were typed</textarea>");
        browser.shows("This is what you typed");
    }

    @Test
    void aCommentThatCameTooLateIsShownToBeCopied() {
        String round = Api.roundWithLeusdenAndDelft();
        CommentRound.open(leusden(round));
        Browser browser = Browser.of("leusden");
        browser.get(page(round));
        CommentRound.agree(leusden(round)).then().statusCode(201);
        step("researcher", leusden(round), "{\"action\": \"approve\"}").then().statusCode(200);
        browser.post(page(round) + "/comment", Map.of("section", "context", "text", "It was 28,963."))
                .then()
                .statusCode(409);
        browser.shows("readonly>It was 28,963.</textarea>");
        String tag =
                as("leusden").get(leusden(round) + "/description/agreement").header("ETag");
        browser.post(
                        page(round) + "/agreement",
                        Map.of("agrees", "no", "dissent", "We see it so", "version", "1", "tag", tag))
                .then()
                .statusCode(409);
        browser.shows("readonly>We see it so</textarea>");
    }

    @Test
    void aResearcherReadsWhatTheMunicipalityAnswered() {
        String round = Api.roundWithLeusdenAndDelft();
        CommentRound.open(leusden(round));
        CommentRound.agree(leusden(round)).then().statusCode(201);
        Browser researcher = Browser.of("researcher");
        researcher.get(page(round));
        researcher.shows("The municipality has agreed with this text.");
        researcher.hides("You have agreed");
        Browser dutch = Browser.of("researcher", "nl");
        dutch.get(page(round));
        dutch.shows("De gemeente heeft ingestemd met deze tekst.");
        as("leusden")
                .header(
                        "If-Match",
                        as("leusden")
                                .get(leusden(round) + "/description/agreement")
                                .header("ETag"))
                .body("{\"agrees\": false, \"dissent\": \"Not so\"}")
                .put(leusden(round) + "/description/agreement")
                .then()
                .statusCode(200);
        dutch.get(page(round));
        dutch.shows("De gemeente heeft een eigen lezing, die erbij wordt gepubliceerd: Not so");
    }

    @Test
    void whoHangsUpHalfwayThroughAnUploadIsNoError() throws Exception {
        List<String> logged = Collections.synchronizedList(new ArrayList<>());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                    logged.add(entry.getMessage() + " " + entry.getThrown());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger ours = Logger.getLogger("nl.wijkvergelijk");
        ours.addHandler(handler);
        try {
            for (int i = 0; i < 3; i++) {
                try (Socket socket = new Socket("localhost", RestAssured.port)) {
                    socket.getOutputStream()
                            .write(
                                    ("POST /rounds/none/GM0327/workbook HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n"
                                                    + "Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\nContent-Disposition: form-data; "
                                                    + "name=\"workbook\"; filename=\"a.xlsx\"\r\n\r\n"
                                                    + "x".repeat(300_000))
                                            .getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
            TimeUnit.SECONDS.sleep(2);
        } finally {
            ours.removeHandler(handler);
        }
        assertEquals(List.of(), logged);
    }
}
