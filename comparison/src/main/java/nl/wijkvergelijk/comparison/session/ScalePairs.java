package nl.wijkvergelijk.comparison.session;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import nl.wijkvergelijk.comparison.dataset.RatingScale;
import nl.wijkvergelijk.comparison.dataset.RatingScale.Reading;
import nl.wijkvergelijk.comparison.rating.Spearman;

/** Correlates the totals of each two scales of a session, for every combination of readings. */
final class ScalePairs {

    /** Of two items the correlation is 1 or −1, whatever they are. */
    static final int FEWEST = 3;

    private ScalePairs() {}

    static List<ScalePair> of(List<RatingScale> scales) {
        List<ScalePair> pairs = new ArrayList<>();
        for (int first = 0; first < scales.size(); first++) {
            for (int second = first + 1; second < scales.size(); second++) {
                pairs.add(pair(scales.get(first), scales.get(second)));
            }
        }
        return pairs;
    }

    private static ScalePair pair(RatingScale first, RatingScale second) {
        List<String> common = common(first.chosen().totals(), second.chosen().totals());
        OptionalDouble chosen = rho(first.chosen(), second.chosen(), common);
        if (chosen.isEmpty()) {
            return new ScalePair(first.id(), second.id(), null, null, null, common.size());
        }
        double low = chosen.getAsDouble();
        double high = low;
        for (Reading one : first.readings()) {
            for (Reading other : second.readings()) {
                OptionalDouble rho = rho(one, other, common);
                low = Math.min(low, rho.orElse(low));
                high = Math.max(high, rho.orElse(high));
            }
        }
        boolean disputed = disputed(first) || disputed(second);
        return new ScalePair(
                first.id(),
                second.id(),
                chosen.getAsDouble(),
                disputed ? low : null,
                disputed ? high : null,
                common.size());
    }

    static boolean disputed(RatingScale scale) {
        return scale.readings().stream()
                .anyMatch(reading -> !reading.totals().equals(scale.chosen().totals()));
    }

    static List<String> common(Map<String, ?> one, Map<String, ?> other) {
        return one.keySet().stream().filter(other::containsKey).sorted().toList();
    }

    private static OptionalDouble rho(Reading one, Reading other, List<String> items) {
        return rho(one.totals(), other.totals(), items);
    }

    /** Over these items; empty for fewer than three, for items one of them lacks, and where one ties all. */
    static OptionalDouble rho(Map<String, BigDecimal> one, Map<String, BigDecimal> other, List<String> items) {
        boolean whole = one.keySet().containsAll(items) && other.keySet().containsAll(items);
        return whole && items.size() >= FEWEST
                ? Spearman.of(points(one, items), points(other, items))
                : OptionalDouble.empty();
    }

    static double[] points(Map<String, BigDecimal> given, List<String> items) {
        return items.stream().mapToDouble(item -> given.get(item).doubleValue()).toArray();
    }
}
