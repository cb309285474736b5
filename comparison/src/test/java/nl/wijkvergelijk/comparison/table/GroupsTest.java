package nl.wijkvergelijk.comparison.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Reports;
import nl.wijkvergelijk.comparison.dataset.Reports.Answer;
import nl.wijkvergelijk.comparison.definitions.Lack;
import nl.wijkvergelijk.comparison.definitions.Topic;
import org.junit.jupiter.api.Test;

class GroupsTest {

    private final Dataset dataset = Round2005.dataset();

    private Table fte(Grouping grouping, Selection selection) {
        return Comparison.of(
                dataset, dataset.definitions().topic("fte").orElseThrow(), Round2005.ROUND, selection, grouping);
    }

    private static List<String> codes(List<Group.Sized> sized) {
        return sized.stream().map(Group.Sized::municipality).toList();
    }

    @Test
    void thePeersOfAmersfoortAreThoseNearestInProportion() {
        Table table = fte(new Grouping.Peers(Round2005.AMERSFOORT, 2), Selection.ALL);
        Group group = table.group();
        assertEquals("peers", group.kind());
        assertEquals(3, group.size());
        assertEquals(List.of(Round2005.AMERSFOORT, Round2005.APELDOORN, Round2005.ZAANSTAD), group.members());
        List<Group.Sized> chosen = group.bySize().chosen();
        assertEquals(List.of(Round2005.AMERSFOORT, Round2005.ZAANSTAD, Round2005.APELDOORN), codes(chosen));
        assertEquals(0, chosen.get(0).distance());
        assertEquals(Math.log(140000 / 135000.0), chosen.get(1).distance(), 1e-12);
        assertEquals(Math.log(155000 / 135000.0), chosen.get(2).distance(), 1e-12);
        assertEquals(130000, chosen.get(1).low());
        assertEquals(150000, chosen.get(1).high());
        assertNull(chosen.get(2).low());
    }

    @Test
    void ranksAndSummaryAreThoseOfTheGroupWhateverIsShown() {
        Grouping peers = new Grouping.Peers(Round2005.AMERSFOORT, 2);
        Table all = fte(peers, Selection.ALL);
        assertEquals(
                List.of("Amersfoort", "Apeldoorn", "Zaanstad"),
                all.rows().stream().map(Row::name).toList());
        assertEquals(3, all.summary().get("fte-total").count());
        assertEquals(9.5, all.summary().get("fte-total").min());
        assertEquals(
                new Rank(3, 3),
                Round2005Test.cell(all, Round2005.AMERSFOORT, "fte-total").rank());
        Table one = fte(peers, new Selection(Set.of(Round2005.AMERSFOORT, Round2005.LEUSDEN), List.of(), List.of()));
        assertEquals(List.of(all.rows().get(0)), one.rows());
        assertEquals(all.summary(), one.summary());
        assertEquals(all.group(), one.group());
    }

    @Test
    void howManyFiguresATableHasIsKnownBeforeItIsMade() {
        Topic fte = dataset.definitions().topic("fte").orElseThrow();
        for (Grouping grouping : List.of(
                Grouping.ROUND,
                new Grouping.Peers(Round2005.AMERSFOORT, 2),
                new Grouping.OfSize(SizeClass.FROM_100000),
                new Grouping.OfSize(SizeClass.FROM_250000))) {
            for (Set<String> shown : List.of(Set.<String>of(), Set.of(Round2005.AMERSFOORT, "GM9999"))) {
                for (List<String> indicators : List.of(List.<String>of(), List.of("residents"))) {
                    Selection selection = new Selection(shown, indicators, List.of(Selection.Sort.of("fte-total")));
                    Table table = fte(grouping, selection);
                    assertEquals(
                            table.rows().size() * table.columns().size(),
                            Comparison.figures(dataset, fte, Round2005.ROUND, selection, grouping),
                            grouping + " " + selection);
                }
            }
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> Comparison.figures(dataset, fte, "1999", Selection.ALL, Grouping.ROUND));
    }

    @Test
    void onlyTheMembersOfTheGroupAreWarnedOf() {
        Table table = fte(new Grouping.Peers(Round2005.AMERSFOORT, 1), Selection.ALL);
        table.warnings()
                .forEach(warning ->
                        assertTrue(table.group().members().containsAll(warning.municipalities()), warning.toString()));
        assertTrue(table.warnings().stream()
                .anyMatch(warning -> warning.code().equals("approximate")
                        && warning.municipalities().equals(List.of(Round2005.AMERSFOORT, Round2005.ZAANSTAD))));
    }

