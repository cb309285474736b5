package nl.wijkvergelijk.survey.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.local.Yaml;
import nl.wijkvergelijk.survey.answer.AnswerReader;
import nl.wijkvergelijk.survey.answer.Answers;
import nl.wijkvergelijk.survey.answer.Tiny;
import nl.wijkvergelijk.survey.questionnaire.Question;
import nl.wijkvergelijk.survey.questionnaire.Questionnaire;
import nl.wijkvergelijk.survey.questionnaire.Questionnaires;
import nl.wijkvergelijk.survey.response.AnswersSent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook that nobody touched changes nothing, whatever it holds and whichever program saved it. */
class UntouchedWorkbookTest {
    private static final Path RESPONSES = Path.of("../deploy/rounds/2005/responses");
    private static final Questionnaire FORM_2005 =
            new Questionnaires().find("standard", 2005).orElseThrow();

    /** Texts that a spreadsheet, XML or a parser of numbers may take for something else. */
    static final List<String> ODD_TEXTS = List.of(
            "=1+1",
            "+31 33 1234567",
            "-",
            "@SUM(A1)",
            "'quoted",
            "1.234",
            "007",
            "2005-01",
            "true",
            "ja",
            "x",
            "een\nregel",
            "een\r\nregel en\tverder",
            " blanks around ",
            "\u00a0hard\u00a0blanks\u00a0",
            "_x000D_ and _x0041_",
            "5 < 6 & \"7\" > '3'",
            "]]>",
            "\ud83c\udfd8 wijk",
            "\uffff",
            "caf\u00e9 \u2013 \u20ac",
            "#N/B",
            "{\"a\": 1}");

    @Test
    void everyResponseOf2005ComesBackAsItWentOut() throws IOException {
        for (Map.Entry<String, Answers> response : responses().entrySet()) {
            for (Language language : Language.values()) {
                Desk desk = Desk.of(FORM_2005, response.getValue(), language);
                assertUntouched(response.getKey() + " " + language, desk.takeBack(desk.handOut()));
            }
        }
    }

    @Test
    void aWorkbookWithoutAnswersComesBackWithout() {
        for (Language language : Language.values()) {
            Desk desk = Desk.of(FORM_2005, Answers.none(FORM_2005), language);
            assertUntouched("none", desk.takeBack(desk.handOut()));
        }
    }

    @Test
    void everyOddTextComesBackAsItWentOut() {
        Desk desk = Desk.of(Tiny.QUESTIONNAIRE, odd(), Language.NL);
        assertUntouched("odd", desk.takeBack(desk.handOut()));
    }

    @Test
    void noTextIsAFormulaAndEveryPartIsWellFormed() throws Exception {
        EditedWorkbook workbook =
                Desk.of(Tiny.QUESTIONNAIRE, odd(), Language.NL).edit();
        for (String sheet : workbook.sheets()) {
            String xml = new String(workbook.parts().get(sheet), StandardCharsets.UTF_8);
            assertTrue(!xml.contains("<f>") && !xml.contains("<f "), sheet);
        }
        for (Map.Entry<String, byte[]> part : workbook.parts().entrySet()) {
            if (part.getKey().matches(".*\\.(xml|rels)")) {
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(part.getValue()));
            }
        }
    }

    /** One run of LibreOffice for all files: it opens each, and saves it again. */
    @Test
    void libreOfficeOpensEveryWorkbookAndSavesItWithoutADifference(@TempDir Path folder) throws Exception {
        Path office = office();
        assumeTrue(office != null, "skipped: there is no LibreOffice (soffice) on this machine");
        Map<String, Desk> desks = new LinkedHashMap<>();
        responses().forEach((code, answers) -> {
            desks.put(code, Desk.of(FORM_2005, answers, Language.NL));
            desks.put(code + "-en", Desk.of(FORM_2005, answers, Language.EN));
        });
        desks.put("odd", Desk.of(Tiny.QUESTIONNAIRE, odd(), Language.NL));
        List<String> command = new ArrayList<>(List.of(
                office.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                folder.resolve("saved").toString()));
        for (Map.Entry<String, Desk> desk : desks.entrySet()) {
            Path file = folder.resolve(desk.getKey() + ".xlsx");
            Files.write(file, desk.getValue().handOut());
            command.add(file.toString());
        }
        assertEquals(
                "",
                said(command, folder.resolve("out"))
                        .lines()
                        .filter(line -> line.contains("Error"))
                        .reduce("", String::concat));
        for (Map.Entry<String, Desk> desk : desks.entrySet()) {
            byte[] saved = Files.readAllBytes(folder.resolve("saved/" + desk.getKey() + ".xlsx"));
            assertUntouched(desk.getKey(), desk.getValue().takeBack(saved));
        }
        assertWords(folder);
    }

    /** That nothing differs would also hold of an empty file: the cells are there. */
    private static void assertWords(Path folder) throws IOException {
        EditedWorkbook saved = EditedWorkbook.of(Files.readAllBytes(folder.resolve("saved/odd.xlsx")));
        EditedWorkbook handedOut = EditedWorkbook.of(Files.readAllBytes(folder.resolve("odd.xlsx")));
        assertEquals(handedOut.address("streets", "3", "value"), saved.address("streets", "3", "value"));
        Spreadsheet read = SpreadsheetReader.read(saved.file(), 50_000_000, 1_000_000);
        assertTrue(
                read.sheets().get(1).rows().stream().anyMatch(row -> row.cell(5).equals(Content.text("=1+1"))));
    }

    private static Path office() {
        return Stream.of("/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static String said(List<String> command, Path out) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(180, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertTrue(ended, "LibreOffice did not end");
        assertEquals(0, process.exitValue(), Files.readString(out));
        return Files.readString(out);
    }

    static void assertUntouched(String what, AnswersSent sent) {
        assertEquals(List.of(), sent.errors(), what);
        assertEquals(Set.of(), sent.changes().byQuestion().keySet(), what);
    }

    private static Map<String, Answers> responses() throws IOException {
        Map<String, Answers> responses = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(RESPONSES)) {
            for (Path file : files.sorted().toList()) {
                List<InputError> errors = new ArrayList<>();
                JsonNode body = Yaml.file(file);
                responses.put(
                        file.getFileName().toString().replace(".yaml", ""),
                        Answers.none(FORM_2005).with(AnswerReader.stored(FORM_2005, body.get("answers"), errors)));
                assertEquals(List.of(), errors);
            }
        }
        assertEquals(6, responses.size());
        return responses;
    }

    /** Every odd text where a text can stand. */
    private static Answers odd() {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        ArrayNode streets = answers.putObject("streets").putArray("value");
        ODD_TEXTS.forEach(streets::add);
        ArrayNode rows = answers.putObject("functions").putArray("value");
        ODD_TEXTS.forEach(text -> rows.addObject().put("function", text).put("kind", "extra"));
        int i = 0;
        for (Question question : Tiny.QUESTIONNAIRE.questions()) {
            ObjectNode answer = (ObjectNode) answers.get(question.id());
            if (answer == null) {
                answer = answers.putObject(question.id()).put("missing", "unknown");
            }
            answer.put("note", ODD_TEXTS.get(i++ % ODD_TEXTS.size()));
            answer.put("asPrinted", ODD_TEXTS.get(i++ % ODD_TEXTS.size()));
            answer.put("comment", ODD_TEXTS.get(i++ % ODD_TEXTS.size()));
        }
        return Tiny.answers(answers.toString());
    }
}
