package nl.wijkvergelijk.survey.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A workbook as an official, or somebody hostile, edits it: cells by question and column, or the XML itself. */
public final class EditedWorkbook {
    private static final Pattern SHEET = Pattern.compile("xl/worksheets/sheet([0-9]+)\\.xml");

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final byte[] original;

    private EditedWorkbook(byte[] file) {
        this.original = file;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static EditedWorkbook of(byte[] file) {
        return new EditedWorkbook(file);
    }

    /** Types a text. */
    public EditedWorkbook text(String question, String part, String column, String text) {
        return cell(
                question,
                part,
                column,
                "t=\"inlineStr\"",
                "<is><t xml:space=\"preserve\">" + escaped(text) + "</t></is>");
    }

    /** Types a text into the cell of the answer. */
    public EditedWorkbook answer(String question, String text) {
        return text(question, "", "value", text);
    }

    /** A number cell, as it stands in the file. */
    public EditedWorkbook number(String question, String part, String column, String number) {
        return cell(question, part, column, "", "<v>" + number + "</v>");
    }

    public EditedWorkbook empty(String question, String part, String column) {
        return cell(question, part, column, "", "");
    }

    /** A cell with these attributes and content, in XML. */
    public EditedWorkbook cell(String question, String part, String column, String attributes, String content) {
        String[] at = find(question, part, column).split("!");
        return put(at[0], at[1], attributes, content);
    }

    /** The same on the first sheet, by its key. */
    public EditedWorkbook first(String key, String text) {
        return put(
                "xl/worksheets/sheet1.xml",
                "C" + firstRow(key),
                "t=\"inlineStr\"",
                "<is><t>" + escaped(text) + "</t></is>");
    }

    private int firstRow(String key) {
        return FirstSheet.of(read().sheets().get(0)).rows().get(key);
    }

    private EditedWorkbook put(String sheet, String cell, String attributes, String content) {
        String written = "<c r=\"" + cell + "\" " + attributes + ">" + content + "</c>";
        return xml(sheet, xml -> {
            Matcher there = Pattern.compile("<c r=\"" + cell + "\"[^>]*?(/>|>.*?</c>)", Pattern.DOTALL)
                    .matcher(xml);
            if (there.find()) {
                return xml.substring(0, there.start()) + written + xml.substring(there.end());
            }
            String row = cell.replaceAll("[A-Z]", "");
            return xml.replaceFirst(
                    "(?s)(<row r=\"" + row + "\".*?)</row>", "$1" + Matcher.quoteReplacement(written) + "</row>");
        });
    }

    /** Deletes a row. */
    public EditedWorkbook withoutRow(String question, String part) {
        String[] at = find(question, part, "value").split("!");
        String row = at[1].replaceAll("[A-Z]", "");
        return xml(at[0], xml -> xml.replaceFirst("(?s)<row r=\"" + row + "\".*?</row>", ""));
    }

    /** Changes the XML of a part. */
    public EditedWorkbook xml(String part, java.util.function.UnaryOperator<String> edit) {
        String before = new String(parts.get(part), StandardCharsets.UTF_8);
        String after = edit.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("nothing edited in " + part);
        }
        parts.put(part, after.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public EditedWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    public EditedWorkbook without(String name) {
        parts.remove(name);
        return this;
    }

    /** The part of the sheet on which a question stands. */
    public String sheetOf(String question) {
        return find(question, "", "value").split("!")[0];
    }

    /** The cell of a question, such as {@code F3}. */
    public String address(String question, String part, String column) {
        return find(question, part, column).split("!")[1];
    }

    private Spreadsheet read() {
        return SpreadsheetReader.read(original, 50_000_000, 1_000_000);
    }

    private String find(String question, String part, String column) {
        Spreadsheet spreadsheet = read();
        for (int s = 0; s < spreadsheet.sheets().size(); s++) {
            Map<String, Integer> columns = new LinkedHashMap<>();
            for (Spreadsheet.Row row : spreadsheet.sheets().get(s).rows()) {
                if (columns.isEmpty()) {
                    row.cells()
                            .forEach((at, content) ->
                                    columns.put(content instanceof Content.Words w ? w.text() : "", at));
                }
                boolean isQuestion = row.cell(0).equals(Content.text(question));
                if (isQuestion && row.cell(1).equals(Content.text(part)) && columns.containsKey(column)) {
                    return "xl/worksheets/sheet%d.xml!%s"
                            .formatted(s + 1, Spreadsheet.address(columns.get(column), row.number()));
                }
            }
        }
        throw new IllegalArgumentException("no cell for " + question + " " + part + " " + column);
    }

    /** The names of the parts that are sheets. */
    public java.util.List<String> sheets() {
        return parts.keySet().stream()
                .filter(name -> SHEET.matcher(name).matches())
                .toList();
    }

    public Map<String, byte[]> parts() {
        return parts;
    }

    public byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
