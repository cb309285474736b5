package nl.wijkvergelijk.comparison.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Reports;
import nl.wijkvergelijk.comparison.dataset.Reports.Answer;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.table.Selection.Sort;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final Dataset dataset = Round2005.dataset();

    private Table table(String topic, Selection selection) {
        return Comparison.of(dataset, dataset.definitions().topic(topic).orElseThrow(), Round2005.ROUND, selection);
    }

    private static List<String> names(Table table) {
        return table.rows().stream().map(Row::name).toList();
    }

    private static Selection sorted(String... keys) {
        return new Selection(
                Set.of(), List.of(), List.of(keys).stream().map(Sort::of).toList());
    }

    @Test
    void rowsStandInTheOrderOfTheirNames() {
        assertEquals(
                List.of("Amersfoort", "Apeldoorn", "Delft", "Leusden", "Zaanstad", "Zoetermeer"),
                names(table("overview", Selection.ALL)));
        assertEquals(
                List.of("Zoetermeer", "Zaanstad", "Leusden", "Delft", "Apeldoorn", "Amersfoort"),
                names(table("overview", sorted("-municipality"))));
    }

    @Test
    void sortingKeepsMissingLastEitherWayAndEqualOnesByName() {
        assertEquals(
                List.of("Apeldoorn", "Zoetermeer", "Zaanstad", "Amersfoort", "Delft", "Leusden"),
                names(table("ward-size", sorted("ward-size-spread"))));
        assertEquals(
                List.of("Zaanstad", "Zoetermeer", "Apeldoorn", "Amersfoort", "Delft", "Leusden"),
                names(table("ward-size", sorted("-ward-size-spread"))));
        assertEquals(
                List.of("Apeldoorn", "Delft", "Amersfoort", "Zaanstad", "Zoetermeer", "Leusden"),
                names(table("ratings", sorted("-rating-influence"))));
        assertEquals(
                List.of("Apeldoorn", "Zoetermeer", "Delft", "Leusden", "Amersfoort", "Zaanstad"),
                names(table("ward-size", sorted("ward-count", "-residents"))));
        assertEquals(
                List.of("Zoetermeer", "Apeldoorn", "Delft", "Leusden", "Amersfoort", "Zaanstad"),
                names(table("ward-size", sorted("ward-count", "residents"))));
    }

    @Test
    void aFilterOnMunicipalitiesNeverChangesRanksOrSummary() {
        Table all = table("fte", Selection.ALL);
        Table two =
                table("fte", new Selection(Set.of(Round2005.DELFT, Round2005.LEUSDEN, "GM9999"), List.of(), List.of()));
        assertEquals(List.of("Delft", "Leusden"), names(two));
        assertEquals(all.summary(), two.summary());
        assertEquals(all.group(), two.group());
        assertEquals(6, two.group().size());
        assertEquals(all.rows().get(2), two.rows().get(0));
        assertEquals(all.rows().get(3), two.rows().get(1));
    }

    @Test
    void whoeverIsAskedFirstIsRankedAmongAll() {
        for (Topic topic : dataset.definitions().topics().values()) {
            Table all = Comparison.of(dataset, topic, Round2005.ROUND, Selection.ALL);
            for (Row row : all.rows()) {
                Dataset fresh = Round2005.opened()
                        .publish(Round2005.answers())
                        .rate(Round2005.ratings())
                        .dataset();
                Selection one = new Selection(Set.of(row.code()), List.of(), List.of());
                Table alone = Comparison.of(fresh, topic, Round2005.ROUND, one);
                assertEquals(List.of(row), alone.rows());
                assertEquals(all.summary(), alone.summary());
                assertEquals(all, Comparison.of(fresh, topic, Round2005.ROUND, Selection.ALL));
            }
        }
    }

    @Test
    void afterAPublicationRanksAndSummaryAreAnew() {
        Reports reports = new Reports("2005", "GM0001", "Aa", "GM0002", "Bee")
                .publish(
                        Answer.number("2005", "GM0001", "residents", "20000", "residents"),
                        Answer.number("2005", "GM0002", "residents", "30000", "residents"));
        Topic topic = new Topic("residents", null, null, List.of("residents"), false);
        Table before = Comparison.of(reports.dataset(), topic, "2005", Selection.ALL);
        assertEquals(new Rank(2, 2), before.rows().get(0).cells().get(0).rank());
        reports.publish(Answer.number("2005", "GM0001", "residents", "40000", "residents"));
        Table after = Comparison.of(reports.dataset(), topic, "2005", Selection.ALL);
        assertEquals(new Rank(1, 1), after.rows().get(0).cells().get(0).rank());
        assertEquals(new Rank(2, 2), after.rows().get(1).cells().get(0).rank());
        assertEquals(40_000, after.summary().get("residents").max());
    }

    @Test
    void aFilterOnIndicatorsChoosesColumnsAndSortingMayUseTheOthers() {
        Selection one = new Selection(Set.of(), List.of("fte-total"), List.of(Sort.of("-residents")));
        Table table = table("fte", one);
        assertEquals(
                List.of("fte-total"), table.columns().stream().map(Column::id).toList());
        assertEquals(Set.of("fte-total"), table.summary().keySet());
        assertEquals("Apeldoorn", table.rows().get(0).name());
        assertEquals(1, table.rows().get(0).cells().size());
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> table("fte", sorted("rating-depth")));
        assertThrows(
                IllegalArgumentException.class,
                () -> table("fte", new Selection(Set.of(), List.of("rating-depth"), List.of())));
        Topic fte = dataset.definitions().topic("fte").orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> Comparison.of(dataset, fte, "1999", Selection.ALL));
        Topic odd = new Topic("odd", null, null, List.of("nothing"), false);
        assertThrows(IllegalArgumentException.class, () -> Comparison.of(dataset, odd, Round2005.ROUND, Selection.ALL));
    }

    @Test
    void theOrderOfPublishingRowsDoesNotMatter() {
        Table expected = table("overview", Selection.ALL);
        Random random = new Random(6);
        for (int round = 0; round < 20; round++) {
            List<Answer> answers = new ArrayList<>(Round2005.answers());
            Collections.shuffle(answers, random);
            Dataset shuffled = Round2005.opened()
                    .publish(answers)
                    .rate(Round2005.ratings())
                    .dataset();
            Topic overview = shuffled.definitions().topic("overview").orElseThrow();
            assertEquals(expected, Comparison.of(shuffled, overview, Round2005.ROUND, Selection.ALL));
        }
    }

    @Test
    void aTableSaysWhichDatasetItIsOf() {
        assertEquals(new Version(3, Reports.at(3)), table("fte", Selection.ALL).dataset());
        assertEquals("round", table("fte", Selection.ALL).group().kind());
    }

    @Test
    void aNumberInAUnitThatCannotBeConvertedIsNotComputableButStaysAsReported() {
        Dataset odd = Round2005.opened()
                .publish(Answer.number(Round2005.ROUND, Round2005.DELFT, "fte-total", "3", "half-days-per-week"))
                .dataset();
        Topic fte = odd.definitions().topic("fte").orElseThrow();
        Cell cell = Comparison.of(odd, fte, Round2005.ROUND, Selection.ALL)
                .rows()
                .get(0)
                .cells()
                .get(1);
        assertEquals("not-computable", cell.missing());
        assertEquals("unit", cell.lacking().get(0).why());
        assertEquals("half-days-per-week", cell.asReported().unit());
    }

    @Test
    void amountsOnEveryBasisAndPeriodBecomeEuroPerResidentPerYear() {
        String[][] amounts = {{"ward", "month", "1000"}, {"municipality", "year", "60000"}, {"resident", "month", "0.5"}
        };
        double[] expected = {1000 * 12 / 5000.0, 60000 / 30000.0, 0.5 * 12};
        for (int i = 0; i < amounts.length; i++) {
            Dataset one = Round2005.opened()
                    .publish(
                            Answer.money(
                                    Round2005.ROUND,
                                    Round2005.DELFT,
                                    "ward-budget",
                                    amounts[i][2],
                                    amounts[i][0],
                                    amounts[i][1]),
                            Answer.number(Round2005.ROUND, Round2005.DELFT, "residents", "30000", "residents"),
                            Answer.number(Round2005.ROUND, Round2005.DELFT, "ward-size-mean", "5000", "residents"))
                    .dataset();
            Topic budget = one.definitions().topic("budget-per-resident").orElseThrow();
            Cell cell = Comparison.of(one, budget, Round2005.ROUND, Selection.ALL)
                    .rows()
                    .get(0)
                    .cells()
                    .get(0);
            assertEquals(expected[i], cell.value(), 1e-9);
            assertNotNull(cell.method());
            assertNull(cell.low());
        }
    }

    @Test
    void aNumberReportedAsItIsComparedHasNoMethod() {
        Dataset plain = Round2005.opened()
                .publish(Answer.money(Round2005.ROUND, Round2005.DELFT, "ward-budget", "2.00", "resident", "year"))
                .dataset();
        Topic budget = plain.definitions().topic("budget-per-resident").orElseThrow();
        Cell cell = Comparison.of(plain, budget, Round2005.ROUND, Selection.ALL)
                .rows()
                .get(0)
                .cells()
                .get(0);
        assertNull(cell.method());
        assertEquals("EUR", cell.asReported().unit());
    }

    @Test
    void percentilesStandOnlyInGroupsOfTwentyAndMore() {
        for (int size : new int[] {19, 20}) {
            String[] names = new String[2 * size];
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                names[2 * i] = "GM" + i;
                names[2 * i + 1] = "M" + i;
                answers.add(Answer.number("2027", "GM" + i, "residents", "" + (i + 1), "residents"));
            }
            Dataset many = new Reports("2027", names).publish(answers).dataset();
            Topic alone = new Topic("alone", null, null, List.of("residents"), false);
            Set<Double> percentiles = new HashSet<>();
            Comparison.of(many, alone, "2027", Selection.ALL)
                    .rows()
                    .forEach(row -> percentiles.add(row.cells().get(0).percentile()));
            assertTrue(size == 19 ? percentiles.equals(Collections.singleton(null)) : percentiles.size() == 20);
        }
    }

    @Test
    void textsAndChoicesAreColumnsToo() {
        Table overview = table("overview", Selection.ALL);
        Column office = overview.columns().stream()
                .filter(column -> column.id().equals("office-kind"))
                .findFirst()
                .orElseThrow();
        assertEquals("geen", office.options().get("none").nl());
        assertNull(office.unit());
        assertNull(office.decimals());
        Cell cell = Round2005Test.cell(overview, Round2005.DELFT, "office-kind");
        assertEquals("none", cell.text());
        assertNull(cell.value());
        assertNull(cell.rank());
        assertNull(cell.asReported());
        assertEquals(0, overview.summary().get("office-kind").count());
        assertEquals(
                "not-asked",
                Round2005Test.cell(overview, Round2005.DELFT, "unit-name").missing());
    }
}
