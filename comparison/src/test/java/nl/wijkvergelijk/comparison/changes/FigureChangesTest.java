package nl.wijkvergelijk.comparison.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Reports;
import nl.wijkvergelijk.comparison.dataset.Reports.Answer;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.table.Cell;
import org.junit.jupiter.api.Test;

class FigureChangesTest {

    private final Reports reports = new Reports("2005", "GM0327", "Leusden", "GM0503", "Delft");

    private static Answer residents(String municipality, String value) {
        return Answer.number("2005", municipality, "residents", value, "residents");
    }

    private static List<String> ids(List<FigureChange> changes) {
        return changes.stream().map(FigureChange::id).toList();
    }

    @Test
    void aFirstPublicationAddsWhatWasAsked() {
        Dataset before = reports.dataset();
        reports.publish(residents("GM0327", "29000"));
        List<FigureChange> changes =
                FigureChanges.of(before, reports.dataset(), "2005").toList();
        FigureChange first = changes.get(0);
        assertEquals("2005.GM0327.residents", first.id());
        assertNull(first.before());
        assertEquals(29000, first.after().value());
        assertNull(first.replaces());
        assertEquals(
                0,
                changes.stream()
                        .filter(c -> "not-asked".equals(c.after().missing()))
                        .count());
    }

    @Test
    void aCorrectionChangesItsFigureAndWhatIsComputedFromIt() {
        Answer staff = Answer.number("2005", "GM0327", "fte-total", "58", "fte");
        reports.publish(residents("GM0327", "29000"), staff, residents("GM0503", "95000"));
        Dataset before = reports.dataset();
        reports.publish(
                residents("GM0327", "29100").with("qualifier", "rounded").with("corrected", true), staff);
        List<FigureChange> changes =
                FigureChanges.of(before, reports.dataset(), "2005").toList();
        assertEquals(
                List.of(
                        "2005.GM0327.residents",
                        "2005.GM0327.fte-per-10000-residents",
                        "2005.GM0327.residents-per-fte"),
                ids(changes));
        FigureChange change = changes.get(0);
        assertEquals(29000, change.before().value());
        assertEquals(
                new FigureState(
                        29100.0, null, null, "residents", "rounded", 29050.0, 29150.0, Cell.Status.CORRECTED, null),
                change.after());
        assertEquals(before.sequence(), change.replaces());
        assertEquals("Leusden", change.name());
    }

    @Test
    void aWithdrawalLeavesAMissingFigure() {
        reports.publish(residents("GM0327", "29000"));
        Dataset before = reports.dataset();
        reports.publish(Answer.missing("2005", "GM0327", "residents", "withdrawn"));
        FigureChange change =
                FigureChanges.of(before, reports.dataset(), "2005").findFirst().orElseThrow();
        assertEquals("withdrawn", change.after().missing());
        assertEquals(Cell.Status.MISSING, change.after().status());
    }

    @Test
    void anotherFullTimeWeekChangesFiguresButReplacesNoAnswer() {
        reports.publish(Answer.number("2005", "GM0327", "fte-total", "76", "hours-per-week"));
        Dataset before = reports.dataset();
        reports.week("2005", "38");
        List<FigureChange> changes =
                FigureChanges.of(before, reports.dataset(), "2005").toList();
        assertEquals(List.of("2005.GM0327.fte-total"), ids(changes));
        assertEquals(2, changes.get(0).after().value());
        assertNull(changes.get(0).replaces());
    }

    @Test
    void ratingsReplaceRatings() {
        reports.rate(Reports.totals("2005", "formality", 1, true, Map.of("GM0327", 2, "GM0503", 4)));
        Dataset before = reports.dataset();
        reports.rate(Reports.totals("2005", "formality", 1, true, Map.of("GM0327", 3, "GM0503", 3)));
        List<FigureChange> changes =
                FigureChanges.of(before, reports.dataset(), "2005").toList();
        assertEquals(List.of("2005.GM0327.rating-formality", "2005.GM0503.rating-formality"), ids(changes));
        assertEquals(before.sequence(), changes.get(0).replaces());
    }

    @Test
    void nothingChangesByPublishingTheSameOrElsewhere() {
        reports.publish(residents("GM0327", "29000"));
        Dataset before = reports.dataset();
        reports.publish(residents("GM0327", "29000"));
        reports.open("2027").publish(Answer.number("2027", "GM0327", "residents", "1", "residents"));
        reports.name("GM0327", "Leusden-Zuid");
        assertEquals(
                List.of(), FigureChanges.of(before, reports.dataset(), "2005").toList());
        assertEquals(
                List.of(), FigureChanges.of(before, reports.dataset(), "1999").toList());
    }

    @Test
    void backwardsIsForwardsTheOtherWayRound() {
        Dataset before = reports.dataset();
        reports.publish(residents("GM0327", "29000"));
        List<FigureChange> forwards =
                FigureChanges.of(before, reports.dataset(), "2005").toList();
        List<FigureChange> backwards =
                FigureChanges.of(reports.dataset(), before, "2005").toList();
        assertEquals(ids(forwards), ids(backwards));
        for (int i = 0; i < forwards.size(); i++) {
            assertEquals(forwards.get(i).before(), backwards.get(i).after());
            assertEquals(forwards.get(i).after(), backwards.get(i).before());
        }
    }

    @Test
    void definitionsSayWhatIsNewGoneAndChanged() {
        Definitions ours = reports.dataset().definitions();
        assertEquals(
                List.copyOf(ours.indicators().keySet()),
                DefinitionsChange.of(null, ours).indicators().added());
        assertEquals(
                new MapChange(List.of(), List.of(), List.of()),
                DefinitionsChange.of(ours, ours).indicators());
        assertEquals(
                new MapChange(List.of("c"), List.of("a"), List.of("b")),
                MapChange.of(Map.of("a", 1, "b", 2, "d", 3), Map.of("b", 1, "c", 2, "d", 3)));
    }
}
