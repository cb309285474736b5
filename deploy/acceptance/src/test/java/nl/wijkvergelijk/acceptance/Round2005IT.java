package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The round of 2005, from the answers in survey-service to the comparisons: nothing is lost or invented on the way. */
class Round2005IT {

    private final RunningProduct product = RunningProduct.shared();

    private JsonNode cell(String topic, String municipality, String indicator) {
        JsonNode rows = product.comparison("/comparisons/" + topic + "?round=2005&municipality=" + municipality)
                .path("rows");
        assertEquals(1, rows.size());
        return rows.get(0).path("cells").path(indicator);
    }

    private static String rank(JsonNode cell) {
        return cell.path("rank").path("from").asInt() + "-"
                + cell.path("rank").path("to").asInt();
    }

    @Test
    void theLauncherPrintsTheSixSideBySide() {
        String printed = product.printed();
        for (String name : List.of("Amersfoort", "Apeldoorn", "Delft", "Leusden", "Zaanstad", "Zoetermeer", "/docs")) {
            assertTrue(printed.contains(name), printed);
        }
    }

    /** What the study observed, told with the figures: all of it public, in both languages, by the publication of the answers. */
    @Test
    void theFindingsOfTheStudyArePublishedWithTheAnswers() {
        JsonNode findings = RunningProduct.json(
                        product.survey("GET", "/rounds/2005/findings", "researcher", null, null), 200)
                .path("findings");
        Map<String, Integer> kinds = new HashMap<>();
        for (JsonNode finding : findings) {
            kinds.merge(finding.path("kind").asText(), 1, Integer::sum);
            assertEquals("published", finding.path("state").asText(), finding.toString());
        }
        assertEquals(Map.of("observation", 36, "question", 23), kinds);
        JsonNode response = RunningProduct.json(
                product.survey("GET", "/rounds/2005/responses/GM0327", "researcher", null, null), 200);
        assertEquals(response.at("/published/sequence"), findings.get(0).at("/published/sequence"));
    }

