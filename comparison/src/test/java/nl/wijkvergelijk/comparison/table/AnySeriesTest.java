package nl.wijkvergelijk.comparison.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Reports;
import nl.wijkvergelijk.comparison.dataset.Reports.Answer;
import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Interval;
import nl.wijkvergelijk.comparison.definitions.Operand;
import nl.wijkvergelijk.comparison.definitions.Qualifier;
import nl.wijkvergelijk.comparison.definitions.Reading;

class AnySeriesTest {

    private static final List<String> QUALIFIERS =
            List.of("exact", "rounded", "approximate", "estimated", "at-least", "at-most");

    @Property
    void aSeriesOfOneRoundHasNoChanges(@ForAll("answers") Answer answer) {
        Dataset dataset = new Reports("2005", "GM1", "Een").publish(answer).dataset();
        for (Series series : series(dataset, "2005")) {
            assertEquals(1, series.points().size());
            assertEquals(List.of(), series.changes());
        }
    }

    @Property
    void swappingTheRoundsNegatesTheDifference(@ForAll("figures") Computed one, @ForAll("figures") Computed other) {
        Change there = Change.of("a", one, "b", other, List.of());
        Change back = Change.of("b", other, "a", one, List.of());
        assertEquals(there.difference().value(), -back.difference().value(), 0.0);
        assertEquals(there.difference().low(), negative(back.difference().high()));
        assertEquals(there.difference().high(), negative(back.difference().low()));
        assertEquals(there.certain(), back.certain());
    }

    @Property
    void whateverTheTwoAreTheirDifferenceAndRatioLieWithinTheBounds(
            @ForAll("figures") Computed from,
            @ForAll("figures") Computed to,
            @ForAll @Size(20) List<@DoubleRange(min = 0, max = 1) Double> places) {
        Change change = Change.of("a", from, "b", to, List.of());
        boolean overlap = false;
        for (double place : places) {
            for (double otherPlace : places) {
                double x = at(from.interval(), place);
                double y = at(to.interval(), otherPlace);
                assertTrue(within(y - x, change.difference()), () -> x + " to " + y + ": " + change);
                if (x != 0 && change.ratio() != null) {
                    assertTrue(within(y / x, change.ratio()), () -> x + " to " + y + ": " + change);
                }
                overlap |= x == y;
            }
        }
        assertTrue(within(change.difference().value(), change.difference()));
        assertTrue(!overlap || !change.certain(), () -> "certain, though both can be the same: " + change);
        boolean apart = from.interval().high() < to.interval().low()
                || to.interval().high() < from.interval().low();
        assertEquals(apart, change.certain());
        assertEquals(from.value() == 0, change.ratio() == null);
    }

    @Property(tries = 200)
    void aPublicationElsewhereChangesNothing(
            @ForAll("answers") Answer was, @ForAll("answers") Answer is, @ForAll @IntRange(min = 1, max = 5) int more) {
        Reports reports = new Reports("2005", "GM1", "Een", "GM2", "Twee")
                .publish(was)
                .open("2027")
                .publish(new Answer("2027", "GM1", is.measure(), is.members()));
        List<Series> before = series(reports.dataset(), "2005", "2027");
        for (int i = 0; i < more; i++) {
            String round = "203" + i;
            reports.open(round, "GM3", "Drie").publish(Answer.number(round, "GM2", "residents", "1", "residents"));
        }
        reports.merge("GM3", "Drie", null, "GM2");
        assertEquals(before, series(reports.dataset(), "2005", "2027"));
    }

    private static List<Series> series(Dataset dataset, String... rounds) {
        List<Series.Round> all = new ArrayList<>();
        for (String round : rounds) {
            all.add(new Series.Round(dataset, round));
        }
        return Series.of(
                dataset.definitions(),
                "GM1",
                List.copyOf(dataset.definitions().indicators().keySet()),
                all,
                Merger.of(dataset.municipalities(), "GM1"));
    }

    private static boolean within(double value, Span span) {
        return (span.low() == null || span.low() <= value) && (span.high() == null || value <= span.high());
    }

    private static Double negative(Double bound) {
        return bound == null ? null : bound == 0 ? 0.0 : Double.valueOf(-bound);
    }

    /** Somewhere in an interval; one without an end is sampled to a million past its beginning. */
    private static double at(Interval interval, double place) {
        double low = Double.isInfinite(interval.low()) ? -1e6 : interval.low();
        double high = Double.isInfinite(interval.high()) ? Math.max(low, 0) + 1e6 : interval.high();
        return Math.min(high, low + place * (high - low));
    }

    @Provide
    Arbitrary<Computed> figures() {
        Arbitrary<Double> value = Arbitraries.oneOf(
                Arbitraries.of(0.0, 1.0, 100.0),
                Arbitraries.doubles().between(0, 1_000_000).ofScale(3));
        Arbitrary<Double> below = Arbitraries.oneOf(
                Arbitraries.just(0.0), Arbitraries.doubles().between(0, 1).ofScale(2));
        Arbitrary<Double> above = Arbitraries.oneOf(below, below, below, Arbitraries.just(Double.POSITIVE_INFINITY));
        return Combinators.combine(value, below, above).as((v, b, a) -> {
            double high = a.isInfinite() ? a : v + a * Math.max(v, 1);
            return computed(v, new Interval(v - b * v, high));
        });
    }

    private static Computed computed(double value, Interval interval) {
        Operand operand = new Operand(
                "residents",
                null,
                null,
                null,
                List.of(Reading.of(value, interval)),
                "residents",
                "residents",
                Qualifier.APPROXIMATE,
                false,
                false,
                null,
                null,
                null,
                null,
                null);
        return new Computed(
                value,
                interval,
                null,
                null,
                List.of(),
                List.of(operand),
                Qualifier.APPROXIMATE,
                false,
                List.of(),
                List.of(),
                List.of());
    }

    @Provide
    Arbitrary<Answer> answers() {
        Arbitrary<Answer> numbers = Combinators.combine(
                        Arbitraries.of("residents", "fte-total", "ward-count"),
                        Arbitraries.integers().between(0, 200_000),
                        Arbitraries.of(QUALIFIERS))
                .as((measure, value, qualifier) -> Answer.number(
                                "2005", "GM1", measure, value.toString(), unit(measure))
                        .with("qualifier", qualifier));
        return Arbitraries.oneOf(
                numbers,
                Arbitraries.of("not-stated", "unknown", "withdrawn")
                        .map(code -> Answer.missing("2005", "GM1", "residents", code)));
    }

    private static String unit(String measure) {
        return switch (measure) {
            case "residents" -> "residents";
            case "fte-total" -> "fte";
            default -> "wards";
        };
    }
}
