package nl.wijkvergelijk.comparison.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Objects;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Table;
import org.jfree.chart.axis.NumberAxis;

/** One column of a table: bars from zero with whiskers, and words where there is no figure. What a colour says is said by a pattern and by words too. */
record BarsPanel(Table table, int index, ChartWords words) implements Panel {

    private static final int LEAST = 270;

    @Override
    public String heading() {
        return table.columns().size() == 1 ? "" : column().label().in(words.language());
    }

    /** A panel that is wider than the widest label by half has room for a bar before every label. */
    @Override
    public double least() {
        double widest = 0;
        for (Row row : table.rows()) {
            String label = label(column(), row.cells().get(index));
            widest = Math.max(widest, Lettering.width(label, Lettering.SMALL) + Marks.GAP + Marks.ARROW + 4);
        }
        return Math.max(LEAST, 1.5 * widest);
    }

    /** From zero, and so far that the longest bar with its whisker and its label fits; the same for all that have the same unit. */
    @Override
    public NumberAxis axis(double width) {
        double upper = 0;
        double lower = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            Column other = table.columns().get(i);
            if (Objects.equals(other.unit(), column().unit())) {
                for (Row row : table.rows()) {
                    Cell cell = row.cells().get(i);
                    upper = Math.max(upper, reach(other, cell, width));
                    lower = cell.value() == null
                            ? lower
                            : Math.min(lower, cell.low() == null ? cell.value() : cell.low());
                }
            }
        }
        boolean whole = column().decimals() == null || column().decimals() == 0;
        return Axes.of(words.unit(column()), lower, upper > 0 ? upper : 1, whole, words.ofAxis());
    }

    /** Where the axis must end for this one to fit. */
    private double reach(Column column, Cell cell, double width) {
        if (cell.value() == null) {
            return 0;
        }
        double end = cell.high() == null ? cell.value() : Math.max(cell.value(), cell.high());
        double arrow = cell.low() != null && cell.high() == null ? Marks.ARROW : 0;
        double label = Lettering.width(label(column, cell), Lettering.SMALL) + Marks.GAP + arrow + 4;
        return end * width / (width - label);
    }

    @Override
    public void draw(Graphics2D g, int row, Place place) {
        Cell cell = table.rows().get(row).cells().get(index);
        double end = place.left();
        if (cell.value() != null) {
            double zero = place.of(0);
            double value = place.of(cell.value());
            bar(g, cell.status(), Math.min(zero, value), Math.abs(value - zero), place.middle());
            end = Math.max(zero, value);
            if (cell.low() != null) {
                boolean bounded = cell.high() != null;
                double high = bounded ? place.of(cell.high()) : end + Marks.ARROW;
                Marks.whisker(g, place.of(cell.low()), high, bounded, place.middle());
                end = Math.max(end, high);
            }
        }
        g.setFont(Lettering.SMALL);
        g.setPaint(cell.value() == null ? Marks.GREY : Color.BLACK);
        g.drawString(label(column(), cell), (float) (end + Marks.GAP), (float) (place.middle() + 4));
    }

    private static void bar(Graphics2D g, Cell.Status status, double x, double width, double middle) {
        Rectangle2D bar = new Rectangle2D.Double(x, middle - Marks.BAR / 2, width, Marks.BAR);
        g.setStroke(new BasicStroke(1.5f));
        switch (status) {
            case DISPUTED -> {
                g.setPaint(Marks.VERMILLION);
                g.fill(bar);
                g.setPaint(Color.WHITE);
                for (double stripe = x + 4; stripe < x + width - 1; stripe += 6) {
                    g.draw(new Line2D.Double(stripe, bar.getMinY(), stripe, bar.getMaxY()));
                }
            }
            case CORRECTED -> {
                g.setPaint(Marks.SKY);
                g.fill(bar);
                g.setPaint(Color.BLACK);
                g.draw(bar);
            }
            case OK, MISSING -> {
                g.setPaint(Marks.BLUE);
                g.fill(bar);
            }
        }
    }

    private Column column() {
        return table.columns().get(index);
    }

    private String label(Column column, Cell cell) {
        return SvgSheet.legal(words.label(column, cell));
    }
}
