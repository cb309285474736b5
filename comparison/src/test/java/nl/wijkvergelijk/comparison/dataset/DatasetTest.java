package nl.wijkvergelijk.comparison.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.wijkvergelijk.comparison.dataset.Reports.Answer;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;
import nl.wijkvergelijk.comparison.definitions.InvalidDefinitions;
import org.junit.jupiter.api.Test;

class DatasetTest {

    private static final String LEUSDEN = "GM0327";
    private static final String DELFT = "GM0503";

    private final Reports reports = new Reports("2005", LEUSDEN, "Leusden", DELFT, "Delft").open("2027");

    private static Answer residents(String round, String municipality, String value) {
        return Answer.number(round, municipality, "residents", value, "residents");
    }

    private Reported reported(String municipality, String measure) {
        return reports.dataset().round("2005").orElseThrow().reported(measure, municipality);
    }

    @Test
    void aLaterPublicationOfTheSameMunicipalityReplacesAllItHad() {
        reports.publish(
                residents("2005", LEUSDEN, "29000"),
                Answer.text("2005", LEUSDEN, "unit-name", "Wijkbeheer"),
                residents("2005", DELFT, "95000"));
        reports.publish(residents("2005", LEUSDEN, "29500"));
        assertEquals(new BigDecimal("29500"), reported(LEUSDEN, "residents").value());
        assertEquals(MissingCode.NOT_ASKED, reported(LEUSDEN, "unit-name").missing());
        assertNull(reported(LEUSDEN, "unit-name").text());
        assertEquals(new BigDecimal("95000"), reported(DELFT, "residents").value());
    }

    /** Whatever somebody said before, and whatever he says now. */
    @Test
    void whoIsPublishedAgainHasWhatWasPublishedLast() {
        Answer number = residents("2005", LEUSDEN, "29000");
        List<Answer> said = new ArrayList<>(List.of(
                number,
                residents("2005", LEUSDEN, "29001"),
                // No double: 2 to the 53rd, and one.
                residents("2005", LEUSDEN, "9007199254740992"),
                residents("2005", LEUSDEN, "9007199254740993"),
                Answer.number("2005", LEUSDEN, "residents", "29000", "households"),
                Answer.text("2005", LEUSDEN, "residents", "veel"),
                Answer.text("2005", LEUSDEN, "residents", "heel veel"),
                Answer.missing("2005", LEUSDEN, "residents", "unknown"),
                Answer.missing("2005", LEUSDEN, "residents", "withdrawn"),
                Answer.text("2005", LEUSDEN, "unit-name", "Wijkbeheer")));
        Map.of(
                        "currency", "EUR",
                        "basis", "year",
                        "period", "2004",
                        "qualifier", "approximate",
                        "low", new BigDecimal("28000"),
                        "high", new BigDecimal("30000"),
                        "asOf", "2005-01-01",
                        "definition", "registered",
                        "corrected", true,
                        "source", "register")
                .forEach((member, value) -> said.add(number.with(member, value)));
        said.add(number.contradicted(other -> other.with("value", new BigDecimal("30000"))));
        said.add(number.contradicted(other -> other.with("value", new BigDecimal("31000"))));
        Answer neighbour = residents("2005", DELFT, "95000");
        for (Answer before : said) {
            for (Answer after : said) {
                RoundFigures twice = figures(List.of(before, neighbour), List.of(after));
                RoundFigures once = figures(List.of(neighbour), List.of(after));
                for (String measure : List.of("residents", "unit-name")) {
                    for (String municipality : List.of(LEUSDEN, DELFT)) {
                        assertEquals(
                                once.reported(measure, municipality),
                                twice.reported(measure, municipality),
                                () -> before + " then " + after);
                    }
                }
            }
        }
    }

    private static RoundFigures figures(List<Answer> first, List<Answer> then) {
        return new Reports("2005", LEUSDEN, "Leusden", DELFT, "Delft")
                .publish(first)
                .publish(then)
                .dataset()
                .round("2005")
                .orElseThrow();
    }

