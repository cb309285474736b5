package nl.wijkvergelijk.survey.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import nl.wijkvergelijk.survey.answer.Tiny;
import nl.wijkvergelijk.survey.workbook.AnyWorkbookTest;
import org.apache.commons.csv.CSVPrinter;

/** Whatever the answers, as CSV they go out and come back the same. */
class AnyCsvTest {

    private static final Csv CSV = new Csv(new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true)));

    @Property(tries = 1_000)
    void anyAnswersComeBackAsTheyWentOut(@ForAll("answers") String answers) throws IOException {
        ObjectNode sent = (ObjectNode) Tiny.answers(answers).toJson();
        ObjectNode evidence = JsonNodeFactory.instance.objectNode().put("id", "nota");
        evidence.putObject("document").put("title", "=1+1;\"a\",b").put("kind", "report");
        StringWriter out = new StringWriter();
        try (CSVPrinter printer = CSV.printer(out)) {
            CSV.write(new ExportedResponse("GM0327", 3, List.of(evidence), sent), printer);
        }
        List<ImportedResponse> read = new ArrayList<>();
        CSV.read(
                new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)),
                Tiny.QUESTIONNAIRE,
                read::add);
        assertEquals(1, read.size());
        assertEquals(List.of(), read.get(0).errors());
        assertEquals(3, read.get(0).revision());
        assertEquals(List.of(evidence), read.get(0).evidence());
        assertEquals(Tiny.answers(answers), Tiny.answers(read.get(0).answers().toString()));
    }

    @Property(tries = 5_000)
    void aGuardedTextComesBackAndNeverBeginsAFormula(
            @ForAll @StringLength(max = 6) String rest, @ForAll("begins") String begin) {
        String text = begin + rest;
        String written = Guarded.written(text);
        assertEquals(text, Guarded.read(written));
        assertEquals(-1, "=+-@\t\r\n".indexOf((written + "x").charAt(0)));
    }

    @Provide
    Arbitrary<String> answers() {
        return new AnyWorkbookTest().answers();
    }

    @Provide
    Arbitrary<String> begins() {
        return net.jqwik.api.Arbitraries.of(
                "", "=", "'", "''", "'=", "''=", "-", "+1", "@", "\t", "\t'=", "'x", "\r'", ";=", "＝", "a;'=;=", ";\t=",
                "\n\n=", "';'-");
    }
}
