package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the study observed at the end of its chapters (sections 3.7, 4.7, 5.7 and 6.7): every number of it can be read back from the figure it became, as it was
 * printed, beside all that says otherwise. What its two charts showed is lost, and the figures say so.
 */
class Observations2005IT {

    private static final List<String> CODES = List.of("GM0307", "GM0200", "GM0503", "GM0327", "GM0479", "GM0637");

    /** Section and indicator, and the six cells as printed there; in the order of the codes. */
    private static final String PRINTED = """
            3.7 ward-count | 13 wijken | 6 stadsdelen | 7 wijken | 10 wijken | 18 wijken | 6 wijken
            3.7 ward-size-mean | gemiddeld 10.000 bewoners per wijk | gemiddeld 25.000 bewoners per stadsdeel | gemiddeld 12.000 bewoners per wijk | gemiddeld 2.900 bewoners per wijk | gemiddeld 8.000 bewoners per wijk | gemiddeld 20.000 bewoners per wijk
            3.7 fte-total | 9,5 FTE | 10 FTE | 8,51 FTE | Leusden: 2 FTE. | 22 FTE | 8 FTE
            """;

    /** The same of what is told in words. */
    private static final String TOLD = """
            4.7 area-aldermen | true | true | no | true | true | false
            6.7 office-kind | office | office | none | none | none | office
            """;

    /** All that stands beside those cells and says otherwise; beside the cells that are not here nothing does. */
    private static final Map<String, List<String>> OTHERWISE = Map.ofEntries(
            Map.entry("GM0200 ward-count", List.of("other-definition 23 (3.2)")),
            Map.entry(
                    "GM0327 ward-count",
                    List.of(
                            "other-definition 15 (3.4)",
                            "other-date 11 (3.4)",
                            "other-definition 5 (3.4)",
                            "other-definition 2 (3.4)")),
            Map.entry("GM0479 ward-count", List.of("other-definition 4 (3.5)")),
            Map.entry("GM0200 ward-size-mean", List.of("other-definition 6000 (3.2)")),
            Map.entry("GM0503 ward-size-mean", List.of("contradicts 12000 (3.3)")),
            Map.entry("GM0479 ward-size-mean", List.of("chosen 7767 (3.5)")),
            Map.entry("GM0327 fte-total", List.of("chosen 56 (3.4)", "same 56 (Bijlage 1)", "contradicts 77.6 (3.4)")),
            Map.entry("GM0327 area-aldermen", List.of("chosen no (4.4)")),
            Map.entry(
                    "GM0307 office-kind",
                    List.of("chosen reporting-point (3.1, voetnoot 5)", "same reporting-point (Bijlage 1)")),
            Map.entry("GM0200 office-kind", List.of("chosen outpost (3.2)", "same outpost (Bijlage 1)")));

    /** Where nobody can settle what it is, and how far it then reaches. */
    private static final Map<String, String> DISPUTED = Map.of(
            "GM0503 ward-size-mean", "9000 15000",
            "GM0327 fte-total", "1.56 2.16",
            "GM0327 area-aldermen", "");

    /** Section, indicator and the six totals. */
    private static final String RATED = """
            4.7 rating-formality | 24 | 25 | 18 | 7 | 33 | 19
            5.7 rating-influence | 24 | 27 | 27 | 10 | 23 | 15
            6.7 rating-depth | 20 | 18 | 30 | 28 | 14 | 16
            """;

