package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that others wrote read every topic of the round of 2005, and see the same figures, bounds and statuses in it as the JSON has. */
class OutsideReadersIT {

    private static final Path OUTSIDE = Path.of("src/test/outside");

    /** Comma, double quotes, UTF-8, all lines, en-US; figures with all their digits. The second asks for the second sheet. */
    private static final String AS_STORED =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false";

    private static final String SECOND_SHEET = AS_STORED + ",2";

    private static final String JSON_STAT_SCHEMA = "https://json-stat.org/format/schema/2.0/dataset.json";

    private static final Map<String, String> FORMS =
            Map.of("jsonstat", "format=jsonstat", "csv", "format=csv", "wide.csv", "format=csv&layout=wide");

    private final RunningProduct product = RunningProduct.shared();

    @TempDir
    Path folder;

    @Test
    void libreOfficeSeesTheFiguresInWorkbookAndCsv() throws Exception {
        assumeTrue(runs("soffice", "--version"), "there is no LibreOffice here (soffice)");
        for (String topic : topics()) {
            save(topic, "xlsx", "format=xlsx");
            save(topic, "csv", "format=csv&bom=true");
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
        everyTopicIsSeen(List.of("node", toolkit.resolve("read-jsonstat.mjs").toString()), "jsonstat");
    }

    /** As it reads a CSV when nobody tells it more; the wide form has a row per municipality. */
    @Test
    void pandasSeesTheFiguresInBothFormsOfCsv() throws Exception {
        Optional<String> python = python();
        assumeTrue(python.isPresent(), "there is no Python with pandas here (python3, /usr/bin/python3)");
        List<String> reader =
                List.of(python.orElseThrow(), OUTSIDE.resolve("read-csv.py").toString());
        everyTopicIsSeen(reader, "csv");
        everyTopicIsSeen(reader, "wide.csv");
    }

    @Test
    void rSeesTheFiguresInBothFormsOfCsv() throws Exception {
        assumeTrue(runs("Rscript", "--version"), "there is no R here (Rscript)");
        List<String> reader = List.of("Rscript", OUTSIDE.resolve("read-csv.R").toString());
        everyTopicIsSeen(reader, "csv");
        everyTopicIsSeen(reader, "wide.csv");
    }

    /** The standard's own schema is in no package, so it is taken from where its author keeps it, or from {@code -Djsonstat.schema=} (an address). */
    @Test
    void theSchemaOfJsonStatAllowsEveryTopic() throws Exception {
        String address = System.getProperty("jsonstat.schema", JSON_STAT_SCHEMA);
        Optional<JsonNode> schema = schema(address);
        assumeTrue(schema.isPresent(), "the schema of JSON-stat cannot be read from " + address);
        JsonSchema jsonStat =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema.orElseThrow());
        JsonNode nothing = RunningProduct.JSON.createObjectNode().put("class", "dataset");
        assertFalse(jsonStat.validate(nothing).isEmpty(), "this schema allows anything: " + address);
        for (String topic : topics()) {
            JsonNode cube = RunningProduct.JSON.readTree(Files.readString(save(topic, "jsonstat", "format=jsonstat")));
            assertEquals(Set.of(), jsonStat.validate(cube), topic);
        }
    }

    private static Optional<JsonNode> schema(String address) {
        try {
            URLConnection connection = URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(10_000);
            connection.setReadTimeout(10_000);
            return Optional.of(RunningProduct.JSON.readTree(connection.getInputStream()));
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }

    private static Optional<String> python() throws InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (runs(python, "-c", "import pandas")) {
                return Optional.of(python);
            }
        }
        return Optional.empty();
    }

    private List<String> topics() {
        return product.comparison("/comparisons").path("topics").findValuesAsText("id");
    }

    /** The reader is given every topic in one form, and prints a line of JSON for each figure: file, municipality, indicator, status, figure, bounds. */
    private void everyTopicIsSeen(List<String> reader, String form) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(reader);
        for (String topic : topics()) {
            command.add(save(topic, form, FORMS.get(form)).toString());
        }
        Path seen = folder.resolve("seen-" + form);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process reading =
                builder.redirectErrorStream(true).redirectOutput(seen.toFile()).start();
        assertTrue(reading.waitFor(180, TimeUnit.SECONDS), () -> "did not end: " + text(seen));
        assertEquals(0, reading.exitValue(), () -> text(seen));
        Map<String, Map<String, String>> byTopic = new LinkedHashMap<>();
        for (String line : Files.readAllLines(seen)) {
            JsonNode figure = RunningProduct.JSON.readTree(line);
            byTopic.computeIfAbsent(figure.get(0).asText(), each -> new LinkedHashMap<>())
                    .put(
                            figure.get(1).asText() + " " + figure.get(2).asText(),
                            said(figure.get(3).asText(), figure.get(4), figure.get(5), figure.get(6)));
        }
        for (String topic : topics()) {
            Map<String, String> expected = figures(topic);
            assertTrue(expected.size() > 5, topic);
            assertEquals(expected, byTopic.get(topic + "." + form), topic + " as " + form);
        }
    }

    /** Status, figure and bounds by municipality and indicator, from the JSON. */
    private Map<String, String> figures(String topic) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (JsonNode row :
                product.comparison("/comparisons/" + topic + "?lang=en").path("rows")) {
            row.path("cells").fields().forEachRemaining(cell -> {
                JsonNode figure = cell.getValue();
                figures.put(
                        row.at("/municipality/code").asText() + " " + cell.getKey(),
                        said(
                                figure.path("status").asText(),
                                figure.has("value") ? figure.path("value") : figure.path("text"),
                                figure.path("low"),
                                figure.path("high")));
            });
        }
        return figures;
    }

    private static String said(String status, JsonNode figure, JsonNode low, JsonNode high) {
        return "%s %s, from %s to %s".formatted(status, shown(figure), shown(low), shown(high));
    }

    private static String shown(JsonNode figure) {
        return figure.isNumber() ? digits(figure.doubleValue()) : figure.isTextual() ? shown(figure.textValue()) : "";
    }

    /** Numbers alike whether a program took them for numbers or for text: a CSV does not say which they are. */
    private static String shown(String field) {
        return field.matches("-?[0-9.]+(E-?[0-9]+)?") ? digits(Double.parseDouble(field)) : field;
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
                        "%s %s, from %s to %s"
                                .formatted(
                                        line.get("status"),
                                        shown(number.isEmpty() ? line.get("text") : number),
                                        shown(line.get("low")),
                                        shown(line.get("high"))));
            }
        }
        return figures;
    }

    private Path save(String topic, String ending, String form) throws IOException, InterruptedException {
        Path file = folder.resolve(topic + "." + ending);
        URI address = URI.create(
                "http://127.0.0.1:%d/v1/comparisons/%s?lang=en&%s".formatted(product.comparisonPort, topic, form));
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
