package nl.wijkvergelijk.comparison.table;

import static nl.wijkvergelijk.comparison.table.Round2005.ALL;
import static nl.wijkvergelijk.comparison.table.Round2005.AMERSFOORT;
import static nl.wijkvergelijk.comparison.table.Round2005.APELDOORN;
import static nl.wijkvergelijk.comparison.table.Round2005.DELFT;
import static nl.wijkvergelijk.comparison.table.Round2005.LEUSDEN;
import static nl.wijkvergelijk.comparison.table.Round2005.ZAANSTAD;
import static nl.wijkvergelijk.comparison.table.Round2005.ZOETERMEER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.definitions.AppliedFactor;
import nl.wijkvergelijk.comparison.definitions.Lack;
import org.junit.jupiter.api.Test;

class Round2005Test {

    private static final double A_ROUNDING = 1e-9;

    private final Dataset dataset = Round2005.dataset();
    private final Table fte = table("fte");
    private final Table wards = table("ward-size");
    private final Table budget = table("budget-per-resident");
    private final Table ratings = table("ratings");

    private Table table(String topic) {
        return Comparison.of(dataset, dataset.definitions().topic(topic).orElseThrow(), Round2005.ROUND, Selection.ALL);
    }

    static Cell cell(Table table, String municipality, String indicator) {
        int column = table.columns().stream().map(Column::id).toList().indexOf(indicator);
        return table.rows().stream()
                .filter(row -> row.code().equals(municipality))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(column);
    }

    @Test
    void leusdensBudgetPerHouseholdIsAnIntervalAroundSeventySixCentsPerResident() {
        Cell cell = cell(budget, LEUSDEN, "ward-budget-per-resident");
        assertEquals(2.0 * 11000 / 29000, cell.value(), A_ROUNDING);
        assertEquals(0.7586, cell.value(), 0.00005);
        // 11,000 is "ruim", so up to 12,000; 29,000 is "ongeveer", give or take a thousand.
        assertEquals(2.0 * 11000 / 30000, cell.low(), A_ROUNDING);
        assertEquals(2.0 * 12000 / 28000, cell.high(), A_ROUNDING);
        assertEquals("household", cell.asReported().basis());
        assertEquals("year", cell.asReported().period());
        assertEquals("2", cell.asReported().value().toPlainString());
        AppliedFactor dwellings = cell.method().factors().get(0);
        assertEquals("dwellings", dwellings.id());
        assertEquals("Wijkgericht werken vergeleken (2005), 2.4", dwellings.source());
        assertNull(dwellings.asOf());
        assertEquals(
                "dwellings-for-households", cell.method().assumptions().get(0).code());
        assertTrue(cell.warnings().contains("proxy-factor"));
        assertEquals(
                "Dwellings: used as a proxy factor: 11,000, Wijkgericht werken vergeleken (2005), 2.4, date not stated (Leusden).",
                warning(budget, "proxy-factor").detail().en());
        assertEquals(
                "Woningen: gebruikt als vervangende omrekenfactor: 11.000, Wijkgericht werken vergeleken (2005), 2.4, peildatum niet vermeld (Leusden).",
                warning(budget, "proxy-factor").detail().nl());
    }

    @Test
    void aPeriodThatIsNotPrintedIsAssumedVisibly() {
        Cell delft = cell(budget, DELFT, "ward-budget-per-resident");
        assertEquals(9.30, delft.value());
        assertEquals("2004", delft.asOf());
        assertEquals("period-assumed-year", delft.method().assumptions().get(0).code());
        assertEquals(
                List.of(AMERSFOORT, APELDOORN, DELFT, ZAANSTAD, ZOETERMEER),
                warning(budget, "period-assumed").municipalities());
        assertEquals(
                List.of(AMERSFOORT, APELDOORN, LEUSDEN, ZAANSTAD, ZOETERMEER),
                warning(budget, "as-of-unknown").municipalities());
    }

    @Test
    void theBudgetsWarningsAreWhatDiffers() {
        assertEquals(
                List.of(
                        "approximate",
                        "approximate",
                        "approximate",
                        "as-of-unknown",
                        "basis-differs",
                        "period-assumed",
                        "proxy-factor",
                        "purpose-differs"),
                codes(budget));
        assertEquals(
                "Ward budget: the basis of the amount differs: per resident (Amersfoort, Apeldoorn, Delft, Zaanstad, Zoetermeer); per household (Leusden).",
                warning(budget, "basis-differs").detail().en());
    }

    @Test
    void delftAndApeldoornShareRankOneOnInfluence() {
        assertEquals(new Rank(1, 1), cell(ratings, DELFT, "rating-influence").rank());
        assertEquals(
                new Rank(1, 1), cell(ratings, APELDOORN, "rating-influence").rank());
        assertEquals(
                new Rank(3, 3), cell(ratings, AMERSFOORT, "rating-influence").rank());
        assertEquals(new Rank(6, 6), cell(ratings, LEUSDEN, "rating-influence").rank());
    }

    @Test
    void zaanstadAndZoetermeerAreDisputedOnDepthAtRankFiveOrSix() {
        for (String municipality : List.of(ZAANSTAD, ZOETERMEER)) {
            Cell cell = cell(ratings, municipality, "rating-depth");
            assertEquals(new Rank(5, 6), cell.rank());
            assertEquals(Cell.Status.DISPUTED, cell.status());
            assertEquals(14, cell.low());
            assertEquals(16, cell.high());
        }
        assertEquals(14, cell(ratings, ZAANSTAD, "rating-depth").value());
        assertEquals(Cell.Status.OK, cell(ratings, DELFT, "rating-depth").status());
    }

