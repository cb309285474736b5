package nl.wijkvergelijk.comparison.rating;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of rank correlation and concordance whatever the ballots are, ties and all. */
class AnyRatingTest {

    private static final double A_ROUNDING = 1e-9;

    @Provide
    Arbitrary<double[][]> ballots() {
        return Arbitraries.integers().between(2, 7).flatMap(items -> Arbitraries.integers()
                .between(1, 5)
                .map(Integer::doubleValue)
                .list()
                .ofSize(items)
                .map(points -> points.stream().mapToDouble(p -> p).toArray())
                .array(double[][].class)
                .ofMinSize(2)
                .ofMaxSize(6));
    }

    @Property
    boolean rhoIsBetweenMinusOneAndOneAndTheSameBothWays(@ForAll("ballots") double[][] ballots) {
        OptionalDouble rho = Spearman.of(ballots[0], ballots[1]);
        return rho.equals(Spearman.of(ballots[1], ballots[0])) && (rho.isEmpty() || Math.abs(rho.getAsDouble()) <= 1);
    }

    @Property
    boolean theReverseTurnsTheSignAndItselfIsOne(@ForAll("ballots") double[][] ballots) {
        double[] reversed = new double[ballots[0].length];
        for (int item = 0; item < reversed.length; item++) {
            reversed[item] = 6 - ballots[0][item];
        }
        OptionalDouble itself = Spearman.of(ballots[0], ballots[0]);
        OptionalDouble reverse = Spearman.of(ballots[0], reversed);
        OptionalDouble other = Spearman.of(ballots[0], ballots[1]);
        OptionalDouble turned = Spearman.of(reversed, ballots[1]);
        return itself.equals(reverse.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(-reverse.getAsDouble()))
                && (itself.isEmpty() || itself.getAsDouble() == 1)
                && other.isEmpty() == turned.isEmpty()
                && Math.abs(other.orElse(0) + turned.orElse(0)) < A_ROUNDING;
    }

    /** ρ counts, for every pair of items, how far apart both series put them: another way to the same number. */
    @Property
    boolean rhoIsThatOfAllPairsOfItems(@ForAll("ballots") double[][] ballots) {
        double[] a = MidRanks.of(ballots[0]).ranks();
        double[] b = MidRanks.of(ballots[1]).ranks();
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                both += (a[i] - a[j]) * (b[i] - b[j]);
                first += (a[i] - a[j]) * (a[i] - a[j]);
                second += (b[i] - b[j]) * (b[i] - b[j]);
            }
        }
        OptionalDouble rho = Spearman.of(ballots[0], ballots[1]);
        return first == 0 || second == 0
                ? rho.isEmpty()
                : Math.abs(rho.getAsDouble() - both / Math.sqrt(first * second)) < A_ROUNDING;
    }

    @Property
    boolean theOrderOfRatersAndItemsDoesNotMatter(@ForAll("ballots") double[][] ballots, @ForAll long seed) {
        double[][] mixed = mixed(ballots, new Random(seed));
        double w = KendallW.ofBallots(ballots).map(Concordance::w).orElse(-1.0);
        double mixedW = KendallW.ofBallots(mixed).map(Concordance::w).orElse(-1.0);
        return Math.abs(w - mixedW) < A_ROUNDING && (w == -1 || w > -A_ROUNDING && w < 1 + A_ROUNDING);
    }

    @Property
    boolean theOrderOfItemsDoesNotMatterToRho(@ForAll("ballots") double[][] ballots, @ForAll long seed) {
        double[][] pair = {ballots[0], ballots[1]};
        double[][] mixed = mixed(pair, new Random(seed));
        OptionalDouble rho = Spearman.of(pair[0], pair[1]);
        OptionalDouble mixedRho = Spearman.of(mixed[0], mixed[1]);
        return rho.isEmpty() == mixedRho.isEmpty() && Math.abs(rho.orElse(0) - mixedRho.orElse(0)) < A_ROUNDING;
    }

    /** Eight raters who are the items themselves, so that no draw is needed for the p-value. */
    @Property(tries = 200)
    boolean withoutOwnViewsWIsBetweenZeroAndOneWhoeverComesFirst(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 8;
        double[][] ballots = new double[size][size];
        for (int rater = 0; rater < size; rater++) {
            for (int item = 0; item < size; item++) {
                ballots[rater][item] = item == rater ? Double.NaN : random.nextDouble();
            }
        }
        BlockConcordance found = BalancedBlocks.concordance(ballots).orElseThrow();
        BlockConcordance mixed =
                BalancedBlocks.concordance(mixed(ballots, random)).orElseThrow();
        return found.w() >= 0
                && found.w() <= 1 + A_ROUNDING
                && found.together() == size - 2
                && Math.abs(found.w() - mixed.w()) < A_ROUNDING;
    }

    private static double[][] mixed(double[][] ballots, Random random) {
        List<double[]> raters = new ArrayList<>(List.of(ballots));
        Collections.shuffle(raters, random);
        List<Integer> order = new ArrayList<>();
        for (int item = 0; item < ballots[0].length; item++) {
            order.add(item);
        }
        Collections.shuffle(order, random);
        return raters.stream()
                .map(ballot -> order.stream().mapToDouble(item -> ballot[item]).toArray())
                .toArray(double[][]::new);
    }
}
