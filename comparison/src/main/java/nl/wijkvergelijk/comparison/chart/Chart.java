package nl.wijkvergelijk.comparison.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.http.Language;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.text.G2TextMeasurer;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * A table as a picture: horizontal bars from zero, one per municipality, with a whisker from low to high; several indicators stand side by side, each with
 * its own axis. What is missing is named where its bar would be. Title, units, warnings and source are in the picture, so that they stay with it.
 */
public final class Chart {

    private static final int MARGIN = 20;
    private static final int PANEL = 270;
    private static final int WIDTH = 900;
    private static final int NAMES = 200;
    private static final int BETWEEN = 22;
    private static final int AXIS = 48;
    private static final Color LINES = new Color(0xD0D0D0);

    private final Table table;
    private final ChartWords words;
    private final SvgSheet sheet = new SvgSheet();
    private final Graphics2D g = sheet.graphics();
    private final int namesWidth;
    private final int width;

    private Chart(Table table, Definitions definitions, Language language) {
        this.table = table;
        this.words = new ChartWords(table, definitions, language);
        double widest = table.rows().stream()
                .mapToDouble(row -> width(SvgSheet.legal(row.name()), Lettering.TEXT))
                .max()
                .orElse(0);
        this.namesWidth = (int) Math.ceil(Math.min(widest, NAMES)) + 10;
        int panels = table.columns().size();
        int panel = Math.max(PANEL, (int) Math.ceil(1.5 * widestLabel()));
        this.width = Math.max(WIDTH, 2 * MARGIN + namesWidth + panels * panel + (panels - 1) * BETWEEN);
    }

    /** SVG of a table whose columns are all numeric, in UTF-8; refuses others. The same table and language give the same bytes. */
    public static byte[] svg(Table table, Definitions definitions, Language language) {
        if (table.columns().isEmpty() || !table.columns().stream().allMatch(Column::numeric)) {
            throw new IllegalArgumentException("only numbers can be drawn");
        }
        return new Chart(table, definitions, language).draw(language);
    }

    private byte[] draw(Language language) {
        List<TextBlock> names = table.rows().stream()
                .map(row -> block(row.name(), Lettering.TEXT, namesWidth - 10))
                .toList();
        int lines =
                names.stream().mapToInt(name -> name.getLines().size()).max().orElse(1);
        int rowHeight = Math.max(24, lines * 15 + 8);
        double y = MARGIN;
        y += write(block(words.title(), Lettering.TITLE, width - 2 * MARGIN), y);
        y += 8 + headings(y + 8);
        double top = y;
        double plotHeight = Math.max(1, table.rows().size()) * (double) rowHeight + AXIS;
        g.setPaint(Color.BLACK);
        PlotRenderingInfo drawn = new PlotRenderingInfo(null);
        panels().draw(g, new Rectangle2D.Double(MARGIN, top, width - 2.0 * MARGIN, plotHeight), null, null, drawn);
        name(names, drawn.getDataArea());
        y = top + plotHeight + 10;
        for (String line : words.legend()) {
            y += write(block(line, Lettering.SMALL, width - 2 * MARGIN), y);
        }
        List<String> warnings = words.warnings();
        if (!warnings.isEmpty()) {
            y += 8;
            y += write(block(words.warningsHeading(), Lettering.HEADING, width - 2 * MARGIN), y);
            for (String warning : warnings) {
                y += write(block("• " + warning, Lettering.SMALL, width - 2 * MARGIN), y) + 2;
            }
        }
        y += 8;
        y += write(block(words.source(), Lettering.SMALL, width - 2 * MARGIN), y);
        int height = (int) Math.ceil(y + MARGIN);
        return sheet.bytes(width, height, words.title(), words.description(), language.code());
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
        for (int i = 0; i < table.columns().size(); i++) {
            all.add(panel(i));
        }
        all.setOrientation(PlotOrientation.HORIZONTAL);
        return all;
    }