    @Test
    void aSizeClassHoldsThoseOfItsSizeAndNamesThoseWhoMayBeOfAnother() {
        Group group =
                fte(new Grouping.OfSize(SizeClass.FROM_100000), Selection.ALL).group();
        assertEquals("size-class", group.kind());
        assertEquals(List.of(Round2005.AMERSFOORT, Round2005.ZAANSTAD, Round2005.ZOETERMEER), group.members());
        assertEquals(List.of(Round2005.ZAANSTAD), codes(group.bySize().uncertain()));
        Group next =
                fte(new Grouping.OfSize(SizeClass.FROM_150000), Selection.ALL).group();
        assertEquals(List.of(Round2005.APELDOORN), next.members());
        assertEquals(List.of(Round2005.ZAANSTAD), codes(next.bySize().uncertain()));
    }

    @Test
    void aSizeClassThatNobodyIsOfIsEmpty() {
        Table table = fte(new Grouping.OfSize(SizeClass.FROM_250000), Selection.ALL);
        assertEquals(0, table.group().size());
        assertTrue(table.rows().isEmpty());
        assertEquals(0, table.summary().get("residents").count());
    }

    @Test
    void theLowerBoundIsInAClassAndTheUpperIsNot() {
        for (SizeClass each : SizeClass.values()) {
            assertTrue(each.has(each.from()));
            assertTrue(each.to() == null || !each.has(each.to()) && each.has(each.to() - 1));
            assertEquals(Optional.of(each), SizeClass.of(each.id()));
        }
        assertEquals(4, SizeClass.FROM_20000.cbsCode());
        assertEquals(Optional.empty(), SizeClass.of("20000"));
    }

    @Test
    void whoHasNoResidentsIsNamedAndCannotBeAPeer() {
        Dataset some = new Reports("2027", "GM1", "A", "GM2", "B", "GM3", "C", "GM4", "D")
                .publish(
                        Answer.number("2027", "GM1", "residents", "100", "residents"),
                        Answer.missing("2027", "GM2", "residents", "not-stated"),
                        Answer.number("2027", "GM3", "residents", "0", "residents"),
                        Answer.number("2027", "GM4", "residents", "300", "residents"))
                .dataset();
        Group group = Comparison.of(
                        some,
                        some.definitions().topic("fte").orElseThrow(),
                        "2027",
                        Selection.ALL,
                        new Grouping.Peers("GM1", 3))
                .group();
        assertEquals(List.of("GM1", "GM4"), group.members());
        assertEquals(
                List.of(
                        new Group.Unplaced("GM2", new Lack("residents", "not-stated")),
                        new Group.Unplaced("GM3", new Lack("residents", "zero"))),
                group.bySize().without());
        assertEquals(
                "not-stated",
                Comparison.lacksSize(some, "2027", "GM2").orElseThrow().why());
        assertEquals(Optional.empty(), Comparison.lacksSize(some, "2027", "GM1"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Comparison.of(
                        some,
                        some.definitions().topic("fte").orElseThrow(),
                        "2027",
                        Selection.ALL,
                        new Grouping.Peers("GM2", 3)));
    }

    /** Thirty in the round, nineteen and then twenty of them in the group. */
    @Test
    void aGroupUnderTwentyHasNoPercentilesHoweverLargeTheRound() {
        String[] names = new String[60];
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            names[2 * i] = "GM" + (1000 + i);
            names[2 * i + 1] = "M" + i;
            answers.add(Answer.number("2027", names[2 * i], "residents", "" + (20000 + i), "residents"));
        }
        Dataset thirty = new Reports("2027", names).publish(answers).dataset();
        for (int others : new int[] {18, 19}) {
            Table table = Comparison.of(
                    thirty,
                    thirty.definitions().topic("fte").orElseThrow(),
                    "2027",
                    Selection.ALL,
                    new Grouping.Peers("GM1000", others));
            assertEquals(others + 1, table.rows().size());
            table.rows()
                    .forEach(
                            row -> assertEquals(others == 18, row.cells().get(0).percentile() == null));
        }
    }
}
