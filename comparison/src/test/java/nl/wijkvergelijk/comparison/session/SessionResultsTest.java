package nl.wijkvergelijk.comparison.session;

import static nl.wijkvergelijk.comparison.table.Round2005.AMERSFOORT;
import static nl.wijkvergelijk.comparison.table.Round2005.DELFT;
import static nl.wijkvergelijk.comparison.table.Round2005.LEUSDEN;
import static nl.wijkvergelijk.comparison.table.Round2005.ZAANSTAD;
import static nl.wijkvergelijk.comparison.table.Round2005.ZOETERMEER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.RatingRow;
import nl.wijkvergelijk.comparison.dataset.Reports;
import nl.wijkvergelijk.comparison.rating.BlockConcordance;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Rank;
import nl.wijkvergelijk.comparison.table.Round2005;
import nl.wijkvergelijk.comparison.table.Selection;
import nl.wijkvergelijk.comparison.table.Table;
import org.junit.jupiter.api.Test;

public class SessionResultsTest {

    private static final double A_ROUNDING = 1e-12;

    private final SessionResults of2005 =
            SessionResults.of(Round2005.dataset(), "2005").orElseThrow();

    @Test
    void theTotalsOf2005GiveMeansRanksAndMeanCorrelations() {
        ScaleResults formality = scale(of2005, "formality");
        RatedMunicipality leusden = rated(formality, LEUSDEN);
        assertEquals(7 / 6.0, leusden.mean().value(), A_ROUNDING);
        assertEquals(6, leusden.mean().n());
        assertEquals(new Rank(6, 6), leusden.rank());
        assertEquals(new Rank(1, 1), rated(formality, ZAANSTAD).rank());
        assertEquals(
                0.520,
                scale(of2005, "formality").meanCorrelation().orElseThrow().value(),
                0.0005);
        assertEquals(
                0.261,
                scale(of2005, "influence").meanCorrelation().orElseThrow().value(),
                0.0005);
        MeanCorrelation depth = scale(of2005, "depth").meanCorrelation().orElseThrow();
        assertEquals(0.208, depth.value(), 0.0005);
        assertEquals(depth.value(), depth.low());
        assertEquals(15, depth.pairs());
        assertEquals(Remark.MEAN_FROM_W, depth.assumption());
        assertEquals(0.6, formality.agreement().orElseThrow().w(), A_ROUNDING);
    }

    @Test
    void whereOnlyTotalsAreKnownWhatNeedsBallotsIsAbsentWithTheReason() {
        ScaleResults formality = scale(of2005, "formality");
        assertTrue(formality.raterPairs().isEmpty());
        assertTrue(formality.selfRating().isEmpty());
        assertTrue(formality.agreementExcludingSelf().isEmpty());
        formality.municipalities().forEach(each -> {
            assertTrue(each.given().isEmpty());
            assertNull(each.self());
            assertNull(each.excludingSelf());
        });
        assertEquals(
                List.of("given", "self", "excludingSelf", "agreementExcludingSelf", "raterPairs"),
                formality.absent().stream().map(each -> each.part().code()).toList());
        formality.absent().forEach(each -> assertEquals(Remark.TOTALS_ONLY, each.why()));
    }

    /** Section 6.7 gives Zaanstad 14 and Zoetermeer 16, Bijlage 1 the other way round. */
    @Test
    void disputedTotalsGiveBoundsOfTotalMeanAndRank() {
        ScaleResults depth = scale(of2005, "depth");
        for (String code : List.of(ZAANSTAD, ZOETERMEER)) {
            RatedMunicipality either = rated(depth, code);
            assertEquals(BigDecimal.valueOf(14), either.low());
            assertEquals(BigDecimal.valueOf(16), either.high());
            assertEquals(14 / 6.0, either.mean().low(), A_ROUNDING);
            assertEquals(16 / 6.0, either.mean().high(), A_ROUNDING);
            assertEquals(new Rank(5, 6), either.rank());
        }
        assertEquals(BigDecimal.valueOf(14), rated(depth, ZAANSTAD).total());
        assertNull(rated(depth, DELFT).low());
        assertEquals(new Rank(1, 1), rated(depth, DELFT).rank());
        assertEquals(
                List.of("disputed", "small-n"),
                of2005.warnings().stream().map(SessionWarning::code).toList());
        assertTrue(of2005.warnings().get(0).detail().en().contains("Zaanstad (14–16); Zoetermeer (14–16)"));
        SessionWarning few = of2005.warnings().get(1);
        assertEquals(List.of("depth", "formality", "influence"), few.scales());
        assertEquals(6, few.municipalities().size());
        assertEquals(
                "From process advice to deep in the ward; From light/informal to heavy/formal; From little to much influence:"
                        + " municipalities rated: 6, raters: 6; differences and correlations describe this session and prove nothing beyond it.",
                few.detail().en());
    }

