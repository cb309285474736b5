package nl.wijkvergelijk.survey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import nl.wijkvergelijk.http.EdgeRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** This service's edge answers as every service's does. */
@QuarkusTest
class EdgeApiTest extends EdgeRules {

    @Override
    protected String contract() {
        return "api-spec/survey.openapi.yaml";
    }

    @Test
    void whatIsScannedFromTheCodeIsNotServed() {
        RestAssured.get("/q/openapi").then().statusCode(404);
    }

    /** Lines of the head, what follows it, and the status of the answer. */
    @ParameterizedTest
    @CsvSource({
        "Content-Length: 2|Transfer-Encoding: chunked, 2|{}|0||, 400",
        "Content-Length: 2|Content-Length: 3, {}x, 400",
        "Content-Length: -2, {}, 400",
        "Content-Length: 99999999999999999999, {}, 400",
        "Transfer-Encoding: chunked|Transfer-Encoding: identity, 2|{}|0||, 400",
        "Content-Encoding: gzip|Content-Length: 2, {}, 415",
        "Content-Length: 1, {}, 400",
        "X-Folded: a| b|Content-Length: 2, {}, 400",
        "Transfer-Encoding: chunked, 2|{}|0||, 400",
        "Expect: x|Content-Length: 2, {}, 400"
    })
    void oddWaysOfSendingAreTheSendersMistake(String head, String body, String status) throws IOException {
        String path = "/v1" + Api.leusden(Api.roundWithLeusdenAndDelft()) + "/answers";
        String answer = raw(
                "PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + Api.DEMO.apply("leusden")
                        + "\r\nContent-Type: application/json\r\n" + head.replace("|", "\r\n") + "\r\n",
                body.replace("|", "\r\n"));
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        Api.as("leusden").get(path.substring(3)).then().statusCode(404);
    }

    @Test
    void aListIsGivenToWhoNamesNoHost() throws IOException {
        String answer =
                raw("GET /v1/rounds?pageSize=1 HTTP/1.0\r\nAuthorization: " + Api.DEMO.apply("leusden") + "\r\n", "");
        assertTrue(answer.startsWith("HTTP/1.0 200"), answer);
    }
}
