package nl.wijkvergelijk.comparison.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wijkvergelijk.comparison.definitions.Interval;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Composition;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Table;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;

/**
 * Shares of one whole, end to end in the order of the topic. Shares that are not known are left open and named below the bar; shares that do not add up to
 * a hundred stay as they are.
 */
record Shares(Table table, ChartWords words) implements Panel {

    private static final double WHOLE = 100;
    private static final double LINE = 14;
    private static final double OFF = 0.05;

    Drawing drawing() {
        return new Drawing(
                words.language(),
                words.title(),
                table.rows().stream().map(Row::name).toList(),
                List.of(this),
                keys(),
                words.in().warningsHeading(),
                words.warnings(),
                words.source(),
                description());
    }

    @Override
    public String heading() {
        return "";
    }

    @Override
    public double least() {
        return 0;
    }

    /** The most lines that stand below a bar. */
    @Override
    public double rowHeight(double width) {
        int most = 0;
        for (Row row : table.rows()) {
            most = Math.max(most, lines(row, width).size());
        }
        return 26 + most * LINE;
    }

    /** To a hundred, or as far as the longest bar. */
    @Override
    public NumberAxis axis(double width) {
        double upper = WHOLE;
        for (Row row : table.rows()) {
            upper = Math.max(upper, sum(row));
        }
        NumberAxis axis = Axes.of(words.unit(table.columns().get(0)), 0, upper, true, words.ofAxis());
        axis.setTickUnit(new NumberTickUnit(10));
        return axis;
    }

    @Override
    public void draw(Graphics2D g, int index, Place place) {
        Row row = table.rows().get(index);
        List<String> lines = lines(row, place.right() - place.left());
        double middle = place.middle() - lines.size() * LINE / 2;
        double sum = 0;
        for (int part = 0; part < row.cells().size(); part++) {
            Cell cell = row.cells().get(part);
            if (cell.value() != null && cell.value() > 0) {
                double from = place.of(sum);
                sum += cell.value();
                segment(g, part, from, place.of(sum) - from, middle);
                label(g, table.columns().get(part), part, cell, from, place.of(sum), middle);
            }
        }
        if (division(row).known() < table.columns().size() && sum < WHOLE) {
            Marks.hatched(g, place.of(sum), place.of(WHOLE) - place.of(sum), middle);
        }
        g.setFont(Lettering.SMALL);
        for (int i = 0; i < lines.size(); i++) {
            double foot = middle + Marks.BAR / 2 + 12 + i * LINE;
            double wide = Lettering.width(lines.get(i), Lettering.SMALL);
            g.setPaint(Color.WHITE);
            g.fill(new Rectangle2D.Double(place.left() + 1, foot - 10, wide + 2, LINE - 1));
            g.setPaint(Marks.GREY);
            g.drawString(lines.get(i), (float) (place.left() + 2), (float) foot);
        }
    }

    private static void segment(Graphics2D g, int part, double x, double width, double middle) {
        Rectangle2D box = new Rectangle2D.Double(x, middle - Marks.BAR / 2, width, Marks.BAR);
        g.setPaint(colour(part));
        g.fill(box);
        g.setStroke(new BasicStroke(1.5f));
        g.setPaint(Color.WHITE);
        g.draw(new Line2D.Double(x + width, box.getMinY(), x + width, box.getMaxY()));
        if (part >= Marks.PARTS.size()) {
            g.draw(new Line2D.Double(x, box.getMinY() + 3, x + width, box.getMinY() + 3));
            g.draw(new Line2D.Double(x, box.getMaxY() - 3, x + width, box.getMaxY() - 3));
        }
    }

    /** As much as fits: the value as people say it, else the number, else nothing; all is said in words too. */
    private void label(Graphics2D g, Column column, int part, Cell cell, double from, double to, double middle) {
        for (String text :
                List.of(words.qualified(column, cell) + sign(cell), words.number(cell.value(), column) + sign(cell))) {
            double wide = Lettering.width(text, Lettering.SMALL);
            if (wide + 4 <= to - from) {
                g.setFont(Lettering.SMALL);
                g.setPaint(dark(colour(part)) ? Color.WHITE : Color.BLACK);
                g.drawString(text, (float) ((from + to - wide) / 2), (float) (middle + 4));
                return;
            }
        }
    }

    private static String sign(Cell cell) {
        return switch (cell.status()) {
            case DISPUTED -> " ≠";
            case CORRECTED -> " ×";
            case OK, MISSING -> "";
        };
    }

