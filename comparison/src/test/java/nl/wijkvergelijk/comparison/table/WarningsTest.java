package nl.wijkvergelijk.comparison.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.RatingRow;
import nl.wijkvergelijk.comparison.dataset.Reports;
import nl.wijkvergelijk.comparison.dataset.Reports.Answer;
import nl.wijkvergelijk.comparison.definitions.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A round in which everything agrees has no warning; one change brings exactly the warning that belongs to it. */
class WarningsTest {

    private static final String ROUND = "2027";
    private static final List<String> MUNICIPALITIES = List.of("GM1", "GM2", "GM3");

    @Test
    void aRoundInWhichEverythingAgreesHasNoWarningInAnyTopic() {
        Dataset dataset = publish(agreeing());
        for (Topic topic : dataset.definitions().topics().values()) {
            assertEquals(List.of(), compare(dataset, topic, Selection.ALL).warnings(), topic.id());
        }
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("residents", a -> a.with("asOf", "2026-06-01"), "as-of-differs"),
                change("residents", a -> a.with("asOf", null), "as-of-unknown"),
                change("residents", a -> a.with("qualifier", "approximate"), "approximate"),
                change("residents", a -> a.with("qualifier", "rounded"), "approximate"),
                change("residents", a -> a.contradicted(s -> s.with("value", new BigDecimal("1"))), "disputed"),
                change("fte-total", a -> a.with("definition", "coordinators-only"), "definition-differs"),
                change("fte-total", a -> a.with("definition", null), "definition-differs"),
                change("fte-total", a -> a.with("value", new BigDecimal("72")).with("unit", "hours-per-week"), null),
                change("fte-total", a -> a.with("corrected", true), null),
                change("ward-level", a -> a.with("text", "area"), "level-differs"),
                change("ward-level", a -> a.with("text", null).with("missing", "unknown"), "level-differs"),
                change("ward-purpose", a -> a.with("text", "police"), "purpose-differs"),
                change("ward-budget", a -> a.with("basis", "household"), "basis-differs"),
                change("ward-budget", a -> a.with("period", null), "period-assumed"),
                change("ward-budget", a -> a.with("period", "month"), null),
                change("ward-budget", a -> a.with("asOf", null), "as-of-unknown"),
                change("ward-budget", a -> a.with("asOf", "2004"), "as-of-differs,price-level"),
                change("ward-budget", a -> a.with("asOf", "2027-06-01"), "as-of-differs"),
                change("ward-budget-purpose", a -> a.with("text", "programme"), "purpose-differs"),
                change("ward-size-mean", a -> a.with("qualifier", "at-most"), "approximate"),
                change("unit-name", a -> a.contradicted(s -> s.with("text", "Wijkzaken")), "disputed"));
    }

    private static Arguments change(String measure, UnaryOperator<Answer> change, String code) {
        return Arguments.of(measure, change, code);
    }

    @ParameterizedTest(name = "{0} changed brings {2}")
    @MethodSource("changes")
    void oneChangeBringsExactlyItsWarning(String measure, UnaryOperator<Answer> change, String code) {
        List<Answer> answers = new ArrayList<>();
        for (Answer answer : agreeing()) {
            boolean it =
                    answer.measure().equals(measure) && answer.municipality().equals("GM2");
            answers.add(it ? change.apply(answer) : answer);
        }
        Dataset dataset = publish(answers);
        Set<String> expected = code == null ? Set.of() : Set.of(code.split(","));
        Set<String> codes = new TreeSet<>();
        for (Topic topic : dataset.definitions().topics().values()) {
            List<Warning> warnings = compare(dataset, topic, Selection.ALL).warnings();
            assertTrue(warnings.size() <= Math.max(1, expected.size()), () -> topic.id() + " warns twice: " + warnings);
            for (Warning warning : warnings) {
                codes.add(warning.code());
                assertTrue(warning.municipalities().contains("GM2"), warning::toString);
                assertTrue(warning.detail().nl().contains("Berg"), warning::toString);
                assertTrue(warning.detail().en().contains("Berg"), warning::toString);
            }
        }
        assertEquals(expected, codes);
    }

    @Test
    void dwellingsInPlaceOfHouseholdsAreAProxy() {
        List<Answer> answers = new ArrayList<>();
        for (Answer answer : agreeing()) {
            Answer changed = answer.measure().equals("ward-budget") ? answer.with("basis", "household") : answer;
            if (answer.measure().equals("households")) {
                changed = Answer.number(ROUND, answer.municipality(), "dwellings", "12000", "dwellings");
            }
            answers.add(changed);
        }
        Dataset dataset = publish(answers);
        Topic budget = dataset.definitions().topic("budget-per-resident").orElseThrow();
        List<Warning> warnings = compare(dataset, budget, Selection.ALL).warnings();
        assertEquals(
                List.of("proxy-factor"), warnings.stream().map(Warning::code).toList());
        assertEquals(MUNICIPALITIES, warnings.get(0).municipalities());
        assertTrue(warnings.get(0).detail().nl().contains("bron niet vermeld, peildatum niet vermeld"));
    }

    @Test
    void amountsInPricesOfDifferentYearsSayWhoseAreOfWhen() {
        List<Answer> answers = agreeing().stream()
                .map(a -> a.measure().equals("ward-budget") && a.municipality().equals("GM2")
                        ? a.with("asOf", "2004-12-31")
                        : a)
                .map(a ->
                        a.measure().equals("ward-budget") && a.municipality().equals("GM3") ? a.with("asOf", null) : a)
                .toList();
        Dataset dataset = publish(answers);
        Topic budget = dataset.definitions().topic("budget-per-resident").orElseThrow();
        Warning warning = compare(dataset, budget, Selection.ALL).warnings().stream()
                .filter(each -> each.code().equals("price-level"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("ward-budget-per-resident"), warning.indicators());
        assertEquals(List.of("GM1", "GM2"), warning.municipalities());
        assertEquals(
                "Ward budget: amounts in prices of different years, not adjusted: 2027 (Aa); 2004 (Berg).",
                warning.detail().en());
        assertTrue(warning.detail().nl().startsWith("Wijkbudget: bedragen in prijzen van verschillende jaren"));
    }

    private static List<Warning> ofMergers(List<Answer> answers, LocalDate day, Selection selection) {
        Dataset dataset = new Reports(ROUND, "GM1", "Aa", "GM2", "Berg", "GM3", "Cadzand")
                .publish(answers)
                .merge("GM9", "Oud", day, "GM2")
                .dataset();
        Topic fte = dataset.definitions().topic("fte").orElseThrow();
        return compare(dataset, fte, selection).warnings().stream()
                .filter(each -> each.code().equals("not-recalculable"))
                .toList();
    }

    @Test
    void aMergerBetweenTheDatesOfTheFiguresOfARoundCannotBeRecalculated() {
        List<Answer> answers = agreeing().stream()
                .map(a ->
                        a.measure().equals("residents") && a.municipality().equals("GM2") ? a.with("asOf", "2024") : a)
                .toList();
        List<Warning> warnings = ofMergers(answers, LocalDate.parse("2026-01-01"), Selection.ALL);
        assertEquals(1, warnings.size());
        assertEquals(List.of("GM2"), warnings.get(0).municipalities());
        assertEquals(List.of("residents", "residents-per-fte"), warnings.get(0).indicators());
        assertTrue(warnings.get(0).detail().en().contains("(Oud → Berg, 2026-01-01)"), warnings.toString());
        assertEquals(List.of(), ofMergers(answers, LocalDate.parse("2028-01-01"), Selection.ALL));
        assertEquals(List.of(), ofMergers(answers, LocalDate.parse("2024-01-01"), Selection.ALL));
        Selection others = new Selection(Set.of("GM1", "GM3"), List.of(), List.of());
        assertEquals(List.of(), ofMergers(answers, LocalDate.parse("2026-01-01"), others));
        Selection alone = new Selection(Set.of("GM2"), List.of(), List.of());
        assertEquals(List.of(), ofMergers(answers, LocalDate.parse("2026-01-01"), alone));
    }

    @Test
    void aMergerOnNoKnownDayCanLieBetweenAnyTwoFigures() {
        List<Warning> warnings = ofMergers(agreeing(), null, Selection.ALL);
        assertEquals(List.of("GM2"), warnings.get(0).municipalities());
        assertTrue(warnings.get(0).detail().nl().contains("Oud → Berg"), warnings.toString());
    }

    @Test
    void warningsAreAboutTheRowsShown() {
        List<Answer> answers = agreeing().stream()
                .map(a ->
                        a.measure().equals("residents") && a.municipality().equals("GM2") ? a.with("asOf", "1999") : a)
                .toList();
        Dataset dataset = publish(answers);
        Topic fte = dataset.definitions().topic("fte").orElseThrow();
        Selection without = new Selection(Set.of("GM1", "GM3"), List.of(), List.of());
        assertEquals(List.of(), compare(dataset, fte, without).warnings());
        Selection staffOnly = new Selection(Set.of(), List.of("fte-total"), List.of());
        assertEquals(List.of(), compare(dataset, fte, staffOnly).warnings());
        assertEquals(1, compare(dataset, fte, Selection.ALL).warnings().size());
        assertEquals(
                List.of("residents", "fte-per-10000-residents", "residents-per-fte"),
                compare(dataset, fte, Selection.ALL).warnings().get(0).indicators());
    }

    @Test
    void aFigureThatIsMissingIsNotComparedSoItWarnsOfNothing() {
        List<Answer> answers = agreeing().stream()
                .map(a -> a.municipality().equals("GM2")
                                && Set.of("residents", "fte-total").contains(a.measure())
                        ? Answer.missing(ROUND, "GM2", a.measure(), "refused")
                        : a)
                .toList();
        Dataset dataset = publish(answers);
        Topic fte = dataset.definitions().topic("fte").orElseThrow();
        assertEquals(List.of(), compare(dataset, fte, Selection.ALL).warnings());
    }

    @Test
    void aSentenceNamesTenAndCountsTheOthers() {
        List<Answer> answers = new ArrayList<>();
        String[] names = new String[40];
        for (int i = 0; i < 20; i++) {
            names[2 * i] = "GM" + i;
            names[2 * i + 1] = "Plaats" + (char) ('a' + i);
            answers.add(Answer.number(ROUND, "GM" + i, "residents", "100", "residents"));
        }
        Dataset dataset = new Reports(ROUND, names).publish(answers).dataset();
        Topic alone = new Topic("x", null, null, List.of("residents"), false);
        Warning warning = compare(dataset, alone, Selection.ALL).warnings().get(0);
        assertEquals(20, warning.municipalities().size());
        assertTrue(
                warning.detail().nl().contains("Plaatsj en 10 andere)"),
                warning.detail().nl());
        assertTrue(
                warning.detail().en().contains("Plaatsj and 10 others)"),
                warning.detail().en());
    }

    @Test
    void pointsThatWereNoStrictRankingsGiveNoAgreementAndSaySo() {
        List<RatingRow> points = Reports.totals(ROUND, "depth", 1, true, Map.of("GM1", 3, "GM2", 6, "GM3", 9)).stream()
                .map(r -> new RatingRow(
                        0,
                        r.round(),
                        r.scale(),
                        1,
                        r.municipality(),
                        r.total(),
                        true,
                        3,
                        3,
                        "points",
                        r.pointsMin(),
                        r.pointsMax()))
                .toList();
        Dataset dataset = publish(agreeing(), points);
        Topic ratings = dataset.definitions().topic("ratings").orElseThrow();
        Table table = compare(dataset, ratings, Selection.ALL);
        assertTrue(table.agreement().isEmpty());
        assertEquals(
                List.of("not-recalculable"),
                table.warnings().stream().map(Warning::code).toList());
    }

    @Test
    void ballotsGiveAgreementOfThoseThatAreCompleteWithTiesCorrected() {
        Map<String, Map<String, BigDecimal>> given = Map.of(
                "GM1", given("A", "1", "B", "1", "C", "2"),
                "GM2", given("A", "1", "B", "2", "C", "9"),
                "GM3", given("A", "3", "B", "3"));
        List<RatingRow> points = Reports.totals(ROUND, "depth", 1, true, Map.of("GM1", 2, "GM2", 3, "GM3", 6)).stream()
                .map(r -> new RatingRow(
                        0,
                        r.round(),
                        r.scale(),
                        1,
                        r.municipality(),
                        r.total(),
                        true,
                        2,
                        3,
                        "points",
                        r.pointsMin(),
                        r.pointsMax(),
                        given.get(r.municipality())))
                .toList();
        Dataset dataset = publish(agreeing(), points);
        Topic ratings = dataset.definitions().topic("ratings").orElseThrow();
        Table table = compare(dataset, ratings, Selection.ALL);
        Agreement agreement = table.agreement().get("rating-depth");
        // Mid-ranks 1.5 1.5 3 and 1 2 3: S = 6.5; 12 S / (m² (n³ − n) − m ΣT) with T = 6.
        assertEquals(2, agreement.raters());
        assertEquals(78 / 84.0, agreement.w(), 1e-12);
        assertEquals("complete-ballots", agreement.assumption().code());
        assertNull(agreement.low());
        assertEquals(
                List.of("small-n"), table.warnings().stream().map(Warning::code).toList());
    }

    @Test
    void oneCompleteBallotGivesNoAgreementAndSaysSo() {
        List<RatingRow> points = Reports.totals(ROUND, "depth", 1, true, Map.of("GM1", 1, "GM2", 2, "GM3", 3)).stream()
                .map(r -> r.from(r.municipality().equals("GM1") ? given("A", "1") : given("A", "2", "B", "1")))
                .toList();
        Dataset dataset = publish(agreeing(), points);
        Table table = compare(dataset, dataset.definitions().topic("ratings").orElseThrow(), Selection.ALL);
        assertTrue(table.agreement().isEmpty());
        assertEquals(
                List.of("small-n"), table.warnings().stream().map(Warning::code).toList());
        String said = table.warnings().get(0).detail().en();
        assertFalse(said.contains("totals alone"), said);
    }

    private static Map<String, BigDecimal> given(String... raterAndValue) {
        Map<String, BigDecimal> given = new HashMap<>();
        for (int i = 0; i < raterAndValue.length; i += 2) {
            given.put(raterAndValue[i], new BigDecimal(raterAndValue[i + 1]));
        }
        return given;
    }

    @Test
    void fewRatedMunicipalitiesMakeChiSquareDoubtful() {
        Dataset dataset =
                publish(agreeing(), Reports.totals(ROUND, "depth", 1, true, Map.of("GM1", 3, "GM2", 6, "GM3", 9)));
        Topic ratings = dataset.definitions().topic("ratings").orElseThrow();
        Table table = compare(dataset, ratings, Selection.ALL);
        assertEquals(
                List.of("small-n"), table.warnings().stream().map(Warning::code).toList());
        assertEquals(1, table.agreement().get("rating-depth").w(), 1e-12);
        assertEquals(1 / 36.0, table.agreement().get("rating-depth").pValue(), 1e-12);
        Topic overview = dataset.definitions().topic("overview").orElseThrow();
        assertTrue(compare(dataset, overview, Selection.ALL).warnings().isEmpty());
    }

    @Test
    void eachReadingOfDisputedTotalsHasItsOwnW() {
        List<RatingRow> readings = new ArrayList<>();
        readings.addAll(Reports.totals(ROUND, "depth", 1, true, Map.of("GM1", 4, "GM2", 6, "GM3", 8)));
        readings.addAll(Reports.totals(ROUND, "depth", 2, false, Map.of("GM1", 3, "GM2", 6, "GM3", 9)));
        readings.addAll(Reports.totals(ROUND, "depth", 3, false, Map.of("GM1", 4, "GM2", 5, "GM3", 9)));
        readings.addAll(Reports.totals(ROUND, "depth", 4, false, Map.of("GM1", 9, "GM2", 9, "GM3", 9)));
        Dataset dataset = publish(agreeing(), readings);
        Topic ratings = dataset.definitions().topic("ratings").orElseThrow();
        Agreement agreement =
                compare(dataset, ratings, Selection.ALL).agreement().get("rating-depth");
        // S = 8, 18 and 14 of at most 18; the fourth cannot be of strict rankings.
        assertEquals(8 / 18.0, agreement.w(), 1e-12);
        assertEquals(8 / 18.0, agreement.low(), 1e-12);
        assertEquals(1, agreement.high(), 1e-12);
    }

    private static Table compare(Dataset dataset, Topic topic, Selection selection) {
        return Comparison.of(dataset, topic, ROUND, selection);
    }

    private static Dataset publish(List<Answer> answers) {
        return new Reports(ROUND, "GM1", "Aa", "GM2", "Berg", "GM3", "Cadzand")
                .publish(answers)
                .dataset();
    }

    private static Dataset publish(List<Answer> answers, List<RatingRow> ratings) {
        return new Reports(ROUND, "GM1", "Aa", "GM2", "Berg", "GM3", "Cadzand")
                .publish(answers)
                .rate(ratings)
                .dataset();
    }

    private static List<Answer> agreeing() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < MUNICIPALITIES.size(); i++) {
            String code = MUNICIPALITIES.get(i);
            int more = i + 1;
            answers.add(number(code, "residents", 30000 * more, "residents").with("asOf", "2027-01-01"));
            answers.add(number(code, "households", 12000 * more, "households").with("asOf", "2027-01-01"));
            answers.add(number(code, "ward-count", 3 * more, "wards"));
            answers.add(number(code, "ward-size-mean", 10000, "residents"));
            answers.add(number(code, "ward-size-min", 7000, "residents"));
            answers.add(number(code, "ward-size-max", 13000, "residents"));
            answers.add(number(code, "fte-total", 4 * more, "fte").with("definition", "whole-unit"));
            answers.add(Answer.money(ROUND, code, "ward-budget", "" + more, "resident", "year")
                    .with("asOf", "2027"));
            answers.add(Answer.text(ROUND, code, "ward-level", "ward"));
            answers.add(Answer.text(ROUND, code, "ward-purpose", "own-unit"));
            answers.add(Answer.text(ROUND, code, "ward-budget-purpose", "activities"));
            answers.add(Answer.text(ROUND, code, "unit-name", "Wijken " + more));
            answers.add(Answer.text(ROUND, code, "office-kind", more == 1 ? "none" : "office"));
        }
        return answers;
    }

    private static Answer number(String code, String measure, int value, String unit) {
        return Answer.number(ROUND, code, measure, "" + value, unit);
    }
}