    private CategoryPlot panel(int index) {
        Column column = table.columns().get(index);
        List<Cell> cells =
                table.rows().stream().map(row -> row.cells().get(index)).toList();
        List<String> labels = cells.stream().map(cell -> label(column, cell)).toList();
        DefaultCategoryDataset values = new DefaultCategoryDataset();
        for (Row row : table.rows()) {
            values.addValue(row.cells().get(index).value(), column.id(), row.code());
        }
        CategoryPlot plot = new CategoryPlot(values, null, axis(column), new WhiskeredBars(cells, labels));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(LINES);
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    /** From zero, and so far that the longest bar with its whisker and its label fits; the same for all that have the same unit. */
    private NumberAxis axis(Column column) {
        double upper = 0;
        double lower = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            if (Objects.equals(table.columns().get(i).unit(), column.unit())) {
                for (Row row : table.rows()) {
                    Cell cell = row.cells().get(i);
                    upper = Math.max(upper, reach(table.columns().get(i), cell));
                    lower = cell.value() == null
                            ? lower
                            : Math.min(lower, cell.low() == null ? cell.value() : cell.low());
                }
            }
        }
        NumberAxis axis = new NumberAxis(words.unit(column));
        axis.setRange(lower, upper > 0 ? upper : 1);
        axis.setNumberFormatOverride(words.ofAxis());
        axis.setLabelFont(Lettering.HEADING);
        axis.setTickLabelFont(Lettering.SMALL);
        axis.setLabelPaint(Color.BLACK);
        axis.setTickLabelPaint(Color.BLACK);
        axis.setStandardTickUnits(
                column.decimals() == null || column.decimals() == 0
                        ? NumberAxis.createIntegerTickUnits()
                        : NumberAxis.createStandardTickUnits());
        return axis;
    }

    /** Where the axis must end for this one to fit. */
    private double reach(Column column, Cell cell) {
        if (cell.value() == null) {
            return 0;
        }
        double end = cell.high() == null ? cell.value() : Math.max(cell.value(), cell.high());
        double arrow = cell.low() != null && cell.high() == null ? WhiskeredBars.ARROW : 0;
        double label = width(label(column, cell), Lettering.SMALL) + WhiskeredBars.GAP + arrow + 4;
        return end * room() / (room() - label);
    }

    /** A panel that is wider than this by half has room for a bar before every label. */
    private double widestLabel() {
        double widest = 0;
        for (Row row : table.rows()) {
            for (int i = 0; i < table.columns().size(); i++) {
                String label = label(table.columns().get(i), row.cells().get(i));
                widest = Math.max(widest, width(label, Lettering.SMALL) + WhiskeredBars.GAP + WhiskeredBars.ARROW + 4);
            }
        }
        return widest;
    }

    private String label(Column column, Cell cell) {
        return SvgSheet.legal(words.label(column, cell));
    }

    /** Which indicator stands below, where there are several; gives the height. */
    private double headings(double y) {
        int panels = table.columns().size();
        double height = 0;
        for (int i = 0; i < panels && panels > 1; i++) {
            TextBlock heading =
                    block(table.columns().get(i).label().in(words.language()), Lettering.HEADING, (int) room());
            double x = MARGIN + namesWidth + i * (room() + BETWEEN);
            heading.draw(g, (float) x, (float) y, TextBlockAnchor.TOP_LEFT);
            height = Math.max(height, heading.calculateDimensions(g).getHeight() + 4);
        }
        return height;
    }

    /** How wide a panel is. */
    private double room() {
        int panels = table.columns().size();
        return (width - 2.0 * MARGIN - namesWidth - (panels - 1) * BETWEEN) / panels;
    }

    /** Whose bars they are, before them. */
    private void name(List<TextBlock> names, Rectangle2D area) {
        double rowHeight = area.getHeight() / Math.max(1, names.size());
        for (int i = 0; i < names.size(); i++) {
            double middle = area.getMinY() + (i + 0.5) * rowHeight;
            names.get(i).draw(g, MARGIN, (float) middle, TextBlockAnchor.CENTER_LEFT);
        }
    }

    private double write(TextBlock block, double y) {
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

    private double width(String text, Font font) {
        return TextUtils.getTextBounds(text, g, g.getFontMetrics(font)).getWidth();
    }
}
