package nl.wijkvergelijk.comparison.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Interval;
import nl.wijkvergelijk.comparison.definitions.Qualifier;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void tiesShareTheirRankAndTheNextOneIsSkipped() {
        assertArrayEquals(
                new Rank[] {new Rank(3, 3), new Rank(1, 1), new Rank(1, 1), new Rank(4, 4)},
                ranks(figures(point(24), point(27), point(27), point(10))));
    }

    @Test
    void missingFiguresHaveNoRankAndTakeNoneAway() {
        Rank[] ranks = ranks(figures(point(5), null, point(7)));
        assertArrayEquals(new Rank[] {new Rank(2, 2), null, new Rank(1, 1)}, ranks);
        assertNull(ranks(figures((Interval) null))[0]);
    }

    /** Every value each figure can take (bounds and a point between), every combination, and the rank that competition gives it. */
    @Test
    void bestAndWorstAreWhatAllRealisableValuesReach() {
        for (int round = 0; round < 400; round++) {
            Interval[] intervals = new Interval[1 + random.nextInt(6)];
            for (int i = 0; i < intervals.length; i++) {
                int low = random.nextInt(8);
                intervals[i] = new Interval(low, low + (random.nextBoolean() ? 0 : random.nextInt(4)));
            }
            Rank[] expected = bruteForce(intervals);
            assertArrayEquals(expected, ranks(figures(intervals)), () -> Arrays.toString(intervals));
        }
    }

    private static Rank[] bruteForce(Interval[] intervals) {
        int size = intervals.length;
        int[] best = new int[size];
        int[] worst = new int[size];
        Arrays.fill(best, Integer.MAX_VALUE);
        int combinations = (int) Math.pow(3, size);
        for (int combination = 0; combination < combinations; combination++) {
            double[] values = new double[size];
            int rest = combination;
            for (int i = 0; i < size; i++) {
                values[i] = intervals[i].low() + (rest % 3) / 2.0 * (intervals[i].high() - intervals[i].low());
                rest /= 3;
            }
            for (int i = 0; i < size; i++) {
                double own = values[i];
                int rank = 1 + (int) Arrays.stream(values).filter(v -> v > own).count();
                best[i] = Math.min(best[i], rank);
                worst[i] = Math.max(worst[i], rank);
            }
        }
        Rank[] ranks = new Rank[size];
        for (int i = 0; i < size; i++) {
            ranks[i] = new Rank(best[i], worst[i]);
        }
        return ranks;
    }

    @Test
    void ranksDoNotDependOnTheOrderOfTheRows() {
        for (int round = 0; round < 50; round++) {
            int size = 2 + random.nextInt(40);
            Interval[] intervals = new Interval[size];
            for (int i = 0; i < size; i++) {
                double low = random.nextInt(30);
                intervals[i] = new Interval(low, low + random.nextInt(5));
            }
            Rank[] ranks = ranks(figures(intervals));
            int turn = random.nextInt(size);
            Interval[] turned = new Interval[size];
            for (int i = 0; i < size; i++) {
                turned[(i + turn) % size] = intervals[i];
            }
            Rank[] turnedRanks = ranks(figures(turned));
            for (int i = 0; i < size; i++) {
                assertEquals(ranks[i], turnedRanks[(i + turn) % size]);
            }
        }
    }

    @Test
    void aPercentileCountsThoseBelowAndHalfOfThoseEqual() {
        double[] twenty = new double[20];
        for (int i = 0; i < 20; i++) {
            twenty[i] = i;
        }
        twenty[1] = 0;
        assertEquals(5, Percentiles.of(0, twenty));
        assertEquals(97.5, Percentiles.of(19, twenty));
        assertNull(Percentiles.of(3, Arrays.copyOf(twenty, 19)));
    }

    @Test
    void theSummaryIsThatOfExactArithmetic() {
        for (int round = 0; round < 300; round++) {
            double[] values = random.doubles(1 + random.nextInt(60), -1e9, 1e9).toArray();
            values[0] = random.nextBoolean() ? values[0] : 1e15;
            Arrays.sort(values);
            BigDecimal sum = BigDecimal.ZERO;
            for (double value : values) {
                sum = sum.add(new BigDecimal(value));
            }
            double mean = sum.divide(new BigDecimal(values.length), MathContext.DECIMAL128)
                    .doubleValue();
            Arrays.sort(values);
            Summary summary = summary(
                    figures(Arrays.stream(values).mapToObj(Interval::point).toArray(Interval[]::new)));
            assertEquals(values.length, summary.count());
            assertEquals(mean, summary.mean(), Math.ulp(mean) * 2);
            assertEquals(values[0], summary.min());
            assertEquals(values[values.length - 1], summary.max());
            int half = values.length / 2;
            double median = values.length % 2 == 1
                    ? values[half]
                    : new BigDecimal(values[half - 1])
                            .add(new BigDecimal(values[half]))
                            .divide(new BigDecimal(2), MathContext.DECIMAL128)
                            .doubleValue();
            assertEquals(median, summary.median(), Math.ulp(median));
        }
        assertEquals(new Summary(0, null, null, null, null, null, null), summary(new Computed[0]));
    }

    /** Every value each figure can take, every combination: no summary leaves its bounds, and each bound is reached. */
    @Test
    void theBoundsOfASummaryAreWhatAllRealisableValuesReach() {
        for (int round = 0; round < 200; round++) {
            Interval[] intervals = new Interval[1 + random.nextInt(5)];
            for (int i = 0; i < intervals.length; i++) {
                int low = random.nextInt(9);
                intervals[i] = new Interval(low, low + random.nextInt(4));
            }
            Summary.Bounds low = new Summary.Bounds(99.0, 99.0, 99.0, 99.0);
            Summary.Bounds high = new Summary.Bounds(-1.0, -1.0, -1.0, -1.0);
            int combinations = (int) Math.pow(3, intervals.length);
            for (int combination = 0; combination < combinations; combination++) {
                Interval[] points = new Interval[intervals.length];
                int rest = combination;
                for (int i = 0; i < points.length; i++) {
                    double width = intervals[i].high() - intervals[i].low();
                    points[i] = Interval.point(intervals[i].low() + rest % 3 / 2.0 * width);
                    rest /= 3;
                }
                Summary one = summary(figures(points));
                assertNull(one.low());
                low = new Summary.Bounds(
                        Math.min(low.min(), one.min()),
                        Math.min(low.max(), one.max()),
                        Math.min(low.mean(), one.mean()),
                        Math.min(low.median(), one.median()));
                high = new Summary.Bounds(
                        Math.max(high.min(), one.min()),
                        Math.max(high.max(), one.max()),
                        Math.max(high.mean(), one.mean()),
                        Math.max(high.median(), one.median()));
            }
            boolean isExact = Arrays.stream(intervals).allMatch(Interval::isPoint);
            Summary summary = summary(figures(intervals));
            assertEquals(isExact ? null : low, summary.low());
            assertEquals(isExact ? null : high, summary.high());
        }
    }

    @Test
    void aSummaryWithoutBoundOnOneSideSaysNothingThere() {
        Summary summary = summary(figures(new Interval(1, Double.POSITIVE_INFINITY), Interval.point(2), null));
        assertEquals(2, summary.count());
        assertEquals(new Summary.Bounds(1.0, 2.0, 1.5, 1.5), summary.low());
        assertEquals(new Summary.Bounds(2.0, null, null, null), summary.high());
    }

    private static Rank[] ranks(Computed[] figures) {
        Spread spread = spread(figures);
        return Arrays.stream(figures).map(spread::rank).toArray(Rank[]::new);
    }

    private static Summary summary(Computed[] figures) {
        return spread(figures).summary();
    }

    private static Spread spread(Computed[] figures) {
        return Spread.of(figures.length, i -> figures[i]);
    }

    private static Interval point(double value) {
        return Interval.point(value);
    }

    private static Computed[] figures(Interval... intervals) {
        return Arrays.stream(intervals).map(SpreadTest::figure).toArray(Computed[]::new);
    }

    private static Computed figure(Interval interval) {
        return new Computed(
                interval == null ? Double.NaN : interval.low(),
                interval,
                null,
                interval == null ? "unknown" : null,
                List.of(),
                List.of(),
                Qualifier.EXACT,
                false,
                List.of(),
                List.of(),
                List.of());
    }
}
