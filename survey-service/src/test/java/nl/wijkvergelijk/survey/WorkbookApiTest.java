package nl.wijkvergelijk.survey;

import static nl.wijkvergelijk.survey.Api.as;
import static nl.wijkvergelijk.survey.Api.leusden;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import nl.wijkvergelijk.survey.workbook.EditedWorkbook;
import org.junit.jupiter.api.Test;

/** The workbook over HTTP: Leusden fetches it, fills it in and sends it back. */
@QuarkusTest
class WorkbookApiTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static byte[] fetched(String response) {
        return as("leusden")
                .get(response + "/workbook?lang=nl")
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .extract()
                .asByteArray();
    }

    private static EditedWorkbook edit(String response) {
        return EditedWorkbook.of(fetched(response));
    }

    private static RequestSpecification sending(String account, EditedWorkbook workbook) {
        return as(account).contentType(XLSX).body(workbook.file());
    }

    private static Response send(String account, String response, String ifMatch, EditedWorkbook workbook) {
        return sending(account, workbook).header("If-Match", ifMatch).put(response + "/workbook");
    }

    /** Leusden's response in a round of its own, with complete answers as revision 1. */
    private static String answered() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        as("leusden").body(Api.complete()).put(response + "/answers").then().statusCode(201);
        return response;
    }

    @Test
    void itIsAFileWithANameTheTagOfTheAnswersAndTheLanguageAskedFor() {
        String response = answered();
        as("leusden")
                .get(response + "/workbook?lang=en")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo(XLSX))
                .header("ETag", "\"1\"")
                .header("Content-Language", "en")
                .header("Content-Disposition", startsWith("attachment; filename=\"wijkvergelijk-r"))
                .header("Content-Disposition", containsString("GM0327-en.xlsx"));
        as("leusden")
                .accept("application/json")
                .get(response + "/workbook")
                .then()
                .statusCode(406);
    }

    @Test
    void theFirstWorkbookNeedsNoTagAndMakesTheFirstRevision() {
        String response = leusden(Api.roundWithLeusdenAndDelft());
        EditedWorkbook empty = edit(response);
        sending("leusden", empty)
                .put(response + "/workbook")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("nothing-filled-in"));
        sending("leusden", empty.answer("residents", "ca. 29.000").first("reason", "uit het jaarverslag"))
                .put(response + "/workbook")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("answers.residents.value", equalTo(29000))
                .body("answers.residents.qualifier", equalTo("approximate"));
        as("leusden")
                .get(response + "/revisions/1")
                .then()
                .body("author", equalTo("leusden"))
                .body("reason", equalTo("uit het jaarverslag"))
                .body("onBehalf", nullValue());
        as("leusden").get(response + "/history").then().body("events.action", hasItem("save"));
    }

    @Test
    void anUntouchedWorkbookMakesNoRevision() {
        String response = answered();
        send("leusden", response, "\"1\"", edit(response))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("revision", equalTo(1));
    }

    @Test
    void onlyWhatWasTypedChanges() {
        String response = answered();
        send("leusden", response, "\"1\"", edit(response).answer("ward-count", "11"))
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("answers['ward-count'].value", equalTo(11));
        as("leusden").get(response + "/revisions/2").then().body("changed", equalTo(java.util.List.of("ward-count")));
    }

    @Test
    void aDryRunShowsTheDifferenceAndStoresNothing() {
        String response = answered();
        sending("leusden", edit(response).answer("ward-count", "11"))
                .header("If-Match", "\"1\"")
                .put(response + "/workbook?dryRun=true")
                .then()
                .statusCode(200)
                .header("ETag", nullValue())
                .body("wouldBeRevision", equalTo(2))
                .body("diff", hasSize(1));
        sending("leusden", edit(response))
                .header("If-Match", "\"1\"")
                .put(response + "/workbook?dryRun=maybe")
                .then()
                .statusCode(400)
                .body("errors[0].name", equalTo("dryRun"));
        as("leusden").get(response + "/answers").then().header("ETag", "\"1\"");
    }

    @Test
    void everyErrorNamesItsSheetAndCellAndNothingIsStored() {
        String response = answered();
        EditedWorkbook wrong = edit(response).answer("residents", "6.3000").answer("office-kind", "tent");
        send("leusden", response, "\"1\"", wrong)
                .then()
                .statusCode(400)
                .body("type", equalTo("/v1/problems/invalid-input"))
                .body("errors", hasSize(2))
                .body("errors[0].pointer", equalTo("/answers/residents/value"))
                .body("errors[0].sheet", equalTo("1 De gemeente"))
                .body("errors[0].cell", equalTo(wrong.address("residents", "", "value")))
                .body("errors[0].detail", containsString("6300"))
                .body("errors[1].code", equalTo("unknown-option"));
        as("leusden").get(response + "/answers").then().header("ETag", "\"1\"");
    }

    @Test
    void theTagDecidesBeforeTheContentIsLookedAt() {
        String response = answered();
        RequestSpecification rubbish = as("leusden").contentType(XLSX).body(new byte[] {1, 2, 3});
        rubbish.put(response + "/workbook").then().statusCode(428);
        as("leusden")
                .contentType(XLSX)
                .body(new byte[] {1})
                .header("If-Match", "\"7\"")
                .put(response + "/workbook")
                .then()
                .statusCode(412);
        as("leusden")
                .contentType(XLSX)
                .body(new byte[] {1})
                .header("If-Match", "\"1\"")
                .put(response + "/workbook")
                .then()
                .statusCode(400)
                .body("type", equalTo("/v1/problems/workbook-unreadable"))
                .body("errors", hasSize(0));
        as("leusden")
                .body("{}")
                .header("If-Match", "\"1\"")
                .put(response + "/workbook")
                .then()
                .statusCode(415);
        as("leusden")
                .contentType("application/vnd.ms-excel.sheet.macroEnabled.12")
                .body(new byte[] {1})
                .put(response + "/workbook")
                .then()
                .statusCode(415);
        as("leusden")
                .contentType(XLSX)
                .header("If-Match", "\"1\"")
                .put(response + "/workbook")
                .then()
                .statusCode(400);
    }

    @Test
    void aTooLargeWorkbookIsRefused() {
        String response = answered();
        as("leusden")
                .contentType(XLSX)
                .header("If-Match", "\"1\"")
                .body(new byte[6_000_000])
                .put(response + "/workbook")
                .then()
                .statusCode(413);
    }

    @Test
    void anothersWorkbookIsNeitherReadNorTaken() {
        String response = answered();
        String delft = response.replace(Api.LEUSDEN, Api.DELFT);
        as("leusden").get(delft + "/workbook").then().statusCode(404);
        sending("leusden", edit(response)).put(delft + "/workbook").then().statusCode(404);
        Api.nobody().get(response + "/workbook").then().statusCode(401);
        as("admin").get(response + "/workbook").then().statusCode(403);
        sending("delft", edit(response))
                .put(delft + "/workbook")
                .then()
                .statusCode(400)
                .body("errors.code", equalTo(java.util.List.of("other-municipality")))
                .body("errors[0].cell", equalTo("C2"));
    }

    @Test
    void aResearcherSaysOnTheFirstSheetWhyAndAContactDoesNot() {
        String response = answered();
        EditedWorkbook edited = edit(response).answer("ward-count", "11");
        send("researcher", response, "\"1\"", edited)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/onBehalf"))
                .body("errors[0].sheet", equalTo("Lees eerst"))
                .body("errors[0].cell", equalTo("C10"));
        edited.first("on-behalf", "zij belden");
        send("leusden", response, "\"1\"", edited)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("not-for-contacts"));
        send("researcher", response, "\"1\"", edited).then().statusCode(200);
        as("leusden").get(response + "/revisions/2").then().body("onBehalf", equalTo("zij belden"));
    }

    @Test
    void anAnswerThatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        String response = answered();
        EditedWorkbook mine = edit(response).answer("ward-count", "12");
        as("leusden")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": {\"ward-count\": {\"value\": 11}, \"households\": {\"value\": 12000}}}")
                .patch(response + "/answers")
                .then()
                .statusCode(200);
        send("leusden", response, "\"2\"", mine)
                .then()
                .statusCode(400)
                .body("errors.code", equalTo(java.util.List.of("changed-meanwhile")));
        send("leusden", response, "\"2\"", mine.answer("ward-count", "10").answer("dwellings", "13.000"))
                .then()
                .statusCode(200)
                .body("answers['ward-count'].value", equalTo(11))
                .body("answers.households.value", equalTo(12000))
                .body("answers.dwellings.value", equalTo(13000));
    }

    @Test
    void aWorkbookIsNotTakenWhileTheAnswersAreLookedAt() {
        String response = answered();
        EditedWorkbook edited = edit(response).answer("ward-count", "11");
        Api.step("leusden", response, "{\"action\": \"submit\"}").then().statusCode(200);
        Response refused = send("leusden", response, "\"1\"", edited);
        assertEquals(409, refused.statusCode());
        refused.then().body("type", equalTo("/v1/problems/answers-not-open"));
        assertEquals(200, as("leusden").get(response + "/workbook").statusCode());
    }
}
