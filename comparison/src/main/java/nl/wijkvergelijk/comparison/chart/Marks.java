package nl.wijkvergelijk.comparison.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** What is drawn in more than one kind of chart, in Okabe and Ito's colours, which stay apart for people who are colour-blind. */
final class Marks {

    /** Between the end of a mark and the words beside it. */
    static final int GAP = 6;

    /** How far a line without an end goes on. */
    static final int ARROW = 18;

    static final Color BLUE = new Color(0x0072B2);
    static final Color VERMILLION = new Color(0xD55E00);
    static final Color SKY = new Color(0x56B4E9);
    static final Color GREY = new Color(0x595959);

    /** Parts of a whole, next to each other light and dark by turns. */
    static final List<Color> PARTS = List.of(
            BLUE, new Color(0xE69F00), new Color(0x009E73), new Color(0xF0E442), VERMILLION, SKY, new Color(0xCC79A7));

    static final double BAR = 14;
    private static final double CAP = 3.5;
    private static final double DOT = 5;

    private Marks() {}

    /** From low to high with a cap at both ends; an arrow where there is no upper bound. Edged in white, to be seen on anything. */
    static void whisker(Graphics2D g, double low, double high, boolean bounded, double middle) {
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

    /** A full dot. */
    static void dot(Graphics2D g, double x, double y, Color colour) {
        Shape dot = new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
        g.setPaint(colour);
        g.fill(dot);
        g.setStroke(new BasicStroke(1.5f));
        g.setPaint(Color.WHITE);
        g.draw(dot);
    }

    /** A dot with a hole, that is told from a full one without colour. */
    static void ring(Graphics2D g, double x, double y, Color colour) {
        Shape dot = new Ellipse2D.Double(x - DOT + 1, y - DOT + 1, 2 * DOT - 2, 2 * DOT - 2);
        g.setPaint(Color.WHITE);
        g.fill(dot);
        g.setStroke(new BasicStroke(2.5f));
        g.setPaint(colour);
        g.draw(dot);
    }

    /** A square that stands on its point. */
    static void diamond(Graphics2D g, double x, double y, Color colour) {
        Path2D shape = new Path2D.Double();
        shape.moveTo(x, y - DOT);
        shape.lineTo(x + DOT, y);
        shape.lineTo(x, y + DOT);
        shape.lineTo(x - DOT, y);
        shape.closePath();
        g.setPaint(Color.WHITE);
        g.fill(shape);
        g.setStroke(new BasicStroke(2f));
        g.setPaint(colour);
        g.draw(shape);
    }

    /** Where something is that nobody knows: slanted lines in a grey box. */
    static void hatched(Graphics2D g, double x, double width, double middle) {
        Rectangle2D box = new Rectangle2D.Double(x, middle - BAR / 2, width, BAR);
        g.setPaint(Color.WHITE);
        g.fill(box);
        g.setPaint(GREY);
        g.setStroke(new BasicStroke(1f));
        for (double foot = x - BAR; foot < x + width; foot += 6) {
            double from = Math.max(foot, x);
            double to = Math.min(foot + BAR, x + width);
            if (to > from) {
                g.draw(new Line2D.Double(from, box.getMaxY() - (from - foot), to, box.getMaxY() - (to - foot)));
            }
        }
        g.draw(box);
    }
}
