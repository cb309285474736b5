package nl.wijkvergelijk.comparison.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import nl.wijkvergelijk.comparison.table.Cell;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;

/** Draws one column of a table: bars with whiskers, and words where there is no figure. What a colour says is said by a pattern and by words too. */
final class WhiskeredBars extends AbstractCategoryItemRenderer {

    /** Between the end of a bar and its value. */
    static final int GAP = 6;

    /** Beyond the end of a bar that has no upper bound. */
    static final int ARROW = 18;

    // Okabe and Ito's colours, which stay apart for people who are colour-blind.
    private static final Color BLUE = new Color(0x0072B2);
    private static final Color VERMILLION = new Color(0xD55E00);
    private static final Color SKY = new Color(0x56B4E9);
    private static final Color GREY = new Color(0x595959);

    private static final double BAR = 14;
    private static final double CAP = 3.5;

    private final transient List<Cell> cells;
    private final transient List<String> labels;

    /** @param cells from the first row down @param labels what stands beside each */
    WhiskeredBars(List<Cell> cells, List<String> labels) {
        this.cells = List.copyOf(cells);
        this.labels = List.copyOf(labels);
    }

    @Override
    public void drawItem(
            Graphics2D g,
            CategoryItemRendererState state,
            Rectangle2D area,
            CategoryPlot plot,
            CategoryAxis places,
            ValueAxis values,
            CategoryDataset dataset,
            int series,
            int row,
            int pass) {
        double middle = places.getCategoryMiddle(row, cells.size(), area, plot.getDomainAxisEdge());
        Cell cell = cells.get(row);
        double end = area.getMinX();
        if (cell.value() != null) {
            double zero = values.valueToJava2D(0, area, plot.getRangeAxisEdge());
            double value = values.valueToJava2D(cell.value(), area, plot.getRangeAxisEdge());
            bar(g, cell.status(), Math.min(zero, value), Math.abs(value - zero), middle);
            end = Math.max(zero, value);
            if (cell.low() != null) {
                double low = values.valueToJava2D(cell.low(), area, plot.getRangeAxisEdge());
                boolean bounded = cell.high() != null;
                double high = bounded ? values.valueToJava2D(cell.high(), area, plot.getRangeAxisEdge()) : end + ARROW;
                whisker(g, low, high, bounded, middle);
                end = Math.max(end, high);
            }
        }
        g.setFont(Lettering.SMALL);
        g.setPaint(cell.value() == null ? GREY : Color.BLACK);
        g.drawString(labels.get(row), (float) (end + GAP), (float) (middle + 4));
    }

    private static void bar(Graphics2D g, Cell.Status status, double x, double width, double middle) {
        Rectangle2D bar = new Rectangle2D.Double(x, middle - BAR / 2, width, BAR);
        g.setStroke(new BasicStroke(1.5f));
        switch (status) {
            case DISPUTED -> {
                g.setPaint(VERMILLION);
                g.fill(bar);
                g.setPaint(Color.WHITE);
                for (double stripe = x + 4; stripe < x + width - 1; stripe += 6) {
                    g.draw(new Line2D.Double(stripe, bar.getMinY(), stripe, bar.getMaxY()));
                }
            }
            case CORRECTED -> {
                g.setPaint(SKY);
                g.fill(bar);
                g.setPaint(Color.BLACK);
                g.draw(bar);
            }
            case OK, MISSING -> {
                g.setPaint(BLUE);
                g.fill(bar);
            }
        }
    }

    /** From low to high with a cap at both ends; an arrow where there is no upper bound. Edged in white, to be seen on any bar. */
    private static void whisker(Graphics2D g, double low, double high, boolean bounded, double middle) {
        Path2D line = new Path2D.Double();
        line.moveTo(low, middle - CAP);
        line.lineTo(low, middle + CAP);
        line.moveTo(low, middle);
        line.lineTo(high, middle);
        double back = bounded ? 0 : CAP;
        line.moveTo(high - back, middle - CAP);
        if (!bounded) {
            line.lineTo(high, middle);
        }
        line.lineTo(high - back, middle + CAP);
        g.setPaint(Color.WHITE);
        g.setStroke(new BasicStroke(4f));
        g.draw(line);
        g.setPaint(Color.BLACK);
        g.setStroke(new BasicStroke(1.5f));
        g.draw(line);
    }
}
