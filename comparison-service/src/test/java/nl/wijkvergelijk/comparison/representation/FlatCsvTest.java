package nl.wijkvergelijk.comparison.representation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FlatCsvTest {

    private static final FlatRow LEUSDEN =
            row("Leusden", 0.7586206896551724, "a \"quoted\", text", new BigDecimal("2.00"));

    @Test
    void aRowIsWrittenAsRfc4180HasIt() {
        assertEquals("""
                round,municipalityCode,municipalityName,indicator,value,text,unit,low,high,qualifier,status,missing,asOf,rankFrom,rankTo,reportedValue,reportedUnit,reportedBasis,warnings,dataset,figure
                2005,GM0327,Leusden,ward-budget-per-resident,0.7586206896551724,"a ""quoted"", text",eur-per-resident-per-year,,,exact,ok,,2005,6,6,2.00,,household,proxy-factor;period-assumed,10,2005.GM0327.ward-budget-per-resident
                """.replace("\n", "\r\n"), new String(FlatCsv.bytes(List.of(LEUSDEN)), UTF_8));
    }

    @Test
    void noRowsAreAHeaderAlone() {
        String csv = new String(FlatCsv.bytes(List.of()), UTF_8);
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
        String csv = new String(FlatCsv.bytes(List.of(row("Leusden", -1.5, null, new BigDecimal("-2")))), UTF_8);
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

    @Property
    void whatIsWrittenReadsBackAsTheSameTable(@ForAll("tables") List<FlatRow> rows) throws IOException {
        List<List<String>> read = read(FlatCsv.bytes(rows));
        assertEquals(FlatCsv.COLUMNS, read.get(0));
        assertEquals(rows.stream().map(FlatCsvTest::expected).toList(), read.subList(1, read.size()));
    }

    @Provide
    Arbitrary<List<FlatRow>> tables() {
        Arbitrary<String> awkward =
                Arbitraries.of("=1+1", "-2", "@x", "\tx", "\r\n", "a,b", "\"", "'", "é", "\n=x", " x ");
        Arbitrary<String> texts = Arbitraries.oneOf(
                        awkward, Arbitraries.strings().ofMaxLength(30))
                .filter(text -> !text.isEmpty())
                .injectNull(0.2);
        Arbitrary<Double> numbers = Arbitraries.doubles().injectNull(0.2);
        Arbitrary<BigDecimal> decimals = Arbitraries.bigDecimals().injectNull(0.2);
        return Combinators.combine(texts.filter(Objects::nonNull), numbers, texts, decimals)
                .as(FlatCsvTest::row)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static List<List<String>> read(byte[] csv) throws IOException {
        try (MappingIterator<String[]> lines = CsvMapper.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .build()
                .readerFor(String[].class)
                .readValues(csv)) {
            return lines.readAll().stream().map(List::of).toList();
        }
    }

    private static List<String> expected(FlatRow row) {
        return List.of(
                row.round(),
                row.municipalityCode(),
                FlatCsv.safe(row.municipalityName()),
                row.indicator(),
                row.value() == null ? "" : Numbers.plain(row.value()),
                Objects.toString(FlatCsv.safe(row.text()), ""),
                row.unit(),
                "",
                "",
                row.qualifier(),
                row.status(),
                "",
                row.asOf(),
                "6",
                "6",
                row.reportedValue() == null ? "" : Numbers.plain(row.reportedValue()),
                "",
                row.reportedBasis(),
                String.join(";", row.warnings()),
                "10",
                row.figure());
    }

    private static FlatRow row(String name, Double value, String text, BigDecimal reported) {
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
