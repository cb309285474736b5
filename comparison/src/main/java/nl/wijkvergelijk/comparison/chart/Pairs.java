package nl.wijkvergelijk.comparison.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.comparison.table.TwoRounds;
import nl.wijkvergelijk.comparison.table.Warning;
import org.jfree.chart.axis.NumberAxis;

/**
 * One indicator in two rounds: a ring for the earlier, a dot for the later, each with its whisker, and a line between them where one can be compared with
 * the other. What is missing is named, and so is what cannot be recalculated.
 */
record Pairs(TwoRounds rounds, ChartWords words) implements Panel {

    /** The two stand this far above and below the middle of the row, so that their whiskers do not hide each other. */
    private static final double APART = 5;

    Drawing drawing() {
        return new Drawing(
                words.language(),
                title(),
                rounds.pairs().stream().map(TwoRounds.Pair::name).toList(),
                List.of(this),
                keys(),
                words.in().warningsHeading(),
                warnings(),
                source(),
                description());
    }

    @Override
    public String heading() {
        return "";
    }

    @Override
    public double least() {
        return 1.5
                * rounds.pairs().stream()
                        .mapToDouble(
                                pair -> Lettering.width(label(pair), Lettering.SMALL) + Marks.GAP + Marks.ARROW + 9)
                        .max()
                        .orElse(0);
    }

    @Override
    public double rowHeight(double width) {
        return 32;
    }

    @Override
    public NumberAxis axis(double width) {
        double upper = 0;
        double lower = 0;
        for (TwoRounds.Pair pair : rounds.pairs()) {
            double label = Lettering.width(label(pair), Lettering.SMALL) + Marks.GAP + 9;
            for (Cell cell : cells(pair)) {
                double end = cell.high() == null ? cell.value() : Math.max(cell.value(), cell.high());
                double arrow = cell.low() != null && cell.high() == null ? Marks.ARROW : 0;
                upper = Math.max(upper, end * width / (width - label - arrow));
                lower = Math.min(lower, cell.low() == null ? cell.value() : cell.low());
            }
        }
        boolean whole = column().decimals() == null || column().decimals() == 0;
        return Axes.of(words.unit(column()), lower, upper > 0 ? upper : 1, whole, words.ofAxis());
    }

    @Override
    public void draw(Graphics2D g, int row, Place place) {
        TwoRounds.Pair pair = rounds.pairs().get(row);
        double above = place.middle() - APART;
        double below = place.middle() + APART;
        boolean both = cells(pair).size() == 2;
        if (both && !pair.apart()) {
            g.setPaint(Marks.GREY);
            g.setStroke(new BasicStroke(2f));
            g.draw(new Line2D.Double(
                    place.of(pair.from().value()), above, place.of(pair.to().value()), below));
        }
        double end = Math.max(whisker(g, pair.from(), above, place), whisker(g, pair.to(), below, place));
        if (there(pair.from())) {
            Marks.ring(g, place.of(pair.from().value()), above, Marks.VERMILLION);
        }
        if (there(pair.to())) {
            Marks.dot(g, place.of(pair.to().value()), below, Marks.BLUE);
        }
        g.setFont(Lettering.SMALL);
        g.setPaint(both ? Color.BLACK : Marks.GREY);
        g.drawString(label(pair), (float) (end + Marks.GAP), (float) (place.middle() + 4));
    }

    /** Gives how far it reaches. */
    private static double whisker(Graphics2D g, Cell cell, double y, Place place) {
        if (!there(cell)) {
            return place.left();
        }
        double value = place.of(cell.value());
        if (cell.low() == null) {
            return value + 5;
        }
        boolean bounded = cell.high() != null;
        double high = bounded ? place.of(cell.high()) : value + Marks.ARROW;
        Marks.whisker(g, place.of(cell.low()), high, bounded, y);
        return Math.max(value + 5, high);
    }

    private static boolean there(Cell cell) {
        return cell != null && cell.value() != null;
    }

    private static List<Cell> cells(TwoRounds.Pair pair) {
        return Stream.of(pair.from(), pair.to()).filter(Pairs::there).toList();
    }

    /** From what to what, and by how much; or what lacks. */
    private String label(TwoRounds.Pair pair) {
        String from = one(pair.from(), before().round());
        String to = one(pair.to(), rounds.to().round());
        if (cells(pair).size() < 2) {
            return SvgSheet.legal(from + "; " + to);
        }
        String both = said(pair.from()) + " → " + said(pair.to());
        if (pair.apart()) {
            return SvgSheet.legal(both + words.in().say(" – niet om te rekenen", " – cannot be recalculated"));
        }
        double difference = pair.change().difference().value();
        String by = (difference > 0 ? "+" : "") + words.number(difference, column());
        String sure = pair.change().certain() ? "" : words.in().say(", niet zeker", ", not certain");
        return SvgSheet.legal(
                both + " (" + by + sure + ")" + (pair.change().warnings().isEmpty() ? "" : " *"));
    }

