package nl.wijkvergelijk.comparison.table;

import static nl.wijkvergelijk.comparison.table.Round2005.AMERSFOORT;
import static nl.wijkvergelijk.comparison.table.Round2005.APELDOORN;
import static nl.wijkvergelijk.comparison.table.Round2005.DELFT;
import static nl.wijkvergelijk.comparison.table.Round2005.LEUSDEN;
import static nl.wijkvergelijk.comparison.table.Round2005.ROUND;
import static nl.wijkvergelijk.comparison.table.Round2005.ZAANSTAD;
import static nl.wijkvergelijk.comparison.table.Round2005.ZOETERMEER;
import static nl.wijkvergelijk.comparison.table.Round2005Test.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.wijkvergelijk.comparison.composition.Likeness.Neighbour;
import nl.wijkvergelijk.comparison.composition.Percentage;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Reports;
import nl.wijkvergelijk.comparison.dataset.Reports.Answer;
import nl.wijkvergelijk.comparison.definitions.Interval;
import nl.wijkvergelijk.comparison.definitions.Lack;
import org.junit.jupiter.api.Test;

/** Shares, staff and offices of the round of 2005, under definitions 2. */
class Shares2005Test {

    private static final List<String> AREAS = List.of(
            "share-physical-development",
            "share-physical-management",
            "share-social",
            "share-safety",
            "share-economic");

    private final Dataset dataset = dataset(answers());
    private final Table areas = table(dataset, "policy-areas", Selection.ALL);
    private final Table contacts = table(dataset, "contacts", Selection.ALL);

    private static Dataset dataset(List<Answer> answers) {
        return Round2005.opened(2).publish(answers).dataset();
    }

    private static Table table(Dataset dataset, String topic, Selection selection) {
        return Comparison.of(dataset, dataset.definitions().topic(topic).orElseThrow(), ROUND, selection);
    }

    private static List<Answer> answers() {
        List<Answer> answers = new ArrayList<>(Round2005.answers());
        shares(answers, ZAANSTAD, 48, 27, 11, 6, 8);
        shares(answers, ZOETERMEER, 20, 25, 25, 25, 5);
        answers.add(share(AMERSFOORT, AREAS.get(0), 25).with("qualifier", "approximate"));
        answers.add(share(AMERSFOORT, AREAS.get(1), 15));
        answers.add(share(AMERSFOORT, AREAS.get(2), 35).with("qualifier", "approximate"));
        answers.add(share(APELDOORN, AREAS.get(0), 25));
        AREAS.forEach(area -> answers.add(Answer.missing(ROUND, DELFT, area, "lost")));
        AREAS.forEach(area -> answers.add(Answer.missing(ROUND, LEUSDEN, area, "lost")));
        answers.add(share(APELDOORN, "share-civil-society", 20).with("qualifier", "approximate"));
        answers.add(share(APELDOORN, "share-residents", 33).with("qualifier", "approximate"));
        answers.add(Answer.text(ROUND, APELDOORN, "time-by-contact-base", "all-time"));
        answers.add(share(ZAANSTAD, "share-residents", 25));
        answers.add(Answer.text(ROUND, ZAANSTAD, "time-by-contact-base", "consultation-time"));
        answers.add(Answer.number(ROUND, AMERSFOORT, "office-hours", "3", "half-days-per-week"));
        answers.add(Answer.number(ROUND, APELDOORN, "office-hours", "24", "hours-per-week"));
        answers.add(Answer.number(ROUND, ZOETERMEER, "office-hours", "4.5", "hours-per-week"));
        answers.add(Answer.number(ROUND, LEUSDEN, "support", "21.6", "hours-per-week"));
        answers.add(Answer.text(ROUND, DELFT, "ward-plans", "programme; agenda; analysis; report"));
        return answers;
    }

    private static void shares(List<Answer> answers, String municipality, int... shares) {
        for (int i = 0; i < shares.length; i++) {
            answers.add(share(municipality, AREAS.get(i), shares[i]));
        }
    }

    private static Answer share(String municipality, String measure, int percent) {
        return Answer.number(ROUND, municipality, measure, "" + percent, "percent");
    }

