package nl.wijkvergelijk.survey.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Text;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    @Test
    void everyTypeOfAnswerIsReadAndKeptAsItWasWritten() {
        String all = """
                {"name": {"value": " de  wijkaanpak "},
                 "streets": {"value": ["Dorpsstraat", "Kerkplein"]},
                 "people": {"value": 6300},
                 "groups": {"value": 1E3},
                 "smallest": {"value": -0.50},
                 "largest": {"value": 9.50, "qualifier": "range", "low": 9.00, "high": 10.000},
                 "staff": {"value": 56, "unit": "hours-per-week", "definition": "alone"},
                 "satisfied": {"value": 70, "qualifier": "at-least"},
                 "budget": {"value": 2.00, "currency": "EUR", "basis": "household", "period": "year", "asOf": "2005-06"},
                 "started": {"value": 1996, "qualifier": "approximate"},
                 "opened": {"value": "2004-02-29"},
                 "central": {"value": false},
                 "office": {"value": "none"},
                 "roles": {"value": ["adviser", "broker"]},
                 "time": {"value": {"social": 33.3, "physical": 66.7}},
                 "functions": {"value": [{"function": "hoofd", "persons": 1, "fte": 0.80, "kind": "core"}, {"function": "rest"}]}}
                """;
        Answers answers = Tiny.answers(all);
        assertEquals("""
                {"name":{"value":" de  wijkaanpak "},\
                "streets":{"value":["Dorpsstraat","Kerkplein"]},\
                "people":{"value":6300},\
                "groups":{"value":1000},\
                "smallest":{"value":-0.50},\
                "largest":{"value":9.50,"qualifier":"range","low":9.00,"high":10.000},\
                "staff":{"value":56,"unit":"hours-per-week","definition":"alone"},\
                "satisfied":{"value":70,"qualifier":"at-least"},\
                "budget":{"value":2.00,"asOf":"2005-06","basis":"household","period":"year","currency":"EUR"},\
                "started":{"value":1996,"qualifier":"approximate"},\
                "opened":{"value":"2004-02-29"},\
                "central":{"value":false},\
                "office":{"value":"none"},\
                "roles":{"value":["adviser","broker"]},\
                "time":{"value":{"social":33.3,"physical":66.7}},\
                "functions":{"value":[{"function":"hoofd","persons":1,"fte":0.80,"kind":"core"},{"function":"rest"}]}}""", answers.toJson().toString());
    }

    @Test
    void everythingAroundAValueIsKept() {
        String full = """
                {"people":{"value":6300,"qualifier":"approximate","asOf":"2005-01-01","asPrinted":"6.3000","note":"publiek",\
                "evidence":[{"evidence":"report","section":"3.6"},\
                {"evidence":"note","page":"12"},{"evidence":"partners","moment":"tweede helft"},{"evidence":"partners"}],\
                "correction":"een cijfer te veel","comment":"intern",\
                "statements":[{"value":6000,"relation":"rounds"},\
                {"value":63000,"note":"zo gelezen","relation":"contradicts","resolved":"kan niet"},\
                {"missing":"not-stated","relation":"other-date"}]}}""";
        assertEquals(full, Tiny.answers(full).toJson().toString());
    }

    @Test
    void nullRemovesAnAnswerAndAMissingCodeIsAnAnswer() {
        AnswerChanges changes = AnswerReader.read(
                Tiny.QUESTIONNAIRE,
                Tiny.json("{\"name\": null, \"people\": {\"missing\": \"lost\"}}"),
                Tiny.SOURCES,
                new java.util.ArrayList<>());
        assertEquals(Optional.empty(), changes.byQuestion().get("name"));
        assertEquals(
                MissingCode.LOST,
                changes.byQuestion().get("people").orElseThrow().chosen().missing());
    }

    @Test
    void aMalformedDutchNumberIsExplainedInBothLanguages() {
        InputError error = only("{\"people\": {\"value\": \"6.3000\"}}");
        assertEquals("body", error.in());
        assertEquals("/answers/people/value", error.pointer());
        assertEquals("not-a-number-written-as-text", error.code());
        assertEquals(
                new Text(
                        "\"6.3000\" is een tekst, want het staat tussen aanhalingstekens, en is ook geen goed geschreven getal: in het Nederlands verdeelt een punt de duizendtallen in groepjes van drie cijfers. Is 6300 of 63000 bedoeld? Schrijf dat als getal, zonder aanhalingstekens, bijvoorbeeld 6300. Staat het zo in uw bron, bewaar het dan in \"asPrinted\".",
                        "\"6.3000\" is a text, because it is between quotation marks, and not a well-formed number either: in Dutch a dot groups thousands in threes. Is 6300 or 63000 meant? Write that as a number, without quotation marks, for example 6300. If your source prints it so, keep that in \"asPrinted\"."),
                error.detail());
    }

    @Test
    void aNumberBetweenQuotationMarksIsShownHowToWriteIt() {
        assertSays(
                "{\"smallest\": {\"value\": \"8,5\"}}",
                "not-a-number-written-as-text",
                "zonder aanhalingstekens: 8.5.");
        assertSays(
                "{\"people\": {\"value\": \"1.234\"}}",
                "not-a-number-written-as-text",
                "zonder aanhalingstekens: 1234.");
        assertSays(
                "{\"people\": {\"value\": \"ca. 8\"}}",
                "not-a-number-written-as-text",
                "\"qualifier\": \"approximate\"");
        assertSays(
                "{\"people\": {\"value\": \"6.3000 inwoners\"}}",
                "not-a-number-written-as-text",
                "Is 6300 of 63000 bedoeld?");
        assertSays(
                "{\"staff\": {\"value\": \"56 uur\", \"unit\": \"fte\"}}",
                "not-a-number-written-as-text",
                "zonder aanhalingstekens: 56.");
        assertSays("{\"people\": {\"value\": \"\"}}", "not-a-number-written-as-text", "lege tekst");
        assertSays("{\"people\": {\"value\": \"  \"}}", "not-a-number-written-as-text", "lege tekst");
        assertSays("{\"people\": {\"value\": \"heel veel\"}}", "not-a-number-written-as-text", "alleen een getal");
        assertSays("{\"people\": {\"value\": \"5\"}}", "not-a-number-written-as-text", "zonder aanhalingstekens: 5.");
    }

    @Test
    void aPointInAWholeNumberIsNeverReadAsADecimalPointSilently() {
        assertSays("{\"people\": {\"value\": 6.3000}}", "not-a-whole-number", "Is 6300 of 63000 bedoeld?");
        assertSays("{\"people\": {\"value\": 135.000}}", "not-a-whole-number", "Is 135000 bedoeld?");
        assertSays("{\"people\": {\"value\": 8.5}}", "not-a-whole-number", "zonder punt");
        assertSays("{\"people\": {\"value\": 8.0}}", "not-a-whole-number", "zonder punt");
        assertSays("{\"started\": {\"value\": 1996.5}}", "not-a-whole-number", "zonder punt");
        assertSays("{\"people\": {\"value\": -6.3000}}", "not-a-whole-number", "zonder punt");
    }

    @Test
    void numbersThatNoColumnCanHoldAreRefusedAndNothingOverflows() {
        for (String number : List.of(
                "1e999999999",
                "1e-999999999",
                "-1e999999999",
                "0e999999999",
                "1e15",
                "1234567890123456",
                "0.1234567",
                "1.0000000",
                "0e-999999999",
                "9".repeat(1000))) {
            InputError error = only("{\"smallest\": {\"value\": " + number + "}}");
            assertEquals("too-many-digits", error.code(), number);
        }
        assertTrue(Tiny.errors("{\"largest\": {\"value\": 999999999999999.999999}}")
                .isEmpty());
        assertTrue(Tiny.errors("{\"largest\": {\"value\": 1e14}}").isEmpty());
        assertTrue(Tiny.errors("{\"largest\": {\"value\": -0}}").isEmpty());
        assertTrue(Tiny.errors("{\"largest\": {\"value\": -0.0}}").isEmpty());
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        for (String value : List.of("true", "[]", "{}", "[5]")) {
            assertEquals(
                    "wrong-type",
                    only("{\"people\": {\"value\": " + value + "}}").code(),
                    value);
        }
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        for (JsonNode node : List.of(
                nodes.numberNode(Double.NaN),
                nodes.numberNode(Double.POSITIVE_INFINITY),
                nodes.numberNode(Float.NEGATIVE_INFINITY))) {
            assertEquals("wrong-type", only(answer("largest", node)).code());
        }
        assertEquals(
                "too-many-digits",
                only(answer("largest", nodes.numberNode(BigInteger.TEN.pow(2000))))
                        .code());
    }

    @Test
    void boundsHold() {
        assertSays("{\"people\": {\"value\": -1}}", "out-of-range", "minstens 0");
        assertSays("{\"people\": {\"value\": 1000001}}", "out-of-range", "hoogstens 1000000");
        assertSays("{\"satisfied\": {\"value\": 100.5}}", "out-of-range", "hoogstens 100");
        assertSays("{\"satisfied\": {\"value\": -1}}", "out-of-range", "minstens 0");
        assertSays("{\"started\": {\"value\": 999999999}}", "out-of-range", "hoogstens 2999");
        assertSays("{\"started\": {\"value\": 96}}", "out-of-range", "minstens 1000");
        assertSays("{\"functions\": {\"value\": [{\"function\": \"x\", \"fte\": -1}]}}", "out-of-range", "minstens 0");
        assertSays("{\"time\": {\"value\": {\"social\": 101}}}", "out-of-range", "hoogstens 100");
    }

    @Test
    void datesAreTextsOfDaysThatExist() {
        for (String date : List.of(
                "5",
                "2005",
                "1e300",
                "\"2005-02-30\"",
                "\"2005-13-01\"",
                "\"2005-1-1\"",
                "\"+999999999-01-01\"",
                "\"2005-06-30T23:59:60Z\"",
                "\"2005\"",
                "\"٢٠٠٥-01-01\"",
                "\"\"",
                "true",
                "\"0000-01-01\"")) {
            assertEquals(
                    "bad-date", only("{\"opened\": {\"value\": " + date + "}}").code(), date);
        }
        assertSays("{\"opened\": {\"value\": \"1-2-2005\"}}", "bad-date", "Bedoelt u \"2005-02-01\"?");
        assertSays("{\"people\": {\"value\": 1, \"asOf\": \"2005-02-30\"}}", "bad-date", "staat niet in de kalender");
        for (String asOf : List.of("2005", "\"05\"", "\"2005-00\"", "\"januari 2005\"", "\"2005-02-29\"")) {
            InputError error = only("{\"people\": {\"value\": 1, \"asOf\": " + asOf + "}}");
            assertEquals("/answers/people/asOf bad-date", error.pointer() + " " + error.code(), asOf);
        }
    }

    @Test
    void textsAreRefusedWhenBlankTooLongOrUnreadableAndKeptOtherwise() {
        assertSays("{\"name\": {\"value\": \"\"}}", "required", "leeg");
        assertSays("{\"name\": {\"value\": \" \\u00a0\\t\\u200b\"}}", "required", "leeg");
        assertSays("{\"name\": {\"value\": 5}}", "wrong-type", "een tekst");
        assertSays("{\"name\": {\"value\": \"abcdefghijabcdefghija\"}}", "too-long", "21 tekens; er passen er 20");
        for (String broken : List.of("\\u0000", "a\\u0001b", "\\u001f", "\\ud800", "\\udc00x", "x\\ud83d")) {
            assertEquals(
                    "control-character",
                    only("{\"name\": {\"value\": \"" + broken + "\"}}").code(),
                    broken);
        }
        for (String fine :
                List.of("😀", "é", "e\\u0301", "\\u202eabc", "a\\tb\\nc\\r", "'; drop table", "=1+1", "👩‍👩‍👧")) {
            assertEquals(
                    Tiny.json("{\"name\":{\"value\":\"" + fine + "\"}}"),
                    Tiny.answers("{\"name\":{\"value\":\"" + fine + "\"}}").toJson(),
                    fine);
        }
        assertTrue(Tiny.errors("{\"people\": {\"value\": 1, \"note\": \"" + "x".repeat(10_000) + "\"}}")
                .isEmpty());
        assertSays("{\"people\": {\"value\": 1, \"note\": \"" + "x".repeat(10_001) + "\"}}", "too-long", "10001");
        assertSays("{\"people\": {\"value\": 1, \"comment\": \"\\u0007\"}}", "control-character", "stuurteken");
    }

    @Test
    void choicesTakeOnlyTheirOwnCodes() {
        assertSays("{\"office\": {\"value\": \"None\"}}", "unknown-option", "Kies uit: none, open.");
        assertSays("{\"office\": {\"value\": 0}}", "unknown-option", "Kies uit: none, open.");
        assertSays("{\"roles\": {\"value\": [\"adviser\", \"queen\"]}}", "unknown-option", "\"queen\" kan hier niet");
        assertSays("{\"roles\": {\"value\": [\"adviser\", \"adviser\"]}}", "duplicate", "staat al in de lijst");
        assertSays("{\"streets\": {\"value\": [\"a\", \"b\", \"a\"]}}", "duplicate", "staat al in de lijst");
        assertSays("{\"roles\": {\"value\": []}}", "required", "De lijst is leeg");
        assertSays("{\"roles\": {\"value\": \"adviser\"}}", "wrong-type", "Hier hoort een lijst");
        assertSays("{\"central\": {\"value\": \"ja\"}}", "wrong-type", "true (ja)");
        assertSays("{\"central\": {\"value\": 1}}", "wrong-type", "true (ja)");
        assertSays("{\"time\": {\"value\": {\"sport\": 5}}}", "unknown-option", "social, physical, other");
        assertSays("{\"time\": {\"value\": {}}}", "wrong-type", "verdeling");
        assertSays("{\"time\": {\"value\": 5}}", "wrong-type", "verdeling");
        assertSays("{\"time\": {\"value\": {\"social\": {}}}}", "required", "value");
        assertSays("{\"time\": {\"value\": {\"social\": {\"value\": 101}}}}", "out-of-range", "hoogstens 100");
        assertSays("{\"time\": {\"value\": {\"social\": {\"value\": 10, \"unit\": \"x\"}}}}", "unknown-member", "unit");
        assertSays(
                "{\"time\": {\"value\": {\"social\": {\"value\": 10, \"qualifier\": \"circa\"}}}}",
                "bad-qualifier",
                "circa");
        assertSays(
                "{\"time\": {\"value\": {\"social\": {\"value\": 10, \"qualifier\": \"range\", \"low\": 20, \"high\": 30}}}}",
                "out-of-range",
                "buiten");
        assertSays("{\"time\": {\"value\": {\"social\": {\"value\": 10, \"low\": 5}}}}", "bad-qualifier", "range");
        assertSays("{\"functions\": {\"value\": []}}", "required", "geen rijen");
        assertSays("{\"functions\": {\"value\": [5]}}", "wrong-type", "object");
        assertSays("{\"functions\": {\"value\": [{\"persons\": 1}]}}", "required", "\"function\" ontbreekt");
        assertSays(
                "{\"functions\": {\"value\": [{\"function\": \"x\", \"colour\": 1}]}}", "unknown-member", "\"colour\"");
        assertSays(
                "{\"functions\": {\"value\": [{\"function\": \"x\", \"kind\": \"odd\"}]}}",
                "unknown-option",
                "core, extra");
        assertSays(
                "{\"functions\": {\"value\": [{\"function\": \"x\", \"persons\": 1.5}]}}",
                "not-a-whole-number",
                "heel getal");
    }

    @Test
    void listsHaveAnEnd() {
        String thousand = "[" + "\"x\",".repeat(999) + "\"x\"]";
        assertSays("{\"streets\": {\"value\": " + thousand + "}}", "too-long", "1000 onderdelen; er passen er 200");
        assertSays("{\"people\": {\"value\": 1, \"statements\": " + thousand + "}}", "too-long", "er passen er 50");
        assertSays("{\"people\": {\"value\": 1, \"evidence\": " + thousand + "}}", "too-long", "er passen er 50");
        assertSays("{\"functions\": {\"value\": " + thousand + "}}", "too-long", "er passen er 100");
    }

    @Test
    void unitsAndTheCodesAroundAValueMustBeTheQuestionsOwn() {
        assertSays("{\"staff\": {\"value\": 56}}", "unit-required", "fte, hours-per-week");
        assertSays("{\"staff\": {\"value\": 56, \"unit\": \"hours\"}}", "unknown-unit", "fte, hours-per-week");
        assertSays("{\"people\": {\"value\": 56, \"unit\": \"fte\"}}", "unknown-unit", "people");
        assertSays("{\"name\": {\"value\": \"x\", \"unit\": \"fte\"}}", "unknown-member", "hoort niet bij deze vraag");
        assertSays(
                "{\"people\": {\"value\": 5, \"definition\": \"alone\"}}",
                "unknown-member",
                "hoort niet bij deze vraag");
        assertSays(
                "{\"people\": {\"value\": 5, \"currency\": \"EUR\"}}", "unknown-member", "hoort niet bij deze vraag");
        assertSays(
                "{\"staff\": {\"value\": 5, \"unit\": \"fte\", \"definition\": \"some\"}}",
                "unknown-option",
                "alone, with-help");
        assertSays("{\"budget\": {\"value\": 5, \"currency\": \"USD\"}}", "unknown-option", "EUR");
        assertSays("{\"budget\": {\"value\": 5, \"basis\": \"dog\"}}", "unknown-option", "resident, household");
        assertSays("{\"budget\": {\"value\": 5, \"period\": \"day\"}}", "unknown-option", "year");
        assertSays(
                "{\"people\": {\"missing\": \"zero\"}}",
                "unknown-option",
                "not-stated, unknown, not-applicable, refused, lost");
        assertSays("{\"people\": {\"missing\": \"not-answered\"}}", "unknown-option", "not-stated");
        assertSays("{\"people\": {\"value\": 5, \"qualifier\": \"ongeveer\"}}", "bad-qualifier", "approximate");
        assertSays("{\"name\": {\"value\": \"x\", \"qualifier\": \"exact\"}}", "bad-qualifier", "Alleen bij een getal");
    }

    @Test
    void thereIsAValueOrAMissingCodeAndNeverBoth() {
        assertSays("{\"people\": {}}", "value-or-missing", "een van de twee");
        assertSays("{\"people\": {\"value\": 1, \"missing\": \"lost\"}}", "value-or-missing", "een van de twee");
        assertSays(
                "{\"staff\": {\"missing\": \"lost\", \"unit\": \"fte\"}}", "value-or-missing", "hoort bij een waarde");
        assertSays("{\"people\": {\"value\": null}}", "wrong-type", "zet dan in \"missing\" waarom");
        assertSays("{\"people\": {\"value\": 1, \"note\": null}}", "wrong-type", "Laat het onderdeel weg");
    }

    @Test
    void aRangeHasALowestAndAHighestNumberAroundItsValue() {
        assertSays(
                "{\"people\": {\"value\": 5, \"qualifier\": \"range\", \"low\": 9, \"high\": 1}}",
                "out-of-range",
                "hoger dan het hoogste");
        assertSays(
                "{\"people\": {\"value\": 5, \"qualifier\": \"range\", \"low\": 6, \"high\": 9}}",
                "out-of-range",
                "buiten haar eigen");
        assertSays("{\"people\": {\"value\": 5, \"qualifier\": \"range\", \"low\": 1}}", "range-required", "hoogste");
        assertSays("{\"people\": {\"value\": 5, \"low\": 1}}", "bad-qualifier", "hoort alleen bij");
        assertSays(
                "{\"people\": {\"value\": 5, \"qualifier\": \"range\", \"low\": 1.5, \"high\": 9}}",
                "not-a-whole-number",
                "heel getal");
        assertEquals(
                List.of("/answers/people/low range-required", "/answers/people/high range-required"),
                places("{\"people\": {\"value\": 5, \"qualifier\": \"range\"}}"));
    }

    @Test
    void aCorrectionNeedsWhatWasPrinted() {
        assertSays("{\"people\": {\"value\": 5, \"correction\": \"typefout\"}}", "required", "\"asPrinted\"");
        assertSays(
                "{\"people\": {\"missing\": \"lost\", \"asPrinted\": \"x\", \"correction\": \"typefout\"}}",
                "required",
                "bij een waarde");
    }

    @Test
    void statementsAreReadAsStrictlyAsTheAnswerAndSayHowTheyRelate() {
        assertEquals(
                List.of(
                        "/answers/staff/statements/0/value not-a-number-written-as-text",
                        "/answers/staff/statements/0/relation required",
                        "/answers/staff/statements/1/unit unit-required",
                        "/answers/staff/statements/1/relation bad-relation",
                        "/answers/staff/statements/2 value-or-missing",
                        "/answers/staff/statements/3/resolved bad-relation",
                        "/answers/staff/statements/4/comment unknown-member",
                        "/answers/staff/statements/5 wrong-type"),
                places("""
                        {"staff": {"value": 1, "unit": "fte", "statements": [
                          {"value": "2", "unit": "fte"},
                          {"value": 2, "relation": "disagrees"},
                          {"relation": "same"},
                          {"value": 2, "unit": "fte", "relation": "same", "resolved": "x"},
                          {"value": 2, "unit": "fte", "relation": "same", "comment": "intern"},
                          "2 FTE"]}}
                        """));
    }

    @Test
    void evidenceIsCitedByTheIdOfSomethingOnFileAndAPlaceThatItHas() {
        assertEquals(
                List.of(
                        "/answers/people/evidence/0/evidence required",
                        "/answers/people/evidence/1/evidence unknown-evidence",
                        "/answers/people/evidence/2 required",
                        "/answers/people/evidence/3 required",
                        "/answers/people/evidence/4/moment unknown-member",
                        "/answers/people/evidence/5/section unknown-member",
                        "/answers/people/evidence/6/evidence not-held",
                        "/answers/people/evidence/7/document unknown-member",
                        "/answers/people/evidence/7/evidence required",
                        "/answers/people/evidence/8/section wrong-type",
                        "/answers/people/evidence/9/page unknown-member",
                        "/answers/people/statements/0/evidence/0/evidence unknown-evidence"),
                places("""
                        {"people": {"value": 1, "evidence": [
                          {},
                          {"evidence": "nowhere", "section": "1"},
                          {"evidence": "report"},
                          {"evidence": "report", "section": "1", "page": "2"},
                          {"evidence": "report", "moment": "begin"},
                          {"evidence": "partners", "section": "1"},
                          {"evidence": "residents"},
                          {"document": {"title": "x"}, "section": "1"},
                          {"evidence": "report", "section": 1},
                          {"evidence": "partners", "moment": "begin", "page": "1"}],
                          "statements": [{"value": 2, "relation": "same", "evidence": [{"evidence": "Report", "page": "1"}]}]}}
                        """));
    }

    @Test
    void whatWasStoredIsReadWithoutAskingWhatIsOnFileNow() {
        for (String stored : List.of(
                "{\"people\":{\"value\":1,\"evidence\":[{\"evidence\":\"elsewhere\",\"section\":\"3\"},{\"evidence\":\"talk\"}]}}",
                "{\"people\":{\"value\":1,\"evidence\":[{\"document\":{\"title\":\"Nota\"},\"page\":\"12\"}]}}",
                "{\"people\":{\"value\":1,\"evidence\":[{\"interview\":{\"group\":\"bewoners\"}}]}}")) {
            assertEquals(
                    stored,
                    Answers.fromJson(Tiny.QUESTIONNAIRE, Tiny.json(stored)).toString());
        }
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsPlace() {
        assertEquals(
                List.of(
                        "/answers/people/colour unknown-member",
                        "/answers/people/value not-a-number-written-as-text",
                        "/answers/people/asOf bad-date",
                        "/answers/inhabitants unknown-question",
                        "/answers/a~1b~0c unknown-question",
                        "/answers/office wrong-type",
                        "/answers/name/value required"),
                places("""
                        {"people": {"value": "6.3000", "colour": "red", "asOf": "1 januari"},
                         "inhabitants": {"value": 1}, "a/b~c": {"value": 1}, "office": "none", "name": {"value": ""}}
                        """));
    }

    @Test
    void answersThatAreNoObjectAreOneError() {
        assertEquals(List.of("/answers wrong-type"), places("[]"));
        assertEquals(List.of("/answers wrong-type"), places("\"x\""));
        assertEquals(List.of("/answers required"), places("null"));
        assertEquals("/answers", Tiny.errors((JsonNode) null).get(0).pointer());
        assertEquals(List.of(), places("{}"));
    }

    @Test
    void aNameTooLongOrTooOddToRepeatIsShownByItsBeginningOnly() {
        InputError odd = only("{\"\\u0000\\ud800weird\": {\"value\": 1}}");
        assertEquals("/answers", odd.pointer());
        assertTrue(
                odd.detail().nl().contains("\"\uFFFD\uFFFDweird\""),
                odd.detail().nl());
        InputError huge = only("{\"" + "k".repeat(50_000) + "\": {\"value\": 1}}");
        assertEquals("/answers", huge.pointer());
        assertTrue(huge.detail().nl().length() < 200);
    }

    @Test
    void aHundredThousandMistakesAreNotRepeatedAHundredThousandTimes() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 100_000; i++) {
            node.put("q" + i, i);
        }
        assertEquals(500, Tiny.errors(node).size());
    }

    @Test
    void anAnswerIsDisputedExactlyWhenAContradictionIsUnresolved() {
        assertFalse(disputed("[]"));
        assertFalse(
                disputed("[{\"value\": 2, \"relation\": \"rounds\"}, {\"value\": 2, \"relation\": \"other-date\"}]"));
        assertFalse(disputed("[{\"value\": 2, \"relation\": \"contradicts\", \"resolved\": \"typefout\"}]"));
        assertTrue(
                disputed(
                        "[{\"value\": 2, \"relation\": \"contradicts\", \"resolved\": \"typefout\"}, {\"value\": 3, \"relation\": \"contradicts\"}]"));
    }

    @Test
    void aRefusedBodyChangesNothingElse() {
        List<InputError> errors = new java.util.ArrayList<>();
        AnswerChanges changes = AnswerReader.read(
                Tiny.QUESTIONNAIRE,
                Tiny.json("{\"people\": {\"value\": 5}, \"groups\": {\"value\": \"x\"}}"),
                Tiny.SOURCES,
                errors);
        assertEquals(1, errors.size());
        assertEquals(List.of("people"), List.copyOf(changes.byQuestion().keySet()));
        assertEquals(
                new BigDecimal(5),
                changes.byQuestion().get("people").orElseThrow().number().orElseThrow());
    }

    private static boolean disputed(String statements) {
        return Tiny.answers("{\"people\": {\"value\": 1, \"statements\": " + statements + "}}")
                .to("people")
                .orElseThrow()
                .disputed();
    }

    private static JsonNode answer(String question, JsonNode value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putObject(question).set("value", value);
        return node;
    }

    private static InputError only(String json) {
        return only(Tiny.json(json));
    }

    private static InputError only(JsonNode answers) {
        List<InputError> errors = Tiny.errors(answers);
        assertEquals(1, errors.size(), errors.toString());
        return errors.get(0);
    }

    private static void assertSays(String json, String code, String words) {
        InputError error = only(json);
        assertEquals(code, error.code(), error.toString());
        assertTrue(error.detail().nl().contains(words), error.detail().nl());
        assertFalse(error.detail().en().isBlank());
    }

    private static List<String> places(String json) {
        return Tiny.errors(json).stream().map(e -> e.pointer() + " " + e.code()).toList();
    }
}
