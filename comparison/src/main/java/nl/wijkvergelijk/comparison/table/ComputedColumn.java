package nl.wijkvergelijk.comparison.table;

import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Indicator;

/** One indicator, computed for members of a group in their order (null for those that nobody asked about), and how it lies in the whole group. */
record ComputedColumn(Indicator indicator, Computed[] computed, Spread spread) {

    String id() {
        return indicator.id();
    }
}