    @Test
    void aWithdrawalLeavesTheMunicipalityWithMissingWithdrawn() {
        reports.publish(residents("2005", LEUSDEN, "29000"));
        reports.publish(Answer.missing("2005", LEUSDEN, "residents", "withdrawn"));
        assertEquals(MissingCode.WITHDRAWN, reported(LEUSDEN, "residents").missing());
        assertEquals(List.of(LEUSDEN), reports.dataset().members("2005"));
    }

    @Test
    void whatIsDerivedStaysWithTheFiguresItIsDerivedFrom() {
        reports.publish(residents("2005", LEUSDEN, "29000"));
        reports.publish(residents("2027", LEUSDEN, "31000"));
        Object first = derived("2005", "a");
        Object other = derived("2027", "a");
        assertSame(first, derived("2005", "a"));
        assertNotSame(first, derived("2005", "b"));
        assertNotSame(first, other);
        reports.publish(residents("2027", LEUSDEN, "32000"));
        assertSame(first, derived("2005", "a"));
        assertNotSame(other, derived("2027", "a"));
        reports.name(LEUSDEN, "Leusden-Noord");
        assertNotSame(first, derived("2005", "a"));
    }

    private Object derived(String round, String key) {
        return reports.dataset().round(round).orElseThrow().derived(key, Object.class, Object::new);
    }

    @Test
    void onlyTouchedRoundsAreCopiedAndGetANewVersion() {
        reports.publish(residents("2005", LEUSDEN, "29000"));
        reports.publish(residents("2027", LEUSDEN, "31000"));
        Dataset before = reports.dataset();
        reports.publish(residents("2027", DELFT, "110000"));
        Dataset after = reports.dataset();
        assertSame(before.round("2005").orElseThrow(), after.round("2005").orElseThrow());
        assertNotSame(before.round("2027").orElseThrow(), after.round("2027").orElseThrow());
        assertEquals(3, after.version("2005"));
        assertEquals(Reports.at(3), after.publishedAt("2005"));
        assertEquals(5, after.version("2027"));
        assertEquals(5, after.sequence());
        assertEquals(new UUID(0, 5), after.lastId());
        assertEquals(List.of(LEUSDEN), before.members("2027"));
        assertEquals(List.of(DELFT, LEUSDEN), after.members("2027"));
    }

    @Test
    void anOlderDatasetKeepsItsFigures() {
        reports.publish(residents("2005", LEUSDEN, "29000"));
        RoundFigures before = reports.dataset().round("2005").orElseThrow();
        reports.publish(residents("2005", LEUSDEN, "1"), residents("2005", DELFT, "2"));
        assertEquals(
                new BigDecimal("29000"), before.reported("residents", LEUSDEN).value());
        assertEquals(MissingCode.NOT_ASKED, before.reported("residents", DELFT).missing());
    }

    @Test
    void aNewNameTouchesOnlyTheRoundsTheMunicipalityIsIn() {
        reports.publish(residents("2005", LEUSDEN, "29000"));
        reports.publish(residents("2027", DELFT, "110000"));
        reports.name(LEUSDEN, "Leusden aan de Barneveldse Beek");
        Dataset dataset = reports.dataset();
        assertEquals(5, dataset.version("2005"));
        assertEquals(4, dataset.version("2027"));
        assertEquals(
                "Leusden aan de Barneveldse Beek",
                dataset.round("2005").orElseThrow().members().get(0).name());
    }

    @Test
    void municipalitiesStandInTheOrderOfTheirNames() {
        Reports more = new Reports("2005", "GM1", "Zaanstad", "GM2", "'s-Gravenhage", "GM3", "Échten", "GM4", "edam");
        more.publish(List.of("GM1", "GM2", "GM3", "GM4").stream()
                .map(code -> residents("2005", code, "1"))
                .toList());
        assertEquals(List.of("GM3", "GM4", "GM2", "GM1"), more.dataset().members("2005"));
    }

