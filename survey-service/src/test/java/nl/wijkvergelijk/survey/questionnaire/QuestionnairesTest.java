package nl.wijkvergelijk.survey.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Text;
import org.junit.jupiter.api.Test;

class QuestionnairesTest {
    private final Questionnaires questionnaires = new Questionnaires();
    private final Questionnaire standard = questionnaires.find("standard", 2005).orElseThrow();

    @Test
    void theQuestionnaireOf2005AsksWhatTheFiveTopicsNeed() {
        List<String> asked = standard.questions().stream().map(Question::id).toList();
        assertEquals(
                List.of(
                        "residents",
                        "dwellings",
                        "households",
                        "approach-name",
                        "unit-name",
                        "function-name",
                        "ward-count",
                        "ward-level",
                        "ward-purpose",
                        "second-level-count",
                        "ward-size-mean",
                        "ward-size-min",
                        "ward-size-min-name",
                        "ward-size-max",
                        "ward-size-max-name",
                        "fte-total",
                        "fte-by-function",
                        "support",
                        "office-kind",
                        "office-hours",
                        "office-staffing",
                        "ward-budget",
                        "ward-budget-per-ward",
                        "ward-budget-name",
                        "ward-budget-purpose"),
                asked);
    }

    @Test
    void everyQuestionButTheTableFeedsTheMeasureOfItsOwnName() {
        for (Question question : standard.questions()) {
            String measure = question.type() == QuestionType.TABLE ? null : question.id();
            assertEquals(measure, question.measure());
        }
    }

    @Test
    void everyTextIsThereInBothLanguagesAndDiffers() {
        Stream<Text> texts = standard.sections().stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section.title()),
                        section.questions().stream().flatMap(q -> Stream.of(q.help(), q.label()))));
        texts.forEach(text -> assertTrue(
                text.nl().length() > 3 && text.en().length() > 3 && !text.nl().equals(text.en()), text.toString()));
        standard.rules()
                .forEach(rule -> assertTrue(
                        !rule.text().nl().isBlank() && !rule.text().en().isBlank(), rule.id()));
    }

    @Test
    void aPublishedQuestionnaireNeverChanges() {
        assertEquals(
                "8143d279ab14806524dac766c5982a6da7a18980a26d4ecae014fc8411279e0d  standard-2005.yaml\n",
                new String(Questionnaires.read("published.sha256"), StandardCharsets.UTF_8));
    }

    @Test
    void aQuestionnaireChangedAfterPublicationIsNotServed() {
        IllegalStateException refusal = assertThrows(
                IllegalStateException.class,
                () -> new Questionnaires(name -> {
                    byte[] file = Questionnaires.read(name);
                    return name.endsWith(".yaml") ? Arrays.copyOf(file, file.length - 1) : file;
                }));
        assertTrue(
                refusal.getMessage().contains("standard-2005.yaml was changed after it was published"),
                refusal.getMessage());
    }

    @Test
    void anUnknownVersionIsNotFound() {
        assertTrue(questionnaires.find("standard", 2006).isEmpty());
        assertTrue(questionnaires.find("Standard", 2005).isEmpty());
    }

    @Test
    void aQuestionnaireThatAsksTwiceOrNamesUnknownThingsIsRefused() {
        assertRefused("question asked twice", "- {id: a, type: text}\n      - {id: a, type: text}", "");
        assertRefused(
                "measure fed twice", "- {id: a, type: text, measure: m}\n      - {id: b, type: text, measure: m}", "");
        assertRefused("no label for tonnes", "- {id: a, type: quantity, unit: tonnes}", "");
        assertRefused("not a kebab-case id", "- {id: A_b, type: text}", "");
        assertRefused("no such question type", "- {id: a, type: essay}", "");
        assertRefused("Unrecognized field", "- {id: a, type: text, colour: red}", "");
        assertRefused("options belong", "- {id: a, type: single-choice}", "");
        assertRefused("currencies belong", "- {id: a, type: money}", "");
        assertRefused("columns belong", "- {id: a, type: table}", "");
        assertRefused("a column cannot be a money", "- {id: a, type: table, columns: [{id: c, type: money}]}", "");
        assertRefused("feeds no measure", "- {id: a, type: table, measure: m, columns: [{id: c, type: text}]}", "");
        assertRefused(
                "names no question: b",
                "- {id: a, type: text}",
                "rules: [{id: r, kind: order, severity: note, questions: [a, b], text: {nl: x, en: y}}]");
        assertRefused("duplicate key", "- {id: a, type: text, type: date}", "");
    }

    private static void assertRefused(String because, String questions, String rules) {
        String yaml = """
                id: tiny
                version: 1
                title: {nl: Klein, en: Tiny}
                sections:
                  - id: only
                    title: {nl: Enige, en: Only}
                    questions:
                      %s
                %s
                """.formatted(questions, rules);
        Exception refusal = assertThrows(Exception.class, () -> QuestionnaireFile.parse(yaml));
        assertTrue(refusal.getMessage().contains(because), refusal.getMessage());
    }
}
