package nl.wijkvergelijk.survey.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.answer.Tiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a CSV file is what is read, or the line and the column say what is wrong. */
class CsvTest {

    private static final Csv CSV = new Csv(new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true)));

    private static List<ImportedResponse> read(byte[] file) {
        List<ImportedResponse> read = new ArrayList<>();
        try {
            CSV.read(new ByteArrayInputStream(file), Tiny.QUESTIONNAIRE, read::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private static ImportedResponse one(String file) {
        List<ImportedResponse> read = read(file.getBytes(StandardCharsets.UTF_8));
        assertEquals(1, read.size());
        return read.get(0);
    }

    private static ImportError error(String file) {
        List<ImportError> errors = one(file).errors();
        assertEquals(1, errors.size(), errors.toString());
        return errors.get(0);
    }

    private static InputError refused(byte[] file) {
        return assertThrows(ProblemException.class, () -> read(file)).errors().get(0);
    }

    private static String value(String file) {
        ImportedResponse response = one(file);
        assertEquals(List.of(), response.errors());
        return response.answers().at("/largest/value").toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1556|1556", "1.556|1.556", "-8.50|-8.50", "0.000001|0.000001"})
    void betweenCommasAPointBeginsTheDecimals(String written, String value) {
        assertEquals(value, value("municipality,question,value\nGM0327,largest," + written + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.556|1556", "1,556|1.556", "8,50|8.50", "6300|6300", "-2|-2"})
    void betweenSemicolonsNumbersAreDutch(String written, String value) {
        assertEquals(value, value("municipality;question;value\nGM0327;largest;" + written + "\n"));
        assertEquals(value, value("municipality\tquestion\tvalue\nGM0327\tlargest\t" + written + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"8,5\"", "ca. 8", "1e3", "\"1.234,5\"", "acht", "+8", "٣"})
    void otherNumbersBetweenCommasAreRefusedAtTheirCell(String written) {
        ImportError error = error("municipality,question,value\nGM0327,largest," + written + "\n");
        assertEquals(2, error.line());
        assertEquals("value", error.column());
        assertEquals("/answers/largest/value", error.pointer());
        assertEquals("wrong-type", error.code());
    }

    @Test
    void aDigitTooManyIsAskedAbout() {
        Text detail =
                error("municipality;question;value\nGM0327;largest;6.3000\n").detail();
        assertTrue(detail.nl().contains("is 6300 of 63000 bedoeld?"), detail.nl());
        assertTrue(detail.en().contains("is 6300 or 63000 meant?"), detail.en());
    }

    @Test
    void wordsBeforeANumberSayHowExactItIs() {
        String file = "municipality;question;value;qualifier\nGM0327;largest;%s;%s\n";
        assertEquals(
                "approximate",
                one(file.formatted("ca. 8", ""))
                        .answers()
                        .at("/largest/qualifier")
                        .textValue());
        assertEquals("differs", error(file.formatted("ca. 8", "at-most")).code());
        assertEquals(
                "approximate",
                one(file.formatted("circa 8", "approximate"))
                        .answers()
                        .at("/largest/qualifier")
                        .textValue());
    }

    @ParameterizedTest
    @CsvSource({"ja,true", "Nee,false", "TRUE,true", "false,false", "WAAR,true"})
    void yesAndNoAreSaidInManyWays(String written, boolean yes) {
        ImportedResponse response = one("municipality,question,value\nGM0327,central," + written + "\n");
        assertEquals(yes, response.answers().at("/central/value").booleanValue());
        assertEquals(
                "wrong-type",
                error("municipality,question,value\nGM0327,central,misschien\n").code());
    }

    @Test
    void linesAreCountedAsAnEditorCountsThem() {
        List<ImportedResponse> read = read("""
                municipality,question,value,note
                GM0327,people,1,"two
                lines"

                GM0327,largest,x,
                GM0503,people,y,
                """.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(2, 6), read.stream().map(ImportedResponse::line).toList());
        assertEquals(5, read.get(0).errors().get(0).line());
        assertEquals(6, read.get(1).errors().get(0).line());
        assertEquals("two\nlines", read.get(0).answers().at("/people/note").textValue());
    }

    @Test
    void whatIsFoundOutLaterIsPlacedToo() {
        ImportedResponse response = one("municipality,question,value,unit,evidence\r\n"
                + "GM0327,,,,\"{\"\"id\"\": \"\"nota\"\"}\"\r\nGM0327,staff,5,days,\r\n");
        ImportError unit = response.placed().apply(InputError.body("/answers/staff/unit", "bad-unit", null));
        assertEquals(3, unit.line());
        assertEquals("unit", unit.column());
        ImportError document = response.placed().apply(InputError.body("/evidence/0/document/title", "required", null));
        assertEquals(2, document.line());
        assertEquals("evidence", document.column());
        assertEquals(
                2,
                response.placed()
                        .apply(InputError.body("/revision", "stale-revision", null))
                        .line());
    }

    @Test
    void windowsBeginsWithAMarkAndExcelLeavesEmptyCells() {
        ImportedResponse response = one("\ufeffmunicipality;question;value;;\r\n GM0327 ; people ;5;;\r\n;;;;\r\n\r\n");
        assertEquals("GM0327", response.municipality());
        assertEquals(List.of(), response.errors());
        assertEquals(5, response.answers().at("/people/value").intValue());
    }

    @Test
    void aRowMayOnlyTakeTheMunicipalityIn() {
        ImportedResponse response = one("municipality,question\nGM0327,\n");
        assertEquals(0, response.answers().size());
        assertEquals(List.of(), response.errors());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GM0327,people,1,,x|too-many-cells",
                ",people,1,|required",
                "Leusden,people,1,|wrong-form",
                "GM0327,,1,|required",
                "GM0327,people,1,x|wrong-form",
                "GM0327,roles,[,|malformed-json",
                "GM0327,roles,[] [],|malformed-json"
            })
    void whatCannotBeMeantIsRefused(String row, String code) {
        assertEquals(
                code,
                error("municipality,question,value,revision\n" + row + "\n").code());
    }

    @Test
    void aQuestionIsAnsweredOnce() {
        ImportError error = error("municipality,question,value\nGM0327,people,1\nGM0327,people,2\n");
        assertEquals("duplicate", error.code());
        assertEquals(3, error.line());
    }

    @Test
    void theRowsOfAMunicipalityNameOneRevision() {
        String file = "municipality,revision,question,value\nGM0327,3,people,1\nGM0327,%s,largest,2\n";
        assertEquals(3, one(file.formatted("")).revision());
        assertEquals("differs", error(file.formatted("4")).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "municipality,value",
                "municipality,question,waarde",
                "municipality,question,value,value"
            })
    void theFirstLineNamesTheColumns(String header) {
        assertEquals(
                "malformed-csv",
                refused((header + "\nGM0327,people,1\n").getBytes(StandardCharsets.UTF_8))
                        .code());
    }

    @Test
    void aQuotationMarkThatDoesNotCloseRefusesTheFile() {
        String file = "municipality,question,value\nGM0327,people,1\nGM0327,name,\"x\n";
        Text detail = refused(file.getBytes(StandardCharsets.UTF_8)).detail();
        assertTrue(detail.en().contains("line 3"), detail.en());
        Text endless = refused((file + "GM0327,x,1\n".repeat(300_000)).getBytes(StandardCharsets.UTF_8))
                .detail();
        assertTrue(endless.en().contains("line 3"), endless.en());
    }

    @Test
    void aMunicipalityHasNoMoreToSayThanABodyMay() {
        String note = "x".repeat(9_000);
        StringBuilder file = new StringBuilder("municipality,question,value,note\n");
        for (int i = 0; i < 400; i++) {
            file.append("GM0327,q").append(i).append(",1,").append(note).append('\n');
        }
        ImportedResponse response = one(file.toString());
        assertEquals("too-long", response.errors().get(0).code());
        assertEquals(0, response.answers().size());
    }

    @Test
    void whatIsNoUtf8IsRefusedAlsoFarIntoTheFile() {
        String rows = "GM0327,name,x\n".repeat(3_000);
        InputError error = refused(
                ("municipality,question,value\n" + rows + "GM0327,name,café\n").getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(error.detail().nl().contains("CSV UTF-8"), error.detail().nl());
    }

    @Test
    void aTextIsNoFormulaInAnySpreadsheet() {
        assertEquals("'=1", Guarded.written("=1"));
        assertEquals("zie ;'=cmd", Guarded.written("zie ;=cmd"));
        assertEquals("een\n'+1\t'@x", Guarded.written("een\n+1\t@x"));
        assertEquals("'＝1", Guarded.written("＝1"));
        assertEquals("'t Zand; 5,-", Guarded.written("'t Zand; 5,-"));
        assertEquals("''=1", Guarded.written("'=1"));
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        InputError error =
                refused("municipality,question,value\nGM0327,name,café\n".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(error.detail().nl().contains("CSV UTF-8"), error.detail().nl());
    }
}
