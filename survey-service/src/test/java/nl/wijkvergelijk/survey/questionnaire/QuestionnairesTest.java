package nl.wijkvergelijk.survey.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.Text;
import org.junit.jupiter.api.Test;

class QuestionnairesTest {
    private final Questionnaires questionnaires = new Questionnaires();
    private final Questionnaire standard = questionnaires.find("standard", 2005).orElseThrow();

    @Test
    void everyNumberOfTheFormIsAskedInItsOrder() {
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put("A", 9);
        parts.put("B", 16);
        parts.put("C", 8);
        parts.put("D", 4);
        parts.put("E", 4);
        parts.put("F", 3);
        parts.put("G", 7);
        parts.put("H", 5);
        parts.put("I", 7);
        parts.put("J", 6);
        parts.put("K", 8);
        parts.put("L", 9);
        parts.put("M", 6);
        parts.put("N", 4);
        List<String> form = parts.entrySet().stream()
                .flatMap(part -> IntStream.rangeClosed(1, part.getValue()).mapToObj(n -> part.getKey() + n))
                .toList();
        assertEquals(96, form.size());
        assertEquals(
                form,
                standard.questions().stream()
                        .map(question -> question.form().replaceAll(" .*", ""))
                        .distinct()
                        .toList());
    }

    @Test
    void whatTheTopicsComparedFirstIsStillAskedTheSameWay() {
        List<String> first = List.of(
                "residents integer residents",
                "dwellings integer dwellings",
                "households integer households",
                "approach-name text",
                "unit-name text",
                "function-name text",
                "ward-count integer wards",
                "ward-level single-choice",
                "ward-purpose single-choice",
                "second-level-count integer units",
                "ward-size-mean integer residents",
                "ward-size-min integer residents",
                "ward-size-min-name text",
                "ward-size-max integer residents",
                "ward-size-max-name text",
                "fte-total quantity fte hours-per-week",
                "fte-by-function table",
                "support quantity fte hours-per-week",
                "office-kind single-choice",
                "office-hours quantity hours-per-week half-days-per-week",
                "office-staffing quantity fte",
                "ward-budget money",
                "ward-budget-per-ward money",
                "ward-budget-name text",
                "ward-budget-purpose single-choice");
        assertEquals(
                first,
                standard.questions().stream()
                        .map(q -> (q.id() + " " + q.type().code() + " " + String.join(" ", q.units())).strip())
                        .filter(first::contains)
                        .toList());
        assertEquals(
                List.of(
                        "residents",
                        "approach-name",
                        "unit-name",
                        "function-name",
                        "ward-count",
                        "ward-size-mean",
                        "fte-total",
                        "office-kind",
                        "ward-budget"),
                standard.questions().stream()
                        .filter(Question::required)
                        .map(Question::id)
                        .toList());
    }

    @Test
    void aQuestionFeedsTheMeasureOfItsOwnNameAndADistributionOnePerShare() {
        Set<String> fed = new HashSet<>();
        for (Question question : standard.questions()) {
            if (question.measure() != null) {
                assertEquals(question.id(), question.measure());
                assertTrue(fed.add(question.measure()), question.id());
            }
            question.measures().forEach((option, measure) -> {
                assertTrue(measure.startsWith("share-"), measure);
                assertTrue(fed.add(measure), measure);
            });
            if (question.type() == QuestionType.DISTRIBUTION) {
                assertEquals(
                        question.options().stream().map(Option::code).collect(Collectors.toSet()),
                        question.measures().keySet());
            }
        }
        assertTrue(fed.containsAll(
                List.of("rental-share", "share-social", "share-residents", "share-in-ward", "threats", "typings")));
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
        for (Question question : standard.questions()) {
            Stream.of(
                            question.options().stream(),
                            question.definitions().stream(),
                            question.columns().stream().flatMap(column -> column.options().stream()))
                    .flatMap(options -> options)
                    .forEach(option -> {
                        assertTrue(option.code().matches("[a-z0-9]+(-[a-z0-9]+)*"), option.toString());
                        assertNotEquals("true", option.code(), "an unquoted yes of " + question.id());
                        assertNotEquals("false", option.code(), "an unquoted no of " + question.id());
                        assertBothLanguages(option.label(), question.id());
                    });
            question.columns().forEach(column -> assertBothLanguages(column.label(), question.id()));
        }
    }

    private static void assertBothLanguages(Text text, String question) {
        for (String words : List.of(text.nl(), text.en())) {
            assertTrue(!words.isBlank() && !words.equals("true") && !words.equals("false"), question + text);
        }
    }

    @Test
    void aPublishedQuestionnaireNeverChanges() {
        assertEquals(
                "368f77a8a9758b66204ba376c44a6e81174d9e3240b097e332395de9b4c7f6e7  standard-2005.yaml\n",
                new String(Questionnaires.read("published.sha256"), StandardCharsets.UTF_8));
    }

    @Test
    void aQuestionnaireChangedAfterPublicationIsNotServed() {
        IllegalStateException refusal = assertThrows(
                IllegalStateException.class,
                () -> new Questionnaires(
                        name -> {
                            byte[] file = Questionnaires.read(name);
                            return name.endsWith(".yaml") ? Arrays.copyOf(file, file.length - 1) : file;
                        },
                        Posted.NOTHING));
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
                "with every option, or with none",
                "- {id: a, type: distribution, measures: {x: m}, options: [{code: x}, {code: y}]}",
                "");
        assertRefused(
                "with every option, or with none",
                "- {id: a, type: distribution, measures: {x: m, z: n}, options: [{code: x}]}",
                "");
        assertRefused(
                "measure fed twice",
                "- {id: a, type: distribution, measures: {x: m, y: m}, options: [{code: x}, {code: y}]}",
                "");
        assertRefused("only a distribution", "- {id: a, type: text, measures: {x: m}}", "");
        assertRefused("in percent", "- {id: a, type: distribution, unit: fte, options: [{code: x}]}", "");
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
