package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What ids and codes may be made of. */
@QuarkusTest
class NamesApiTest {

    /** What names something is plain ASCII, so that no two names look alike or differ by how they are composed; it is compared character by character. */
    @Test
    void aNameIsPlainAscii() {
        String round = Api.roundWithLeusdenAndDelft();
        for (String id : new String[] {
            "caf\u00e9",
            "cafe\u0301",
            "a\u200db",
            "a\u202eb",
            "\ud83c\udfd8",
            "\u0430bc",
            "\uff41bc",
            "Abc",
            "a b",
            "a_b",
            "\u0131d",
            "a\ufeff",
            "a\n"
        }) {
            refused("/rounds", """
                    {"id": "%s", "title": {"nl": "Een", "en": "One"}, "questionnaire": {"id": "standard", "version": 2005}, "fullTimeHours": 36, "fullTimeHoursSource": "x"}
                    """, id);
            refused("/rounds/" + round + "/findings", """
                    {"id": "%s", "theme": "meta", "kind": "observation", "order": 1, "text": {"nl": "Regen.", "en": "Rain."}}
                    """, id);
            refused(
                    leusden(round) + "/evidence",
                    "{\"id\": \"%s\", \"document\": {\"title\": \"Nota\", \"kind\": \"report\"}}",
                    id);
            String form = """
                    {"id": "%s", "version": 1, "title": {"nl": "Kort", "en": "Short"}, "units": {}, "bases": {}, "periods": {}, "rules": [],
                     "sections": [{"id": "all", "title": {"nl": "Alles", "en": "All"}, "questions": [
                         {"id": "%s", "type": "single-choice", "label": {"nl": "x", "en": "x"}, "required": false,
                          "options": [{"code": "%s", "label": {"nl": "x", "en": "x"}}]}]}]}
                    """;
            refused("/questionnaires", form.formatted("%s", "kind", "a"), id);
            refused("/questionnaires", form.formatted("plain-names", "%s", "a"), id);
            refused("/questionnaires", form.formatted("plain-names", "kind", "%s"), id);
        }
    }

    private static void refused(String path, String body, String id) {
        Response response = as("researcher")
                .body(body.formatted(id.replace("\n", "\\n")).getBytes(StandardCharsets.UTF_8))
                .post(path);
        assertEquals(400, response.statusCode(), path + " took " + id);
        assertTrue(
                response.jsonPath().getList("errors.code").stream().anyMatch(code -> !"required".equals(code)),
                response.asString());
    }
}
