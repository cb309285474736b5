package nl.wijkvergelijk.comparison.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a table holds, other programs read it as it was. */
class AnyFlatCsvTest {

    @Property
    void whatIsWrittenReadsBackAsTheSameTable(@ForAll("tables") List<FlatRow> rows) throws IOException {
        List<List<String>> read = read(FlatCsv.content(rows.stream()).bytes());
        assertEquals(FlatCsv.COLUMNS, read.get(0));
        assertEquals(rows.stream().map(AnyFlatCsvTest::expected).toList(), read.subList(1, read.size()));
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
}
