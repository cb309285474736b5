package nl.wijkvergelijk.comparison.chart;

import static nl.wijkvergelijk.comparison.chart.ChartTest.parse;
import static nl.wijkvergelijk.comparison.chart.ChartTest.shown;
import static nl.wijkvergelijk.comparison.chart.ChartTest.squeezed;
import static nl.wijkvergelijk.comparison.table.Round2005.AMERSFOORT;
import static nl.wijkvergelijk.comparison.table.Round2005.APELDOORN;
import static nl.wijkvergelijk.comparison.table.Round2005.DELFT;
import static nl.wijkvergelijk.comparison.table.Round2005.LEUSDEN;
import static nl.wijkvergelijk.comparison.table.Round2005.ROUND;
import static nl.wijkvergelijk.comparison.table.Round2005.ZAANSTAD;
import static nl.wijkvergelijk.comparison.table.Round2005.ZOETERMEER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Reports;
import nl.wijkvergelijk.comparison.dataset.Reports.Answer;
import nl.wijkvergelijk.comparison.session.SessionResults;
import nl.wijkvergelijk.comparison.session.SessionResultsTest;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Round2005;
import nl.wijkvergelijk.comparison.table.Selection;
import nl.wijkvergelijk.comparison.table.Series;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.comparison.table.TwoRounds;
import nl.wijkvergelijk.http.Language;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Shares of one whole, two rounds, and ratings. What is drawn is left in target/charts, to be looked at. */
class KindsOfChartTest {

    private static final List<String> AREAS = List.of(
            "share-physical-development",
            "share-physical-management",
            "share-social",
            "share-safety",
            "share-economic");

    private final Dataset shares = sharesOf2005();
    private final Dataset both = bothRounds();

    @Test
    void everyKnownShareIsAsWideAsItIsAndWhatIsLeftIsHatched() throws Exception {
        Document chart = parse(shares("policy-areas", Language.EN));
        double percent = axis(chart);
        List<Double> widths = widths(chart);
        for (double share : new double[] {48, 27, 11, 6, 8, 20, 25, 5, 35, 15}) {
            assertTrue(
                    widths.stream().anyMatch(width -> Math.abs(width - share * percent) < 0.05),
                    "no share of " + share);
        }
        assertTrue(widths.stream().anyMatch(width -> Math.abs(width - 25 * percent) < 0.05), "what Amersfoort leaves");
        String shown = shown(chart);
        assertTrue(shown.contains("not stated: Safety, Economic"), shown);
        assertTrue(shown.contains("no figures: lost"), shown);
        assertTrue(shown.contains("not known\n"), shown);
    }

    @Test
    void whatDoesNotAddUpIsNotRescaled() throws Exception {
        List<Answer> answers = new ArrayList<>();
        int[] shares = {60, 30, 20, 10, 5};
        for (int i = 0; i < shares.length; i++) {
            answers.add(share("GM0001", AREAS.get(i), shares[i]));
            answers.add(share("GM0002", AREAS.get(i), 10));
        }
        Dataset dataset = new Reports(2, ROUND, "GM0001", "A", "GM0002", "B")
                .publish(answers)
                .dataset();
        byte[] svg = Chart.shares(table(dataset, "policy-areas"), dataset.definitions(), Language.EN);
        Document chart = parse(svg);
        double percent = axis(chart);
        assertTrue(shown(chart).contains("adds up to 125 percent"));
        assertTrue(shown(chart).contains("adds up to 50 percent"));
        assertTrue(widths(chart).stream().anyMatch(width -> Math.abs(width - 60 * percent) < 0.05));
        assertFalse(shown(chart).contains("not known"), "all shares are known");
    }

    @Test
    void whatIsNotKnownIsHatchedAsWideAsItCanBe() throws Exception {
        List<Answer> answers = new ArrayList<>();
        answers.add(share("GM0001", AREAS.get(0), 63));
        AREAS.forEach(area -> answers.add(share("GM0002", area, 20)));
        Dataset dataset = new Reports(2, ROUND, "GM0001", "A", "GM0002", "B")
                .publish(answers)
                .dataset();
        Document chart = parse(Chart.shares(table(dataset, "policy-areas"), dataset.definitions(), Language.EN));
        double percent = axis(chart);
        assertTrue(widths(chart).stream().anyMatch(width -> Math.abs(width - 37 * percent) < 0.05), "what A leaves");
    }

