package nl.wijkvergelijk.survey.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Answers earlier = Tiny.answers(
            "{\"people\": {\"value\": 6300}, \"name\": {\"value\": \"wijkaanpak\"}, \"largest\": {\"value\": 9.5}}");

    @Test
    void aMergeReplacesWhatItMentionsAndLeavesTheRest() {
        Answers later = earlier.with(changes("{\"people\": {\"value\": 6400}, \"largest\": null}"));
        assertEquals("{\"name\":{\"value\":\"wijkaanpak\"},\"people\":{\"value\":6400}}", later.toString());
        assertEquals(Set.of("largest", "people"), later.changesFrom(earlier));
    }

    @Test
    void aMergeReplacesAnAnswerWholeAndMergesNothingIntoIt() {
        Answers noted = earlier.with(changes("{\"people\": {\"value\": 1, \"note\": \"let op\"}}"));
        assertEquals(
                "{\"value\":2}",
                noted.with(changes("{\"people\": {\"value\": 2}}"))
                        .to("people")
                        .orElseThrow()
                        .toJson()
                        .toString());
    }

    @Test
    void aReplacementKeepsOnlyWhatItMentions() {
        Answers later = earlier.replacedBy(changes("{\"name\": {\"value\": \"wijkaanpak\"}}"));
        assertEquals(List.of("name"), later.answered());
        assertEquals(Set.of("largest", "people"), later.changesFrom(earlier));
    }

    @Test
    void theOrderIsTheQuestionnairesAndNotTheSenders() {
        assertEquals(List.of("name", "people", "largest"), earlier.answered());
    }

    @Test
    void nothingChangesWhenTheSameIsSavedAgain() {
        assertEquals(Set.of(), earlier.with(changes(earlier.toString())).changesFrom(earlier));
    }

    @Test
    void aCommentAStatementAndATrailingZeroAreChanges() {
        assertEquals(Set.of("people"), after("{\"people\": {\"value\": 6300, \"comment\": \"nagevraagd\"}}"));
        assertEquals(
                Set.of("people"),
                after(
                        "{\"people\": {\"value\": 6300, \"statements\": [{\"value\": 6000, \"relation\": \"rounds\"}]}}"));
        assertEquals(Set.of("largest"), after("{\"largest\": {\"value\": 9.50}}"));
    }

    @Test
    void earlierAnswersStayWhatTheyWere() {
        String before = earlier.toString();
        earlier.with(changes("{\"people\": null}"));
        assertEquals(before, earlier.toString());
        assertNotEquals(earlier, earlier.with(changes("{\"people\": null}")));
    }

    @Test
    void storedAnswersReadBackEqual() {
        assertEquals(earlier, Answers.fromJson(Tiny.QUESTIONNAIRE, Tiny.json(earlier.toString())));
        assertEquals(Answers.none(Tiny.QUESTIONNAIRE), Answers.fromJson(Tiny.QUESTIONNAIRE, Tiny.json("{}")));
    }

    @Test
    void storedAnswersThatDoNotFitTheQuestionnaireAreNotQuietlyDropped() {
        IllegalStateException misfit = assertThrows(
                IllegalStateException.class,
                () -> Answers.fromJson(Tiny.QUESTIONNAIRE, Tiny.json("{\"inhabitants\": {\"value\": 1}}")));
        assertTrue(misfit.getMessage().contains("inhabitants"), misfit.getMessage());
    }

    private Set<String> after(String json) {
        return earlier.with(changes(json)).changesFrom(earlier);
    }

    private static AnswerChanges changes(String json) {
        return AnswerReader.read(Tiny.QUESTIONNAIRE, Tiny.json(json), Tiny.SOURCES, new ArrayList<>());
    }
}
