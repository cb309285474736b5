package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that others wrote read every topic of the round of 2005, and see the same figures and statuses in it as the JSON has. */
class OutsideReadersIT {

    private static final Path OUTSIDE = Path.of("src/test/outside");

    /** Comma, double quotes, UTF-8, all lines, en-US; figures with all their digits. The second asks for the second sheet. */
    private static final String AS_STORED =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false";

    private static final String SECOND_SHEET = AS_STORED + ",2";

    private final RunningProduct product = RunningProduct.shared();

    @TempDir
    Path folder;

    @Test
    void libreOfficeSeesTheFiguresInWorkbookAndCsv() throws Exception {
        assumeTrue(runs("soffice", "--version"), "there is no LibreOffice here (soffice)");
        for (String topic : topics()) {
            save(topic, "xlsx", "");
            save(topic, "csv", "&bom=true");
        }
        convert(SECOND_SHEET, "xlsx", List.of());
        convert(AS_STORED, "csv", List.of("--infilter=CSV:44,34,76,1,,1033,false,true"));
        for (String topic : topics()) {
            Map<String, String> expected = figures(topic);
            assertTrue(expected.size() > 5, topic);
            assertEquals(expected, ofCsv(converted(topic, "xlsx")), topic + " as a workbook");
            assertEquals(expected, ofCsv(converted(topic, "csv")), topic + " as CSV");
        }
    }

    @Test
    void theToolkitOfJsonStatSeesTheFigures() throws Exception {
        Path toolkit = Files.createDirectory(folder.resolve("toolkit"));
        for (String file : List.of("package.json", "package-lock.json", "read-jsonstat.mjs")) {
            Files.copy(OUTSIDE.resolve(file), toolkit.resolve(file));
        }
        assumeTrue(runs("npm", "--version"), "there is no npm here");
        assumeTrue(runs("npm", "ci", "--prefix", toolkit.toString()), "npm could not install jsonstat-toolkit");
        List<String> command = new ArrayList<>(
                List.of("node", toolkit.resolve("read-jsonstat.mjs").toString()));
        for (String topic : topics()) {
            command.add(save(topic, "jsonstat", "").toString());
        }
        Path seen = folder.resolve("seen");
        Process reader = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(seen.toFile())
                .start();
        assertEquals(0, reader.waitFor(), () -> text(seen));
        Map<String, Map<String, String>> byTopic = new LinkedHashMap<>();
        for (String line : Files.readAllLines(seen)) {
            JsonNode figure = RunningProduct.JSON.readTree(line);
            String topic = figure.get(0).asText().replace(".jsonstat", "");
            byTopic.computeIfAbsent(topic, each -> new LinkedHashMap<>())
                    .put(
                            figure.get(1).asText() + " " + figure.get(2).asText(),
                            figure.get(3).asText() + " " + shown(figure.get(4)));
        }
        for (String topic : topics()) {
            assertEquals(figures(topic), byTopic.get(topic), topic);
        }
    }

    private List<String> topics() {
        return product.comparison("/comparisons").path("topics").findValuesAsText("id");
    }

    /** Status and figure by municipality and indicator, from the JSON. */
    private Map<String, String> figures(String topic) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (JsonNode row : product.comparison("/comparisons/" + topic).path("rows")) {
            row.path("cells").fields().forEachRemaining(cell -> {
                JsonNode figure = cell.getValue();
                JsonNode shown = figure.has("value") ? figure.get("value") : figure.path("text");
                figures.put(
                        row.at("/municipality/code").asText() + " " + cell.getKey(),
                        figure.path("status").asText() + " " + shown(shown));
            });
        }
        return figures;
    }

    private static String shown(JsonNode figure) {
        return figure.isNumber() ? digits(figure.doubleValue()) : figure.isTextual() ? figure.textValue() : "";
    }

    /** Spreadsheets keep fifteen digits of a number. */
    private static String digits(double number) {
        return String.format(Locale.ROOT, "%.12g", number);
    }

    private static Map<String, String> ofCsv(Path file) throws IOException {
        Map<String, String> figures = new LinkedHashMap<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .build();
        try (CSVParser lines = CSVParser.parse(Files.readString(file).replaceFirst("^\ufeff", ""), format)) {
            for (CSVRecord line : lines) {
                String number = line.get("value");
                figures.put(
                        line.get("municipalityCode") + " " + line.get("indicator"),
                        line.get("status") + " "
                                + (number.isEmpty() ? line.get("text") : digits(Double.parseDouble(number))));
            }
        }
        return figures;
    }

    private Path save(String topic, String format, String more) throws IOException, InterruptedException {
        Path file = folder.resolve(topic + "." + format);
        URI address = URI.create("http://127.0.0.1:%d/v1/comparisons/%s?lang=en&format=%s%s"
                .formatted(product.comparisonPort, topic, format, more));
        HttpResponse<Path> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofFile(file));
        assertEquals(200, answer.statusCode(), address.toString());
        return file;
    }

    private void convert(String into, String ending, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--convert-to",
                into,
                "--outdir",
                folder.resolve("from-" + ending).toString()));
        command.addAll(more);
        for (String topic : topics()) {
            command.add(folder.resolve(topic + "." + ending).toString());
        }
        Path said = folder.resolve("said-" + ending);
        Process office = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertTrue(office.waitFor(180, TimeUnit.SECONDS), "LibreOffice did not end");
        assertEquals(0, office.exitValue(), () -> text(said));
    }

    /** LibreOffice names what it wrote after the file, and after the sheet when it was asked for one. */
    private Path converted(String topic, String ending) throws IOException {
        Path outputs = folder.resolve("from-" + ending);
        try (var files = Files.list(outputs)) {
            return files.filter(each -> each.getFileName().toString().matches(topic + "(-Figures)?\\.csv"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + topic + " in " + outputs));
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
