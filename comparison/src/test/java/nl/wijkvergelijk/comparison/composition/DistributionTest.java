package nl.wijkvergelijk.comparison.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.wijkvergelijk.comparison.composition.Likeness.Neighbour;
import nl.wijkvergelijk.comparison.definitions.Interval;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DistributionTest {

    private static final double A_ROUNDING = 1e-9;
    private static final int PARTS = 5;

    @Test
    void sharesThatDoNotAddUpAreNotRescaled() {
        Distribution tooMuch = exact(48, 27, 11, 6, 13);
        assertEquals(105, tooMuch.sum().value());
        assertEquals(new Percentage(5, Interval.point(5)), tooMuch.closure());
        assertEquals(2.5, tooMuch.distance(exact(48, 27, 11, 6, 8)).value());
    }

    @Test
    void whatIsNotKnownLiesBetweenNothingAndWhatTheKnownLeaveAtMost() {
        Distribution partial = new Distribution(List.of(
                Optional.of(new Percentage(20, new Interval(18, 22))),
                Optional.empty(),
                Optional.of(new Percentage(33, new Interval(32, 34)))));
        assertTrue(partial.partial());
        assertEquals(2, partial.known());
        assertEquals(new Interval(0, 50), partial.left());
        assertEquals(new Percentage(-47, new Interval(-50, -44)), partial.closure());
        assertEquals(new Interval(0, 0), of(Arrays.asList(60.0, 60.0, null)).left());
    }

    @Test
    void onlyCompleteOnesHaveADistance() {
        Distribution partial = of(Arrays.asList(50.0, null, 20.0, 10.0, 10.0));
        assertThrows(IllegalArgumentException.class, () -> partial.distance(exact(20, 20, 20, 20, 20)));
        assertThrows(
                IllegalArgumentException.class, () -> exact(20, 20, 20, 20, 20).distance(partial));
        assertThrows(IllegalArgumentException.class, () -> exact(50, 50).distance(exact(20, 20, 20, 20, 20)));
        assertFalse(of(Arrays.asList(null, null)).partial());
    }

    @RepeatedTest(300)
    void theDistanceIsAMetric(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Distribution a = any(random);
        Distribution b = random.nextInt(4) == 0 ? a : any(random);
        Distribution c = any(random);
        double ab = a.distance(b).value();
        assertEquals(ab, b.distance(a).value());
        assertEquals(a.distance(b).interval(), b.distance(a).interval());
        assertEquals(ab == 0, values(a).equals(values(b)));
        assertTrue(ab <= a.distance(c).value() + c.distance(b).value() + A_ROUNDING);
    }

    /** Every share at its low, value or high: no combination gets outside, and the bounds themselves are reached. */
    @RepeatedTest(20)
    void theIntervalIsThatOfAllCombinations(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Distribution a = some(random, 3);
        Distribution b = some(random, 3);
        double least = Double.MAX_VALUE;
        double most = 0;
        for (List<Double> x : combinations(a)) {
            for (List<Double> y : combinations(b)) {
                double distance = of(x).distance(of(y)).value();
                least = Math.min(least, distance);
                most = Math.max(most, distance);
            }
        }
        Percentage distance = a.distance(b);
        assertEquals(distance.interval().high(), most, A_ROUNDING);
        assertTrue(distance.interval().low() <= least + A_ROUNDING);
        assertTrue(distance.interval().low() <= distance.value() && distance.value() <= most + A_ROUNDING);
    }

    @RepeatedTest(100)
    void theOrderInWhichTheyAreGivenChangesNothing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> keys = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
        List<Distribution> given = new ArrayList<>();
        keys.forEach(key -> given.add(random.nextInt(5) == 0 ? partial(random) : some(random, PARTS)));
        Likeness one = new Likeness();
        for (int i = 0; i < keys.size(); i++) {
            one.add(keys.get(i), given.get(i));
        }
        List<Integer> shuffled = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        Collections.shuffle(shuffled, random);
        Likeness other = new Likeness();
        shuffled.forEach(i -> other.add(keys.get(i), given.get(i)));
        keys.forEach(key -> assertEquals(one.mostAlike(key), other.mostAlike(key)));
    }

    @Test
    void allWhoCanBeTheMostAlikeAreNamed() {
        Distribution wide = new Distribution(List.of(
                Optional.of(new Percentage(50, new Interval(40, 60))),
                Optional.of(new Percentage(50, new Interval(40, 60)))));
        Likeness likeness = new Likeness()
                .add("own", exact(40, 60))
                .add("near", exact(45, 55))
                .add("wide", wide)
                .add("far", exact(90, 10))
                .add("partial", of(Arrays.asList(40.0, null)));
        assertEquals(
                List.of("near", "wide"),
                likeness.mostAlike("own").stream().map(Neighbour::key).toList());
        assertEquals(List.of(), likeness.mostAlike("partial"));
        assertEquals(
                List.of("tie", "twin"),
                new Likeness()
                                .add("own", exact(50, 50))
                                .add("twin", exact(60, 40))
                                .add("tie", exact(40, 60))
                                .mostAlike("own")
                                .stream()
                                .map(Neighbour::key)
                                .toList());
        assertEquals(List.of(), new Likeness().add("alone", exact(50, 50)).mostAlike("alone"));
    }

    private static Distribution exact(double... shares) {
        return of(Arrays.stream(shares).boxed().toList());
    }

    private static Distribution of(List<Double> shares) {
        return new Distribution(shares.stream()
                .map(Optional::ofNullable)
                .map(share -> share.map(value -> new Percentage(value, Interval.point(value))))
                .toList());
    }

    private static Distribution any(Random random) {
        List<Double> shares = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            shares.add((double) random.nextInt(40));
        }
        return of(shares);
    }

    private static Distribution some(Random random, int parts) {
        List<Optional<Percentage>> shares = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            double value = random.nextInt(40);
            shares.add(Optional.of(new Percentage(
                    value, new Interval(Math.max(0, value - random.nextInt(5)), value + random.nextInt(5)))));
        }
        return new Distribution(shares);
    }

    private static Distribution partial(Random random) {
        List<Optional<Percentage>> shares = new ArrayList<>(some(random, PARTS).shares());
        shares.set(random.nextInt(PARTS), Optional.empty());
        return new Distribution(shares);
    }

    private static List<Double> values(Distribution distribution) {
        return distribution.shares().stream()
                .map(share -> share.orElseThrow().value())
                .toList();
    }

    private static List<List<Double>> combinations(Distribution distribution) {
        List<List<Double>> combinations = List.of(List.of());
        for (Optional<Percentage> share : distribution.shares()) {
            Percentage percentage = share.orElseThrow();
            List<List<Double>> longer = new ArrayList<>();
            for (List<Double> each : combinations) {
                for (double value : new double[] {
                    percentage.interval().low(),
                    percentage.value(),
                    percentage.interval().high()
                }) {
                    List<Double> next = new ArrayList<>(each);
                    next.add(value);
                    longer.add(next);
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}
