package nl.wijkvergelijk.survey.exchange;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BadRequestException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.JsonErrors;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.municipality.MunicipalityCode;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.request.Bodies;
import nl.wijkvergelijk.survey.request.Body;

/** One response a line, as JSON. Empty lines are skipped. */
@ApplicationScoped
class Ndjson implements ResponseFile {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final Set<String> ALL = CsvColumn.sayable(List.of(CsvColumn.values()));

    private final Bodies bodies;
    private final ObjectMapper json;

    Ndjson(Bodies bodies, ObjectMapper json) {
        this.bodies = bodies;
        this.json = json;
    }

    /** A line as it is sent; what is in the evidence and the answers is judged where they are taken. */
    record Line(
            @NotNull @Pattern(regexp = MunicipalityCode.FORM)
            String municipality,

            @Min(0) Integer revision,
            List<JsonNode> evidence,
            JsonNode answers) {}

    @Override
    public void read(InputStream file, Questionnaire questionnaire, Consumer<ImportedResponse> each)
            throws IOException {
        InputStream in = new BufferedInputStream(file, 1 << 16);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 0;
        boolean more = true;
        while (more) {
            number++;
            line.reset();
            long length = 0;
            int next = in.read();
            for (; next >= 0 && next != '\n'; next = in.read()) {
                if (++length <= LONGEST) {
                    line.write(next);
                }
            }
            more = next >= 0;
            if (length > LONGEST) {
                each.accept(refused(
                        number,
                        new ImportError(
                                number,
                                "",
                                null,
                                "too-long",
                                new Text(
                                        "Deze regel is te lang: hoogstens %d bytes.".formatted(LONGEST),
                                        "This line is too long: at most %d bytes.".formatted(LONGEST)))));
            } else {
                byte[] bytes = line.toByteArray();
                if (!new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
                    each.accept(response(number, bytes));
                }
            }
        }
    }

    private ImportedResponse response(int number, byte[] bytes) {
        try {
            Body body = bodies.of(number == 1 ? withoutMark(bytes) : bytes);
            Line line = body.as(Line.class);
            return new ImportedResponse(
                    number,
                    line.municipality(),
                    line.revision(),
                    line.evidence() == null ? List.of() : line.evidence(),
                    body.mentions("answers") ? line.answers() : json.createObjectNode(),
                    ALL,
                    List.of(),
                    error -> placed(number, error));
        } catch (ProblemException e) {
            return refused(
                    number,
                    e.errors().stream().map(error -> placed(number, error)).toArray(ImportError[]::new));
        } catch (BadRequestException e) {
            return refused(number, unreadable(number, (JsonProcessingException) e.getCause()));
        }
    }

    /** Where the line goes wrong is told in characters: for the parser it is the first line. */
    private static ImportError unreadable(int number, JsonProcessingException cause) {
        InputError error = JsonErrors.of(cause);
        JsonLocation at = cause.getLocation();
        if (!error.pointer().isEmpty() || at == null) {
            return placed(number, error);
        }
        return new ImportError(
                number,
                "",
                null,
                error.code(),
                new Text(
                        "Deze regel is geen geldige JSON; het gaat mis bij teken %d.".formatted(at.getColumnNr()),
                        "This line is not valid JSON; it goes wrong at character %d.".formatted(at.getColumnNr())));
    }

    private static ImportedResponse refused(int line, ImportError... errors) {
        return new ImportedResponse(
                line, null, null, List.of(), null, ALL, List.of(errors), error -> placed(line, error));
    }

    private static ImportError placed(int line, InputError error) {
        return new ImportError(line, error.pointer(), null, error.code(), error.detail());
    }

    /** Windows begins files with a byte order mark. */
    private static byte[] withoutMark(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.startsWith("ï»¿") ? text.substring(3).getBytes(StandardCharsets.ISO_8859_1) : bytes;
    }

    /** Writes one response as a line. */
    void write(ExportedResponse response, OutputStream out) throws IOException {
        ObjectNode line = json.createObjectNode()
                .put("municipality", response.municipality())
                .put("revision", response.revision());
        if (!response.evidence().isEmpty()) {
            line.putArray("evidence").addAll(response.evidence());
        }
        line.set("answers", response.answers());
        out.write(json.writeValueAsBytes(line));
        out.write('\n');
    }
}
