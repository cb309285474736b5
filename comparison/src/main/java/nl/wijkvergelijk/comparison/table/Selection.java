package nl.wijkvergelijk.comparison.table;

import java.util.List;
import java.util.Set;

/**
 * Which part of a comparison to show, in which order. Empty municipalities or indicators mean all; sort keys are indicator ids or {@code
 * municipality}. Ranks and summary do not depend on it.
 */
public record Selection(Set<String> municipalities, List<String> indicators, List<Sort> sort) {

    /** Everything, by name. */
    public static final Selection ALL = new Selection(Set.of(), List.of(), List.of());

    /** Whether this indicator is shown or sorted by. */
    boolean needs(String indicator) {
        return indicators.isEmpty()
                || indicators.contains(indicator)
                || sort.stream().anyMatch(each -> each.key().equals(indicator));
    }

    /** One sort key; missing figures come last either way. */
    public record Sort(String key, boolean descending) {

        /** Reads {@code fte-total} or {@code -fte-total}. */
        public static Sort of(String key) {
            return key.startsWith("-") ? new Sort(key.substring(1), true) : new Sort(key, false);
        }
    }
}