    @Test
    void whoCannotSeeSharesHearsThem() throws Exception {
        String description = description(shares("policy-areas", Language.NL));
        assertTrue(description.contains("Zaanstad: Fysieke ontwikkeling 48; Fysiek beheer 27;"), description);
        assertTrue(description.contains("Amersfoort: Fysieke ontwikkeling ongeveer 25 (van 24 tot 26)"), description);
        assertTrue(description.contains("niet vermeld: Veiligheid, Economisch"), description);
        assertTrue(description.contains("niet alle aandelen zijn bekend"), description);
    }

    @Test
    void twoRoundsStandBesideEachOtherWithWhatChangedAndHowSureThatIs() throws Exception {
        Document chart = parse(rounds("fte-total", Language.EN));
        String shown = shown(chart);
        assertTrue(shown.contains("9.5 → 12 (+2.5)"), shown);
        assertTrue(shown.contains("approximately 22 → 23 (+1, not certain)"), shown);
        assertTrue(shown.contains("2005: 8.51; 2027: no figure: refused"), shown);
        assertTrue(shown.contains("2005: 10; 2027: not in this round"), shown);
        assertTrue(shown.contains("2005: not in this round; 2027: 3"), shown);
        assertTrue(shown.contains("8 → 9 – cannot be recalculated"), shown);
        assertTrue(shown.contains("Staff, round 2005 and round 2027"), shown);
        assertTrue(
                shown.contains("Source: Wijkvergelijk, round 2005, dataset 8 and round 2027, dataset 7, CC0"), shown);
        assertTrue(squeezed(shown).contains(squeezed("a merger can lie between these rounds")), shown);
    }

    @Test
    void whatCannotBeRecalculatedHasNoLineBetween() throws Exception {
        assertEquals(3, connected(rounds("fte-total", Language.EN)), "Amersfoort, Leusden and Zaanstad");
    }

    @Test
    void whoseRoundsDoNotSimplyCompareHasAMark() throws Exception {
        String shown = shown(parse(rounds("fte-total", Language.NL)));
        assertTrue(shown.contains(" *\n"), shown);
        assertTrue(squeezed(shown).contains(squeezed("Leusden: Formatie:")), shown);
        assertTrue(shown.contains("*: de twee zijn niet zonder meer te vergelijken, zie hieronder."), shown);
    }

    @Test
    void totalsAloneHaveMeansAndSayThatNobodyKnowsWhoGaveWhat() throws Exception {
        SessionResults results = SessionResults.of(Round2005.dataset(), ROUND).orElseThrow();
        String shown = shown(parse(kept("ratings-totals", Chart.ratings(results, Language.EN))));
        assertTrue(shown.contains("5.5\n"), shown);
        assertTrue(shown.contains("1.17\n"), shown);
        assertTrue(shown.contains("2.33 ≠"), shown);
        assertTrue(shown.contains("ranking 1–6"), shown);
        assertFalse(shown.lines().anyMatch("7"::equals), "there is no seventh point");
        assertFalse(shown.contains("what another gave"), shown);
        assertTrue(shown.contains("only totals were published"), shown);
    }

    @Test
    void ballotsAreDrawnOneByOneAndTheOwnOneIsTold() throws Exception {
        SessionResults results = SessionResultsTest.rated("GM1 3 1 2", "GM2 3 2 1", "GM3 1 - 3");
        byte[] svg = kept("ratings-ballots", Chart.ratings(results, Language.EN));
        String shown = shown(parse(svg));
        assertEquals(5, count(svg, "fill=\"rgb(89,89,89)\""), "each vote of another on a complete ballot, and the key");
        assertTrue(shown.contains("3 – itself 3"), shown);
        assertTrue(shown.contains("1.5 – itself 3 (does not count)"), shown);
        assertTrue(shown.contains("on an incomplete ballot, does not count"), shown);
        assertTrue(description(svg).contains("given by A 3, B 3, C 1 (does not count)"), description(svg));
    }

