package nl.wijkvergelijk.survey.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.QuestionnaireFile;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Questionnaire FIRST = QuestionnaireFile.parse("""
            id: small
            version: 1
            title: {nl: Klein, en: Small}
            units: {fte: {nl: fte, en: FTE}, hours: {nl: uur, en: hours}}
            sections:
              - id: one
                title: {nl: Een, en: One}
                questions:
                  - {id: a, type: integer, label: {nl: A, en: A}, help: {nl: h, en: h}, min: 0, measure: a}
                  - {id: b, type: text, label: {nl: B, en: B}, measure: b}
                  - {id: c, type: quantity, unit: fte, label: {nl: C, en: C}, measure: c}
              - id: two
                title: {nl: Twee, en: Two}
                questions:
                  - {id: d, type: single-choice, label: {nl: D, en: D}, measure: d, options: [{code: x, label: {nl: X, en: X}}]}
                  - {id: e, type: money, currencies: [EUR], label: {nl: E, en: E}}
              - id: three
                title: {nl: Drie, en: Three}
                questions: [{id: f, type: text, label: {nl: F, en: F}}]
            rules:
              - {id: r, kind: range, severity: note, questions: [a], with: {min: 1}, text: {nl: r, en: r}}
              - {id: s, kind: range, severity: note, questions: [a], with: {max: 9}, text: {nl: s, en: s}}
            """);

    private static Questionnaire changed(Consumer<ObjectNode> change) {
        ObjectNode next = JSON.valueToTree(FIRST);
        change.accept(next.put("version", 2));
        return QuestionnaireFile.parseJson(next.toString());
    }

    private static ObjectNode at(ObjectNode form, String pointer) {
        return (ObjectNode) form.at(pointer);
    }

    private static List<String> changes(Consumer<ObjectNode> change) {
        return ChangesView.between(FIRST, changed(change)).changes().stream()
                .map(each -> String.join(
                        " ",
                        each.code().code(),
                        String.valueOf(each.section()),
                        String.valueOf(each.question() == null ? each.rule() : each.question())))
                .toList();
    }

    private static List<String> measures(Consumer<ObjectNode> change) {
        return ChangesView.between(FIRST, changed(change)).measures().stream()
                .map(each -> each.measure() + " " + each.question() + " "
                        + each.verdict().code() + " " + each.because())
                .toList();
    }

    @Test
    void theSameFormHasNoChangesAndEveryFigureStaysComparable() {
        assertEquals(
                List.of(), changes(form -> at(form, "/sections/0/questions/0").put("min", 0.0)));
        assertEquals(List.of("a a same []", "b b same []", "c c same []", "d d same []"), measures(form -> {}));
    }

    @Test
    void theFirstVersionHasNothingBeforeIt() {
        ChangesView first = ChangesView.ofTheFirst(FIRST);
        assertEquals(List.of(), first.changes());
        assertEquals(null, first.since());
    }

    @Test
    void everyKindOfChangeIsSeenInTheOrderOfTheForm() {
        Consumer<ObjectNode> much = form -> {
            at(form, "/title").put("en", "Tiny");
            at(form, "/units/fte").put("nl", "FTE");
            at(form, "/sections/0/title").put("nl", "Eerst");
            ObjectNode a = at(form, "/sections/0/questions/0");
            a.put("required", true).put("max", 10).put("form", "A1");
            at(a, "/label").put("nl", "Aa");
            at(a, "/help").put("nl", "hh");
            ObjectNode c = at(form, "/sections/0/questions/2");
            c.remove("unit");
            c.putArray("units").add("hours");
            ((ArrayNode) form.at("/sections/0/questions")).remove(1);
            ((ArrayNode) form.at("/sections/1/questions/0/options"))
                    .addObject()
                    .put("code", "y")
                    .set("label", JSON.valueToTree(new Text("Y", "Y")));
            at(form, "/sections/1/questions/1").put("measure", "e");
            ((ArrayNode) form.at("/sections/1/questions"))
                    .insertObject(0)
                    .put("id", "n")
                    .put("type", "text")
                    .set("label", JSON.valueToTree(new Text("N", "N")));
            ((ArrayNode) form.at("/rules")).remove(0);
            at(form, "/rules/0/with").put("max", 10);
            ObjectNode rule = at(form, "/rules/0").deepCopy();
            ((ArrayNode) form.at("/rules")).add(rule.put("id", "t"));
        };
        assertEquals(
                List.of(
                        "title-changed null null",
                        "unit-label-changed null null",
                        "section-title-changed one null",
                        "label-changed one a",
                        "help-changed one a",
                        "form-changed one a",
                        "required-changed one a",
                        "limits-changed one a",
                        "question-removed one b",
                        "unit-added one c",
                        "unit-removed one c",
                        "question-added two n",
                        "options-changed two d",
                        "measure-added two e",
                        "rule-removed null r",
                        "rule-changed null s",
                        "rule-added null t"),
                changes(much));
        assertEquals(
                List.of(
                        "a a look [LABEL_CHANGED, HELP_CHANGED]",
                        "b b gone []",
                        "c c same []",
                        "d d look [OPTIONS_CHANGED]",
                        "e e new []"),
                measures(much));
        ChangesView.between(FIRST, changed(much))
                .changes()
                .forEach(each -> assertTrue(
                        each.sentence().nl().endsWith(".")
                                && each.sentence().en().endsWith("."),
                        each.toString()));
    }

    @Test
    void aRuleThatGoesForOtherAnswersHasChangedAndOneWrittenOtherwiseHasNot() {
        assertEquals(List.of("rule-changed null r"), changes(form -> at(form, "/rules/0")
                .putObject("when")
                .putObject("d")
                .putArray("value")
                .add("x")));
        assertEquals(List.of(), changes(form -> {
            at(form, "/rules/0/with").put("min", new java.math.BigDecimal("1.0"));
            at(form, "/rules/1/with").put("max", new java.math.BigDecimal("9.00"));
        }));
    }

    @Test
    void anotherCurrencyOrUnitLabelIsLookedAt() {
        Consumer<ObjectNode> withMeasure =
                form -> at(form, "/sections/1/questions/1").put("measure", "e");
        Questionnaire before = changed(withMeasure);
        Questionnaire currency = changed(
                withMeasure.andThen(form -> ((ArrayNode) form.at("/sections/1/questions/1/currencies")).add("NLG")));
        assertEquals(List.of("e look [CURRENCIES_CHANGED]"), looked(before, currency));
        Questionnaire label =
                changed(withMeasure.andThen(form -> at(form, "/units/fte").put("en", "Full-time equivalents")));
        assertEquals(List.of("c look [UNIT_LABEL_CHANGED]"), looked(before, label));
    }

    private static List<String> looked(Questionnaire before, Questionnaire after) {
        return ChangesView.between(before, after).measures().stream()
                .filter(each -> each.verdict() != MeasureComparability.Verdict.SAME)
                .map(each -> each.measure() + " " + each.verdict().code() + " " + each.because())
                .toList();
    }

    @Test
    void whatItWasAndIsStandsBesideIt() {
        Change change = ChangesView.between(FIRST, changed(form -> at(form, "/sections/0/questions/0/label")
                        .put("en", "Another")))
                .changes()
                .get(0);
        assertEquals(new Text("A", "A"), change.was());
        assertEquals(new Text("A", "Another"), change.is());
    }

    @Test
    void aQuestionThatMovesIsOneMove() {
        assertEquals(List.of("question-moved one c"), changes(form -> {
            ArrayNode questions = (ArrayNode) form.at("/sections/0/questions");
            questions.insert(0, questions.remove(2));
        }));
        assertEquals(List.of("question-moved three a"), changes(form -> {
            ArrayNode questions = (ArrayNode) form.at("/sections/0/questions");
            ((ArrayNode) form.at("/sections/2/questions")).add(questions.remove(0));
        }));
        assertEquals(List.of("section-moved three null"), changes(form -> {
            ArrayNode sections = (ArrayNode) form.at("/sections");
            sections.insert(0, sections.remove(2));
        }));
    }

    @Test
    void aMeasureThatAnotherQuestionFeedsIsLookedAt() {
        assertTrue(measures(form -> at(form, "/sections/0/questions/1").put("id", "bb"))
                .contains("b bb look [QUESTION_REMOVED, QUESTION_ADDED]"));
    }

    @Test
    void whatIsGoneStandsBehindWhatItStoodBehind() {
        assertEquals(List.of("x", "a", "y", "c", "z"), InOrder.of(List.of("x", "a", "y", "c"), List.of("a", "c", "z")));
        assertEquals(Set.of("c"), InOrder.moved(List.of("a", "b", "c"), List.of("c", "a", "b")));
    }
}
