package nl.wijkvergelijk.survey;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import nl.wijkvergelijk.http.ContractFilter;

/** Speaks to the service as the people of these tests do. Every answer is held against the contract. */
final class Api {

    static final String LEUSDEN = "GM0327";
    static final String DELFT = "GM0503";
    static final Filter CONTRACT = new ContractFilter("api-spec/survey.openapi.yaml");

    /** Approves what was not sent for comment. */
    static final String APPROVE = "{\"action\": \"approve\", \"onBehalf\": \"No description in this round\"}";

    /** The demo account of that name. */
    static final UnaryOperator<String> DEMO = account ->
            "Basic " + Base64.getEncoder().encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8));

    /** How people say who they are. */
    static UnaryOperator<String> credentials = DEMO;

    private static final AtomicInteger ROUNDS = new AtomicInteger();

    /** Without a character set that nobody asked for behind the content type. */
    private static final RestAssuredConfig AS_WRITTEN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .defaultContentCharset(StandardCharsets.UTF_8)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private Api() {}

    /** Somebody with an account, speaking English and JSON. */
    static RequestSpecification as(String account) {
        return nobody().header("Authorization", credentials.apply(account));
    }

    /** Somebody without an account. */
    static RequestSpecification nobody() {
        return given().config(AS_WRITTEN)
                .filter(CONTRACT)
                .basePath("/v1")
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en");
    }

    /** Makes sure that the municipality is there. */
    static void municipality(String code, String name) {
        as("admin").body(Map.of("name", name)).put("/municipalities/" + code);
    }

    /** Opens a round of its own for a test; answers with its id. */
    static String round() {
        String id = "r" + ROUNDS.incrementAndGet();
        as("researcher").body("""
                        {"id": "%s", "title": {"nl": "Ronde", "en": "Round"}, "questionnaire": {"id": "standard", "version": 2005},
                         "fullTimeHours": 36, "fullTimeHoursSource": "Collective agreement"}
                        """.formatted(id)).post("/rounds").then().statusCode(201);
        return id;
    }

    /** A round in which Leusden and Delft take part; answers with its id. */
    static String roundWithLeusdenAndDelft() {
        municipality(LEUSDEN, "Leusden");
        municipality(DELFT, "Delft");
        String round = round();
        for (String code : new String[] {LEUSDEN, DELFT}) {
            as("researcher")
                    .body("{}")
                    .put("/rounds/" + round + "/participants/" + code)
                    .then()
                    .statusCode(201);
        }
        return round;
    }

    /** The path of Leusden's response, and below. */
    static String leusden(String round) {
        return "/rounds/" + round + "/responses/" + LEUSDEN;
    }

    /** Answers to every required question, and some others. */
    static String complete() {
        return """
                {"answers": %s}
                """.formatted(Sample.COMPLETE);
    }

    /** Takes one step, with the tag the response has now. */
    static Response step(String account, String response, String transition) {
        String tag = as("researcher").get(response).header("ETag");
        return as(account).header("If-Match", tag).body(transition).post(response + "/transitions");
    }

    /** From an empty draft to approved. */
    static void approve(String response) {
        approve("leusden", response);
    }

    /** The same by the contact of another municipality. */
    static void approve(String contact, String response) {
        as(contact).body(complete()).put(response + "/answers").then().statusCode(201);
        step(contact, response, "{\"action\": \"submit\"}").then().statusCode(200);
        step("researcher", response, "{\"action\": \"start-review\"}").then().statusCode(200);
        step("researcher", response, APPROVE).then().statusCode(200);
        passWarnings(response);
    }

    /** Passes whatever the checklist warns of, so that an approved response can be published. */
    static void passWarnings(String response) {
        List<String> codes = as("researcher")
                .get(response + "/checklist")
                .jsonPath()
                .getList("items.findAll { it.severity == 'warning' && it.passed == null }.code");
        if (!codes.isEmpty()) {
            as("researcher")
                    .body(Map.of("codes", codes, "reason", "Only a test"))
                    .post(response + "/checklist/passes")
                    .then()
                    .statusCode(201);
        }
    }
}
