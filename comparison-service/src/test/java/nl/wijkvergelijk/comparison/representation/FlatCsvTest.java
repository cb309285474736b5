package nl.wijkvergelijk.comparison.representation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlatCsvTest {

    private static final FlatRow LEUSDEN =
            row("Leusden", 0.7586206896551724, "a \"quoted\", text", new BigDecimal("2.00"));

    @Test
    void aRowIsWrittenAsRfc4180HasIt() {
        assertEquals(
                """
                round,municipalityCode,municipalityName,indicator,value,text,unit,low,high,qualifier,status,missing,asOf,rankFrom,rankTo,reportedValue,reportedUnit,reportedBasis,warnings,dataset,figure
                2005,GM0327,Leusden,ward-budget-per-resident,0.7586206896551724,"a ""quoted"", text",eur-per-resident-per-year,,,exact,ok,,2005,6,6,2.00,,household,proxy-factor;period-assumed,10,2005.GM0327.ward-budget-per-resident
                """.replace("\n", "\r\n"),
                new String(FlatCsv.content(Stream.of(LEUSDEN)).bytes(), UTF_8));
    }

    @Test
    void noRowsAreAHeaderAlone() {
        String csv = new String(FlatCsv.content(Stream.of()).bytes(), UTF_8);
        assertEquals(String.join(",", FlatCsv.COLUMNS) + "\r\n", csv);
    }

    @Test
    void aTextThatASpreadsheetWouldComputeGetsAnApostrophe() {
        for (String lead : new String[] {"=", "+", "-", "@", "\t", "\r", "＝"}) {
            assertEquals("'" + lead + "1+1", FlatCsv.safe(lead + "1+1"));
        }
        assertEquals("1=1", FlatCsv.safe("1=1"));
        assertEquals("", FlatCsv.safe(""));
    }

    @Test
    void aNegativeNumberGetsNone() {
        String csv = new String(
                FlatCsv.content(Stream.of(row("Leusden", -1.5, null, new BigDecimal("-2"))))
                        .bytes(),
                UTF_8);
        assertTrue(csv.contains(",-1.5,"), csv);
        assertTrue(csv.contains(",-2,"), csv);
        assertFalse(csv.contains("'"), csv);
    }

    @Test
    void theColumnsAreThoseOfTheJsonRows() {
        List<String> members = Arrays.stream(FlatRow.class.getRecordComponents())
                .map(each -> each.getName())
                .toList();
        assertEquals(members, FlatCsv.COLUMNS);
    }

    static FlatRow row(String name, Double value, String text, BigDecimal reported) {
        return new FlatRow(
                "2005",
                "GM0327",
                name,
                "ward-budget-per-resident",
                value,
                text,
                "eur-per-resident-per-year",
                null,
                null,
                "exact",
                "ok",
                null,
                "2005",
                6,
                6,
                reported,
                null,
                "household",
                List.of("proxy-factor", "period-assumed"),
                10,
                "2005.GM0327.ward-budget-per-resident");
    }
}