    @Test
    void agreementIsThatOfTheTotals() {
        assertEquals(0.600, ratings.agreement().get("rating-formality").w(), 0.0005);
        assertEquals(0.384, ratings.agreement().get("rating-influence").w(), 0.0005);
        Agreement depth = ratings.agreement().get("rating-depth");
        assertEquals(0.340, depth.w(), 0.0005);
        assertEquals(depth.w(), depth.low(), A_ROUNDING);
        assertEquals(depth.w(), depth.high(), A_ROUNDING);
        assertNull(ratings.agreement().get("rating-influence").low());
        assertEquals(5, depth.degreesOfFreedom());
        assertEquals(10.1905, depth.chiSquare(), 0.00005);
        assertEquals("exact", depth.pValueMethod());
        assertEquals("strict-rankings", depth.assumption().code());
        assertEquals(List.of("disputed", "small-n", "small-n", "small-n"), codes(ratings));
    }

    @Test
    void leusdensStaffIsDisputedBetweenFiftySixAndSeventySevenHours() {
        Cell cell = cell(fte, LEUSDEN, "fte-total");
        assertEquals(Cell.Status.DISPUTED, cell.status());
        assertEquals(56 / 36.0, cell.value(), A_ROUNDING);
        assertEquals(56 / 36.0, cell.low(), A_ROUNDING);
        assertEquals(77.6 / 36.0, cell.high(), A_ROUNDING);
        assertEquals("hours-per-week", cell.asReported().unit());
        assertEquals("56", cell.asReported().value().toPlainString());
        assertEquals("afspraak", cell.method().factors().get(0).source());
        assertEquals(
                Cell.Status.DISPUTED,
                cell(fte, LEUSDEN, "fte-per-10000-residents").status());
        assertNull(cell(fte, DELFT, "fte-total").method());
    }

    @Test
    void zaanstadAndDelftStandOutInStaffPerResident() {
        assertEquals(1.571, cell(fte, ZAANSTAD, "fte-per-10000-residents").value(), 0.0005);
        assertEquals(0.896, cell(fte, DELFT, "fte-per-10000-residents").value(), 0.0005);
        assertEquals(
                new Rank(1, 1), cell(fte, ZAANSTAD, "fte-per-10000-residents").rank());
        assertEquals(new Rank(2, 2), cell(fte, DELFT, "fte-per-10000-residents").rank());
        List<Integer> bestOfTheOthers = ALL.stream()
                .filter(m -> !m.equals(ZAANSTAD) && !m.equals(DELFT))
                .map(m -> cell(fte, m, "fte-per-10000-residents").rank().from())
                .toList();
        assertTrue(bestOfTheOthers.stream().allMatch(best -> best >= 3), bestOfTheOthers::toString);
    }

    @Test
    void theStaffWarningsNameWhatWasCounted() {
        assertEquals(
                List.of("approximate", "approximate", "as-of-unknown", "definition-differs", "disputed"), codes(fte));
        assertEquals(
                "Staff: not everybody counted the same: the whole unit (Amersfoort, Apeldoorn, Delft, Zaanstad); coordinators only (Leusden); including support (Zoetermeer).",
                warning(fte, "definition-differs").detail().en());
        assertEquals(
                List.of("fte-total", "fte-per-10000-residents", "residents-per-fte"),
                warning(fte, "definition-differs").indicators());
    }

    @Test
    void aCorrectedNumberMakesWhatIsComputedFromItCorrected() {
        assertEquals(
                Cell.Status.CORRECTED, cell(wards, ZOETERMEER, "ward-size-min").status());
        assertEquals(6300, cell(wards, ZOETERMEER, "ward-size-min").value());
        assertEquals(
                Cell.Status.CORRECTED,
                cell(wards, ZOETERMEER, "ward-size-spread").status());
        assertEquals(27000.0 / 6300, cell(wards, ZOETERMEER, "ward-size-spread").value(), A_ROUNDING);
    }

    @Test
    void missingKeepsItsCodeAndWhatNeedsItIsNotComputable() {
        assertEquals("not-stated", cell(wards, LEUSDEN, "ward-size-min").missing());
        Cell spread = cell(wards, LEUSDEN, "ward-size-spread");
        assertEquals("not-computable", spread.missing());
        assertEquals(
                List.of(new Lack("ward-size-max", "not-stated"), new Lack("ward-size-min", "not-stated")),
                spread.lacking());
        assertNull(spread.rank());
        assertEquals(Cell.Status.MISSING, spread.status());
        assertEquals(3, wards.summary().get("ward-size-spread").count());
    }

    @Test
    void delftsMeanWardSizeIsDisputedByItsRange() {
        Cell cell = cell(wards, DELFT, "ward-size-mean");
        assertEquals(Cell.Status.DISPUTED, cell.status());
        assertEquals(9000, cell.low());
        assertEquals(15000, cell.high());
        assertEquals(
                "Gemiddelde wijkgrootte: de bronnen spreken elkaar tegen: 12.000 / 9.000–15.000 (Delft).",
                warning(wards, "disputed").detail().nl());
        assertEquals(95000 / 7.0, cell(wards, DELFT, "ward-size-computed").value(), A_ROUNDING);
        assertTrue(codes(wards).contains("level-differs"));
        assertFalse(codes(wards).contains("purpose-differs"));
    }

    private static List<String> codes(Table table) {
        return table.warnings().stream().map(Warning::code).toList();
    }

    static Warning warning(Table table, String code) {
        return table.warnings().stream()
                .filter(warning -> warning.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no warning " + code));
    }
}