    @Test
    void aMergerTouchesTheRoundsOfWhatItMergedInto() {
        Reports two = new Reports("2005", "GM1", "Amersfoort")
                .publish(List.of(residents("2005", "GM1", "1")))
                .open("2027", "GM2", "Delft")
                .publish(List.of(residents("2027", "GM2", "1")));
        long before = two.dataset().version("2027");
        Dataset merged = two.merge("GM9", "Hoogland", null, "GM1").dataset();
        assertEquals(merged.sequence(), merged.version("2005"));
        assertEquals(before, merged.version("2027"));
        Dataset undone = two.name("GM9", "Hoogland").dataset();
        assertEquals(undone.sequence(), undone.version("2005"));
    }

    @Test
    void aNewNameOfWhatAMunicipalityMergedIntoTouchesTheRoundsOfEverythingElseItMergedInto() {
        Reports two = new Reports("2005", "GM1", "Amersfoort", "GM5", "Soest")
                .publish(List.of(residents("2005", "GM1", "1")))
                .open("2027", "GM2", "Delft")
                .publish(List.of(residents("2027", "GM2", "1")))
                .merge("GM9", "Hoogland", null, "GM1", "GM5");
        long before = two.dataset().version("2027");
        Dataset renamed = two.name("GM5", "Soesterberg").dataset();
        assertEquals(renamed.sequence(), renamed.version("2005"));
        assertEquals(before, renamed.version("2027"));
    }

    @Test
    void newDefinitionsTouchEveryRoundAndUnknownOnesAreRefused() {
        DefinitionsCatalogue published = DefinitionsCatalogue.fromClasspath();
        Dataset empty =
                Dataset.empty(new DefinitionsCatalogue(List.of(published.number(1), second(published.number(1)))));
        RoundRow early = new RoundRow(1, "2005", "a", "b", "standard", 2005, BigDecimal.TEN, "x");
        RoundRow late = new RoundRow(1, "2027", "a", "b", "standard", 2005, BigDecimal.TEN, "x");
        PublicationRow two = new PublicationRow(
                9, new UUID(0, 9), Reports.at(9), "definitions", 2, null, 0, 0, 0, 0, 0, null, null, 0, 0, 0, 0);
        Dataset one = empty.with(
                List.of(Reports.publication(1, "reference")), List.of(), List.of(early, late), List.of(), List.of());
        assertEquals(1, one.definitions().number());
        assertEquals(1, one.version("2005"));
        Dataset after = one.with(List.of(two), List.of(), List.of(), List.of(), List.of());
        assertEquals(2, after.definitions().number());
        assertEquals(9, after.version("2005"));
        assertEquals(9, after.version("2027"));
        assertEquals(1, one.version("2005"));
        PublicationRow unknown = new PublicationRow(
                10, new UUID(0, 10), Reports.at(10), "definitions", 3, null, 0, 0, 0, 0, 0, null, null, 0, 0, 0, 0);
        assertThrows(
                InvalidDefinitions.class,
                () -> after.with(List.of(unknown), List.of(), List.of(), List.of(), List.of()));
    }

    private static Definitions second(Definitions d) {
        return new Definitions(
                2,
                d.units(),
                d.widths(),
                d.qualifiers(),
                d.conversions(),
                d.assumptions(),
                d.words(),
                d.warnings(),
                d.measures(),
                d.scales(),
                d.indicators(),
                d.topics());
    }

    @Test
    void publicationsOutOfOrderAndRowsWithoutOneAreRefused() {
        reports.publish(residents("2005", LEUSDEN, "29000"));
        Dataset dataset = reports.dataset();
        assertThrows(
                UnreadableRows.class,
                () -> dataset.with(
                        List.of(Reports.publication(3, "responses")), List.of(), List.of(), List.of(), List.of()));
        FigureRow stray = residents("2005", DELFT, "1").row(8);
        assertThrows(
                UnreadableRows.class,
                () -> dataset.with(
                        List.of(Reports.publication(9, "responses")), List.of(), List.of(), List.of(stray), List.of()));
    }

