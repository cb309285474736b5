package nl.wijkvergelijk.comparison.profiles;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.ApiTest;
import nl.wijkvergelijk.comparison.Publication;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfileApiTest extends ApiTest {

    private static final String PROFILE = "/v1/municipalities/GM0327/profile";

    /** Leusden's answers and a finding about it at sequence 5, after figures of two municipalities. */
    private void publishLeusden() throws Exception {
        publishTwoMunicipalities();
        publish(leusden("29000")
                .finding("small", "context", "observation", null, "[]", "[\"GM0327\"]")
                .finding("why", "context", "question", "small", "[]", "[]")
                .finding("other", "context", "observation", null, "[]", "[\"GM0307\"]"));
    }

    private static Publication leusden(String residents) {
        return Publication.responses("2005")
                .number(LEUSDEN, "residents", residents, "residents", "exact", "2005")
                .answer(LEUSDEN, "residents", """
                        {"value": %s, "unit": "residents", "note": "Zonder datum.",
                         "evidence": [{"document": {"title": "Report", "date": "2005"}, "section": "2.4"}]}""".formatted(residents), """
                        {"units": {"residents": {"nl": "inwoners", "en": "residents"}}}""")
                .answer(LEUSDEN, "goals", "{\"missing\": \"not-stated\"}", "{}");
    }

    @Test
    void aProfileTellsEveryAnswerInWords() throws Exception {
        publishLeusden();
        asking().get(PROFILE)
                .then()
                .statusCode(200)
                .body("municipality.name", equalTo("Leusden"))
                .body("round", equalTo("2005"))
                .body("dataset.version", equalTo(5))
                .body("revision.number", equalTo(3))
                .body("revision.onBehalf", equalTo("entered from the report"))
                .body("publication.version", equalTo(5))
                .body("sections.title", contains("Context"))
                .body("sections[0].answers.label", contains("Question residents", "Question goals"))
                .body("sections[0].answers[0].answer.value", equalTo(29000))
                .body("sections[0].answers[0].answer.evidence[0].section", equalTo("2.4"))
                .body("sections[0].answers[0].labels.units.residents", equalTo("residents"))
                .body("sections[0].answers[1].answer.missing", equalTo("not-stated"))
                .body("findings.id", contains("2005.small", "2005.why"))
                .body("figures", equalTo("/v1/figures?municipality=GM0327&round=2005&dataset=5"))
                .body("provenance", equalTo(PROFILE + "?round=2005&dataset=5"));
        asking().get(PROFILE + "?lang=nl")
                .then()
                .body("sections.title", contains("Omgeving"))
                .body("sections[0].answers[0].labels.units.residents", equalTo("inwoners"));
    }

    @Test
    void itsLinksLeadSomewhere() throws Exception {
        publishLeusden();
        String profile = asking().get(PROFILE).asString();
        assertEquals(
                profile,
                asking().get(asking().get(PROFILE).jsonPath().getString("provenance"))
                        .asString());
        asking().get(asking().get(PROFILE).jsonPath().getString("figures"))
                .then()
                .statusCode(200);
    }

    @Test
    void aPinnedProfileStaysWhatItWas() throws Exception {
        publishLeusden();
        String then = asking().get(PROFILE + "?dataset=5").asString();
        publish(leusden("31000").correcting(5, "Counted again"));
        assertEquals(then, asking().get(PROFILE + "?dataset=5").asString());
        asking().get(PROFILE + "?dataset=5")
                .then()
                .header("Cache-Control", containsString("immutable"))
                .header("Link", containsString("<" + PROFILE + "?round=2005>; rel=\"latest-version\"; dataset=\"6\""));
        asking().get(PROFILE)
                .then()
                .body("sections[0].answers[0].answer.value", equalTo(31000))
                .body("publication.corrects", equalTo(5))
                .body("publication.reason", equalTo("Counted again"));
    }

    @Test
    void aMunicipalityIsCorrectedOnlyWhereItWasPublishedBefore() throws Exception {
        publishLeusden();
        publish(both("31000").correcting(5, "Counted again"));
        saysItCorrects(AMERSFOORT, 6, null, null);
        saysItCorrects(LEUSDEN, 6, 5, "Counted again");
        publish(leusden("32000").correcting(6, "Once more"));
        publish(both("33000").correcting(7, "Both of them"));
        saysItCorrects(AMERSFOORT, 8, 6, "Both of them");
        saysItCorrects(LEUSDEN, 8, 7, "Both of them");
        publish(Publication.withdrawal("2005")
                .answer(LEUSDEN, "residents", "{\"missing\": \"withdrawn\"}", "{}")
                .correcting(8, "Not ours"));
        saysItCorrects(LEUSDEN, 9, 8, "Not ours");
        publish(both("34000").correcting(8, "Counted again"));
        saysItCorrects(LEUSDEN, 10, null, null);
        saysItCorrects(AMERSFOORT, 10, 8, "Counted again");
        publish(Publication.withdrawal("2005")
                .answer(LEUSDEN, "residents", "{\"missing\": \"withdrawn\"}", "{}")
                .answer(LEUSDEN, "goals", "{\"missing\": \"withdrawn\"}", "{}")
                .correcting(10, "Not ours"));
        // A redaction publishes again what is there, also where that is that it was withdrawn.
        publish(Publication.redaction("2005")
                .answer(LEUSDEN, "residents", "{\"missing\": \"redacted\"}", "{}")
                .answer(LEUSDEN, "goals", "{\"missing\": \"withdrawn\"}", "{}")
                .correcting(11, "A name"));
        publish(both("35000").correcting(10, "Counted once more"));
        saysItCorrects(LEUSDEN, 13, null, null);
        saysItCorrects(AMERSFOORT, 13, 10, "Counted once more");
    }

    private static Publication both(String residents) {
        return leusden(residents).answer(AMERSFOORT, "residents", "{\"missing\": \"not-stated\"}", "{}");
    }

    private static void saysItCorrects(String code, int version, Integer corrects, String reason) {
        asking().get("/v1/municipalities/" + code + "/profile")
                .then()
                .statusCode(200)
                .body("publication.version", equalTo(version))
                .body("publication.corrects", equalTo(corrects))
                .body("publication.reason", equalTo(reason));
    }

    @Test
    void aProfileTellsWhatWasWrittenAndThatTheMunicipalityAgrees() throws Exception {
        publishTwoMunicipalities();
        publish(leusden("29000").description(LEUSDEN, "Tien **wijken**.", "agreed", null, null));
        asking().get(PROFILE)
                .then()
                .statusCode(200)
                .body("description.version", equalTo(2))
                .body("description.language", equalTo("nl"))
                .body("description.writtenAt", equalTo("2006-01-01T10:00:00Z"))
                .body("description.withdrawn", equalTo(false))
                .body("description.sections.id", contains("context"))
                .body("description.sections.title", contains("Context"))
                .body("description.sections.text", contains("Tien **wijken**."))
                .body("description.sections.html", contains("<p>Tien **wijken**.</p>"))
                .body("description.agreement.outcome", equalTo("agreed"))
                .body("description.agreement.answeredAt", equalTo("2006-01-01T11:00:00Z"))
                .body("description.agreement.note", nullValue())
                .body("description.agreement.why", nullValue());
        asking().get(PROFILE + "?lang=nl").then().body("description.sections.title", contains("Omgeving"));
    }

    @Test
    void aDissentIsShownAsItWasWrittenInEitherLanguage() throws Exception {
        publishTwoMunicipalities();
        String note = "Ons budget is  per wijk; <b>zie</b> de nota.\nTweede regel.";
        publish(leusden("29000").description(LEUSDEN, "Tien wijken.", "dissent", note, "By telephone"));
        for (String language : new String[] {"nl", "en"}) {
            asking().get(PROFILE + "?lang=" + language)
                    .then()
                    .statusCode(200)
                    .body("description.agreement.outcome", equalTo("dissent"))
                    .body("description.agreement.note", equalTo(note))
                    .body("description.agreement.why", equalTo("By telephone"));
        }
    }

    @Test
    void whoWasNotAskedHasNoTextButTheReason() throws Exception {
        publishTwoMunicipalities();
        publish(leusden("29000").notAsked(LEUSDEN, "Entered from the report"));
        asking().get(PROFILE)
                .then()
                .statusCode(200)
                .body("description.sections", empty())
                .body("description.version", nullValue())
                .body("description.agreement.outcome", equalTo("not-asked"))
                .body("description.agreement.why", equalTo("Entered from the report"));
    }

    @Test
    void everythingOnFileIsListedInItsOrder() throws Exception {
        publishTwoMunicipalities();
        publish(leusden("29000").notAsked(LEUSDEN, "x").evidence(LEUSDEN).evidence(AMERSFOORT));
        asking().get(PROFILE)
                .then()
                .statusCode(200)
                .body("evidence.size()", equalTo(3))
                .body("evidence[0].document.title", equalTo("Wijken in cijfers"))
                .body("evidence[0].document.kind", equalTo("statistics"))
                .body("evidence[0].document.publisher", equalTo("Leusden"))
                .body("evidence[0].document.url", equalTo("https://example.org/w"))
                .body("evidence[0].document.internal", equalTo(false))
                .body(
                        "evidence[1].document",
                        equalTo(Map.of("kind", "policy-note", "date", "2005-03", "internal", true)))
                .body(
                        "evidence[2].interview",
                        equalTo(Map.of(
                                "group",
                                "partners",
                                "form",
                                "group",
                                "people",
                                13,
                                "outcome",
                                "skipped",
                                "reason",
                                "Only ad hoc cooperation.")));
    }

    @Test
    void whatIsTakenBackSaysSoAndWhatIsPinnedStays() throws Exception {
        publishTwoMunicipalities();
        publish(leusden("29000")
                .description(LEUSDEN, "Tien wijken.", "agreed", null, null)
                .evidence(LEUSDEN));
        String then = asking().get(PROFILE + "?dataset=5").asString();
        publish(Publication.withdrawal("2005")
                .missing(LEUSDEN, "residents", "withdrawn")
                .answer(LEUSDEN, "residents", "{\"missing\": \"withdrawn\"}", "{}")
                .withdrawnDescription(LEUSDEN)
                .correcting(5, "Not ours"));
        asking().get(PROFILE)
                .then()
                .statusCode(200)
                .body("description", equalTo(Map.of("sections", List.of(), "withdrawn", true)))
                .body("evidence", empty());
        publish(leusden("31000").description(LEUSDEN, "Elf wijken.", "agreed", null, null));
        asking().get(PROFILE)
                .then()
                .body("description.sections.text", contains("Elf wijken."))
                .body("evidence", empty());
        assertEquals(then, asking().get(PROFILE + "?dataset=5").asString());
        asking().get(PROFILE + "?dataset=6").then().body("description.withdrawn", equalTo(true));
    }

    @Test
    void whatWasPublishedByAnEarlierReleaseHasNeitherDescriptionNorEvidence() throws Exception {
        publishTwoMunicipalities();
        publish(leusden("29000")
                .description(LEUSDEN, "Tien wijken.", "agreed", null, null)
                .evidence(LEUSDEN));
        publish(leusden("31000"));
        asking().get(PROFILE)
                .then()
                .statusCode(200)
                .body("sections[0].answers[0].answer.value", equalTo(31000))
                .body("description", nullValue())
                .body("evidence", empty());
    }

    @Test
    void aTagHeldIsNotSentAgain() throws Exception {
        publishLeusden();
        String tag = asking().get(PROFILE).header("ETag");
        asking().header("If-None-Match", tag).get(PROFILE).then().statusCode(304);
    }

    @Test
    void whoTookNoPartHasNoProfile() throws Exception {
        publishLeusden();
        publish(Publication.reference().municipality("GM0599", "Rotterdam"));
        for (String nobody : new String[] {"GM0599", "GM9999", "x"}) {
            asking().get("/v1/municipalities/" + nobody + "/profile").then().statusCode(404);
        }
        asking().get(PROFILE + "?round=1999").then().statusCode(400).body("errors.name", contains("round"));
        asking().get(PROFILE + "?dataset=99").then().statusCode(404);
        asking().get(PROFILE + "?dataset=x").then().statusCode(400).body("errors.name", contains("dataset"));
    }

    @Test
    void whatWasPublishedBeforeThereWereWholeAnswersHasNone() throws Exception {
        publishTwoMunicipalities();
        asking().get(PROFILE)
                .then()
                .statusCode(200)
                .body("sections", empty())
                .body("findings", empty())
                .body("revision", nullValue());
    }
}
