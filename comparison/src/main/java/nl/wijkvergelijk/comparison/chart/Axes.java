package nl.wijkvergelijk.comparison.chart;

import java.awt.Color;
import java.text.NumberFormat;
import org.jfree.chart.axis.NumberAxis;

/** Axes that look alike. */
final class Axes {

    private Axes() {}

    /** From lower to upper, with what is measured below it. */
    static NumberAxis of(String unit, double lower, double upper, boolean whole, NumberFormat format) {
        NumberAxis axis = new NumberAxis(unit);
        axis.setRange(lower, upper);
        axis.setNumberFormatOverride(format);
        axis.setLabelFont(Lettering.HEADING);
        axis.setTickLabelFont(Lettering.SMALL);
        axis.setLabelPaint(Color.BLACK);
        axis.setTickLabelPaint(Color.BLACK);
        axis.setStandardTickUnits(whole ? NumberAxis.createIntegerTickUnits() : NumberAxis.createStandardTickUnits());
        return axis;
    }
}
