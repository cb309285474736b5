package nl.wijkvergelijk.comparison.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Reports;
import nl.wijkvergelijk.comparison.dataset.Reports.Answer;

/** Whoever takes part, with whatever residents and staff. */
class AnyGroupTest {

    private static final String ROUND = "2027";
    private static final List<String> QUALIFIERS = List.of("exact", "rounded", "approximate", "at-least", "at-most");

    /** What a municipality answered; without residents when they are negative. */
    record Answered(int residents, String qualifier, int staff) {

        boolean placed() {
            return residents > 0;
        }
    }

    @Provide
    Arbitrary<List<Answered>> rounds() {
        Arbitrary<Integer> residents = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 400).map(each -> each * 1000),
                Arbitraries.of(5_000, 9_999, 10_000, 20_000, 40_000, 80_000, 100_000, 250_000),
                Arbitraries.just(-1));
        return Combinators.combine(
                        residents,
                        Arbitraries.of(QUALIFIERS),
                        Arbitraries.integers().between(1, 30))
                .as(Answered::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 100)
    void whatWasAskedBeforeChangesNothing(@ForAll("rounds") List<Answered> answered) {
        Dataset asked = publish(answered);
        for (int times = 0; times < 2; times++) {
            for (Grouping grouping : groupings(answered)) {
                assertEquals(table(publish(answered), grouping), table(asked, grouping));
            }
        }
    }

    @Property(tries = 300)
    void nobodyWhoIsLeftOutIsNearerThanAPeer(
            @ForAll("rounds") List<Answered> answered, @ForAll @IntRange(min = 1, max = 12) int count) {
        Dataset dataset = publish(answered);
        for (int own = 0; own < answered.size(); own++) {
            if (!answered.get(own).placed()) {
                assertTrue(Comparison.lacksSize(dataset, ROUND, code(own)).isPresent());
                continue;
            }
            Group group = table(dataset, new Grouping.Peers(code(own), count)).group();
            List<Group.Sized> chosen = group.bySize().chosen();
            assertEquals(code(own), chosen.get(0).municipality());
            long placed = answered.stream().filter(Answered::placed).count();
            assertEquals(Math.min(count + 1, placed), group.size());
            assertEquals(new HashSet<>(group.members()), codes(chosen));
            double farthest = 0;
            for (Group.Sized each : chosen) {
                assertTrue(each.distance() >= farthest, chosen.toString());
                farthest = each.distance();
            }
            for (int other = 0; other < answered.size(); other++) {
                if (answered.get(other).placed() && !group.members().contains(code(other))) {
                    double distance = Math.abs(Math.log(answered.get(other).residents()
                            / (double) answered.get(own).residents()));
                    assertTrue(distance >= farthest - 1e-12, code(other) + " is nearer");
                }
            }
            assertEquals(answered.size() - placed, group.bySize().without().size());
        }
    }

    @Property(tries = 300)
    void everySizeIsOfOneClassAndUncertainOnlyWhereTheIntervalLeavesIt(@ForAll("rounds") List<Answered> answered) {
        Dataset dataset = publish(answered);
        Map<String, Integer> classes = new HashMap<>();
        Map<String, Integer> doubts = new HashMap<>();
        for (SizeClass each : SizeClass.values()) {
            Group group = table(dataset, new Grouping.OfSize(each)).group();
            group.members().forEach(member -> classes.merge(member, 1, Integer::sum));
            group.bySize().uncertain().forEach(doubt -> {
                doubts.merge(doubt.municipality(), 1, Integer::sum);
                assertTrue(doubt.low() != null && !(each.has(doubt.low()) && each.has(doubt.high())), doubt.toString());
            });
        }
        for (int i = 0; i < answered.size(); i++) {
            assertEquals(answered.get(i).placed() ? 1 : 0, classes.getOrDefault(code(i), 0));
            assertTrue(doubts.getOrDefault(code(i), 2) >= 2, "of one class only, and yet uncertain");
        }
    }

    @Property(tries = 200)
    void theOrderOfPublishingChangesNothing(@ForAll("rounds") List<Answered> answered, @ForAll Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < answered.size(); i++) {
            order.add(i);
        }
        Dataset dataset = publish(answered, order);
        Collections.shuffle(order, random);
        Dataset shuffled = publish(answered, order);
        for (Grouping grouping : groupings(answered)) {
            assertEquals(table(dataset, grouping), table(shuffled, grouping));
        }
    }

    /**
     * One more municipality: nobody's best or worst rank gets better, and neither gets worse by more than one, unless it takes a peer's
     * place; then each moves by at most one, and the one who left was not nearer.
     */
    @Property(tries = 300)
    void oneMoreMunicipalityShiftsNoRankTheWrongWay(
            @ForAll("rounds") List<Answered> answered, @ForAll("rounds") List<Answered> more) {
        List<Answered> larger = new ArrayList<>(answered);
        larger.add(more.get(0));
        Dataset before = publish(answered);
        Dataset after = publish(larger);
        String added = code(answered.size());
        for (Grouping grouping : groupings(answered)) {
            Table then = table(before, grouping);
            Table now = table(after, grouping);
            Set<String> left = new HashSet<>(then.group().members());
            now.group().members().forEach(left::remove);
            Set<String> came = new HashSet<>(now.group().members());
            then.group().members().forEach(came::remove);
            assertTrue(came.isEmpty() || came.equals(Set.of(added)), came.toString());
            assertTrue(left.size() <= came.size(), "somebody left for nobody: " + left);
            for (Row row : then.rows()) {
                if (left.contains(row.code())) {
                    continue;
                }
                for (int column = 0; column < row.cells().size(); column++) {
                    Rank was = row.cells().get(column).rank();
                    Rank is = row(now, row.code()).cells().get(column).rank();
                    assertEquals(was == null, is == null);
                    if (was == null) {
                        continue;
                    }
                    int least = left.isEmpty() ? 0 : -1;
                    int most = came.isEmpty() ? 0 : 1;
                    assertTrue(is.from() - was.from() >= least && is.from() - was.from() <= most, was + " " + is);
                    assertTrue(is.to() - was.to() >= least && is.to() - was.to() <= most, was + " " + is);
                }
            }
        }
    }

    private static List<Grouping> groupings(List<Answered> answered) {
        List<Grouping> groupings = new ArrayList<>();
        groupings.add(Grouping.ROUND);
        for (int i = 0; i < answered.size(); i++) {
            if (answered.get(i).placed()) {
                groupings.add(new Grouping.Peers(code(i), 3));
            }
        }
        groupings.add(new Grouping.OfSize(SizeClass.FROM_10000));
        groupings.add(new Grouping.OfSize(SizeClass.FROM_250000));
        return groupings;
    }

    private static Row row(Table table, String code) {
        return table.rows().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> codes(List<Group.Sized> sized) {
        Set<String> codes = new HashSet<>();
        sized.forEach(each -> codes.add(each.municipality()));
        return codes;
    }

    private static Table table(Dataset dataset, Grouping grouping) {
        return Comparison.of(dataset, dataset.definitions().topic("fte").orElseThrow(), ROUND, Selection.ALL, grouping);
    }

    private static Dataset publish(List<Answered> answered) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < answered.size(); i++) {
            order.add(i);
        }
        return publish(answered, order);
    }

    private static Dataset publish(List<Answered> answered, List<Integer> order) {
        String[] names = new String[2 * answered.size()];
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < answered.size(); i++) {
            names[2 * i] = code(i);
            names[2 * i + 1] = "M" + code(i);
        }
        for (int i : order) {
            Answered its = answered.get(i);
            answers.add(
                    its.placed()
                            ? Answer.number(ROUND, code(i), "residents", "" + its.residents(), "residents")
                                    .with("qualifier", its.qualifier())
                            : Answer.missing(ROUND, code(i), "residents", "not-stated"));
            answers.add(Answer.number(ROUND, code(i), "fte-total", "" + its.staff(), "fte"));
        }
        return new Reports(ROUND, names).publish(answers).dataset();
    }

    private static String code(int index) {
        return "GM%04d".formatted(index);
    }
}
