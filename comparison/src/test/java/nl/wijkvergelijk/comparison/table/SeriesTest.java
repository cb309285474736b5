package nl.wijkvergelijk.comparison.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Reports;
import nl.wijkvergelijk.comparison.dataset.Reports.Answer;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final String LEUSDEN = "GM0327";

    private final Reports reports = new Reports("2005", LEUSDEN, "Leusden", "GM0001", "Stoutenburg");

    private Series series(String indicator, String... rounds) {
        Dataset dataset = reports.dataset();
        List<Series.Round> all = new ArrayList<>();
        for (String round : rounds) {
            all.add(new Series.Round(dataset, round));
        }
        List<Merger> mergers = Merger.of(dataset.municipalities(), LEUSDEN);
        return Series.of(dataset.definitions(), LEUSDEN, List.of(indicator), all, mergers)
                .get(0);
    }

    private static Answer number(String round, String measure, String value, String unit) {
        return Answer.number(round, LEUSDEN, measure, value, unit).with("asOf", round);
    }

    private static List<String> codes(Change change) {
        return change.warnings().stream().map(Change.ChangeWarning::code).toList();
    }

    @Test
    void aChangeHasItsDifferenceAndRatioWithBounds() {
        reports.publish(number("2005", "residents", "28000", "residents"))
                .open("2027")
                .publish(number("2027", "residents", "31000", "residents").with("qualifier", "approximate"));
        Change change = series("residents", "2005", "2027").changes().get(0);
        assertEquals(new Span(3000.0, 2000.0, 4000.0), change.difference());
        assertEquals(new Span(31000 / 28000.0, 30000 / 28000.0, 32000 / 28000.0), change.ratio());
        assertTrue(change.certain());
        assertEquals(List.of(), change.warnings());
    }

    @Test
    void overlappingIntervalsAreNoCertainChange() {
        reports.publish(number("2005", "residents", "29000", "residents").with("qualifier", "approximate"))
                .open("2027")
                .publish(number("2027", "residents", "30000", "residents"));
        assertFalse(series("residents", "2005", "2027").changes().get(0).certain());
    }

    @Test
    void whereOneIsMissingNothingIsCompared() {
        reports.publish(number("2005", "residents", "29000", "residents"))
                .open("2027")
                .publish(Answer.missing("2027", LEUSDEN, "residents", "unknown"))
                .merge("GM0001", "Stoutenburg", LocalDate.parse("2010-01-01"), LEUSDEN);
        Series series = series("residents", "2005", "2027");
        assertEquals("unknown", series.points().get(1).cell().missing());
        Change change = series.changes().get(0);
        assertNull(change.difference());
        assertNull(change.ratio());
        assertNull(change.certain());
        assertEquals(List.of(), change.warnings());
    }

    @Test
    void eachRoundIsComparedWithTheNextOnly() {
        reports.publish(number("2005", "residents", "1", "residents"))
                .open("2010")
                .publish(number("2010", "residents", "2", "residents"))
                .open("2027")
                .publish(number("2027", "residents", "4", "residents"));
        assertEquals(
                List.of("2005-2010", "2010-2027"),
                series("residents", "2005", "2010", "2027").changes().stream()
                        .map(change -> change.from() + "-" + change.to())
                        .toList());
    }

    @Test
    void anotherLevelAndAnUnstatedPurposeWarn() {
        reports.publish(
                        number("2005", "ward-count", "5", "wards"),
                        Answer.text("2005", LEUSDEN, "ward-level", "ward"),
                        Answer.text("2005", LEUSDEN, "ward-purpose", "police"))
                .open("2027")
                .publish(
                        number("2027", "ward-count", "9", "wards"),
                        Answer.text("2027", LEUSDEN, "ward-level", "neighbourhood"),
                        Answer.missing("2027", LEUSDEN, "ward-purpose", "unknown"));
        Change change = series("ward-count", "2005", "2027").changes().get(0);
        assertEquals(List.of("level-differs", "purpose-differs"), codes(change));
        assertEquals(List.of("2005", "2027"), change.warnings().get(0).rounds());
        assertEquals(
                "Level of the wards: not the same level everywhere: ward (2005); neighbourhood (2027).",
                change.warnings().get(0).detail().en());
        assertTrue(change.warnings().get(1).detail().nl().contains("niet vermeld (2027)"));
    }

    @Test
    void datesMayDifferBetweenRoundsButMustBeKnown() {
        reports.publish(number("2005", "residents", "1", "residents"))
                .open("2027")
                .publish(number("2027", "residents", "2", "residents").with("asOf", null));
        Change change = series("residents", "2005", "2027").changes().get(0);
        assertEquals(List.of("as-of-unknown"), codes(change));
        assertEquals(List.of("2027"), change.warnings().get(0).rounds());
    }

    @Test
    void anotherFullTimeWeekWarns() {
        reports.publish(number("2005", "fte-total", "72", "hours-per-week"))
                .open("2027")
                .week("2027", "38")
                .publish(number("2027", "fte-total", "76", "hours-per-week"));
        Change change = series("fte-total", "2005", "2027").changes().get(0);
        assertEquals(0, change.difference().value());
        Change.ChangeWarning warning = change.warnings().stream()
                .filter(each -> each.code().equals("factor-differs"))
                .findFirst()
                .orElseThrow();
        assertTrue(warning.detail().en().endsWith("36 hours (2005); 38 hours (2027)."), warning.detail()::en);
    }

    @Test
    void totalsOfAnotherNumberOfRatersWarn() {
        reports.rate(Reports.totals("2005", "formality", 1, true, Map.of(LEUSDEN, 3, "GM0001", 3)))
                .open("2027", "GM0002", "Achterveld")
                .rate(Reports.totals("2027", "formality", 1, true, Map.of(LEUSDEN, 6, "GM0001", 6, "GM0002", 6)));
        Change change = series("rating-formality", "2005", "2027").changes().get(0);
        assertEquals(List.of("raters-differ"), codes(change));
        assertTrue(change.warnings()
                .get(0)
                .detail()
                .en()
                .contains("ranking 1–2, 2 raters, 2 municipalities (2005); ranking 1–3, 3 raters"));
    }

    @Test
    void aMergerInBetweenMakesItNotRecalculable() {
        reports.publish(number("2005", "residents", "29000", "residents"))
                .open("2010")
                .publish(number("2010", "residents", "30000", "residents"))
                .open("2027")
                .publish(number("2027", "residents", "31000", "residents"))
                .merge("GM0001", "Stoutenburg", LocalDate.parse("2007-01-01"), LEUSDEN);
        List<Change> changes = series("residents", "2005", "2010", "2027").changes();
        assertEquals(List.of("not-recalculable"), codes(changes.get(0)));
        assertTrue(changes.get(0).warnings().get(0).detail().nl().contains("Stoutenburg → Leusden, 2007-01-01"));
        assertEquals(List.of(), codes(changes.get(1)));
    }

    @Test
    void aMergerOnAnUnknownDayCanBeAnywhere() {
        reports.publish(number("2005", "residents", "29000", "residents"))
                .open("2010")
                .publish(number("2010", "residents", "30000", "residents"))
                .merge("GM0001", "Stoutenburg", null, LEUSDEN);
        Change change = series("residents", "2005", "2010").changes().get(0);
        assertEquals(List.of("not-recalculable"), codes(change));
        assertTrue(change.warnings().get(0).detail().en().contains("Stoutenburg → Leusden, date not stated"));
    }

    @Test
    void whatItMergedIntoItselfCountsToo() {
        reports.publish(number("2005", "residents", "29000", "residents"))
                .open("2010")
                .publish(number("2010", "residents", "30000", "residents"))
                .merge(LEUSDEN, "Leusden", LocalDate.parse("2009-01-01"), "GM0001");
        assertEquals(
                List.of("not-recalculable"),
                codes(series("residents", "2005", "2010").changes().get(0)));
    }

    @Test
    void aMergerElsewhereIsNotItsOwn() {
        reports.publish(number("2005", "residents", "29000", "residents"))
                .open("2010", "GM0002", "Achterveld")
                .publish(number("2010", "residents", "30000", "residents"))
                .merge("GM0001", "Stoutenburg", LocalDate.parse("2007-01-01"), "GM0002");
        assertEquals(
                List.of(), codes(series("residents", "2005", "2010").changes().get(0)));
    }

    private Change budget(String was, String is) {
        reports.publish(Answer.money("2005", LEUSDEN, "ward-budget", "2", "resident", "year")
                        .with("asOf", was))
                .open("2027")
                .publish(Answer.money("2027", LEUSDEN, "ward-budget", "3", "resident", "year")
                        .with("asOf", is));
        return series("ward-budget-per-resident", "2005", "2027").changes().get(0);
    }

    @Test
    void amountsOfTwoRoundsAreInThePricesOfTheirYears() {
        Change change = budget("2005-06", "2027");
        Change.ChangeWarning warning = change.warnings().stream()
                .filter(each -> each.code().equals("price-level"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("2005", "2027"), warning.rounds());
        assertEquals(
                "Ward budget per resident: amounts in prices of different years, not adjusted: 2005 (2005); 2027 (2027).",
                warning.detail().en());
    }

    @Test
    void amountsOfOneYearAreOfOnePriceLevel() {
        assertFalse(codes(budget("2006-01-01", "2006-12-31")).contains("price-level"));
    }

    @Test
    void anAmountWithoutADateIsInThePricesOfItsRound() {
        assertTrue(codes(budget(null, null)).contains("price-level"));
    }

    @Test
    void betweenGoesByTheDayAFigureIsOf() {
        Merger newYear = new Merger(null, List.of(), LocalDate.parse("2007-01-01"));
        assertTrue(newYear.between("2006", null, "2007", null));
        assertFalse(newYear.between("2007", null, "2010", null));
        assertFalse(newYear.between("2003", null, "2007", "2006-12-31"));
        assertTrue(newYear.between("2007", "2006-12", "2007", "2007-01"));
        assertTrue(newYear.between("pilot", null, "second", null));
        assertTrue(newYear.between("2005", "2008", "2010", "2006"), "the later round may hold the earlier figure");
        assertFalse(newYear.between("2008", null, "2007", "2007-03-01"));
        assertTrue(newYear.between("pilot", "2006-13", "second", "2007-02-30"));
    }

    @Test
    void aRoundItIsNotInIsRefused() {
        reports.publish(number("2005", "residents", "29000", "residents")).open("2010");
        assertThrows(IllegalArgumentException.class, () -> series("residents", "2005", "2010"));
        assertThrows(IllegalArgumentException.class, () -> series("nothing", "2005"));
    }
}