    /** By hand: Σd² is 62 (and 56 with Bijlage 1) for depth and formality; the two ties on influence share rank 5.5. */
    @Test
    void scalesAreCorrelatedOnTheirTotalsForEveryReading() {
        ScalePair depthFormality = of2005.scalePairs().get(0);
        assertEquals("depth", depthFormality.first());
        assertEquals("formality", depthFormality.second());
        assertEquals(1 - 6 * 62 / 210.0, depthFormality.rho(), A_ROUNDING);
        assertEquals(-0.77, depthFormality.low(), 0.005);
        assertEquals(-0.60, depthFormality.high(), 0.005);
        assertEquals(6, depthFormality.n());
        ScalePair depthInfluence = of2005.scalePairs().get(1);
        assertEquals(0.23, depthInfluence.rho(), 0.005);
        assertEquals(0.29, depthInfluence.high(), 0.005);
        ScalePair formalityInfluence = of2005.scalePairs().get(2);
        assertEquals(0.35, formalityInfluence.rho(), 0.005);
        assertNull(formalityInfluence.low());
    }

    @Test
    void totalsAndRanksAreThoseOfTheTable() {
        Dataset dataset = Round2005.dataset();
        Table table =
                Comparison.of(dataset, dataset.definitions().topic("ratings").orElseThrow(), "2005", Selection.ALL);
        for (int column = 0; column < table.columns().size(); column++) {
            String indicator = table.columns().get(column).id();
            ScaleResults scale = scale(of2005, indicator.substring("rating-".length()));
            assertEquals(indicator, scale.indicator().orElseThrow().id());
            for (var row : table.rows()) {
                RatedMunicipality rated = rated(scale, row.code());
                assertEquals(row.cells().get(column).value(), rated.total().doubleValue());
                assertEquals(row.cells().get(column).rank(), rated.rank());
            }
            assertEquals(table.agreement().get(indicator), scale.agreement().orElseThrow());
        }
    }

    /**
     * By hand. A gives itself 3, B 2, C 1; B gives A 2, itself 3, C 1; C gives A 3, B 1, itself 2. Others give A 2.5, B 1.5, C 1.
     * Without own views: A puts B over C, B puts A over C, C puts A over B: one order, W = 1.
     */
    @Test
    void strictBallotsShowWhoGaveWhatAndSelfAgainstOthers() {
        ScaleResults depth = scale(rated("GM1 3 2 1", "GM2 2 3 1", "GM3 3 1 2"), "depth");
        RatedMunicipality b = rated(depth, "GM2");
        assertEquals(
                List.of("A 2 true", "B 3 true", "C 1 true"),
                b.given().stream()
                        .map(each -> each.rater().name() + " " + each.value() + " " + each.complete())
                        .toList());
        assertEquals(2, b.mean().value(), A_ROUNDING);
        assertEquals(new RatedMunicipality.Self(BigDecimal.valueOf(3), 1.5, 2, 1.5), b.self());
        assertEquals(new RatedMunicipality.ExcludingSelf(1.5, 2, new Rank(2, 2)), b.excludingSelf());
        assertEquals(
                new RatedMunicipality.ExcludingSelf(2.5, 2, new Rank(1, 1)),
                rated(depth, "GM1").excludingSelf());
        assertEquals(
                new RatedMunicipality.ExcludingSelf(1, 2, new Rank(3, 3)),
                rated(depth, "GM3").excludingSelf());
        assertEquals(new SelfRating(8 / 3.0, 5 / 3.0, 1, 3), depth.selfRating().orElseThrow());
        BlockConcordance others = depth.agreementExcludingSelf().orElseThrow();
        assertEquals(1, others.w(), A_ROUNDING);
        assertEquals(2, others.perRater());
        assertEquals(List.of(), depth.absent());
        assertEquals(
                List.of("A B 0.5 3", "A C 0.5 3", "B C -0.5 3"),
                depth.raterPairs().stream()
                        .map(pair ->
                                pair.first().name() + " " + pair.second().name() + " " + pair.rho() + " " + pair.n())
                        .toList());
        double w = depth.agreement().orElseThrow().w();
        assertEquals((3 * w - 1) / 2, depth.meanCorrelation().orElseThrow().value(), A_ROUNDING);
    }

