package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static nl.wijkvergelijk.survey.Api.step;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Postgres.class, restrictToAnnotatedClass = false)
class OneFigureApiTest {

    @Test
    void oneAnswerGoesFromTheContactToAPublishedFigure() throws SQLException {
        String round = Api.roundWithLeusdenAndDelft();
        Api.approve(leusden(round));
        step("researcher", leusden(round), "{\"action\": \"publish\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("published.revision", equalTo(1));
        long sequence = as("researcher").get(leusden(round)).jsonPath().getLong("published.sequence");
        try (var connection = Postgres.as("wijk_comparison");
                var rows = connection
                        .createStatement()
                        .executeQuery("select * from published.figure where measure = 'residents' and sequence = "
                                + sequence)) {
            assertTrue(rows.next());
            assertEquals(new BigDecimal("29000"), rows.getBigDecimal("value"));
            assertEquals("approximate", rows.getString("qualifier"));
            assertEquals("ongeveer 29.000", rows.getString("as_printed"));
            assertEquals(1, rows.getInt("revision"));
        }
    }
}
