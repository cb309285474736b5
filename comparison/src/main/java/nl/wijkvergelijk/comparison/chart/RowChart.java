package nl.wijkvergelijk.comparison.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.text.G2TextMeasurer;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws rows, one for each municipality, in panels side by side, each with its own axis; above it the title, below it what marks mean, warnings and source. */
final class RowChart {

    private static final int MARGIN = 20;
    private static final int WIDTH = 900;
    private static final int NAMES = 200;
    private static final int BETWEEN = 22;
    private static final int AXIS = 48;
    private static final Color LINES = new Color(0xD0D0D0);

    private final Drawing drawing;
    private final SvgSheet sheet = new SvgSheet();
    private final Graphics2D g = sheet.graphics();
    private final int namesWidth;
    private final int width;

    private RowChart(Drawing drawing) {
        this.drawing = drawing;
        double widest = drawing.names().stream()
                .mapToDouble(name -> Lettering.width(SvgSheet.legal(name), Lettering.TEXT))
                .max()
                .orElse(0);
        this.namesWidth = (int) Math.ceil(Math.min(widest, NAMES)) + 10;
        int panels = drawing.panels().size();
        int panel = (int) Math.ceil(
                drawing.panels().stream().mapToDouble(Panel::least).max().orElse(0));
        this.width = Math.max(WIDTH, 2 * MARGIN + namesWidth + panels * panel + (panels - 1) * BETWEEN);
    }

    /** SVG in UTF-8; the same drawing gives the same bytes. */
    static byte[] svg(Drawing drawing) {
        return new RowChart(drawing).draw();
    }

    private byte[] draw() {
        List<TextBlock> names = drawing.names().stream()
                .map(name -> block(name, Lettering.TEXT, namesWidth - 10))
                .toList();
        int lines =
                names.stream().mapToInt(name -> name.getLines().size()).max().orElse(1);
        double rowHeight = Math.max(
                lines * 15 + 8,
                drawing.panels().stream()
                        .mapToDouble(panel -> panel.rowHeight(room()))
                        .max()
                        .orElse(0));
        double y = MARGIN;
        y += write(drawing.title(), Lettering.TITLE, y);
        y += 8 + headings(y + 8);
        double plotHeight = Math.max(1, names.size()) * rowHeight + AXIS;
        g.setPaint(Color.BLACK);
        PlotRenderingInfo drawn = new PlotRenderingInfo(null);
        panels().draw(g, new Rectangle2D.Double(MARGIN, y, width - 2.0 * MARGIN, plotHeight), null, null, drawn);
        name(names, drawn.getDataArea());
        y += plotHeight + 10;
        y += keys(y);
        if (!drawing.warnings().isEmpty()) {
            y += 8;
            y += write(drawing.warningsHeading(), Lettering.HEADING, y);
            for (String warning : drawing.warnings()) {
                y += write("• " + warning, Lettering.SMALL, y) + 2;
            }
        }
        y += 8;
        y += write(drawing.source(), Lettering.SMALL, y);
        int height = (int) Math.ceil(y + MARGIN);
        return sheet.bytes(
                width,
                height,
                drawing.title(),
                drawing.description(),
                drawing.language().code());
    }

    /** What marks mean: a line each in words, those with a mark beside each other; gives the height. */
    private double keys(double top) {
        double y = top;
        double x = MARGIN;
        boolean open = false;
        for (Key key : drawing.keys()) {
            if (key.mark() == null) {
                y += open ? 20 : 0;
                open = false;
                x = MARGIN;
                y += write(key.text(), Lettering.SMALL, y);
                continue;
            }
            String text = SvgSheet.legal(key.text());
            double wide = Key.WIDE + 6 + Lettering.width(text, Lettering.SMALL) + 20;
            if (open && x + wide - 20 > width - MARGIN) {
                x = MARGIN;
                y += 20;
            }
            key.mark().draw(g, x, y + 8);
            g.setFont(Lettering.SMALL);
            g.setPaint(Color.BLACK);
            g.drawString(text, (float) (x + Key.WIDE + 6), (float) (y + 12));
            x += wide;
            open = true;
        }
        return y + (open ? 20 : 0) - top;
    }

    private CombinedDomainCategoryPlot panels() {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0);
        axis.setCategoryMargin(0);
        CombinedDomainCategoryPlot all = new CombinedDomainCategoryPlot(axis);
        all.setGap(BETWEEN);
        all.setInsets(RectangleInsets.ZERO_INSETS);
        AxisSpace space = new AxisSpace();
        space.setLeft(namesWidth);
        all.setFixedDomainAxisSpace(space);
        drawing.panels().forEach(panel -> all.add(plot(panel)));
        all.setOrientation(PlotOrientation.HORIZONTAL);
        return all;
    }

    /** The framework places the rows and draws the axis; what stands in a row is the panel's. */
    private CategoryPlot plot(Panel panel) {
        DefaultCategoryDataset rows = new DefaultCategoryDataset();
        for (int row = 0; row < drawing.names().size(); row++) {
            rows.addValue((Number) 0, "", row);
        }
        CategoryPlot plot = new CategoryPlot(rows, null, panel.axis(room()), new Rows(panel));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(LINES);
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    private static final class Rows extends AbstractCategoryItemRenderer {

        private final transient Panel panel;

        Rows(Panel panel) {
            this.panel = panel;
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
            double middle = places.getCategoryMiddle(row, dataset.getColumnCount(), area, plot.getDomainAxisEdge());
            panel.draw(
                    g,
                    row,
                    new Panel.Place(
                            middle,
                            area.getMinX(),
                            area.getMaxX(),
                            value -> values.valueToJava2D(value, area, plot.getRangeAxisEdge())));
        }
    }

    /** What each panel is about; gives the height. */
    private double headings(double y) {
        int panels = drawing.panels().size();
        double height = 0;
        for (int i = 0; i < panels; i++) {
            if (drawing.panels().get(i).heading().isEmpty()) {
                continue;
            }
            TextBlock heading = block(drawing.panels().get(i).heading(), Lettering.HEADING, (int) room());
            double x = MARGIN + namesWidth + i * (room() + BETWEEN);
            heading.draw(g, (float) x, (float) y, TextBlockAnchor.TOP_LEFT);
            height = Math.max(height, heading.calculateDimensions(g).getHeight() + 4);
        }
        return height;
    }

    /** How wide a panel is. */
    private double room() {
        int panels = drawing.panels().size();
        return (width - 2.0 * MARGIN - namesWidth - (panels - 1) * BETWEEN) / panels;
    }

    /** Whose rows they are, before them. */
    private void name(List<TextBlock> names, Rectangle2D area) {
        double rowHeight = area.getHeight() / Math.max(1, names.size());
        for (int i = 0; i < names.size(); i++) {
            double middle = area.getMinY() + (i + 0.5) * rowHeight;
            names.get(i).draw(g, MARGIN, (float) middle, TextBlockAnchor.CENTER_LEFT);
        }
    }

    private double write(String text, Font font, double y) {
        TextBlock block = block(text, font, width - 2 * MARGIN);
        block.draw(g, MARGIN, (float) y, TextBlockAnchor.TOP_LEFT);
        return block.calculateDimensions(g).getHeight();
    }

    private TextBlock block(String text, Font font, int wide) {
        g.setFont(font);
        TextBlock block =
                TextUtils.createTextBlock(SvgSheet.legal(text), font, Color.BLACK, wide, new G2TextMeasurer(g));
        block.setLineAlignment(HorizontalAlignment.LEFT);
        return block;
    }
}