    /** Nobody could be asked any more: each profile says why, and lists what the report names as its sources. */
    @Test
    void eachOfTheSixHasAProfileThatSaysWhyItWasNotAskedAndWhatItRestsOn() {
        for (String code : List.of("GM0307", "GM0200", "GM0503", "GM0327", "GM0479", "GM0637")) {
            JsonNode profile = product.comparison("/municipalities/" + code + "/profile?round=2005");
            assertEquals(
                    "not-asked",
                    profile.at("/description/agreement/outcome").asText(),
                    profile.path("description").toString());
            assertTrue(profile.at("/description/agreement/why").asText().contains("2005"));
            JsonNode filed = RunningProduct.json(
                            product.survey(
                                    "GET", "/rounds/2005/responses/" + code + "/evidence", "researcher", null, null),
                            200)
                    .path("evidence");
            assertTrue(filed.size() > 0);
            assertEquals(filed.size(), profile.path("evidence").size());
            assertEquals(
                    "Wijkgericht werken vergeleken",
                    profile.at("/evidence/0/document/title").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "budget-per-resident, GM0327, ward-budget-per-resident, 0.7586206896551724, ok, 6-6",
        "ratings, GM0503, rating-influence, 27, ok, 1-1",
        "ratings, GM0200, rating-influence, 27, ok, 1-1",
        "ratings, GM0307, rating-influence, 24, ok, 3-3",
        "ratings, GM0479, rating-depth, 14, disputed, 5-6",
        "ratings, GM0637, rating-depth, 16, disputed, 5-6",
        "fte, GM0327, fte-total, 1.5555555555555556, disputed, 6-6",
        "fte, GM0479, fte-per-10000-residents, 1.5714285714285714, ok, 1-1",
        "fte, GM0503, fte-per-10000-residents, 0.8957894736842106, ok, 2-2",
        "ward-size, GM0503, ward-size-mean, 12000, disputed, 3-4",
        "ward-size, GM0637, ward-size-min, 6300, corrected, 2-2",
        "policy-areas, GM0479, share-physical-development, 48, ok, 1-1",
        "policy-areas, GM0637, share-safety, 25, ok, 1-1",
        "policy-areas, GM0307, share-social, 35, ok, 1-1",
        "contacts, GM0327, share-residents, 50, ok, 1-1",
        "contacts, GM0307, share-sector-officials, 40, ok, 1-1",
        "capacity, GM0327, fte-core, 1.5555555555555556, disputed, 1-1",
        "capacity, GM0327, support, 0.6, ok, 3-3",
        "offices, GM0200, office-hours, 24, ok, 1-1",
        "offices, GM0637, office-staffing, 4, ok, 1-1",
        "position, GM0479, area-aldermen-count, 4, ok, 1-1",
    })
    void theStudysHardCasesComeOutHonestly(
            String topic, String municipality, String indicator, double value, String status, String rank) {
        JsonNode cell = cell(topic, municipality, indicator);
        assertEquals(value, cell.path("value").asDouble(), 1e-12);
        assertEquals(status, cell.path("status").asText());
        assertEquals(rank, rank(cell));
    }

    @Test
    void leusdensEuroPerHouseholdKeepsItsProxyTheSourceAndTheMissingDate() {
        JsonNode cell = cell("budget-per-resident", "GM0327", "ward-budget-per-resident");
        assertEquals("household", cell.at("/asReported/basis").asText());
        assertEquals(2, cell.at("/asReported/value").asDouble());
        assertTrue(cell.path("low").asDouble() < 0.7586 && cell.path("high").asDouble() > 0.7587, cell.toString());
        JsonNode proxy = cell.at("/method/factors/0");
        assertEquals("dwellings", proxy.path("id").asText());
        assertTrue(proxy.path("source").asText().contains("2.4"), proxy.toString());
        assertTrue(proxy.has("asOf") && proxy.path("asOf").isNull(), proxy.toString());
        assertTrue(cell.path("warnings").toString().contains("proxy-factor"));
    }

    @Test
    void leusdensStaffCoversBothReadings() {
        JsonNode cell = cell("fte", "GM0327", "fte-total");
        assertEquals(56.0 / 36, cell.path("low").asDouble(), 1e-12);
        assertEquals(77.6 / 36, cell.path("high").asDouble(), 1e-12);
    }

    @Test
    void nobodyButZaanstadAndDelftStandsOutInStaff() {
        for (String other : List.of("GM0307", "GM0200", "GM0327", "GM0637")) {
            JsonNode cell = cell("fte", other, "fte-per-10000-residents");
            double high = cell.has("high")
                    ? cell.path("high").asDouble()
                    : cell.path("value").asDouble();
            assertTrue(high < 0.886, other + " " + cell);
        }
    }

    @Test
    void theTwoCompleteDivisionsOfTimeAreAThirdApartAndTheOthersKeepWhatIsLeft() {
        JsonNode areas = product.comparison("/comparisons/policy-areas?round=2005");
        assertEquals(1, areas.at("/composition/distances").size());
        assertEquals(33, areas.at("/composition/distances/0/distance/value").asDouble());
        JsonNode apeldoorn = product.comparison("/comparisons/contacts?round=2005&municipality=GM0200")
                .at("/composition/rows/0");
        assertEquals(2, apeldoorn.path("known").asInt());
        assertEquals(50, apeldoorn.at("/bounds/share-council/high").asDouble());
    }

    @ParameterizedTest
    @CsvSource({"rating-formality, 0.600", "rating-influence, 0.384", "rating-depth, 0.340"})
    void theRatersAgreeThisFar(String indicator, String w) {
        JsonNode agreement =
                product.comparison("/comparisons/ratings").path("agreement").path(indicator);
        assertEquals(
                w,
                String.format(java.util.Locale.ROOT, "%.3f", agreement.path("w").asDouble()));
        assertEquals(5, agreement.path("degreesOfFreedom").asInt());
        assertEquals(6, agreement.path("raters").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fte",
                "ward-size",
                "budget-per-resident",
                "ratings",
                "overview",
                "policy-areas",
                "contacts",
                "capacity",
                "offices",
                "instruments",
                "position"
            })
    void everyCellFollowsFromInputsThatStandInTheSurvey(String topic) {
        JsonNode table = product.comparison("/comparisons/" + topic + "?round=2005&lang=en");
        assertEquals(6, table.path("rows").size());
        int computed = 0;
        for (JsonNode row : table.path("rows")) {
            for (var cells = row.path("cells").fields(); cells.hasNext(); ) {
                var each = cells.next();
                String id = "2005." + row.at("/municipality/code").asText() + "." + each.getKey();
                assertEquals(
                        "/v1/figures/" + id + "?dataset="
                                + table.at("/dataset/version").asText(),
                        each.getValue().path("provenance").asText());
                JsonNode figure = product.comparison("/figures/" + id + "?lang=en");
                assertEquals(each.getValue().path("value"), figure.at("/figure/value"), id);
                for (JsonNode input : figure.path("inputs")) {
                    standsInTheSurvey(row.at("/municipality/code").asText(), input);
                }
                if (each.getValue().has("value")) {
                    assertEquals(
                            recomputed(figure), each.getValue().path("value").asDouble(), 1e-9, id);
                    computed++;
                }
            }
        }
        assertTrue(computed > 0);
    }

    /** The formula, worked out again from what is listed. */
    private double recomputed(JsonNode figure) {
        JsonNode formula = figure.at("/indicator/formula");
        Map<String, JsonNode> inputs = new HashMap<>();
        figure.path("inputs").forEach(input -> inputs.put(input.path("measure").asText(), input));
        JsonNode parameters = formula.path("parameters");
        return switch (formula.path("kind").asText()) {
            case "value", "counted" -> {
                JsonNode input = inputs.get(parameters.path("measure").asText());
                boolean asIs = input.path("unit").equals(figure.at("/indicator/unit"));
                yield asIs || !input.has("unit") ? input.path("value").asDouble() : number(input);
            }
            case "total" -> number(inputs.get(parameters.path("scale").asText()));
            case "ratio" ->
                number(inputs.get(parameters.path("numerator").asText()))
                        / number(inputs.get(parameters.path("denominator").asText()))
                        * parameters.path("times").asDouble(1);
            case "rate" -> rate(inputs);
            default -> throw new AssertionError("no such formula: " + formula);
        };
    }

    private static double rate(Map<String, JsonNode> inputs) {
        JsonNode budget = inputs.get("ward-budget");
        double yearly = budget.path("value").asDouble()
                * (budget.path("period").asText("year").equals("month") ? 12 : 1);
        return switch (budget.path("basis").asText()) {
            case "resident" -> yearly;
            case "household" -> yearly * number(inputs.get("dwellings")) / number(inputs.get("residents"));
            default -> throw new AssertionError("not in this round: " + budget);
        };
    }

    private static double number(JsonNode input) {
        double value = input.path("value").asDouble();
        return input.path("unit").asText().equals("hours-per-week") ? value / 36 : value;
    }

    private void standsInTheSurvey(String municipality, JsonNode input) {
        if (!input.has("question")) {
            JsonNode readings = session()
                    .path("totals")
                    .path(input.path("measure").asText())
                    .path("readings");
            List<Integer> chosen = new ArrayList<>();
            readings.forEach(reading -> {
                if (reading.path("chosen").asBoolean()) {
                    chosen.add(reading.path("totals").path(municipality).asInt());
                }
            });
            assertEquals(List.of(input.path("value").asInt()), chosen, input.toString());
            return;
        }
        JsonNode answer = revision(municipality, input.at("/revision/number").asInt())
                .path("answers")
                .path(input.path("question").asText());
        if (answer.path("value").isObject() && input.path("measure").asText().startsWith("share-")) {
            String share =
                    input.path("measure").asText().replaceFirst("^share-", "").replaceFirst("-contacts$", "");
            JsonNode stands = answer.path("value").path(share);
            assertEquals(stands.isMissingNode(), input.has("missing"), input.toString());
            assertEquals(stands.path("value").asDouble(), input.path("value").asDouble(), input.toString());
        } else if (answer.path("value").isBoolean()) {
            assertEquals(
                    answer.path("value").asBoolean() ? "yes" : "no",
                    input.path("text").asText());
        } else if (input.has("missing")) {
            assertEquals(input.path("missing").asText(), answer.path("missing").asText(), input.toString());
        } else if (answer.path("value").isNumber()) {
            assertEquals(
                    0,
                    answer.path("value")
                            .decimalValue()
                            .compareTo(input.path("value").decimalValue()),
                    input.toString());
            assertEquals(answer.path("asPrinted"), input.path("asPrinted"), input.toString());
            assertEquals(answer.path("asOf"), input.path("asOf"), input.toString());
            assertEquals(
                    answer.path("statements").size(), input.path("statements").size(), input.toString());
        } else {
            assertTrue(
                    input.path("text")
                            .asText()
                            .contains(
                                    answer.path("value").isArray()
                                            ? answer.path("value").get(0).asText()
                                            : answer.path("value").asText()),
                    input.toString());
        }
    }

    private static final Map<String, JsonNode> READ = new HashMap<>();

    private JsonNode revision(String municipality, int number) {
        return READ.computeIfAbsent(
                municipality + number,
                key -> RunningProduct.json(
                        product.survey(
                                "GET",
                                "/rounds/2005/responses/" + municipality + "/revisions/" + number,
                                "researcher",
                                null,
                                null),
                        200));
    }

    private JsonNode session() {
        return READ.computeIfAbsent(
                "session",
                key -> RunningProduct.json(
                        product.survey("GET", "/rounds/2005/rating-session", "researcher", null, null), 200));
    }
}
