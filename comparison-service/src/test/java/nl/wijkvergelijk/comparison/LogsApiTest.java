package nl.wijkvergelijk.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.wijkvergelijk.http.LogListener;
import nl.wijkvergelijk.http.Operation;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever reads leaves nothing behind: of what was asked, by whom and from where there is nothing in the log, the metrics or the health, also while the database is away. */
@QuarkusTest
class LogsApiTest extends ApiTest {

    private static final String CANARY = "kanarie";
    private static final Pattern SECRET = Pattern.compile(CANARY + "[a-z0-9.@-]*|203\\.0\\.113\\.77");

    private final LogListener log = new LogListener();

    @BeforeEach
    void listen() {
        log.begin();
    }

    @AfterEach
    void asBefore() {
        log.end();
    }

    @Test
    void aListenerHearsACanaryThatSings() {
        Logger.getLogger("anybody").infof("look: %s", CANARY + "-here");
        assertEquals(List.of("kanarie-here"), secrets(log.text()));
    }

    @Test
    void nothingOfWhoAsksAndWhatIsAskedIsLogged() throws SQLException {
        publishTwoMunicipalities();
        assertTrue(walk() > 15, "every operation was asked");
        quiet();
        stopDatabase();
        try {
            walk();
            await("it says that it cannot follow", () -> log.text().contains("cannot follow"));
            quiet();
        } finally {
            startDatabase();
        }
        await("it follows again", () -> log.text().contains("following again"));
        quiet();
    }

    /** Every operation and every parameter of it, with a canary wherever somebody chooses what stands there; answers with the number of operations. */
    private int walk() {
        int operations = 0;
        for (Operation operation : Operation.all("api-spec/comparison.openapi.yaml")) {
            operations++;
            for (String path : new String[] {
                operation.path().replaceAll("\\{[a-z]+}", CANARY),
                operation.path().replaceAll("\\{topic}", "fte").replaceAll("\\{[a-z]+}", CANARY)
            }) {
                ask(path);
                for (String name : List.of(
                        "round", "municipality", "indicator", "dataset", "sort", "format", "lang", "group", CANARY)) {
                    ask(path + "?" + name + "=" + CANARY + "-" + name);
                }
            }
        }
        return operations;
    }

    private void ask(String path) {
        Response response = RestAssured.given()
                .header("Authorization", "Bearer " + CANARY + "-token")
                .header("User-Agent", CANARY + "-agent")
                .header("X-Forwarded-For", "203.0.113.77")
                .header("Referer", "https://" + CANARY + ".example/")
                .header("If-None-Match", "\"" + CANARY + "-tag\"")
                .cookie(CANARY, CANARY)
                .get("/v1" + path);
        if (response.statusCode() >= 500) {
            assertEquals(503, response.statusCode(), path);
            // A problem names the address that was asked, to whoever asked it.
            String instance = "\"instance\":\"[^\"]*\"";
            assertEquals(List.of(), secrets(response.asString().replaceAll(instance, "")), path);
        }
    }

    private void quiet() {
        assertEquals(List.of(), secrets(log.text()));
        for (String path : new String[] {"/q/metrics", "/q/health"}) {
            String told = RestAssured.get(path).asString();
            assertTrue(told.length() > 50, path + ": " + told);
            assertEquals(List.of(), secrets(told), path);
        }
    }

    private static List<String> secrets(String text) {
        List<String> found = new ArrayList<>();
        SECRET.matcher(text).results().forEach(each -> found.add(each.group()));
        return found;
    }
}
