package nl.wijkvergelijk.survey.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.survey.answer.Tiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What officials type, paste and empty. */
class WorkbookCellsTest {

    private static final String MUCH = """
            {"people": {"value": 140000, "qualifier": "approximate", "asPrinted": "circa 140.000", "note": "n",
                        "evidence": [], "statements": [{"value": 8000, "relation": "other-date"}]},
             "largest": {"value": 9.50}, "staff": {"value": 56.00, "unit": "hours-per-week", "definition": "alone"},
             "streets": {"value": ["a", "b", "c"]}, "roles": {"value": ["watchdog", "adviser"]},
             "time": {"value": {"social": 33.30, "other": 0.0}},
             "functions": {"value": [{"function": "f", "fte": 0.80}, {"function": "g", "kind": "core"}]},
             "office": {"missing": "unknown"}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234|{\"value\":1234}",
                "' 6300 '|{\"value\":6300}",
                "\u00a06.300\u00a0|{\"value\":6300}",
                "ca. 8|{\"value\":8,\"qualifier\":\"approximate\"}",
                "ruim 500|{\"value\":500,\"qualifier\":\"at-least\"}",
                "gemiddeld 7|{\"value\":7}"
            })
    void aTextIsReadAsADutchNumber(String typed, String answer) {
        Desk desk = Desk.tiny("{}");
        assertEquals(answer, desk.answer(desk.edit().answer("people", typed), "people"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"8,5|8.5", "9,30|9.30", "€ 9,30|9.30", "1234567890,123456|1234567890.123456", "-4,25|-4.25"})
    void decimalsAreWrittenWithAComma(String typed, String number) {
        Desk desk = Desk.tiny("{}");
        assertEquals("{\"value\":" + number + "}", desk.answer(desk.edit().answer("largest", typed), "largest"));
    }

    @Test
    void aNumberThatIsNoneIsRefusedWithItsGuessesAtItsCell() {
        Desk desk = Desk.tiny("{}");
        EditedWorkbook edited = desk.edit().answer("people", "6.3000");
        var error = desk.errors(edited).get(0);
        assertEquals("not-a-number-written-as-text", error.code());
        assertEquals("/answers/people/value", error.pointer());
        assertEquals("1 Alles", error.sheet());
        assertEquals(edited.address("people", "", "value"), error.cell());
        assertTrue(error.detail().nl().contains("6300 of 63000"), error.detail().nl());
    }

    @Test
    void everyErrorIsToldAtOnce() {
        Desk desk = Desk.tiny("{}");
        EditedWorkbook edited = desk.edit()
                .answer("people", "veel")
                .answer("opened", "31 februari")
                .answer("office", "dicht")
                .answer("central", "misschien")
                .answer("staff", "8")
                .number("groups", "", "value", "1.5")
                .text("time", "social", "value", "meer dan genoeg")
                .text("functions", "1", "unit", "3");
        assertEquals(
                List.of(
                        "/answers/people/value",
                        "/answers/groups/value",
                        "/answers/staff/unit",
                        "/answers/opened/value",
                        "/answers/central/value",
                        "/answers/office/value",
                        "/answers/time/social",
                        "/answers/functions/value/0/function"),
                desk.errors(edited).stream()
                        .map(e -> e.pointer().replace("/value/social", "/social"))
                        .toList());
        assertTrue(desk.errors(edited).stream().allMatch(e -> e.sheet() != null && e.cell() != null));
    }

    @Test
    void aNumberCellCountsAsWhatItShows() {
        Desk desk = Desk.tiny("{}");
        assertEquals(
                "{\"value\":9.3}",
                desk.answer(desk.edit().number("largest", "", "value", "9.3000000000000007"), "largest"));
        assertEquals("{\"value\":140000}", desk.answer(desk.edit().number("people", "", "value", "1.4E5"), "people"));
    }

    @Test
    void aPercentageIsTheNumberBeforeItsSign() {
        Desk desk = Desk.tiny("{}");
        assertEquals("{\"value\":25}", desk.answer(formatted(desk, "9", "satisfied", "0.25"), "satisfied"));
        assertEquals("{\"value\":25}", desk.answer(desk.edit().number("satisfied", "", "value", "25"), "satisfied"));
        assertEquals("{\"value\":25}", desk.answer(desk.edit().answer("satisfied", "25 %"), "satisfied"));
        assertEquals(
                "{\"value\":33.3}",
                desk.answer(formatted(desk, "10", "satisfied", "0.33300000000000002"), "satisfied"));
    }

    @Test
    void aDateIsAsExactAsItsCellShows() {
        Desk desk = Desk.tiny("{}");
        assertEquals("{\"value\":\"2005-01-31\"}", desk.answer(formatted(desk, "14", "opened", "38383"), "opened"));
        assertEquals("{\"value\":\"1999-12-31\"}", desk.answer(desk.edit().answer("opened", "31-12-1999"), "opened"));
        assertEquals(
                "{\"value\":1,\"asOf\":\"2005-01\"}",
                desk.answer(asOf(desk, "17", "38353").number("people", "", "value", "1"), "people"));
        assertEquals(
                "{\"value\":1,\"asOf\":\"2005\"}",
                desk.answer(
                        desk.edit().number("people", "", "asOf", "2005").number("people", "", "value", "1"), "people"));
        assertTrue(desk.error(formatted(desk, "14", "people", "38383")).startsWith("wrong-type"));
    }

    /** A number in a cell with one of the formats that every spreadsheet knows. */
    private static EditedWorkbook formatted(Desk desk, String format, String question, String number) {
        return withFormat(desk, format).cell(question, "", "value", "s=\"1\"", "<v>" + number + "</v>");
    }

    private static EditedWorkbook asOf(Desk desk, String format, String number) {
        return withFormat(desk, format).cell("people", "", "asOf", "s=\"1\"", "<v>" + number + "</v>");
    }

    private static EditedWorkbook withFormat(Desk desk, String format) {
        return desk.edit()
                .part(
                        "xl/styles.xml",
                        ("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\""
                                        + format + "\"/></cellXfs></styleSheet>")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void formatsWithWordsAndCurrenciesAreNoDates() {
        assertEquals(Shape.PLAIN, Shape.of("[$€-413] #,##0.00;[Red]-#,##0.00"));
        assertEquals(Shape.PLAIN, Shape.of("0\" dagen\""));
        assertEquals(Shape.PLAIN, Shape.of("#,##0.00\\ \"dm\""));
        assertEquals(Shape.DAY, Shape.of("dd-mm-yyyy;@"));
        assertEquals(Shape.MONTH, Shape.of("mmm yy"));
        assertEquals(Shape.YEAR, Shape.of("yyyy"));
        assertEquals(Shape.PERCENT, Shape.of("0.0%"));
        assertEquals(Shape.TIME, Shape.of("h:mm"));
    }

    @Test
    void choicesAreReadByLabelInEitherLanguageAndByCode() {
        for (Language language : Language.values()) {
            Desk desk = Desk.of(Tiny.QUESTIONNAIRE, Tiny.answers("{}"), language);
            for (String typed : new String[] {"geen", "none", " GEEN\u00a0"}) {
                assertEquals("{\"value\":\"none\"}", desk.answer(desk.edit().answer("office", typed), "office"));
            }
            for (String typed : new String[] {"ja", "yes", "true"}) {
                assertEquals("{\"value\":true}", desk.answer(desk.edit().answer("central", typed), "central"));
            }
            assertEquals(
                    "{\"missing\":\"unknown\"}",
                    desk.answer(desk.edit().text("people", "", "missing", "weten we niet"), "people"));
            assertEquals(
                    "{\"value\":2,\"unit\":\"hours-per-week\"}",
                    desk.answer(desk.edit().answer("staff", "2").text("staff", "", "unit", "hours per week"), "staff"));
        }
        Desk desk = Desk.tiny("{}");
        assertEquals(
                "{\"value\":false}",
                desk.answer(desk.edit().cell("central", "", "value", "t=\"b\"", "<v>0</v>"), "central"));
    }

    @Test
    void whatIsTypedStaysAWholeAnswerWithItsOtherStatements() {
        Desk desk = Desk.tiny(MUCH);
        assertEquals(
                "{\"value\":141000,\"qualifier\":\"approximate\",\"asPrinted\":\"circa 140.000\",\"note\":\"n\",\"statements\":[{\"value\":8000,\"relation\":\"other-date\"}]}",
                desk.answer(desk.edit().answer("people", "141.000"), "people"));
        assertEquals(
                desk.present("people").orElseThrow().toJson().toString().replace("\"n\"", "\"m\""),
                desk.answer(desk.edit().text("people", "", "note", "m"), "people"));
    }

    @Test
    void theSameNumberTypedAgainKeepsItsDigits() {
        Desk desk = Desk.tiny(MUCH);
        assertEquals(
                List.of(),
                List.copyOf(desk.takeBack(desk.edit().answer("largest", "9,5").file())
                        .changes()
                        .byQuestion()
                        .keySet()));
    }

    @Test
    void anEmptiedAnswerIsDeletedAndOneWithAReasonIsNot() {
        Desk desk = Desk.tiny(MUCH);
        assertNull(desk.answer(desk.edit().empty("people", "", "value"), "people"));
        assertEquals(
                "{\"missing\":\"lost\",\"asPrinted\":\"circa 140.000\",\"note\":\"n\",\"statements\":[{\"value\":8000,\"relation\":\"other-date\"}]}",
                desk.answer(
                        desk.edit().empty("people", "", "value").text("people", "", "missing", "verloren gegaan"),
                        "people"));
    }

    @Test
    void aValueBesideAReasonForNoneIsRefused() {
        Desk desk = Desk.tiny(MUCH);
        assertTrue(desk.error(desk.edit().answer("office", "geen")).startsWith("value-or-missing"));
        assertTrue(desk.error(desk.edit().empty("people", "", "value").text("people", "", "note", "weg"))
                .startsWith("value-or-missing"));
    }

    @Test
    void rowsAndColumnsThatAreGoneChangeNothing() {
        Desk desk = Desk.tiny(MUCH);
        EditedWorkbook edited = desk.edit()
                .withoutRow("people", "")
                .withoutRow("roles", "adviser")
                .withoutRow("time", "social");
        UntouchedWorkbookTest.assertUntouched("gone", desk.takeBack(edited.file()));
        EditedWorkbook column = desk.edit();
        String cell = column.address("people", "", "value").replaceAll("[0-9]", "") + "1";
        column.xml(column.sheetOf("people"), xml -> xml.replaceFirst("<c r=\"" + cell + "\".*?</c>", ""));
        assertEquals(
                "no-headings A1 ",
                desk.errors(column).stream()
                        .map(e -> e.code() + " " + e.cell() + " " + e.pointer())
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void anItemIsChangedAddedAndTakenOut() {
        Desk desk = Desk.tiny(MUCH);
        assertEquals(
                "{\"value\":[\"a\",\"c\",\"d\"]}",
                desk.answer(desk.edit().empty("streets", "2", "value").text("streets", "9", "value", "d"), "streets"));
        assertEquals("{\"value\":[\"a\",\"c\"]}", desk.answer(desk.edit().withoutRow("streets", "2"), "streets"));
        assertEquals(
                "{\"value\":[\"watchdog\",\"broker\"]}",
                desk.answer(
                        desk.edit().empty("roles", "adviser", "value").text("roles", "broker", "value", "X"), "roles"));
        assertEquals(
                "{\"value\":{\"social\":33.30,\"physical\":40,\"other\":0.0}}",
                desk.answer(desk.edit().number("time", "physical", "value", "40"), "time"));
        assertEquals(
                "{\"value\":[{\"function\":\"f\",\"persons\":2,\"fte\":0.80},{\"function\":\"g\",\"kind\":\"core\"},{\"function\":\"h\",\"kind\":\"extra\"}]}",
                desk.answer(
                        desk.edit()
                                .number("functions", "1", "unit", "2")
                                .text("functions", "5", "value", "h")
                                .text("functions", "5", "high", "extra"),
                        "functions"));
    }

    @Test
    void aShareSaysHowExactItIs() {
        Desk desk = Desk.tiny(MUCH);
        assertEquals(
                "{\"value\":{\"social\":33.30,\"physical\":{\"value\":40,\"qualifier\":\"approximate\",\"asPrinted\":\"zo'n 40\"},\"other\":0.0}}",
                desk.answer(
                        desk.edit()
                                .text("time", "physical", "value", "ca. 40 %")
                                .text("time", "physical", "asPrinted", "zo'n 40"),
                        "time"));
        assertEquals(
                "{\"value\":{\"social\":{\"value\":33.30,\"qualifier\":\"rounded\"}}}",
                desk.answer(
                        desk.edit()
                                .text("time", "social", "qualifier", "afgerond")
                                .empty("time", "other", "value"),
                        "time"));
        EditedWorkbook edited = desk.edit().text("time", "physical", "asPrinted", "veel");
        assertEquals(
                "required " + edited.address("time", "physical", "value") + " /answers/time/value/physical/value",
                desk.error(edited));
        assertTrue(desk.error(desk.edit()
                        .text("time", "social", "qualifier", "van … tot …")
                        .number("time", "social", "low", "30"))
                .startsWith("range-required " + edited.address("time", "social", "high")));
    }

    @Test
    void cellsThatBelongToNoAnswerAreRefused() {
        Desk desk = Desk.tiny("{}");
        assertTrue(desk.error(desk.edit().text("name", "", "low", "3")).startsWith("not-for-this-question"));
        assertTrue(desk.error(desk.edit().text("streets", "", "value", "x")).startsWith("not-for-this-question"));
        assertTrue(desk.error(desk.edit().text("people", "", "unit", "uur per week"))
                .startsWith("unknown-option"));
    }

    @Test
    void whatASpreadsheetCannotWorkOutIsRefusedAndWhatItDidIsRead() {
        Desk desk = Desk.tiny("{}");
        assertTrue(desk.error(desk.edit().cell("people", "", "value", "t=\"e\"", "<v>#N/A</v>"))
                .startsWith("wrong-type"));
        assertTrue(desk.error(desk.edit().cell("people", "", "value", "", "<f>A1+1</f>"))
                .startsWith("wrong-type"));
        assertEquals(
                "{\"value\":7}",
                desk.answer(desk.edit().cell("people", "", "value", "", "<f>3+4</f><v>7</v>"), "people"));
    }

    @Test
    void mergedAnswersAreRefused() {
        Desk desk = Desk.tiny(MUCH);
        EditedWorkbook edited = desk.edit();
        String from = edited.address("people", "", "value");
        String to = edited.address("groups", "", "value");
        edited.xml(
                edited.sheetOf("people"),
                xml -> xml.replace(
                        "</sheetData>",
                        "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"" + from + ":" + to
                                + "\"/></mergeCells>"));
        assertEquals("merged-cells " + from + " /answers", desk.error(edited));
    }

    @Test
    void aControlCharacterInAnEscapeIsRefusedAndAnEmojiIsNot() {
        Desk desk = Desk.tiny("{}");
        assertTrue(desk.error(desk.edit().answer("name", "a_x0000_b")).startsWith("control-character"));
        assertEquals(
                "{\"value\":\"\ud83c\udfd8 wijk\"}",
                desk.answer(desk.edit().answer("name", "\ud83c\udfd8 wijk"), "name"));
        assertEquals("{\"value\":\"=1+1\"}", desk.answer(desk.edit().answer("name", "=1+1"), "name"));
    }

    @Test
    void aRowThatIsThereTwiceOrOfNoQuestionIsRefused() {
        Desk desk = Desk.tiny("{}");
        assertTrue(
                desk.error(desk.edit().text("groups", "", "question", "people")).startsWith("duplicate"));
        assertTrue(
                desk.error(desk.edit().text("groups", "", "question", "gropus")).startsWith("unknown-question"));
        assertTrue(desk.error(
                        desk.edit().text("roles", "adviser", "part", "advisor").text("roles", "adviser", "value", "x"))
                .startsWith("unknown-part"));
    }

    @Test
    void twoWaysOfSayingHowExactMustAgree() {
        Desk desk = Desk.tiny(MUCH);
        assertTrue(desk.error(desk.edit().answer("people", "ruim 150.000")).startsWith("bad-qualifier"));
        assertTrue(desk.answer(desk.edit().answer("people", "ca. 150.000"), "people")
                .contains("150000"));
    }

    @Test
    void anotherResponsesWorkbookIsRefusedBeforeAnythingIsRead() {
        Desk desk = Desk.tiny("{}");
        assertTrue(desk.error(desk.edit().first("municipality", "GM0503").answer("people", "x"))
                .startsWith("other-municipality C2"));
        assertTrue(desk.error(desk.edit().first("round", "2027")).startsWith("other-round"));
        assertTrue(desk.error(desk.edit().first("questionnaire-version", "7")).startsWith("other-questionnaire"));
        for (String revision : new String[] {"4", "-1", "x", "99999999999"}) {
            assertTrue(desk.error(desk.edit().first("revision", revision)).startsWith("unknown-revision"));
        }
    }

    @Test
    void anAnswerThatChangedMeanwhileIsNotOverwritten() {
        Desk desk = Desk.tiny(MUCH);
        // An earlier revision, in which nothing was answered.
        EditedWorkbook earlier = Desk.tiny("{}").edit().first("revision", "1");
        UntouchedWorkbookTest.assertUntouched("untouched", desk.takeBack(earlier.file()));
        assertTrue(desk.error(earlier.answer("people", "12")).startsWith("changed-meanwhile"));
        assertEquals(
                "{\"value\":\"n\"}",
                desk.answer(Desk.tiny("{}").edit().first("revision", "1").answer("name", "n"), "name"));
    }
}
