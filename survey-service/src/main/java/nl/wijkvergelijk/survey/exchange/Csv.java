package nl.wijkvergelijk.survey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One answer a row, the rows of a municipality together. */
@ApplicationScoped
class Csv implements ResponseFile {

    static final String MEDIA_TYPE = "text/csv";

    private final ObjectMapper json;

    Csv(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void read(InputStream file, Questionnaire questionnaire, Consumer<ImportedResponse> each)
            throws IOException {
        CsvRows rows = rows(file);
        CsvResponse open = null;
        for (CsvRow row = next(rows); row != null; row = next(rows)) {
            if (open == null || !open.takes(row)) {
                hand(open, each);
                open = new CsvResponse(json, questionnaire, rows, row);
            }
            open.add(row);
        }
        hand(open, each);
    }

    private static CsvRows rows(InputStream file) throws IOException {
        try {
            return new CsvRows(file);
        } catch (CharacterCodingException e) {
            throw noUtf8();
        } catch (CsvRows.Unreadable e) {
            throw malformed(1);
        }
    }

    private static CsvRow next(CsvRows rows) {
        try {
            return rows.next();
        } catch (CharacterCodingException e) {
            throw noUtf8();
        } catch (IOException e) {
            throw malformed(rows.line() + 1);
        }
    }

    private static ProblemException noUtf8() {
        return unreadable(new Text(
                "Het bestand is geen UTF-8. Kies in Excel bij opslaan 'CSV UTF-8'.",
                "The file is not UTF-8. In Excel choose 'CSV UTF-8' when saving."));
    }

    private static ProblemException malformed(int line) {
        return unreadable(new Text(
                "Het bestand is niet in cellen te verdelen; het gaat mis in de rij die op regel %d begint: een aanhalingsteken dat niet sluit, of een veel te lange rij."
                        .formatted(line),
                "The file cannot be taken apart into cells; it goes wrong in the row that begins on line %d: a quotation mark that is not closed, or a row that is far too long."
                        .formatted(line)));
    }

    private static void hand(CsvResponse response, Consumer<ImportedResponse> each) {
        if (response != null) {
            each.accept(response.read());
        }
    }

    static ProblemException unreadable(Text why) {
        return ProblemException.invalid(InputError.body("", "malformed-csv", why));
    }

    /** A printer of rows with the header written. */
    CSVPrinter printer(Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord((Object[]) CsvColumn.codes());
        return printer;
    }

    /** Writes one response: a row that takes it into the round when there is nothing else to say, its evidence, its answers. */
    void write(ExportedResponse response, CSVPrinter out) throws IOException {
        List<Map.Entry<String, JsonNode>> answers = new ArrayList<>();
        response.answers().fields().forEachRemaining(answers::add);
        if (answers.isEmpty() && response.evidence().isEmpty()) {
            out.printRecord(row(response, null, json.createObjectNode()));
        }
        for (ObjectNode evidence : response.evidence()) {
            ObjectNode cells = json.createObjectNode();
            cells.set(CsvColumn.EVIDENCE.code(), evidence);
            out.printRecord(row(response, null, cells));
        }
        for (Map.Entry<String, JsonNode> answer : answers) {
            out.printRecord(row(response, answer.getKey(), answer.getValue()));
        }
    }

    private static List<String> row(ExportedResponse response, String question, JsonNode answer) {
        List<String> cells = new ArrayList<>();
        cells.add(response.municipality());
        cells.add(String.valueOf(response.revision()));
        cells.add(question);
        for (CsvColumn column : CsvColumn.ofAnswer()) {
            cells.add(cell(answer.get(column.code())));
        }
        return cells;
    }

    private static String cell(JsonNode node) {
        if (node == null) {
            return null;
        }
        if (node.isNumber()) {
            return node.decimalValue().toPlainString();
        }
        return node.isTextual() ? Guarded.written(node.textValue()) : node.toString();
    }
}