    private String one(Cell cell, String round) {
        if (cell == null) {
            return round + ": " + words.in().say("niet in deze ronde", "not in this round");
        }
        return round + ": " + (there(cell) ? said(cell) : words.label(column(), cell));
    }

    private String said(Cell cell) {
        return words.qualified(column(), cell)
                + switch (cell.status()) {
                    case DISPUTED -> " ≠";
                    case CORRECTED -> " ×";
                    case OK, MISSING -> "";
                };
    }

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        String round = words.in().say("ronde ", "round ");
        keys.add(new Key((g, x, y) -> Marks.ring(g, x + Key.WIDE / 2, y, Marks.VERMILLION), round + before().round()));
        keys.add(new Key(
                (g, x, y) -> Marks.dot(g, x + Key.WIDE / 2, y, Marks.BLUE),
                round + rounds.to().round()));
        List<Cell> cells =
                rounds.pairs().stream().flatMap(pair -> cells(pair).stream()).toList();
        if (cells.stream().anyMatch(cell -> cell.low() != null)) {
            keys.add(
                    Key.words(
                            words.in()
                                    .say(
                                            "Zwarte lijn: van de laagste tot de hoogste waarde die het kan zijn. 'Niet zeker': die lijnen overlappen.",
                                            "Black line: from the lowest to the highest value it can be. 'Not certain': those lines overlap.")));
        }
        if (rounds.pairs().stream().anyMatch(TwoRounds.Pair::apart)) {
            keys.add(
                    Key.words(
                            words.in()
                                    .say(
                                            "Zonder lijn ertussen: niet om te rekenen, de twee cijfers gaan niet over hetzelfde gebied.",
                                            "Without a line between them: cannot be recalculated, the two figures are not about the same area.")));
        }
        if (rounds.pairs().stream().anyMatch(pair -> label(pair).endsWith(" *"))) {
            keys.add(Key.words(words.in()
                    .say(
                            "*: de twee zijn niet zonder meer te vergelijken, zie hieronder.",
                            "*: the two do not simply compare, see below.")));
        }
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

    private String title() {
        String what = column().label().in(words.language());
        return words.in()
                .say("%s, ronde %s en ronde %s", "%s, round %s and round %s")
                .formatted(what, before().round(), rounds.to().round());
    }

    /** Those between the rounds first, then those within each. */
    private List<String> warnings() {
        Set<String> all = new LinkedHashSet<>();
        for (TwoRounds.Pair pair : rounds.pairs()) {
            if (pair.change() != null) {
                pair.change()
                        .warnings()
                        .forEach(each ->
                                all.add(pair.name() + ": " + each.detail().in(words.language())));
            }
        }
        for (Table table : List.of(before(), rounds.to())) {
            for (Warning warning : table.warnings()) {
                all.add(words.in().say("Ronde ", "Round ") + table.round() + ": "
                        + warning.detail().in(words.language()));
            }
        }
        return List.copyOf(all);
    }

    private String source() {
        long was = before().dataset().version();
        long is = rounds.to().dataset().version();
        return words.in()
                .say(
                        "Bron: Wijkvergelijk, ronde %s, dataset %d en ronde %s, dataset %d, CC0",
                        "Source: Wijkvergelijk, round %s, dataset %d and round %s, dataset %d, CC0")
                .formatted(before().round(), was, rounds.to().round(), is);
    }

    private String description() {
        StringBuilder all = new StringBuilder(column().label().in(words.language()))
                .append(" (")
                .append(words.unit(column()))
                .append("): ");
        for (TwoRounds.Pair pair : rounds.pairs()) {
            all.append(pair.name())
                    .append(' ')
                    .append(label(pair))
                    .append(spans(pair))
                    .append(". ");
        }
        warnings().forEach(warning -> all.append(warning).append(' '));
        return all.append(source()).append('.').toString();
    }

    /** What the whiskers show. */
    private String spans(TwoRounds.Pair pair) {
        StringBuilder spans = new StringBuilder();
        if (there(pair.from()) && pair.from().low() != null) {
            spans.append("; ").append(before().round()).append(": ").append(words.span(column(), pair.from()));
        }
        if (there(pair.to()) && pair.to().low() != null) {
            spans.append("; ").append(rounds.to().round()).append(": ").append(words.span(column(), pair.to()));
        }
        return spans.toString();
    }

    private Table before() {
        return rounds.from();
    }

    private Column column() {
        return rounds.column();
    }
}