    @Test
    void anIncompleteBallotIsShownAndCountsForNoMean() {
        ScaleResults depth = scale(rated("GM1 3 2 1", "GM2 2 3 1", "GM3 3 1 -"), "depth");
        RatedMunicipality c = rated(depth, "GM3");
        assertNull(c.self());
        assertEquals(new RatedMunicipality.ExcludingSelf(1, 2, new Rank(3, 3)), c.excludingSelf());
        assertEquals(2, c.mean().n());
        assertEquals(1, c.mean().value());
        assertEquals(
                List.of(true, true, false),
                rated(depth, "GM1").given().stream()
                        .map(RatedMunicipality.Given::complete)
                        .toList());
        assertEquals(2, c.given().size());
        assertEquals(
                List.of(
                        new Absent(Absent.Part.SELF, Remark.NO_OWN_BALLOT, List.of("GM3")),
                        new Absent(Absent.Part.AGREEMENT_EXCLUDING_SELF, Remark.NOT_BALANCED)),
                depth.absent());
        assertEquals(2, depth.agreement().orElseThrow().raters());
        RaterPair firstAndLast = depth.raterPairs().get(1);
        assertEquals(2, firstAndLast.n());
        assertNull(firstAndLast.rho());
    }

    @Test
    void tiesLeaveNoAgreementWithoutOwnViewsAndNoCorrelationForWhoTiesAll() {
        ScaleResults depth = scale(rated("GM1 3 3 3", "GM2 2 3 1", "GM3 3 1 2"), "depth");
        assertEquals(List.of(new Absent(Absent.Part.AGREEMENT_EXCLUDING_SELF, Remark.TIES)), depth.absent());
        assertNull(depth.raterPairs().get(0).rho());
        assertEquals(3, depth.raterPairs().get(0).n());
        assertEquals(1, depth.meanCorrelation().orElseThrow().pairs());
        assertEquals(-0.5, depth.meanCorrelation().orElseThrow().value(), A_ROUNDING);
    }

    @Test
    void whoOnlyRatesItselfHasNoOthersAndOneRaterNoAgreement() {
        ScaleResults depth = scale(rated("GM1 3 2 1"), "depth");
        assertEquals(
                List.of(
                        new Absent(Absent.Part.SELF, Remark.NO_OWN_BALLOT, List.of("GM2", "GM3")),
                        new Absent(Absent.Part.SELF, Remark.NOBODY_ELSE, List.of("GM1")),
                        new Absent(Absent.Part.EXCLUDING_SELF, Remark.NOBODY_ELSE, List.of("GM1")),
                        new Absent(Absent.Part.AGREEMENT, Remark.NO_AGREEMENT),
                        new Absent(Absent.Part.RATER_PAIRS, Remark.ONE_BALLOT),
                        new Absent(Absent.Part.AGREEMENT_EXCLUDING_SELF, Remark.NOT_BALANCED)),
                depth.absent());
        assertNull(rated(depth, "GM1").excludingSelf());
        assertEquals(new Rank(1, 1), rated(depth, "GM2").excludingSelf().rank());
        assertTrue(depth.meanCorrelation().isEmpty());
    }