    private static Color colour(int part) {
        return Marks.PARTS.get(part % Marks.PARTS.size());
    }

    /** Whether white letters can be read on it better than black ones (WCAG 2.2, relative luminance). */
    private static boolean dark(Color colour) {
        double luminance = 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
        return luminance < 0.179;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
    }

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        for (int part = 0; part < table.columns().size(); part++) {
            int index = part;
            keys.add(new Key(
                    (g, x, middle) -> segment(g, index, x, Key.WIDE, middle),
                    table.columns().get(part).label().in(words.language())));
        }
        if (table.rows().stream().anyMatch(row -> !division(row).unknown().isEmpty())) {
            keys.add(new Key(
                    (g, x, middle) -> Marks.hatched(g, x, Key.WIDE, middle),
                    words.in().say("niet bekend", "not known")));
        }
        List<Cell> cells =
                table.rows().stream().flatMap(row -> row.cells().stream()).toList();
        if (cells.stream().anyMatch(cell -> cell.status() == Cell.Status.DISPUTED)) {
            keys.add(
                    Key.words(words.in().say("≠: bronnen spreken elkaar tegen.", "≠: sources contradict each other.")));
        }
        if (cells.stream().anyMatch(cell -> cell.status() == Cell.Status.CORRECTED)) {
            keys.add(Key.words(words.in()
                    .say("×: een vergissing in de bron is gecorrigeerd.", "×: a slip in the source was corrected.")));
        }
        return keys;
    }

    /** What stands below a bar, broken between words. */
    private List<String> lines(Row row, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : SvgSheet.legal(remark(row)).split(" ")) {
            if (!line.isEmpty() && Lettering.width(line + " " + word, Lettering.SMALL) > width - 4) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Which shares are not known and why, and how many percent that is; or that the known ones do not add up. */
    private String remark(Row row) {
        Composition.Division division = division(row);
        if (division.unknown().isEmpty()) {
            double sum = sum(row);
            return Math.abs(sum - WHOLE) < OFF
                    ? ""
                    : words.in()
                            .say("telt op tot %s procent", "adds up to %s percent")
                            .formatted(words.in().number(sum, 1));
        }
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (int part = 0; part < row.cells().size(); part++) {
            Cell cell = row.cells().get(part);
            if (cell.value() == null) {
                byReason.computeIfAbsent(words.why(cell), why -> new ArrayList<>())
                        .add(table.columns().get(part).label().in(words.language()));
            }
        }
        if (division.known() == 0 && byReason.size() == 1) {
            return words.in().say("geen cijfers: ", "no figures: ")
                    + byReason.keySet().iterator().next();
        }
        String named = byReason.entrySet().stream()
                .map(each -> each.getKey() + ": " + String.join(", ", each.getValue()))
                .collect(Collectors.joining("; "));
        return division.left() == null ? named : left(row, division) + named;
    }

    /** How much is open. */
    private String left(Row row, Composition.Division division) {
        Interval interval = division.closure().interval();
        double most = Math.max(0, -interval.low());
        double least = Math.max(0, -interval.high());
        String amount = most - least < OFF
                ? words.in().number(most, 1)
                : words.in()
                        .say("%s tot %s", "%s to %s")
                        .formatted(words.in().number(least, 1), words.in().number(most, 1));
        return words.in().say("%s procent open – ", "%s percent open – ").formatted(amount);
    }

    private String description() {
        StringBuilder all = new StringBuilder();
        for (Row row : table.rows()) {
            List<String> said = new ArrayList<>();
            for (int part = 0; part < row.cells().size(); part++) {
                if (row.cells().get(part).value() != null) {
                    Column column = table.columns().get(part);
                    said.add(column.label().in(words.language()) + " "
                            + words.spoken(column, row.cells().get(part)));
                }
            }
            if (!remark(row).isEmpty()) {
                said.add(remark(row));
            }
            all.append(row.name()).append(": ").append(String.join("; ", said)).append(". ");
        }
        words.warnings().forEach(warning -> all.append(warning).append(' '));
        return all.append(words.source()).append('.').toString();
    }

    private static double sum(Row row) {
        return row.cells().stream()
                .filter(cell -> cell.value() != null)
                .mapToDouble(Cell::value)
                .sum();
    }

    private Composition.Division division(Row row) {
        return table.composition().rows().stream()
                .filter(each -> each.code().equals(row.code()))
                .findFirst()
                .orElseThrow();
    }
}
