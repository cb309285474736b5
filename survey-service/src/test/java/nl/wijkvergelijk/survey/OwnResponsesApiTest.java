package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.LEUSDEN;
import static nl.wijkvergelijk.survey.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not a contact's business is not even read from the database on the contact's behalf. */
@QuarkusTest
class OwnResponsesApiTest {

    @Inject
    EntityManagerFactory factory;

    private String round;
    private long before;

    @BeforeEach
    void twoRoundsOfTwoMunicipalities() {
        Api.roundWithLeusdenAndDelft();
        round = Api.roundWithLeusdenAndDelft();
    }

    private Statistics statistics() {
        return factory.unwrap(SessionFactory.class).getStatistics();
    }

    private void count() {
        statistics().setStatisticsEnabled(true);
        before = loaded();
    }

    private long loaded() {
        return statistics()
                .getEntityStatistics("nl.wijkvergelijk.survey.response.Response")
                .getLoadCount();
    }

    @Test
    void theListOfAllRoundsReadsTheOwnResponses() throws SQLException {
        String own = Database.text("select count(*) from survey.response where municipality = '%s'".formatted(LEUSDEN));
        Browser leusden = Browser.of("leusden");
        count();
        leusden.get("/").then().statusCode(200);
        assertEquals(Long.parseLong(own), loaded() - before);
        leusden.shows("/rounds/" + round + "/" + LEUSDEN);
    }

    @Test
    void theOverviewOfARoundReadsTheOwnResponse() {
        count();
        as("leusden")
                .get("/rounds/" + round + "/responses")
                .then()
                .statusCode(200)
                .body("responses.municipality.code", contains(LEUSDEN));
        assertEquals(1, loaded() - before);
    }
}
