package nl.wijkvergelijk.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The workbook of a questionnaire as somebody fills it in: texts typed into cells, found by the codes in the first row and the first column. */
final class FilledWorkbook {

    private static final Pattern SHEET = Pattern.compile("xl/worksheets/sheet[0-9]+\\.xml");
    private static final Pattern CELL =
            Pattern.compile("<c r=\"([A-Z]+)([0-9]+)\"([^>]*)>(?:<v>(.*?)</v>)?</c>", Pattern.DOTALL);

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> strings = new ArrayList<>();

    FilledWorkbook(byte[] file) {
        try {
            Path stored = Files.write(Files.createTempFile("workbook", ".xlsx"), file);
            try (ZipFile zip = new ZipFile(stored.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            } finally {
                Files.delete(stored);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Pattern.compile("<si>(.*?)</si>", Pattern.DOTALL)
                .matcher(text("xl/sharedStrings.xml"))
                .results()
                .forEach(si -> strings.add(si.group(1).replaceAll("<[^>]+>", "")));
    }

    /** Types a text into a column of a question's row. */
    FilledWorkbook type(String question, String column, String typed) {
        for (String sheet : parts.keySet().stream()
                .filter(name -> SHEET.matcher(name).matches())
                .toList()) {
            Map<String, String> words = words(text(sheet));
            String row = key(words, "A", question);
            String letter = words.entrySet().stream()
                    .filter(cell ->
                            cell.getKey().matches("[A-Z]+1") && cell.getValue().equals(column))
                    .map(cell -> cell.getKey().replace("1", ""))
                    .findFirst()
                    .orElse(null);
            if (row != null && letter != null) {
                put(sheet, letter + row, typed);
                return this;
            }
        }
        throw new IllegalArgumentException("no cell for " + question + " " + column);
    }

    private static String key(Map<String, String> words, String letter, String word) {
        return words.entrySet().stream()
                .filter(cell -> cell.getKey().matches(letter + "[0-9]+")
                        && cell.getValue().equals(word))
                .map(cell -> cell.getKey().substring(letter.length()))
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> words(String xml) {
        Map<String, String> words = new LinkedHashMap<>();
        Matcher cell = CELL.matcher(xml);
        while (cell.find()) {
            if (cell.group(4) != null && cell.group(3).contains("t=\"s\"")) {
                words.put(cell.group(1) + cell.group(2), strings.get(Integer.parseInt(cell.group(4))));
            }
        }
        return words;
    }

    private void put(String sheet, String at, String typed) {
        String cell = "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                .formatted(at, typed.replace("&", "&amp;").replace("<", "&lt;"));
        String xml = text(sheet);
        Matcher there = Pattern.compile("<c r=\"" + at + "\"[^>]*?(/>|>.*?</c>)", Pattern.DOTALL)
                .matcher(xml);
        if (!there.find()) {
            throw new IllegalArgumentException("cell " + at + " takes no answer");
        }
        parts.put(sheet, there.replaceFirst(Matcher.quoteReplacement(cell)).getBytes(StandardCharsets.UTF_8));
    }

    byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }
}