    @Test
    void allKindsKeepToTheSameRules() throws Exception {
        for (Language language : Language.values()) {
            for (byte[] svg : List.of(
                    shares("policy-areas", language),
                    shares("contacts", language),
                    rounds("fte-total", language),
                    Chart.ratings(SessionResults.of(Round2005.dataset(), ROUND).orElseThrow(), language))) {
                String text = new String(svg, StandardCharsets.UTF_8);
                String bare = text.replaceAll("xmlns(:\\w+)?=\"[^\"]*\"", "").replace("url(#clipPath", "");
                for (String forbidden : List.of("<script", "<style", " style=", "http:", "href", "url(", "<image")) {
                    assertFalse(bare.contains(forbidden), forbidden);
                }
                Document chart = parse(svg);
                Element root = chart.getDocumentElement();
                assertEquals(language.code(), root.getAttribute("lang"));
                assertEquals("title", root.getFirstChild().getNodeName());
                assertFalse(root.getFirstChild().getTextContent().isBlank());
                double width = Double.parseDouble(root.getAttribute("width"));
                NodeList texts = chart.getElementsByTagName("text");
                for (int i = 0; i < texts.getLength(); i++) {
                    Element each = (Element) texts.item(i);
                    double end = Double.parseDouble(each.getAttribute("x")) + ChartTest.measured(each.getTextContent());
                    assertTrue(end <= Math.min(width, ChartTest.clipped(each)), each.getTextContent());
                }
            }
        }
        assertArrayEquals(shares("contacts", Language.NL), shares("contacts", Language.NL));
    }

    @Test
    void eachRefusesWhatItCannotDraw() {
        Table fte = ChartTest.table(Round2005.dataset(), "fte", List.of("fte-total"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Chart.shares(fte, Round2005.dataset().definitions(), Language.NL));
        SessionResults none = SessionResults.of(both, "2027").orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> Chart.ratings(none, Language.NL));
        TwoRounds texts = twoRounds("approach-name");
        assertThrows(IllegalArgumentException.class, () -> Chart.rounds(texts, both.definitions(), Language.NL));
    }

    private static Dataset sharesOf2005() {
        List<Answer> answers = new ArrayList<>(Round2005.answers());
        int[] zaanstad = {48, 27, 11, 6, 8};
        int[] zoetermeer = {20, 25, 25, 25, 5};
        for (int i = 0; i < AREAS.size(); i++) {
            answers.add(share(ZAANSTAD, AREAS.get(i), zaanstad[i]));
            answers.add(share(ZOETERMEER, AREAS.get(i), zoetermeer[i]));
            answers.add(Answer.missing(ROUND, DELFT, AREAS.get(i), "lost"));
            answers.add(Answer.missing(ROUND, LEUSDEN, AREAS.get(i), "lost"));
        }
        answers.add(share(AMERSFOORT, AREAS.get(0), 25).with("qualifier", "approximate"));
        answers.add(share(AMERSFOORT, AREAS.get(1), 15));
        answers.add(share(AMERSFOORT, AREAS.get(2), 35).with("qualifier", "approximate"));
        answers.add(Answer.missing(ROUND, AMERSFOORT, AREAS.get(3), "not-stated"));
        answers.add(Answer.missing(ROUND, AMERSFOORT, AREAS.get(4), "not-stated"));
        answers.add(share(APELDOORN, AREAS.get(0), 25));
        answers.add(share(APELDOORN, "share-civil-society", 20).with("qualifier", "approximate"));
        answers.add(share(APELDOORN, "share-residents", 33).with("qualifier", "approximate"));
        List<String> contacts = List.of(
                "share-administration",
                "share-council",
                "share-sector-officials",
                "share-ward-officials",
                "share-civil-society",
                "share-residents",
                "share-other-contacts");
        int[] delft = {10, 5, 25, 20, 15, 23, 2};
        for (int i = 0; i < delft.length; i++) {
            answers.add(share(DELFT, contacts.get(i), delft[i]));
        }
        return Round2005.opened(2).publish(answers).dataset();
    }

    private static Answer share(String municipality, String measure, int percent) {
        return Answer.number(ROUND, municipality, measure, "" + percent, "percent");
    }

