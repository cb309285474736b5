package nl.wijkvergelijk.comparison.chart;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A sheet to draw on that becomes SVG: no scripts, no styles (so that a page's policy cannot undo it), nothing fetched, and the same bytes for the same
 * drawing.
 */
final class SvgSheet {

    /** Measures letters as they are designed: the framework would round to the dots of a screen, which differ between machines. */
    private static final class Measured extends SVGGraphics2D {

        private final Graphics2D measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();

        Measured(SVGGeneratorContext context) {
            super(context, false);
            measure.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            measure.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        }

        @Override
        public FontMetrics getFontMetrics(Font font) {
            return measure.getFontMetrics(font);
        }

        @Override
        public FontRenderContext getFontRenderContext() {
            return measure.getFontRenderContext();
        }
    }

    private static final String SVG = "http://www.w3.org/2000/svg";

    private final Document document;
    private final SVGGraphics2D graphics;

    SvgSheet() {
        document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(2);
        graphics = new Measured(context);
        // JFreeChart puts the hint back to what it was, and there is no "nothing" to put it back to.
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_DEFAULT);
    }

    SVGGraphics2D graphics() {
        return graphics;
    }

    /** The drawing with its title and description for who cannot see it. */
    byte[] bytes(int width, int height, String title, String description, String language) {
        graphics.setSVGCanvasSize(new Dimension(width, height));
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        root.setAttribute("role", "img");
        root.setAttribute("lang", language);
        root.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", language);
        root.setAttribute("aria-labelledby", "chart-title");
        root.setAttribute("aria-describedby", "chart-description");
        Node first = root.getFirstChild();
        root.insertBefore(said("title", "chart-title", title), first);
        root.insertBefore(said("desc", "chart-description", description), first);
        root.insertBefore(paper(width, height), first);
        nameLetters(root);
        return written(root);
    }

    /** Without what XML cannot hold, in whatever way it is escaped. */
    static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        c == '\t' || c == '\n' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private Element said(String name, String id, String text) {
        Element element = document.createElementNS(SVG, name);
        element.setAttribute("id", id);
        element.setTextContent(legal(text));
        return element;
    }

    /** White, so that black letters can be read on a page of any colour. */
    private Element paper(int width, int height) {
        Element paper = document.createElementNS(SVG, "rect");
        paper.setAttribute("width", String.valueOf(width));
        paper.setAttribute("height", String.valueOf(height));
        paper.setAttribute("fill", "white");
        paper.setAttribute("stroke", "none");
        return paper;
    }

    private static void nameLetters(Element element) {
        if (element.hasAttribute("font-family")) {
            element.setAttribute("font-family", Lettering.FAMILIES);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                nameLetters(each);
            }
        }
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] written(Element root) {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.setOutputProperty(OutputKeys.STANDALONE, "yes");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(root), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