    private static Composition.Division division(Table table, String municipality) {
        return table.composition().rows().stream()
                .filter(row -> row.code().equals(municipality))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void zaanstadAndZoetermeerAddUpToAHundredAndDifferByAThird() {
        assertEquals(48, cell(areas, ZAANSTAD, AREAS.get(0)).value());
        for (String complete : List.of(ZAANSTAD, ZOETERMEER)) {
            assertEquals(
                    new Percentage(0, Interval.point(0)),
                    division(areas, complete).closure());
            assertEquals(List.of(), division(areas, complete).unknown());
            assertNull(division(areas, complete).left());
        }
        Percentage third = new Percentage(33, Interval.point(33));
        assertEquals(
                List.of(new Composition.Distance(ZAANSTAD, ZOETERMEER, third)),
                areas.composition().distances());
        assertEquals(ZOETERMEER, division(areas, ZAANSTAD).mostAlike().get(0).key());
        assertEquals(third, division(areas, ZOETERMEER).mostAlike().get(0).distance());
    }

    @Test
    void apeldoornsTwoKnownSharesLeaveAtMostHalfForEachOfTheOthers() {
        Composition.Division apeldoorn = division(contacts, APELDOORN);
        assertEquals(2, apeldoorn.known());
        assertEquals(53, apeldoorn.sum().value());
        assertEquals(new Percentage(-47, new Interval(-50, -44)), apeldoorn.closure());
        assertEquals(new Interval(0, 50), apeldoorn.left());
        assertEquals(5, apeldoorn.unknown().size());
        assertEquals(List.of(), apeldoorn.mostAlike());
        assertNull(division(areas, DELFT).left());
        assertNull(division(areas, DELFT).closure());
    }

    @Test
    void whatIsKnownInPartIsSaid() {
        Warning partial = warning(areas, "partial");
        assertEquals(List.of(AMERSFOORT, APELDOORN), partial.municipalities());
        assertEquals(AREAS, partial.indicators());
        assertEquals(
                "Time by policy area: not all shares are known: 3 of 5 shares known, together 75 percent (Amersfoort);"
                        + " 1 of 5 shares known, together 25 percent (Apeldoorn).",
                partial.detail().en());
        assertTrue(partial.detail().nl().contains("1 van 5 aandelen bekend, samen 25 procent (Apeldoorn)"));
        Selection complete = new Selection(Set.of(ZAANSTAD, ZOETERMEER), List.of(), List.of());
        assertTrue(table(dataset, "policy-areas", complete).warnings().stream()
                .noneMatch(each -> each.code().equals("partial")));
    }

    @Test
    void theWarningIsOfTheSharesThatAreShown() {
        Selection one = new Selection(Set.of(), List.of("share-safety"), List.of());
        Warning partial = warning(table(dataset, "policy-areas", one), "partial");
        assertEquals(List.of("share-safety"), partial.indicators());
        assertEquals(List.of(AMERSFOORT, APELDOORN), partial.municipalities());
    }

    @Test
    void ofWhichTimeTheContactsAreADivisionDiffers() {
        assertEquals(
                "Of which time it is a division: the basis differs: all working time (Apeldoorn); the time for consultation (Zaanstad).",
                warning(contacts, "basis-differs").detail().en());
    }

    /** Whom every row of a large table is like costs their square; of those that are chosen it is said all the same, over the whole group. */
    @Test
    void ofMoreRowsThanCanBeListedNobodyIsSaidToBeAlike() {
        int many = Composition.LISTED + 1;
        String[] named = new String[2 * many];
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String code = "GM1%03d".formatted(i);
            named[2 * i] = code;
            named[2 * i + 1] = "Gemeente " + code;
            shares(answers, code, 100 - i, i, 0, 0, 0);
        }
        Dataset large = new Reports(2, ROUND, named).publish(answers).dataset();
        Composition all = table(large, "policy-areas", Selection.ALL).composition();
        assertEquals(many, all.rows().size());
        assertEquals(List.of(), all.distances());
        all.rows().forEach(row -> assertNull(row.mostAlike(), row.code()));
        Selection one = new Selection(Set.of("GM1000", "GM1025"), List.of(), List.of());
        Composition chosen = table(large, "policy-areas", one).composition();
        assertEquals(1, chosen.distances().size());
        assertEquals("GM1001", chosen.rows().get(0).mostAlike().get(0).key());
        assertEquals(
                List.of("GM1024", "GM1026"),
                chosen.rows().get(1).mostAlike().stream().map(Neighbour::key).toList());
    }

    @Test
    void columnsThatAreNotShownStillCount() {
        Selection one = new Selection(Set.of(ZAANSTAD), List.of("share-safety"), List.of());
        Composition composition = table(dataset, "policy-areas", one).composition();
        assertEquals(AREAS, composition.parts());
        assertEquals(100, composition.rows().get(0).sum().value());
        assertEquals(1, composition.rows().size());
        assertEquals(ZOETERMEER, composition.rows().get(0).mostAlike().get(0).key());
        assertEquals(List.of(), composition.distances());
    }

    @Test
    void theOrderInWhichTheyArePublishedChangesNothing() {
        for (int seed = 0; seed < 5; seed++) {
            List<Answer> shuffled = answers();
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(areas, table(dataset(shuffled), "policy-areas", Selection.ALL));
        }
    }

    @Test
    void coreStaffIsOnlyWhatIsSaidToBeCore() {
        Table capacity = table(dataset, "capacity", Selection.ALL);
        Cell leusden = cell(capacity, LEUSDEN, "fte-core");
        assertEquals(56.0 / 36, leusden.value());
        assertEquals(2, leusden.high(), "the 77.6 hours count the support too");
        assertEquals("56", leusden.asReported().value().toPlainString());
        assertEquals(
                List.of(new Lack("fte-total", "definition")),
                cell(capacity, LEUSDEN, "fte-unit").lacking());
        assertEquals(8, cell(capacity, ZOETERMEER, "fte-unit").value());
        assertEquals("not-computable", cell(capacity, ZOETERMEER, "fte-core").missing());
        assertEquals(0.6, cell(capacity, LEUSDEN, "support").value(), 1e-12);
    }

    @Test
    void halfADayIsNotMadeHours() {
        Table offices = table(dataset, "offices", Selection.ALL);
        Cell amersfoort = cell(offices, AMERSFOORT, "office-hours");
        assertEquals(List.of(new Lack("office-hours", "unit")), amersfoort.lacking());
        assertEquals("half-days-per-week", amersfoort.asReported().unit());
        assertEquals(new BigDecimal("3"), amersfoort.asReported().value());
        assertEquals(24, cell(offices, APELDOORN, "office-hours").value());
        assertEquals(4.5, cell(offices, ZOETERMEER, "office-hours").value());
    }

    @Test
    void onlyTopicsOfSharesHaveAComposition() {
        for (String topic : dataset.definitions().topics().keySet()) {
            Composition composition = table(dataset, topic, Selection.ALL).composition();
            if (topic.equals("policy-areas") || topic.equals("contacts")) {
                assertNotNull(composition, topic);
            } else {
                assertNull(composition, topic);
            }
        }
    }

    private static Warning warning(Table table, String code) {
        return table.warnings().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
