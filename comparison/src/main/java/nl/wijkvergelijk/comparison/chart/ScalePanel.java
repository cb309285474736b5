package nl.wijkvergelijk.comparison.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.wijkvergelijk.comparison.session.RatedMunicipality;
import nl.wijkvergelijk.comparison.session.ScaleResults;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;

/**
 * One scale: in each row the mean as an upright stroke, among what everybody gave where that is known. An entry of {@code rows} is null for who was not rated
 * on this scale; {@code widest} is the widest label of all scales, so that scales with the same points look alike.
 */
record ScalePanel(ScaleResults scale, List<RatedMunicipality> rows, double widest, InWords in) implements Panel {

    private static final double MARGIN = 0.25;
    private static final double VOTE = 3.5;
    private static final double ALONE = 9;
    private static final double AMONG = 15;

    @Override
    public String heading() {
        return scale.label().in(in.language());
    }

    String unit() {
        String range = scale.scale().pointsMin().toPlainString() + "–"
                + scale.scale().pointsMax().toPlainString();
        return (scale.scale().kind().equals("ranking") ? in.say("rangorde ", "ranking ") : in.say("punten ", "points "))
                + range;
    }

    @Override
    public double least() {
        return Math.max(270, 2 * widest);
    }

    @Override
    public double rowHeight(double width) {
        return rows.stream().anyMatch(row -> row != null && !row.given().isEmpty()) ? 44 : 28;
    }

    /** The points of the scale, and room for words behind the last of them. */
    @Override
    public NumberAxis axis(double width) {
        double least = scale.scale().pointsMin().doubleValue();
        double most = scale.scale().pointsMax().doubleValue();
        double margin = MARGIN * Math.max(1, (most - least) / 5);
        double points = most - least + 2 * margin;
        double upper = least - margin + points * width / (width - widest - Marks.GAP - 8);
        NumberAxis axis = Axes.of(unit(), least - margin, upper, true, upTo(most));
        if (most - least <= 12) {
            axis.setTickUnit(new NumberTickUnit(1));
        }
        return axis;
    }

    /** There are no points beyond the last. */
    private NumberFormat upTo(double most) {
        NumberFormat plain = in.format(0);
        return new NumberFormat() {
            @Override
            public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
                return number > most ? to : plain.format(number, to, position);
            }

            @Override
            public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
                return format((double) number, to, position);
            }

            @Override
            public Number parse(String text, ParsePosition position) {
                return plain.parse(text, position);
            }
        };
    }

    @Override
    public void draw(Graphics2D g, int index, Place place) {
        RatedMunicipality row = rows.get(index);
        double end = place.left();
        if (row != null) {
            double mean = place.of(row.mean().value());
            end = mean + 5;
            if (row.mean().low() != null) {
                double high = place.of(row.mean().high());
                Marks.whisker(g, place.of(row.mean().low()), high, true, place.middle());
                end = Math.max(end, high);
            }
            mean(g, mean, place.middle(), row.given().isEmpty() ? ALONE : AMONG);
            end = Math.max(end, votes(g, row, place));
        }
        g.setFont(Lettering.SMALL);
        g.setPaint(row == null ? Marks.GREY : Color.BLACK);
        g.drawString(label(row), (float) (end + Marks.GAP), (float) (place.middle() + 4));
    }

    /** What everybody gave, the same ones above each other; gives how far they reach. */
    private static double votes(Graphics2D g, RatedMunicipality row, Place place) {
        Map<Double, List<RatedMunicipality.Given>> byValue = row.given().stream()
                .collect(Collectors.groupingBy(each -> each.value().doubleValue(), TreeMap::new, Collectors.toList()));
        double end = place.left();
        for (Map.Entry<Double, List<RatedMunicipality.Given>> each : byValue.entrySet()) {
            double x = place.of(each.getKey());
            int count = each.getValue().size();
            double step = count < 2 ? 0 : Math.min(7, 32.0 / (count - 1));
            for (int i = 0; i < count; i++) {
                RatedMunicipality.Given given = each.getValue().get(i);
                double y = place.middle() + step * (i - (count - 1) / 2.0);
                if (given.rater().code().equals(row.municipality().code())) {
                    Marks.diamond(g, x, y, Marks.VERMILLION);
                } else {
                    vote(g, x, y, given.complete());
                }
            }
            end = Math.max(end, x + 6);
        }
        return end;
    }

    /** Upright, so that it does not hide what was given. */
    static void mean(Graphics2D g, double x, double middle, double half) {
        Line2D stroke = new Line2D.Double(x, middle - half, x, middle + half);
        g.setPaint(Color.WHITE);
        g.setStroke(new BasicStroke(6f));
        g.draw(stroke);
        g.setPaint(Marks.BLUE);
        g.setStroke(new BasicStroke(3.5f));
        g.draw(stroke);
    }

    /** One that counts is full. */
    static void vote(Graphics2D g, double x, double y, boolean counts) {
        Ellipse2D dot = new Ellipse2D.Double(x - VOTE, y - VOTE, 2 * VOTE, 2 * VOTE);
        g.setPaint(counts ? Marks.GREY : Color.WHITE);
        g.fill(dot);
        g.setPaint(counts ? Color.WHITE : Marks.GREY);
        g.setStroke(new BasicStroke(1f));
        g.draw(dot);
    }

    String label(RatedMunicipality row) {
        if (row == null) {
            return in.say("niet beoordeeld", "not rated");
        }
        String mean = in.number(row.mean().value(), 2);
        String own = row.given().stream()
                .filter(each -> each.rater().code().equals(row.municipality().code()))
                .findFirst()
                .map(each -> in.say(" – zichzelf ", " – itself ")
                        + in.number(each.value().doubleValue(), 2)
                        + (each.complete() ? "" : in.say(" (telt niet mee)", " (does not count)")))
                .orElse("");
        return mean + (row.low() == null ? "" : " ≠") + own;
    }

    /** The same with who gave what. */
    String spoken(RatedMunicipality row) {
        if (row == null) {
            return label(null);
        }
        String span = row.mean().low() == null
                ? ""
                : in.say(" (van %s tot %s)", " (from %s to %s)")
                        .formatted(
                                in.number(row.mean().low(), 2),
                                in.number(row.mean().high(), 2));
        String given = row.given().stream()
                .map(each -> each.rater().name() + " " + in.number(each.value().doubleValue(), 2)
                        + (each.complete() ? "" : in.say(" (telt niet mee)", " (does not count)")))
                .collect(Collectors.joining(", "));
        return label(row) + span + (given.isEmpty() ? "" : in.say("; gegeven door ", "; given by ") + given);
    }
}
