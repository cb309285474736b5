package nl.wijkvergelijk.survey.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.survey.evidence.Filing;
import nl.wijkvergelijk.survey.response.Many;
import org.apache.commons.csv.CSVPrinter;

/** Gives out all responses of a round. They are written to disk first: what fails halfway is a refusal, and never a file that looks whole. */
@ApplicationScoped
class Exports {

    /** So many responses are read together, and in memory: some MB. */
    private static final int TOGETHER = 25;

    private final Many many;
    private final Filing filing;
    private final Ndjson ndjson;
    private final Csv csv;

    Exports(Many many, Filing filing, Ndjson ndjson, Csv csv) {
        this.many = many;
        this.filing = filing;
        this.ndjson = ndjson;
        this.csv = csv;
    }

    /** Does something with one response after another. */
    @FunctionalInterface
    private interface Each {
        void accept(ExportedResponse response) throws IOException;
    }

    InputStream ndjson(String round) {
        return file(out -> each(round, response -> ndjson.write(response, out)));
    }

    InputStream csv(String round) {
        return file(out -> {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            CSVPrinter printer = csv.printer(writer);
            each(round, response -> csv.write(response, printer));
            printer.flush();
        });
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What was written, of which nothing is left on disk once it is read. */
    private static InputStream file(Content content) {
        try {
            Path path = Files.createTempFile("wijkvergelijk-export-", null);
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
                    content.writeTo(out);
                }
                return Files.newInputStream(path);
            } finally {
                // Whoever has it open still reads it.
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void each(String round, Each each) throws IOException {
        List<String> codes = many.codes(round);
        for (int from = 0; from < codes.size(); from += TOGETHER) {
            for (ExportedResponse response :
                    some(round, codes.subList(from, Math.min(from + TOGETHER, codes.size())))) {
                each.accept(response);
            }
        }
    }

    /** The answers first: what they cite is never taken out after. */
    @Transactional
    List<ExportedResponse> some(String round, List<String> codes) {
        List<Many.Now> now = many.now(round, codes);
        Map<String, List<ObjectNode>> evidence = filing.of(round, codes);
        return now.stream()
                .map(each -> new ExportedResponse(
                        each.municipality(),
                        each.revision(),
                        evidence.getOrDefault(each.municipality(), List.of()),
                        (ObjectNode) each.answers().answeredOnly().toJson()))
                .toList();
    }
}
