package nl.wijkvergelijk.comparison.chart;

import static nl.wijkvergelijk.comparison.table.Round2005.ROUND;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Reports;
import nl.wijkvergelijk.comparison.dataset.Reports.Answer;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Round2005;
import nl.wijkvergelijk.comparison.table.Selection;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.comparison.table.Warning;
import nl.wijkvergelijk.http.Language;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class ChartTest {

    private static final Dataset DATASET = Round2005.dataset();

    @Test
    void theSameQuestionGivesTheSameBytes() {
        Table table = table(DATASET, "ratings", List.of());
        assertArrayEquals(svg(table, Language.NL), svg(table, Language.NL));
        assertFalse(Arrays.equals(svg(table, Language.NL), svg(table, Language.EN)));
    }

    @Test
    void whatMustBeKnownOfTheFiguresIsInThePicture() throws Exception {
        Table table = table(DATASET, "fte", List.of("fte-total"));
        String shown = shown(parse(svg(table, Language.NL)));
        for (String name : List.of("Amersfoort", "Apeldoorn", "Delft", "Leusden", "Zaanstad", "Zoetermeer")) {
            assertTrue(shown.contains(name), name);
        }
        assertTrue(shown.contains("1,56 – bronnen verschillen"), shown);
        assertTrue(shown.contains("ongeveer 22"), shown);
        assertTrue(shown.contains("Bron: Wijkvergelijk, ronde 2005, dataset 3, CC0"), shown);
        assertFalse(table.warnings().isEmpty());
        for (Warning warning : table.warnings()) {
            assertTrue(
                    squeezed(shown).contains(squeezed(warning.detail().nl())),
                    warning.detail().nl());
        }
    }

    @Test
    void whatIsMissingIsNamedAndHasNoBar() throws Exception {
        Table table = table(DATASET, "ward-size", List.of("ward-size-min"));
        Document chart = parse(svg(table, Language.EN));
        String shown = shown(chart);
        assertTrue(shown.contains("no figure: not stated"), shown);
        assertTrue(shown.contains("6,300 – corrected"), shown);
        assertEquals(3, bars(chart), "Apeldoorn, Zaanstad and Zoetermeer");
    }

    @Test
    void ratingsStandSideBySide() throws Exception {
        Document chart = parse(svg(table(DATASET, "ratings", List.of()), Language.EN));
        assertEquals(18, bars(chart));
        assertEquals(1, occurrences(shown(chart), "Zoetermeer\n"), "named once for all scales");
    }

    @Test
    void whoCannotSeeItHearsEveryFigure() throws Exception {
        Element root = parse(svg(table(DATASET, "ward-size", List.of("ward-size-mean")), Language.EN))
                .getDocumentElement();
        assertEquals("img", root.getAttribute("role"));
        assertEquals("en", root.getAttribute("lang"));
        assertEquals("title", root.getFirstChild().getNodeName());
        assertTrue(root.getFirstChild().getTextContent().contains("round 2005"));
        String description = root.getElementsByTagName("desc").item(0).getTextContent();
        assertTrue(description.contains("Delft 12,000 – sources differ (from 9,000 to 15,000)"), description);
        assertTrue(description.contains("Mean ward size: the sources contradict each other"), description);
    }

    @Test
    void nothingRunsAndNothingIsFetched() {
        for (String topic : List.of("fte", "ward-size", "ratings")) {
            String svg = text(svg(table(DATASET, topic, List.of()), Language.NL));
            String bare = svg.replaceAll("xmlns(:\\w+)?=\"[^\"]*\"", "").replace("url(#clipPath", "");
            for (String forbidden :
                    List.of("<script", "<style", " style=", "http:", "https:", "href", "url(", "<!DOCTYPE", "<image")) {
                assertFalse(bare.contains(forbidden), topic + " has " + forbidden);
            }
        }
    }

    @Test
    void namesAreTextWhateverIsInThem() throws Exception {
        Dataset dataset = new Reports(ROUND, "GM0001", "<script>alert(1)</script> & \"Zn\" \u0007\uD800", "GM0002", "B")
                .publish(residents("GM0001", "10"), residents("GM0002", "20"))
                .dataset();
        Document chart = parse(svg(table(dataset, "fte", List.of("residents")), Language.NL));
        assertEquals(0, chart.getElementsByTagName("script").getLength());
        assertTrue(squeezed(shown(chart)).contains("<script>alert(1)</script>&\"Zn\""), shown(chart));
    }

    @Test
    void fortyLongNamesAreWholeAndInsideThePicture() throws Exception {
        List<String> named = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int i = 10; i < 50; i++) {
            named.add("GM00" + i);
            named.add("Nieuwe Samengevoegde Gemeente Zuidoost-Boven-Schouwerzijl-aan-de-Maas " + i);
            answers.add(residents("GM00" + i, String.valueOf(i * 12345)));
        }
        Dataset dataset = new Reports(ROUND, named.toArray(String[]::new))
                .publish(answers)
                .dataset();
        Document chart = parse(svg(table(dataset, "fte", List.of("residents")), Language.NL));
        assertEquals(40, bars(chart));
        String shown = squeezed(shown(chart));
        for (int i = 1; i < named.size(); i += 2) {
            assertTrue(shown.contains(squeezed(named.get(i))), named.get(i));
        }
    }

    @Test
    void nothingRunsOutOfItsPanelOrOfThePicture() throws Exception {
        for (String topic : List.of("fte", "ward-size", "ratings")) {
            for (Language language : Language.values()) {
                Document chart = parse(svg(table(DATASET, topic, List.of()), language));
                double width = Double.parseDouble(chart.getDocumentElement().getAttribute("width"));
                NodeList texts = chart.getElementsByTagName("text");
                for (int i = 0; i < texts.getLength(); i++) {
                    Element text = (Element) texts.item(i);
                    double end = Double.parseDouble(text.getAttribute("x")) + measured(text.getTextContent());
                    assertTrue(end <= Math.min(width, clipped(text)), topic + ": " + text.getTextContent());
                }
            }
        }
    }

    @Test
    void zeroIsAFigureAndNoGap() throws Exception {
        Dataset dataset = new Reports(ROUND, "GM0001", "A", "GM0002", "B")
                .publish(residents("GM0001", "0"), Answer.missing(ROUND, "GM0002", "residents", "refused"))
                .dataset();
        String shown = shown(parse(svg(table(dataset, "fte", List.of("residents")), Language.EN)));
        assertTrue(shown.contains("no figure: refused"), shown);
        assertTrue(shown.lines().anyMatch("0"::equals), shown);
    }

    @Test
    void textsCannotBeDrawn() {
        Table table = table(DATASET, "overview", List.of("office-kind"));
        assertThrows(IllegalArgumentException.class, () -> svg(table, Language.NL));
    }

    private static Answer residents(String code, String value) {
        return Answer.number(ROUND, code, "residents", value, "residents");
    }

    static Table table(Dataset dataset, String topic, List<String> indicators) {
        Topic asked = dataset.definitions().topic(topic).orElseThrow();
        return Comparison.of(dataset, asked, ROUND, new Selection(Set.of(), indicators, List.of()));
    }

    static byte[] svg(Table table, Language language) {
        return Chart.svg(table, DATASET.definitions(), language);
    }

    /** How wide a line is at least: headings are wider, and have room enough. */
    static double measured(String text) {
        return Lettering.SMALL
                .getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
    }

    /** Where what is drawn here is cut off on the right. */
    static double clipped(Element element) {
        for (Node each = element; each instanceof Element outer; each = each.getParentNode()) {
            String clip = outer.getAttribute("clip-path");
            if (clip.startsWith("url(#")) {
                NodeList paths = element.getOwnerDocument().getElementsByTagName("clipPath");
                for (int i = 0; i < paths.getLength(); i++) {
                    Element path = (Element) paths.item(i);
                    if (clip.equals("url(#" + path.getAttribute("id") + ")")) {
                        String outline =
                                ((Element) path.getElementsByTagName("path").item(0)).getAttribute("d");
                        return Double.parseDouble(outline.split("[ L]+")[2]);
                    }
                }
            }
        }
        return Double.MAX_VALUE;
    }

    static String text(byte[] svg) {
        return new String(svg, StandardCharsets.UTF_8);
    }

    static Document parse(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    /** What stands in it, a line a text. */
    static String shown(Document chart) {
        NodeList texts = chart.getElementsByTagName("text");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            lines.add(texts.item(i).getTextContent());
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    static int occurrences(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    /** Rectangles as high as a bar. */
    static int bars(Document chart) {
        NodeList rectangles = chart.getElementsByTagName("rect");
        int bars = 0;
        for (int i = 0; i < rectangles.getLength(); i++) {
            Element each = (Element) rectangles.item(i);
            if (each.getAttribute("height").equals("14") && !"none".equals(each.getAttribute("fill"))) {
                bars++;
            }
        }
        return bars;
    }
}
