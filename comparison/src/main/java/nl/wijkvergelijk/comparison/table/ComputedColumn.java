package nl.wijkvergelijk.comparison.table;

import java.util.function.IntFunction;
import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Indicator;

/**
 * One indicator among a group: its figure for each member, computed anew each time since all of a large table together take much memory, and how it lies in the whole
 * group.
 */
record ComputedColumn(Indicator indicator, IntFunction<Computed> figures, Spread spread) {

    String id() {
        return indicator.id();
    }

    /** Of the member in this place. */
    Computed figure(int row) {
        return figures.apply(row);
    }
}