    /** Staff in 2005, and again in 2027: sure, not sure, refused, gone, new, merged. */
    private static Dataset bothRounds() {
        return Round2005.opened(2)
                .publish(Round2005.answers())
                .open("2027", "GM0001", "Nieuwerhaven")
                .merge("GM0002", "Benthuizen", LocalDate.parse("2010-01-01"), ZOETERMEER)
                .publish(List.of(
                        staff(AMERSFOORT, "12"),
                        staff(LEUSDEN, "2.5"),
                        staff(ZAANSTAD, "23"),
                        staff(ZOETERMEER, "9").with("definition", "including-support"),
                        staff("GM0001", "3"),
                        Answer.missing("2027", DELFT, "fte-total", "refused")))
                .name("GM0003", "Elders")
                .week("2027", "36")
                .week("2005", "36")
                .dataset();
    }

    private static Answer staff(String municipality, String fte) {
        return Answer.number("2027", municipality, "fte-total", fte, "fte").with("definition", "whole-unit");
    }

    private static Table table(Dataset dataset, String topic) {
        List<String> parts = dataset.definitions().topic(topic).orElseThrow().columns().stream()
                .filter(id -> dataset.definitions().indicators().get(id).numeric())
                .toList();
        return Comparison.of(
                dataset,
                dataset.definitions().topic(topic).orElseThrow(),
                ROUND,
                new Selection(Set.of(), parts, List.of()));
    }

    private byte[] shares(String topic, Language language) throws IOException {
        return kept(topic + "-" + language.code(), Chart.shares(table(shares, topic), shares.definitions(), language));
    }

    private TwoRounds twoRounds(String indicator) {
        String topic = indicator.equals("fte-total") ? "fte" : "overview";
        return TwoRounds.of(
                new Series.Round(both, ROUND),
                new Series.Round(both, "2027"),
                both.definitions().topic(topic).orElseThrow(),
                new Selection(Set.of(), List.of(indicator), List.of()));
    }

    private byte[] rounds(String indicator, Language language) throws IOException {
        return kept(
                "rounds-" + indicator + "-" + language.code(),
                Chart.rounds(twoRounds(indicator), both.definitions(), language));
    }

    private static byte[] kept(String name, byte[] svg) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/charts"));
        Files.write(folder.resolve(name + ".svg"), svg);
        return svg;
    }

    private static String description(byte[] svg) throws Exception {
        return parse(svg).getElementsByTagName("desc").item(0).getTextContent();
    }

    /** How many pixels a percent has: from 0 to 100 along the axis. */
    private static double axis(Document chart) {
        NodeList texts = chart.getElementsByTagName("text");
        double zero = Double.NaN;
        double hundred = Double.NaN;
        for (int i = 0; i < texts.getLength(); i++) {
            Element each = (Element) texts.item(i);
            double middle = Double.parseDouble(each.getAttribute("x")) + middleOf(each.getTextContent());
            if (each.getTextContent().equals("0")) {
                zero = middle;
            } else if (each.getTextContent().equals("100")) {
                hundred = middle;
            }
        }
        return (hundred - zero) / 100;
    }

    private static double middleOf(String text) {
        return Lettering.width(text, Lettering.SMALL) / 2;
    }

    /** Of the rectangles as high as a bar. */
    private static List<Double> widths(Document chart) {
        NodeList rectangles = chart.getElementsByTagName("rect");
        List<Double> widths = new ArrayList<>();
        for (int i = 0; i < rectangles.getLength(); i++) {
            Element each = (Element) rectangles.item(i);
            if (each.getAttribute("height").equals("14")) {
                widths.add(Double.parseDouble(each.getAttribute("width")));
            }
        }
        return widths;
    }

    /** Lines between two rounds: two pixels wide. */
    private static int connected(byte[] svg) {
        String text = new String(svg, StandardCharsets.UTF_8);
        int lines = 0;
        for (String line : text.split("<line ")) {
            lines += line.contains("stroke-width=\"2\"") ? 1 : 0;
        }
        return lines;
    }

    private static int count(byte[] svg, String colour) {
        String text = new String(svg, StandardCharsets.UTF_8);
        int found = 0;
        for (String circle : text.split("<circle ")) {
            found += circle.contains(colour) ? 1 : 0;
        }
        return found;
    }
}
