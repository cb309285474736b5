package nl.wijkvergelijk.comparison.table;

import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Indicator;

/** One indicator computed for the whole group, in the order of its members; {@code sorted} are the values there are, ascending. */
record ComputedColumn(Indicator indicator, Computed[] computed, double[] sorted, Rank[] ranks) {

    String id() {
        return indicator.id();
    }
}
