package nl.wijkvergelijk.comparison.chart;

import java.awt.Graphics2D;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.axis.NumberAxis;

/** One axis of a chart with what stands on it in every row; measures are in pixels. */
interface Panel {

    /** Where a row is: its middle, where the panel begins and ends, and where a value lies. */
    record Place(double middle, double left, double right, DoubleUnaryOperator x) {

        double of(double value) {
            return x.applyAsDouble(value);
        }
    }

    /** What stands above it; nothing where the title says it. */
    String heading();

    /** How wide it must be at least. */
    double least();

    /** How high its rows must be in a panel of this width. */
    default double rowHeight(double width) {
        return 24;
    }

    /** The axis that fits in this width. */
    NumberAxis axis(double width);

    /** Draws what stands in one row. */
    void draw(Graphics2D g, int row, Place place);
}
