package nl.wijkvergelijk.survey;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wijkvergelijk.survey.access.PageAccounts;

/** Visits pages as a browser does: keeps cookies, sends the hidden fields of the page it is on, says where a form came from, and does not follow redirects. */
final class Browser {

    private static final RestAssuredConfig UTF_8 = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset(StandardCharsets.UTF_8));

    private final Map<String, String> cookies = new HashMap<>();

    /** Those that are sent on the way to an identity provider and back only. */
    private final Map<String, String> ofSignIn = new HashMap<>();

    private final String language;
    private String page = "";

    private Browser(String language) {
        this.language = language;
    }

    /** Nobody, who reads English. */
    static Browser anonymous() {
        return new Browser("en");
    }

    static Browser of(String account) {
        return of(account, "en");
    }

    /** Somebody who has signed in. */
    static Browser of(String account, String language) {
        Browser browser = new Browser(language);
        browser.get("/sign-in").then().statusCode(200);
        browser.post("/sign-in", Map.of("name", account, "password", account))
                .then()
                .statusCode(303);
        return browser;
    }

    Response get(String path) {
        RequestSpecification request = request();
        if (path.startsWith(PageAccounts.PROVIDER)) {
            request.cookies(ofSignIn);
        }
        return kept(request.get(path));
    }

    /** Sends a form with the token of the page it is on; a list is a field sent more than once. */
    Response post(String path, Map<String, ?> fields) {
        return send(path, fields, Map.of("Sec-Fetch-Site", "same-origin"));
    }

    Response send(String path, Map<String, ?> fields, Map<String, String> headers) {
        Map<String, Object> all = new HashMap<>(fields);
        all.putIfAbsent("token", hidden("token"));
        return kept(request()
                .headers(headers)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(all)
                .post(path));
    }

    Response upload(String path, byte[] file) {
        return kept(request()
                .header("Sec-Fetch-Site", "same-origin")
                .multiPart("token", hidden("token"))
                .multiPart("workbook", "filled in.xlsx", file, "application/octet-stream")
                .post(path));
    }

    /** Sends a form as it is, well formed or not. */
    Response raw(String path, String form) {
        return kept(request()
                .config(UTF_8.encoderConfig(EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT)))
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post(path));
    }

    /** Sends what no browser sends, as this form. */
    Response bytes(String path, String form, String body) {
        return kept(request()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(form, ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", form)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path));
    }

    private RequestSpecification request() {
        return given().config(UTF_8)
                .redirects()
                .follow(false)
                .cookies(cookies)
                .header("Accept", "text/html")
                .header("Accept-Language", language);
    }

    private Response kept(Response response) {
        for (Cookie cookie : response.detailedCookies()) {
            Map<String, String> jar = "/".equals(cookie.getPath()) ? cookies : ofSignIn;
            if (cookie.getMaxAge() == 0) {
                jar.remove(cookie.getName());
            } else {
                jar.put(cookie.getName(), cookie.getValue());
            }
        }
        if (response.statusCode() != 303) {
            page = response.asString();
        }
        return response;
    }

    /** The first hidden field of this name on the page. */
    String hidden(String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        return field.find() ? field.group(1) : "";
    }

    Map<String, String> cookies() {
        return cookies;
    }

    Map<String, String> cookiesOfSignIn() {
        return ofSignIn;
    }

    void shows(String text) {
        assertTrue(page.contains(text), () -> "\"" + text + "\" is not on the page:\n" + page);
    }

    void hides(String text) {
        assertTrue(!page.contains(text), () -> "\"" + text + "\" is on the page:\n" + page);
    }
}
