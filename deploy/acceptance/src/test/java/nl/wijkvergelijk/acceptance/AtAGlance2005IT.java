package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The overview that the study printed (Bijlage 1): every cell of it can be read back from the figure it became, as it was printed, beside whatever contradicts it. */
class AtAGlance2005IT {

    private static final List<String> CODES = List.of("GM0307", "GM0200", "GM0503", "GM0327", "GM0479", "GM0637");

    /** Per row the indicator, and the six cells as printed, line ends as a blank; in the order of the codes. */
    private static final String PRINTED = """
            ward-count | 13 / 10.000 | 6 / 25.000 | 7 / 12.000 | 10 / 2900 | 4 gebieden 18 / 8.000 | 6/20.000
            ward-size-mean | 13 / 10.000 | 6 / 25.000 | 7 / 12.000 | 10 / 2900 | 4 gebieden 18 / 8.000 | 6/20.000
            fte-total | 9,5 | 10 | 8,51 (5,84 wc) | 56 uur (2 wc) | 22 (4 gm) | 8 (6 wm)
            approach-name | wijkontwikkeling | stadsdeelaanpak | wijkaanpak | ontwikkeling wijkbeheer | gebieds management | wijkbeheer
            unit-name | wijkontwikkeling | wijkzaken | wijkzaken | coördinatie wijkbeheer | dienst wijken | wijkcoördinatie
            function-name | wijkmanager | stadsdeelmanager | wijkcoördinator | wijkcoördinator | gebiedsmgr + wijkcoördinator | wijkmanager
            office-kind | wel meldpunten, maar zonder ambtelijke bemensing | ja, voorposten (niet bedoeld als meldpunt, bezetting 0,5 FTE) | nee (meldingen buiten wijkcoördinator om) | nee | nee (centr. 0900 nr. in principe geen deel van gebiedsmgt) | ja, bezetting 4 FTE
            ward-budget-per-resident | € 2,50 / inw. | € 1,50 / inw. | € 10 / inw. | € 2 / huish | € 5 / inw. | € 1 / inw.
            """;

    private static final String RATED = """
            rating-formality | 24 | 25 | 18 | 7 | 33 | 19
            rating-influence | 24 | 27 | 27 | 10 | 23 | 15
            rating-depth | 20 | 18 | 30 | 28 | 16 | 14
            """;

    private final RunningProduct product = RunningProduct.shared();

    static Stream<Arguments> printed() {
        return cells(PRINTED);
    }

    static Stream<Arguments> rated() {
        return cells(RATED);
    }

    private static Stream<Arguments> cells(String table) {
        return table.lines().map(line -> line.split(" \\| ")).flatMap(row -> IntStream.range(0, CODES.size())
                .mapToObj(i -> Arguments.of(row[0].strip(), CODES.get(i), row[i + 1].strip())));
    }

    private JsonNode figure(String indicator, String code) {
        return product.comparison("/figures/2005." + code + "." + indicator);
    }

    /** Among the answer and all that is said beside it, what cites the overview. */
    @ParameterizedTest
    @MethodSource("printed")
    void everyPrintedCellStandsWithItsFigure(String indicator, String code, String cell) {
        List<String> found = new ArrayList<>();
        for (JsonNode input : figure(indicator, code).path("inputs")) {
            if (citesTheOverview(input)) {
                found.add(written(input));
            }
            for (JsonNode statement : input.path("statements")) {
                if (citesTheOverview(statement)) {
                    found.add(written(statement));
                }
            }
        }
        assertTrue(found.contains(cell), cell + " is not among " + found);
    }

    private static boolean citesTheOverview(JsonNode said) {
        return Stream.iterate(0, i -> i < said.path("evidence").size(), i -> i + 1)
                .anyMatch(i ->
                        said.path("evidence").get(i).path("section").asText().equals("Bijlage 1"));
    }

    /** What was printed, or what was said where it is the same. */
    private static String written(JsonNode said) {
        return said.has("asPrinted")
                ? said.path("asPrinted").asText()
                : said.path("text").asText(said.path("value").asText());
    }

    @ParameterizedTest
    @MethodSource("rated")
    void everyTotalOfTheRatingsStandsWithItsFigure(String indicator, String code, int total) {
        JsonNode figure = figure(indicator, code);
        List<Integer> found = new ArrayList<>();
        for (JsonNode reading : figure.at("/inputs/0/readings")) {
            if (citesTheOverview(reading)) {
                found.add(reading.path("total").asInt());
            }
        }
        assertEquals(List.of(total), found, figure.toString());
        boolean isSwapped =
                indicator.equals("rating-depth") && List.of("GM0479", "GM0637").contains(code);
        assertEquals(isSwapped ? "disputed" : "ok", figure.at("/figure/status").asText());
        if (isSwapped) {
            assertEquals(
                    "14-16",
                    String.format(
                            Locale.ROOT,
                            "%.0f-%.0f",
                            figure.at("/figure/low").asDouble(),
                            figure.at("/figure/high").asDouble()));
        }
    }
}