    @Test
    void figuresOfARoundNobodyPublishedAndUnknownCodesAreRefused() {
        assertThrows(UnreadableRows.class, () -> reports.publish(residents("1999", LEUSDEN, "1")));
        assertThrows(
                UnreadableRows.class, () -> reports.publish(Answer.missing("2005", LEUSDEN, "residents", "eaten")));
        assertThrows(
                UnreadableRows.class,
                () -> reports.publish(residents("2005", LEUSDEN, "1").with("qualifier", "sort-of")));
    }

    @Test
    void oneLoadOfAllPublicationsGivesWhatManyLoadsGive() {
        List<Answer> answers = List.of(
                residents("2005", LEUSDEN, "1"), residents("2005", DELFT, "2"), residents("2005", LEUSDEN, "3"));
        answers.forEach(reports::publish);
        Dataset one = Dataset.empty(DefinitionsCatalogue.fromClasspath());
        RoundRow round = new RoundRow(1, "2005", "a", "b", "standard", 2005, BigDecimal.TEN, "x");
        MunicipalityRow delft = new MunicipalityRow(1, DELFT, "Delft", null, null, List.of());
        MunicipalityRow leusden = new MunicipalityRow(1, LEUSDEN, "Leusden", null, null, List.of());
        List<PublicationRow> publications = new ArrayList<>(List.of(Reports.publication(1, "reference")));
        List<FigureRow> rows = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            publications.add(Reports.publication(3 + i, "responses"));
            rows.add(answers.get(i).row(3 + i));
        }
        one = one.with(publications, List.of(leusden, delft), List.of(round), rows, List.of());
        assertEquals(reports.dataset().members("2005"), one.members("2005"));
        assertEquals(reports.dataset().version("2005"), one.version("2005"));
        for (String municipality : one.members("2005")) {
            assertEquals(
                    reported(municipality, "residents"),
                    one.round("2005").orElseThrow().reported("residents", municipality));
        }
        assertEquals(5, one.round("2005").orElseThrow().sequence(LEUSDEN));
    }

    @Test
    void numbersThatADoubleCannotHoldAreKeptDigitByDigit() {
        reports.publish(residents("2005", LEUSDEN, "123456789012345.123456"), residents("2005", DELFT, "0.1"));
        assertEquals(
                new BigDecimal("123456789012345.123456"),
                reported(LEUSDEN, "residents").value());
        assertEquals(new BigDecimal("0.1"), reported(DELFT, "residents").value());
    }

    @Test
    void theLatestRoundIsTheHighestThatHasFigures() {
        assertTrue(reports.dataset().latestRound().isEmpty());
        reports.publish(residents("2005", LEUSDEN, "29000"));
        assertEquals("2005", reports.dataset().latestRound().orElseThrow());
        reports.publish(residents("2027", LEUSDEN, "29000"));
        reports.publish(residents("2005", LEUSDEN, "29001"));
        assertEquals("2027", reports.dataset().latestRound().orElseThrow());
        assertEquals(
                List.of("2005", "2027"), List.copyOf(reports.dataset().rounds().keySet()));
    }

    @Test
    void aLaterRatingSessionReplacesTheEarlierAndItsMembers() {
        reports.publish(residents("2005", LEUSDEN, "29000"));
        reports.rate(Reports.totals("2005", "depth", 1, true, Map.of(LEUSDEN, 2, DELFT, 4)));
        assertEquals(List.of(DELFT, LEUSDEN), reports.dataset().members("2005"));
        reports.rate(Reports.totals("2005", "influence", 1, true, Map.of(LEUSDEN, 3)));
        RoundFigures round = reports.dataset().round("2005").orElseThrow();
        assertTrue(round.scale("depth").isEmpty());
        assertEquals(List.of(LEUSDEN), reports.dataset().members("2005"));
        assertThrows(
                UnreadableRows.class,
                () -> reports.rate(Reports.totals("2005", "depth", 1, false, Map.of(LEUSDEN, 2))));
    }
}