    @Test
    void aScaleThatNoIndicatorIsAboutIsShownUnderItsOwnName() {
        ScaleResults other = scale(
                SessionResults.of(
                                new Reports("2005", "GM1", "A", "GM2", "B")
                                        .rate(Reports.totals("2005", "pace", 1, true, Map.of("GM1", 4, "GM2", 2)))
                                        .dataset(),
                                "2005")
                        .orElseThrow(),
                "pace");
        assertTrue(other.indicator().isEmpty());
        assertEquals("pace", other.label().en());
        assertEquals(new Rank(1, 1), rated(other, "GM1").rank());
    }

    /** Two scales of ten each, that have five in common: each by itself is no small number. */
    @Test
    void scalesThatHaveFewInCommonAreWarnedOfOnlyWhereTheyAreNotFewThemselves() {
        String[] named = new String[30];
        Map<String, Integer> first = new TreeMap<>();
        Map<String, Integer> second = new TreeMap<>();
        for (int i = 0; i < 15; i++) {
            String code = "GM%04d".formatted(i);
            named[2 * i] = code;
            named[2 * i + 1] = "Gemeente " + i;
            if (i < 10) {
                first.put(code, i + 1);
            }
            if (i >= 5) {
                second.put(code, 20 - i);
            }
        }
        List<RatingRow> rows = new ArrayList<>(Reports.totals("2005", "depth", 1, true, first));
        rows.addAll(Reports.totals("2005", "influence", 1, true, second));
        List<SessionWarning> warnings = SessionResults.of(
                        new Reports("2005", named).rate(rows).dataset(), "2005")
                .orElseThrow()
                .warnings();
        assertEquals(
                List.of("small-n"), warnings.stream().map(SessionWarning::code).toList());
        assertEquals(List.of("depth", "influence"), warnings.get(0).scales());
        assertTrue(warnings.get(0).detail().en().contains("only 5 municipalities in common"), warnings.toString());
    }

    @Test
    void aRoundWithoutASessionHasNoScalesAndAnUnknownOneNothing() {
        Dataset dataset = new Reports("2005", "GM1", "A").dataset();
        SessionResults none = SessionResults.of(dataset, "2005").orElseThrow();
        assertEquals(List.of(), none.scales());
        assertEquals(List.of(), none.scalePairs());
        assertEquals(List.of(), none.warnings());
        assertTrue(SessionResults.of(dataset, "2006").isEmpty());
        assertEquals(
                AMERSFOORT,
                of2005.scales().get(0).municipalities().get(0).municipality().code());
    }

    private static ScaleResults scale(SessionResults results, String id) {
        return results.scales().stream()
                .filter(each -> each.scale().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static RatedMunicipality rated(ScaleResults scale, String code) {
        return scale.municipalities().stream()
                .filter(each -> each.municipality().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Ballots on depth by GM1 (A), GM2 (B) and GM3 (C): the rater, then what it gave each in that order; totals are of the complete. */
    public static SessionResults rated(String... ballots) {
        List<String> codes = List.of("GM1", "GM2", "GM3");
        List<String[]> all = new ArrayList<>();
        List.of(ballots).forEach(ballot -> all.add(ballot.split(" ")));
        int complete = (int) List.of(ballots).stream()
                .filter(ballot -> !ballot.contains("-"))
                .count();
        List<RatingRow> rows = new ArrayList<>();
        for (int item = 0; item < codes.size(); item++) {
            Map<String, BigDecimal> given = new TreeMap<>();
            BigDecimal total = BigDecimal.ZERO;
            for (String[] ballot : all) {
                String points = ballot[1 + item];
                if (!points.equals("-")) {
                    given.put(ballot[0], new BigDecimal(points));
                    total = List.of(ballot).contains("-") ? total : total.add(new BigDecimal(points));
                }
            }
            rows.add(new RatingRow(
                    0,
                    "2005",
                    "depth",
                    1,
                    codes.get(item),
                    total,
                    true,
                    complete,
                    codes.size(),
                    "points",
                    BigDecimal.ONE,
                    BigDecimal.valueOf(3),
                    given));
        }
        return SessionResults.of(
                        new Reports("2005", "GM1", "A", "GM2", "B", "GM3", "C")
                                .rate(rows)
                                .dataset(),
                        "2005")
                .orElseThrow();
    }
}
