package nl.wijkvergelijk.survey.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.QuestionType;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.QuestionnaireFile;
import nl.wijkvergelijk.survey.questionnaire.Questionnaires;
import org.junit.jupiter.api.Test;

/** The form of 2005, changed in every way that a new version must not be. */
class QuestionnaireReaderTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    private static final Definitions DEFINITIONS =
            DefinitionsCatalogue.fromClasspath().number(1);
    private static final Questionnaire STANDARD =
            new Questionnaires().find("standard", 2005).orElseThrow();
    private static final String RESIDENTS = "/sections/0/questions/0";

    private static ObjectNode next() {
        ObjectNode next = JSON.valueToTree(STANDARD);
        return next.put("version", 2027);
    }

    private static List<String> wrong(Consumer<ObjectNode> change) {
        ObjectNode next = next();
        change.accept(next);
        return QuestionnaireReader.errors(next, List.of(STANDARD), DEFINITIONS).stream()
                .peek(QuestionnaireReaderTest::hasSentences)
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }

    private static void hasSentences(InputError error) {
        assertTrue(error.detail().nl().endsWith(".") && error.detail().en().endsWith("."), error.toString());
    }

    /** The change at one place of the form, as quoted JSON; null takes it away. */
    private static List<String> wrong(String pointer, String value) {
        return wrong(form -> put(form, pointer, value));
    }

    private static void put(ObjectNode form, String pointer, String value) {
        int last = pointer.lastIndexOf('/');
        var parent = form.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ArrayNode list) {
            list.add(json(value));
        } else if (value == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, json(value));
        }
    }

    private static JsonNode json(String quoted) {
        try {
            return JSON.readTree(quoted.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(quoted, e);
        }
    }

    private static void refused(String pointer, String value, String... errors) {
        assertEquals(List.of(errors), wrong(pointer, value), pointer + " = " + value);
    }

    /** Adds a question to the first section; its errors stand behind the last one's place. */
    private static void newQuestion(String question, String... errors) {
        int at = STANDARD.sections().get(0).questions().size();
        String label = question.replaceFirst("}$", ", 'label': {'nl': 'Nieuw', 'en': 'New'}}");
        assertEquals(
                List.of(errors),
                wrong("/sections/0/questions/-", label).stream()
                        .map(error -> error.replace("/sections/0/questions/" + at, ""))
                        .toList(),
                question);
    }

    private static void newRule(String rule, String... errors) {
        int at = STANDARD.rules().size();
        String whole = rule.replaceFirst("}$", ", 'id': 'new', 'severity': 'note', 'text': {'nl': 'Nee', 'en': 'No'}}");
        assertEquals(
                List.of(errors),
                wrong("/rules/-", whole).stream()
                        .map(error -> error.replace("/rules/" + at, ""))
                        .toList(),
                rule);
    }

    @Test
    void theFormOfLastTimeUnderAHigherNumberIsAcceptedAndMeansTheSame() {
        assertEquals(List.of(), wrong(form -> {}));
        Questionnaire read = QuestionnaireFile.parseJson(next().toString());
        assertEquals(STANDARD.sections(), read.sections());
        assertEquals(STANDARD.units(), read.units());
        assertEquals(STANDARD.rules().size(), read.rules().size());
    }

    /** Whatever stands at a member of a question: it is refused, or it can be read. */
    @Test
    void nothingThatIsNotRefusedIsUnreadable() {
        for (QuestionType type : QuestionType.values()) {
            String pointer = first(type);
            for (String member : QuestionReader.MEMBERS) {
                for (String odd : List.of("[]", "{}", "null", "''", "0", "true", "[null]", "{'x': null}")) {
                    String changed = pointer + "/" + member;
                    if (wrong(changed, odd).isEmpty()) {
                        ObjectNode form = next();
                        put(form, changed, odd);
                        assertEquals(
                                STANDARD.questions().size(),
                                QuestionnaireFile.parseJson(form.toString())
                                        .questions()
                                        .size(),
                                changed + " = " + odd);
                    }
                }
            }
        }
        refused(RESIDENTS + "/options", "{}", RESIDENTS + "/options does-not-belong");
        refused(RESIDENTS + "/options", "[]");
        newRule(
                "{'kind': 'required-with', 'questions': ['residents'], 'when': {'residents': null}, 'with': {'needs': ['residents']}}",
                "/when/residents required");
    }

    private static String first(QuestionType type) {
        for (int s = 0; s < STANDARD.sections().size(); s++) {
            List<Question> questions = STANDARD.sections().get(s).questions();
            for (int q = 0; q < questions.size(); q++) {
                if (questions.get(q).type() == type) {
                    return "/sections/%d/questions/%d".formatted(s, q);
                }
            }
        }
        return RESIDENTS;
    }

    @Test
    void whatIsNoQuestionnaireIsRefused() {
        assertEquals(
                List.of(" wrong-type"),
                QuestionnaireReader.errors(json("[]"), List.of(), DEFINITIONS).stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList());
        assertEquals(
                List.of(
                        "/id required",
                        "/version required",
                        "/title required",
                        "/units required",
                        "/bases required",
                        "/periods required",
                        "/sections required",
                        "/rules required"),
                QuestionnaireReader.errors(json("{}"), List.of(), DEFINITIONS).stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList());
    }

    @Test
    void theWholeIsJudgedAtOnce() {
        assertEquals(
                List.of(
                        "/colour unknown-member",
                        "/version version-not-newer",
                        "/title/en required",
                        "/units/Grote%20eenheid wrong-form".replace("%20", " "),
                        "/units/Grote eenheid required",
                        RESIDENTS + "/type changed-type",
                        "/rules/0/kind unknown-kind"),
                wrong(form -> {
                    put(form, "/colour", "'red'");
                    put(form, "/version", "1");
                    put(form, "/title/en", "' '");
                    put(form, "/units/Grote eenheid", "null");
                    put(form, RESIDENTS + "/type", "'decimal'");
                    put(form, "/rules/0/kind", "'oracle'");
                }));
    }

    @Test
    void theIdAndTheVersionHaveAForm() {
        refused("/version", "0", "/version out-of-range");
        refused("/version", "2027.5", "/version wrong-type");
        refused("/version", "9999999999", "/version out-of-range");
        refused("/version", "2004", "/version version-not-newer");
        refused("/version", "2005");
        refused("/id", "'Standard'", "/id wrong-form");
        refused("/id", "'a--b'", "/id wrong-form");
    }

    @Test
    void labelsAreThereInBothLanguagesAndOfSaneLength() {
        refused(RESIDENTS + "/label", null, RESIDENTS + "/label required");
        refused(RESIDENTS + "/label/nl", null, RESIDENTS + "/label/nl required");
        refused(RESIDENTS + "/label/en", "'" + "a".repeat(301) + "'", RESIDENTS + "/label/en too-long");
        refused(RESIDENTS + "/label/en", "'a\\nb'", RESIDENTS + "/label/en control-character");
        refused(RESIDENTS + "/help/en", "'a\\nb'");
        refused(RESIDENTS + "/help/en", "'" + "a".repeat(2001) + "'", RESIDENTS + "/help/en too-long");
        refused("/sections/0/title/nl", "7", "/sections/0/title/nl wrong-type");
        refused("/rules/0/text/nl", "'{nobody} is groter'", "/rules/0/text/nl unknown-figure");
    }

    @Test
    void namesAreKebabCaseAndUsedOnce() {
        refused("/sections/1/id", "'context'", "/sections/1/id duplicate");
        refused("/rules/1/id", "'ward-size-order'", "/rules/1/id duplicate");
        newQuestion("{'id': 'residents', 'type': 'integer'}", "/id duplicate");
        newQuestion("{'id': 'A_b', 'type': 'text'}", "/id wrong-form");
        newQuestion("{'id': 'a', 'type': 'essay'}", "/type unknown-type");
        newQuestion("{'type': 'text'}", "/id required");
    }

    @Test
    void aQuestionMeansTheSameInEveryVersion() {
        refused(RESIDENTS + "/type", "'decimal'", RESIDENTS + "/type changed-type");
        refused(
                RESIDENTS + "/measure",
                "'dwellings'",
                RESIDENTS + "/measure changed-measure",
                RESIDENTS + "/measure does-not-fit",
                "/sections/0/questions/3/measure measure-fed-twice");
        refused(RESIDENTS + "/measure", null, RESIDENTS + "/measure changed-measure");
        ObjectNode without = next();
        ((ArrayNode) without.at("/sections/0/questions")).remove(0);
        ((ArrayNode) without.at("/rules")).removeAll();
        assertEquals(List.of(), QuestionnaireReader.errors(without, List.of(STANDARD), DEFINITIONS));
        Questionnaire later = QuestionnaireFile.parseJson(without.toString());
        ObjectNode back = next().put("version", 2028);
        put(back, RESIDENTS + "/type", "'text'");
        for (String gone : List.of("min", "max", "unit", "units", "measure")) {
            put(back, RESIDENTS + "/" + gone, null);
        }
        ((ArrayNode) back.at("/rules")).removeAll();
        assertEquals(
                List.of(RESIDENTS + "/type changed-type"),
                QuestionnaireReader.errors(back, List.of(STANDARD, later), DEFINITIONS).stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList());
    }

    @Test
    void aMeasureIsKnownFitsAndIsFedOnce() {
        newQuestion("{'id': 'a', 'type': 'text', 'measure': 'mood'}", "/measure unknown-measure");
        newQuestion(
                "{'id': 'a', 'type': 'integer', 'unit': 'residents', 'measure': 'residents'}",
                "/measure measure-fed-twice");
        refused("/sections/0/questions/0/units", "['residents', 'dwellings']", RESIDENTS + "/unit does-not-fit");
        assertEquals(List.of(RESIDENTS + "/measure does-not-fit"), wrong(form -> {
            put(form, RESIDENTS + "/unit", null);
            put(form, RESIDENTS + "/units", "['residents', 'dwellings']");
        }));
        for (String[] each : new String[][] {
            {"{'id': 'a', 'type': 'text', 'measure': 'residents'}", "/measure does-not-fit"},
            {"{'id': 'a', 'type': 'integer', 'measure': 'residents'}", "/measure does-not-fit"},
            {"{'id': 'a', 'type': 'integer', 'unit': 'dwellings', 'measure': 'residents'}", "/measure does-not-fit"},
            {"{'id': 'a', 'type': 'money', 'currencies': ['EUR'], 'measure': 'residents'}", "/measure does-not-fit"},
            {"{'id': 'a', 'type': 'integer', 'unit': 'residents', 'measure': 'residents'}", null},
            {"{'id': 'a', 'type': 'quantity', 'units': ['hours-per-week', 'fte'], 'measure': 'fte-total'}", null},
            {"{'id': 'a', 'type': 'money', 'currencies': ['EUR'], 'measure': 'ward-budget'}", null},
            {
                "{'id': 'a', 'type': 'distribution', 'options': [{'code': 'x', 'label': {'nl': 'x', 'en': 'x'}}], 'measures': {'x': 'residents'}}",
                "/measures/x does-not-fit"
            }
        }) {
            ObjectNode form =
                    (ObjectNode) json("""
                    {'id': 'other', 'version': 1, 'title': {'nl': 'Ander', 'en': 'Other'},
                     'bases': {}, 'periods': {}, 'rules': [], 'units': {'residents': {'nl': 'i', 'en': 'r'}, 'dwellings': {'nl': 'w', 'en': 'd'}, 'percent': {'nl': '%%', 'en': '%%'},
                               'fte': {'nl': 'f', 'en': 'f'}, 'hours-per-week': {'nl': 'u', 'en': 'h'}},
                     'sections': [{'id': 's', 'title': {'nl': 'x', 'en': 'x'}, 'questions': [%s]}]}
                    """.formatted(each[0].replaceFirst("}$", ", 'label': {'nl': 'N', 'en': 'N'}}")));
            assertEquals(
                    each[1] == null ? List.of() : List.of("/sections/0/questions/0" + each[1]),
                    QuestionnaireReader.errors(form, List.of(), DEFINITIONS).stream()
                            .map(error -> error.pointer() + " " + error.code())
                            .toList(),
                    each[0]);
        }
    }

    @Test
    void aQuestionHasThePartsOfItsTypeAndNoOthers() {
        newQuestion("{'id': 'a', 'type': 'text', 'maxLength': 100, 'form': 'A10'}");
        newQuestion("{'id': 'a', 'type': 'text', 'maxLength': 10001}", "/maxLength out-of-range");
        newQuestion("{'id': 'a', 'type': 'text', 'unit': 'fte'}", "/unit does-not-belong");
        newQuestion("{'id': 'a', 'type': 'text', 'min': 1}", "/min does-not-belong");
        newQuestion("{'id': 'a', 'type': 'text', 'options': [], 'columns': [], 'units': []}");
        newQuestion("{'id': 'a', 'type': 'text', 'options': [1]}", "/options does-not-belong");
        newQuestion("{'id': 'a', 'type': 'integer', 'unit': 'parsecs'}", "/unit unknown-unit");
        newQuestion("{'id': 'a', 'type': 'integer', 'units': ['fte', 'fte']}", "/units/1 duplicate");
        newQuestion("{'id': 'a', 'type': 'integer', 'min': 5, 'max': 4}", "/max out-of-range");
        newQuestion("{'id': 'a', 'type': 'integer', 'min': 0.1234567}", "/min too-many-digits");
        newQuestion("{'id': 'a', 'type': 'integer', 'maxLength': 4}", "/maxLength does-not-belong");
        newQuestion("{'id': 'a', 'type': 'quantity'}", "/units required");
        newQuestion("{'id': 'a', 'type': 'single-choice'}", "/options required");
        newQuestion("{'id': 'a', 'type': 'single-choice', 'options': []}", "/options wrong-size");
        newQuestion(
                "{'id': 'a', 'type': 'single-choice', 'options': [{'code': 'x', 'label': {'nl': 'x', 'en': 'x'}}, {'code': 'x'}]}",
                "/options/1/code duplicate",
                "/options/1/label required");
        newQuestion("{'id': 'a', 'type': 'money'}", "/currencies required");
        newQuestion(
                "{'id': 'a', 'type': 'money', 'currencies': ['euro'], 'bases': ['tree'], 'periods': ['eon']}",
                "/currencies/0 wrong-form",
                "/bases/0 unknown-basis",
                "/periods/0 unknown-period");
        newQuestion("{'id': 'a', 'type': 'integer', 'bases': ['ward']}", "/bases does-not-belong");
        newQuestion(
                "{'id': 'a', 'type': 'table', 'measure': 'residents'}",
                "/columns required",
                "/measure does-not-belong");
        newQuestion(
                "{'id': 'a', 'type': 'table', 'columns': [{'id': 'c', 'type': 'money', 'label': {'nl': 'x', 'en': 'x'}},"
                        + " {'id': 'c', 'type': 'text', 'label': {'nl': 'x', 'en': 'x'}, 'options': [1]}]}",
                "/columns/0/type unknown-type",
                "/columns/1/id duplicate",
                "/columns/1/options does-not-belong");
        newQuestion(
                "{'id': 'a', 'type': 'distribution', 'unit': 'fte', 'measures': {'y': 'residents'},"
                        + " 'options': [{'code': 'x', 'label': {'nl': 'x', 'en': 'x'}}]}",
                "/unit unknown-unit",
                "/measures unknown-option");
        newQuestion(
                "{'id': 'a', 'type': 'date', 'required': 'yes', 'colour': 1}",
                "/colour unknown-member",
                "/required wrong-type");
    }

    @Test
    void aRuleRefersToWhatIsThereAndFits() {
        newRule("{'kind': 'order', 'questions': ['residents', 'dwellings']}");
        newRule("{'kind': 'order', 'questions': ['nobody']}", "/questions/0 unknown-question");
        newRule("{'kind': 'order', 'questions': ['approach-name']}", "/questions/0 does-not-fit");
        newRule(
                "{'kind': 'order', 'questions': ['fte-by-function'], 'with': {'columns': ['hours', 'function']}}",
                "/with/columns/1 unknown-column");
        newRule("{'kind': 'exactly-n', 'questions': ['motives'], 'with': {'n': 3}}");
        newRule(
                "{'kind': 'exactly-n', 'questions': ['residents'], 'with': {'n': 0}}",
                "/questions/0 does-not-fit",
                "/with/n out-of-range");
        newRule(
                "{'kind': 'pattern', 'questions': ['approach-name'], 'with': {'matches': '('}}",
                "/with/matches wrong-form");
        for (String expression : List.of("(a)\\\\1", "(?=a)b", "(?<!a)b", "(?>a)", "a++", "a{1001}")) {
            newRule(
                    "{'kind': 'pattern', 'questions': ['approach-name'], 'with': {'matches': '%s'}}"
                            .formatted(expression),
                    "/with/matches wrong-form");
        }
        newRule("{'kind': 'pattern', 'questions': ['approach-name'], 'with': {'matches': '(a+)+$'}}");
        newRule("{'kind': 'pattern', 'questions': ['residents']}", "/with required", "/questions/0 does-not-fit");
        newRule("{'kind': 'range', 'questions': ['residents'], 'with': {}}", "/with required");
        newRule(
                "{'kind': 'range', 'questions': ['residents'], 'with': {'min': 2, 'max': 1, 'mean': 3}}",
                "/with/mean unknown-member",
                "/with/max out-of-range");
        newRule(
                "{'kind': 'ratio-within', 'questions': ['residents'], 'with': {'left': {'of': ['fte-by-function.hours']}, 'right': {'of': ['residents'], 'over': ['dwellings'], 'times': 2}, 'within': 0.1, 'upTo': 0.2, 'onlyAbove': true}}");
        newRule(
                "{'kind': 'ratio-within', 'questions': ['residents'], 'with': {'left': {'of': ['fte-by-function.function', 'nobody', 'approach-name']}, 'right': {'of': []}, 'upTo': -1}}",
                "/with/left/of/0 unknown-column",
                "/with/left/of/1 unknown-question",
                "/with/left/of/2 does-not-fit",
                "/with/right/of wrong-size",
                "/with/within required",
                "/with/upTo out-of-range");
        newRule("{'kind': 'required-with', 'questions': ['residents'], 'with': {}}", "/with required");
        newRule(
                "{'kind': 'required-with', 'questions': ['residents'], 'with': {'member': 'basis', 'needs': ['nobody']}}",
                "/with/needs/0 unknown-question",
                "/with/member does-not-fit");
        newRule("{'kind': 'shares-sum', 'questions': ['residents']}", "/questions/0 does-not-fit");
        newRule(
                "{'kind': 'shares-sum', 'questions': ['time-by-contact'], 'with': {'complete': 1}}",
                "/with/complete wrong-type");
        newRule(
                "{'kind': 'sum-of-parts', 'questions': ['fte-total'], 'with': {'total': 'fte-total', 'table': 'residents', 'columns': {'wards': 'fte'}}}",
                "/with/table does-not-fit",
                "/with/columns/wards unknown-unit",
                "/with/absolute required",
                "/with/relative required");
        newRule(
                "{'kind': 'order', 'questions': ['residents'], 'when': {'office-kind': {'value': ['castle'], 'colour': ['red']}, 'nobody': {'value': ['x']}, 'fte-total': {}}}",
                "/when/office-kind/value/0 unknown-option",
                "/when/office-kind/colour unknown-member",
                "/when/nobody unknown-question",
                "/when/fte-total required");
    }

    @Test
    void thereAreLimits() {
        assertEquals(List.of("/sections wrong-size"), wrong(form -> {
            put(form, "/rules", "[]");
            put(form, "/sections", "[]");
        }));
        ArrayNode many = JSON.createArrayNode();
        for (int i = 0; i < 700; i++) {
            many.add("x");
        }
        assertEquals(List.of("/rules wrong-size"), wrong(form -> form.set("rules", many)));
        ObjectNode form = next();
        form.set("rules", JSON.createArrayNode());
        ArrayNode questions = ((ArrayNode) form.at("/sections/0/questions")).removeAll();
        for (int i = 0; i < 400; i++) {
            questions.add("x").add(1);
        }
        assertEquals(
                1,
                QuestionnaireReader.errors(form, List.of(STANDARD), DEFINITIONS).size());
        questions.removeAll();
        for (int i = 0; i < 450; i++) {
            questions.addObject().put("colour", "red");
        }
        assertEquals(
                Place.MOST,
                QuestionnaireReader.errors(form, List.of(STANDARD), DEFINITIONS).size());
    }
}
