package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PagingApiTest {

    private static final Pattern NEXT = Pattern.compile("</v1([^>]*)>; rel=\"next\"");

    @Test
    void whoFollowsTheLinksSeesEveryRevisionOnceAndInOrder() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        for (int revision = 1; revision < 5; revision++) {
            as("leusden")
                    .header("If-Match", "\"" + revision + "\"")
                    .body("{\"answers\": {\"residents\": {\"value\": %d}}}".formatted(20_000 + revision))
                    .patch(response + "/answers")
                    .then()
                    .statusCode(200);
        }
        List<Integer> seen = new ArrayList<>();
        String next = response + "/revisions?pageSize=2";
        while (next != null) {
            var page = as("leusden").urlEncodingEnabled(false).get(next);
            page.then().statusCode(200).body("total", equalTo(5));
            seen.addAll(page.jsonPath().getList("revisions.number"));
            Matcher link = NEXT.matcher(page.header("Link"));
            next = link.find() ? link.group(1) : null;
        }
        assertEquals(List.of(1, 2, 3, 4, 5), seen);
    }

    @Test
    void aPageBeyondTheLastIsEmptyAndSaysWhichIsTheLast() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden")
                .get(response + "/history?page=7&pageSize=1")
                .then()
                .statusCode(200)
                .body("events", empty())
                .body("total", equalTo(1))
                .body("$", not(hasKey("page")))
                .header("Link", containsString("page=1&pageSize=1>; rel=\"prev\""))
                .header("Link", not(containsString("next")));
    }

    @Test
    void theListsThatAnybodyMayReadHavePagesToo() {
        Api.roundWithLeusdenAndDelft();
        for (String list : new String[] {"/rounds", "/municipalities"}) {
            as("delft")
                    .get(list + "?pageSize=1")
                    .then()
                    .statusCode(200)
                    .body(list.substring(1) + ".size()", equalTo(1))
                    .body("total", greaterThan(0))
                    .header("Link", containsString("rel=\"last\""));
        }
    }

    @Test
    void whatIsNoPageIsRefusedByName() {
        as("delft")
                .get("/municipalities?page=0&pageSize=1001")
                .then()
                .statusCode(400)
                .body("errors.name", contains("page", "pageSize"))
                .body("errors.in", contains("query", "query"));
        as("delft")
                .get("/rounds?page=99999999999999999999")
                .then()
                .statusCode(400)
                .body("errors.name", contains("page"));
    }
}