    /**
     * What the charts of 3.7 and 6.7 showed and nobody can give any more. A number is what another section happens to say of it; "lost" where the whole division
     * is, "part" where another section has a part of it and this is not in it.
     */
    private static final String CHARTS = """
            3.7 share-administration | part | part | lost | part | lost | 5
            3.7 share-council | part | part | lost | part | lost | part
            3.7 share-sector-officials | 40 | part | lost | part | lost | 20
            3.7 share-ward-officials | part | part | lost | part | lost | 25
            3.7 share-civil-society | part | 20 | lost | part | lost | part
            3.7 share-residents | part | 33 | lost | 50 | lost | part
            6.7 share-physical-development | 25 | 25 | lost | lost | 48 | 20
            6.7 share-physical-management | 15 | part | lost | lost | 27 | 25
            6.7 share-social | 35 | part | lost | lost | 11 | 25
            6.7 share-safety | part | part | lost | lost | 6 | 25
            6.7 share-economic | part | part | lost | lost | 8 | 5
            """;

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.]*(,[0-9]+)?");

    private final RunningProduct product = RunningProduct.shared();

    static Stream<Arguments> printed() {
        return cells(PRINTED);
    }

    static Stream<Arguments> told() {
        return cells(TOLD);
    }

    static Stream<Arguments> rated() {
        return cells(RATED);
    }

    static Stream<Arguments> charts() {
        return cells(CHARTS);
    }

    private static Stream<Arguments> cells(String table) {
        return table.lines().map(line -> line.split(" \\| ")).flatMap(row -> IntStream.range(0, CODES.size())
                .mapToObj(i ->
                        Arguments.of(row[0].split(" ")[0], row[0].split(" ")[1], CODES.get(i), row[i + 1].strip())));
    }

    private JsonNode figure(String indicator, String code) {
        return product.comparison("/figures/2005." + code + "." + indicator + "?lang=en");
    }

    @ParameterizedTest
    @MethodSource("printed")
    void everyNumberStandsWithItsFigure(String section, String indicator, String code, String cell) {
        JsonNode figure = figure(indicator, code);
        List<JsonNode> here = said(figure).filter(each -> cites(each, section)).toList();
        assertEquals(
                List.of(cell),
                here.stream().map(each -> each.path("asPrinted").asText()).toList());
        Matcher number = NUMBER.matcher(cell);
        assertTrue(number.find(), cell);
        BigDecimal value = new BigDecimal(number.group().replace(".", "").replace(',', '.'));
        assertEquals(0, value.compareTo(here.get(0).path("value").decimalValue()), here.toString());
        standsBesideWhatSaysOtherwise(figure, section, indicator, code, value.toPlainString());
    }

    @ParameterizedTest
    @MethodSource("told")
    void everyAnswerInWordsStandsWithItsFigure(String section, String indicator, String code, String answer) {
        JsonNode figure = figure(indicator, code);
        assertEquals(
                List.of(answer),
                said(figure)
                        .filter(each -> cites(each, section))
                        .map(Observations2005IT::answer)
                        .toList());
        standsBesideWhatSaysOtherwise(figure, section, indicator, code, answer);
    }

    private static void standsBesideWhatSaysOtherwise(
            JsonNode figure, String section, String indicator, String code, String value) {
        String place = code + " " + indicator;
        List<String> otherwise = new ArrayList<>();
        said(figure)
                .filter(each -> !cites(each, section) && !isSame(answer(each), value))
                .forEach(each -> otherwise.add("%s %s (%s)"
                        .formatted(
                                each.path("relation").asText("chosen"),
                                answer(each),
                                each.at("/evidence/0/section").asText())));
        said(figure)
                .filter(each -> !cites(each, section)
                        && isSame(answer(each), value)
                        && each.path("relation").asText().equals("contradicts"))
                .forEach(each -> otherwise.add("contradicts %s (%s)"
                        .formatted(answer(each), each.at("/evidence/0/section").asText())));
        assertEquals(OTHERWISE.getOrDefault(place, List.of()), otherwise, place);
        JsonNode shown = figure.path("figure");
        assertEquals(DISPUTED.containsKey(place), shown.path("status").asText().equals("disputed"), place);
        String[] bounds = DISPUTED.getOrDefault(place, "").split(" ");
        if (bounds.length == 2) {
            assertEquals(Double.parseDouble(bounds[0]), shown.path("low").asDouble(), 0.005);
            assertEquals(Double.parseDouble(bounds[1]), shown.path("high").asDouble(), 0.005);
        }
    }

    /** The smallest and the largest mean, by which 3.7 begins. */
    @Test
    void theWardsRunFromLeusdensToApeldoorns() {
        JsonNode summary =
                product.comparison("/comparisons/ward-size?round=2005").at("/summary/ward-size-mean");
        assertEquals(2900, summary.path("min").asInt());
        assertEquals(25_000, summary.path("max").asInt());
        assertEquals(1, rank("ward-size", "ward-size-mean", "GM0200"));
        assertEquals(6, rank("ward-size", "ward-size-mean", "GM0327"));
    }

    @ParameterizedTest
    @MethodSource("rated")
    void everyTotalIsThatOfItsSectionOnAScaleOfOneToSix(String section, String indicator, String code, int total) {
        JsonNode figure = figure(indicator, code);
        Map<String, Integer> totals = new HashMap<>();
        for (JsonNode reading : figure.at("/inputs/0/readings")) {
            totals.put(
                    reading.at("/evidence/0/section").asText(),
                    reading.path("total").asInt());
            assertEquals(1, reading.path("pointsMin").asInt());
            assertEquals(6, reading.path("pointsMax").asInt());
            assertEquals(
                    section.equals(reading.at("/evidence/0/section").asText()),
                    reading.path("chosen").asBoolean());
        }
        boolean isSwapped = indicator.equals("rating-depth") && total < 18;
        assertEquals(Map.of(section, total, "Bijlage 1", isSwapped ? 30 - total : total), totals);
        assertEquals(isSwapped ? "disputed" : "ok", figure.at("/figure/status").asText());
        assertEquals(total, figure.at("/figure/value").asInt());
    }

    /** The orders in which the sections list the six; Delft and Apeldoorn share the first place for influence, and nobody knows who is last in depth. */
    @Test
    void theRanksAreInTheOrderOfTheLists() {
        Map<String, List<Integer>> expected = Map.of(
                "rating-formality", List.of(3, 2, 5, 6, 1, 4),
                "rating-influence", List.of(3, 1, 1, 6, 4, 5),
                "rating-depth", List.of(3, 4, 1, 2, 5, 5));
        expected.forEach((indicator, ranks) -> assertEquals(
                ranks,
                CODES.stream().map(code -> rank("ratings", indicator, code)).toList(),
                indicator));
    }

    private int rank(String topic, String indicator, String code) {
        return product.comparison("/comparisons/" + topic + "?round=2005&municipality=" + code)
                .at("/rows/0/cells/" + indicator + "/rank/from")
                .asInt();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void whatTheChartsShowedIsSaidToBeLost(String section, String indicator, String code, String known) {
        JsonNode figure = figure(indicator, code);
        JsonNode input = figure.at("/inputs/0");
        if (Character.isDigit(known.charAt(0))) {
            assertEquals(Integer.parseInt(known), figure.at("/figure/value").asInt());
            said(figure).forEach(each -> assertTrue(!cites(each, section), "read from a chart that is lost: " + each));
            return;
        }
        assertEquals(
                known.equals("lost") ? "lost" : "not-stated",
                figure.at("/figure/missing").asText());
        assertTrue(!figure.path("figure").has("value"), figure.toString());
        String note = input.path("note").asText();
        assertTrue(
                note.contains("grafiek van " + section) && note.matches(".*(verloren|niet bewaard).*"),
                "nothing says that the chart of " + section + " is lost: " + note);
    }

    /** The answer itself, without relation, and the statements beside it. */
    private static Stream<JsonNode> said(JsonNode figure) {
        JsonNode input = figure.at("/inputs/0");
        return Stream.concat(
                Stream.of(input), StreamSupport.stream(input.path("statements").spliterator(), false));
    }

    private static boolean cites(JsonNode said, String section) {
        return said.path("evidence").findValuesAsText("section").contains(section);
    }

    private static String answer(JsonNode said) {
        return said.has("value")
                ? said.path("value").asText()
                : said.path("text").asText();
    }

    /** A yes or no is a word in the answer, and a truth value in a statement. */
    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || Map.of("yes", "true", "no", "false").getOrDefault(one, "").equals(other);
    }
}
