package nl.wijkvergelijk.comparison.swot;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SwotApiTest extends ApiTest {

    private static final String SWOT = "/v1/swot";

    /** Leusden's four, and what is public of Amersfoort's: sequence 5. */
    private void publishPoints() throws Exception {
        publishTwoMunicipalities();
        publish(points(Publication.responses("2005"), LEUSDEN, "Korte lijnen")
                .text(AMERSFOORT, "strengths", "=Lef")
                .answer(AMERSFOORT, "strengths", "{\"value\": [\"=Lef\"], \"note\": \"Een, meer niet.\"}", "{}")
                .missing(AMERSFOORT, "threats", "not-stated")
                .answer(AMERSFOORT, "threats", "{\"missing\": \"not-stated\"}", "{}"));
    }

    /** The question of the weaknesses is called otherwise than its measure. */
    private static Publication points(Publication publication, String code, String strength) {
        return publication
                .number(code, "residents", "29000", "residents", "exact", "2005")
                .answer(code, "residents", "{\"value\": 29000}", "{}")
                .text(code, "strengths", strength + "; Eigen budget")
                .answer(code, "strengths", "{\"value\": [\"%s\", \"Eigen budget\"]}".formatted(strength), "{}")
                .textOf(code, "weaknesses", "what-fails", "Weinig tijd")
                .answer(code, "what-fails", "{\"value\": [\"Weinig tijd\"], \"disputed\": true}", "{}")
                .text(code, "opportunities", "Nieuwe raad")
                .answer(code, "opportunities", "{\"value\": [\"Nieuwe raad\"]}", "{}")
                .text(code, "threats", "Bezuiniging")
                .answer(code, "threats", "{\"value\": [\"Bezuiniging\"]}", "{}");
    }

    @Test
    void pointsStandKindByKindAndInEachByName() throws Exception {
        publishPoints();
        asking().get(SWOT)
                .then()
                .statusCode(200)
                .body("round", equalTo("2005"))
                .body("dataset.version", equalTo(5))
                .body("answers.kind", contains("strength", "strength", "weakness", "opportunity", "threat", "threat"))
                .body("answers.municipality.code", contains(AMERSFOORT, LEUSDEN, LEUSDEN, LEUSDEN, AMERSFOORT, LEUSDEN))
                .body("answers[1].municipality.name", equalTo("Leusden"))
                .body("answers[1].answer.value", contains("Korte lijnen", "Eigen budget"))
                .body("answers[1].label", equalTo("Question strengths"))
                .body("answers[1].profile", equalTo("/v1/municipalities/GM0327/profile?round=2005&dataset=5"))
                .body("answers[2].question", equalTo("what-fails"))
                .body("answers[2].answer.disputed", equalTo(true))
                .body("answers[4].answer.missing", equalTo("not-stated"))
                .body("notPublished", empty());
        asking().get(SWOT + "?lang=nl").then().body("answers[1].label", equalTo("Vraag strengths"));
    }

    @Test
    void kindsAndMunicipalitiesCanBeChosen() throws Exception {
        publishPoints();
        asking().get(SWOT + "?kind=threat,weakness")
                .then()
                .body("answers.kind", contains("weakness", "threat", "threat"));
        asking().get(SWOT + "?municipality=GM0307")
                .then()
                .body("answers.kind", contains("strength", "threat"))
                .body("notPublished", empty());
        asking().get(SWOT + "?kind=opportunity")
                .then()
                .body("answers.municipality.code", contains(LEUSDEN))
                .body("notPublished", contains(AMERSFOORT));
    }

    @Test
    void asCsvEveryPointIsALine() throws Exception {
        publishPoints();
        String csv =
                asking().get(SWOT + "?format=csv&kind=strength,weakness,threat").asString();
        assertEquals("""
                round,municipalityCode,municipalityName,kind,point,text,missing,note,disputed,dataset
                2005,GM0307,Amersfoort,strength,1,'=Lef,,"Een, meer niet.",false,5
                2005,GM0327,Leusden,strength,1,Korte lijnen,,,false,5
                2005,GM0327,Leusden,strength,2,Eigen budget,,,false,5
                2005,GM0327,Leusden,weakness,1,Weinig tijd,,,true,5
                2005,GM0307,Amersfoort,threat,,,not-stated,,false,5
                2005,GM0327,Leusden,threat,1,Bezuiniging,,,false,5
                """.replace("\n", "\r\n"), csv);
        asking().get(SWOT + "?format=csv").then().header("Content-Disposition", containsString("swot-2005-5.csv"));
    }

    /** Another questionnaire may ask for one text where that of 2005 asks for a list. */
    @Test
    void anAnswerThatIsOneTextIsOnePoint() throws Exception {
        publishTwoMunicipalities();
        publish(Publication.responses("2005")
                .text(LEUSDEN, "strengths", "Korte lijnen")
                .answer(LEUSDEN, "strengths", "{\"value\": \"Korte lijnen\"}", "{}")
                .text(AMERSFOORT, "strengths", "")
                .answer(AMERSFOORT, "strengths", "{\"value\": []}", "{}"));
        assertEquals(
                """
                2005,GM0307,Amersfoort,strength,,,,,false,5
                2005,GM0327,Leusden,strength,1,Korte lijnen,,,false,5
                """.lines().toList(),
                asking().get(SWOT + "?format=csv").asString().lines().skip(1).toList());
    }

    /** A profile is a wish about JSON; where there is no JSON-stat, the JSON there is. */
    @Test
    void whoWouldRatherHaveJsonStatGetsTheJsonThereIs() throws Exception {
        publishPoints();
        asking().accept("application/json; profile=\"https://json-stat.org/format/schema/2.0/\"")
                .get(SWOT)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/json")
                .body("round", equalTo("2005"));
    }

    @Test
    void whatIsPinnedStaysAndLeadsToWhatItIsNow() throws Exception {
        publishPoints();
        String then = asking().get(SWOT + "?dataset=5&kind=strength").asString();
        publish(points(Publication.responses("2005"), LEUSDEN, "Lange lijnen").correcting(5, "A slip"));
        assertEquals(then, asking().get(SWOT + "?dataset=5&kind=strength").asString());
        String links = String.join(
                "\n", asking().get(SWOT + "?dataset=5&kind=strength").headers().getValues("Link"));
        assertEquals(
                "</v1/swot?round=2005&kind=strength>; rel=\"latest-version\"; dataset=\"6\"",
                links.lines()
                        .filter(each -> each.contains("latest-version"))
                        .findFirst()
                        .orElse(links));
        asking().get(SWOT)
                .then()
                .body("answers[1].answer.value[0]", equalTo("Lange lijnen"))
                .body("answers[0].answer.value[0]", equalTo("=Lef"));
        asking().get(SWOT + "?dataset=4")
                .then()
                .body("answers", empty())
                .body("notPublished", contains(AMERSFOORT, LEUSDEN));
    }

    @Test
    void whatWasWithdrawnSaysSo() throws Exception {
        publishPoints();
        publish(Publication.withdrawal("2005")
                .missing(LEUSDEN, "strengths", "withdrawn")
                .answer(LEUSDEN, "strengths", "{\"missing\": \"withdrawn\"}", "{}")
                .correcting(5, "Not ours"));
        asking().get(SWOT + "?municipality=GM0327").then().body("answers.answer.missing", contains("withdrawn"));
    }

    @Test
    void whatIsNotThereIsRefusedByName() throws Exception {
        publishPoints();
        asking().get(SWOT + "?kind=luck&municipality=GM9999&round=1999")
                .then()
                .statusCode(400)
                .body("errors.name", containsInAnyOrder("kind", "municipality", "round"));
        asking().get(SWOT + "?theme=x").then().statusCode(400);
        asking().get(SWOT + "?format=xml").then().statusCode(400);
        asking().get(SWOT + "?dataset=99").then().statusCode(404);
    }
}
