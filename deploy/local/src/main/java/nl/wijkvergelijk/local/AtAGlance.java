package nl.wijkvergelijk.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The overview of a round as text for a terminal of 120 columns: municipalities side by side as in the report's own
 * table ("Bijlage 1"), with what the printed one could not say: how wide a figure is, and which are disputed.
 */
final class AtAGlance {

    private static final int FIRST = 18;
    private static final int WIDTH = 120;

    private final JsonNode comparison;

    /**
     * @param comparison the comparison API's answer for the topic {@code overview}
     */
    AtAGlance(JsonNode comparison) {
        this.comparison = comparison;
    }

    String text() {
        List<JsonNode> rows = list(comparison.path("rows"));
        int width = Math.max(8, (WIDTH - FIRST) / Math.max(1, rows.size()) - 1);
        List<String> lines = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of(""));
        rows.forEach(row -> heads.add(row.path("municipality").path("name").asText()));
        lines.addAll(line(heads, width));
        lines.add("─".repeat(FIRST + rows.size() * (width + 1)));
        for (JsonNode column : comparison.path("columns")) {
            List<String> cells = new ArrayList<>();
            cells.add(heading(column));
            rows.forEach(row -> cells.add(
                    cell(column, row.path("cells").path(column.path("id").asText()))));
            lines.addAll(line(cells, width));
        }
        lines.add("");
        lines.add("[low–high] what the figure can be    ≠ sources contradict each other    × corrected from the print");
        Set<String> warnings = new TreeSet<>();
        comparison
                .path("warnings")
                .forEach(warning -> warnings.add(warning.path("code").asText()));
        if (!warnings.isEmpty()) {
            lines.addAll(wrap("Warnings, each with its sentence in the answer: " + String.join(", ", warnings), WIDTH));
        }
        return String.join("\n", lines);
    }

    private static String heading(JsonNode column) {
        String unit = column.path("unit").asText("");
        String label = column.path("label").asText();
        return unit.isEmpty() || label.toLowerCase(Locale.ROOT).contains(unit)
                ? label
                : label + " (" + unit.replace('-', ' ') + ")";
    }

    private static String cell(JsonNode column, JsonNode cell) {
        if (cell.has("missing")) {
            return cell.path("missing").asText();
        }
        String sign =
                switch (cell.path("status").asText()) {
                    case "disputed" -> " ≠";
                    case "corrected" -> " ×";
                    default -> "";
                };
        JsonNode value = cell.path("value");
        if (!value.isNumber()) {
            return (cell.has("label") ? cell.path("label") : cell.path("text")).asText() + sign;
        }
        int decimals = column.path("decimals").asInt();
        String range = cell.has("low") || cell.has("high")
                ? " [" + number(cell.path("low"), decimals) + "–" + number(cell.path("high"), decimals) + "]"
                : "";
        return number(value, decimals) + sign + range;
    }

    private static String number(JsonNode value, int decimals) {
        if (!value.isNumber()) {
            return "";
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value.decimalValue());
    }

    /** One row of the table, as many lines high as its highest cell. */
    private static List<String> line(List<String> cells, int width) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(wrap(cells.get(i), i == 0 ? FIRST - 1 : width));
        }
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height)
                .mapToObj(at -> IntStream.range(0, cells.size())
                        .mapToObj(i -> padded(
                                at < wrapped.get(i).size() ? wrapped.get(i).get(at) : "", i == 0 ? FIRST : width + 1))
                        .collect(Collectors.joining())
                        .stripTrailing())
                .toList();
    }

    /** Breaks at spaces; a word that is too long gets a hyphen where it must. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
        while (!words.isEmpty()) {
            String word = words.remove(0);
            int room = line.length() == 0 ? width : width - line.length() - 1;
            if (word.length() <= room) {
                line.append(line.length() == 0 ? "" : " ").append(word);
            } else if (line.length() > 0) {
                lines.add(line.toString());
                line.setLength(0);
                words.add(0, word);
            } else {
                lines.add(word.substring(0, width - 1) + "-");
                words.add(0, word.substring(width - 1));
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }
}
