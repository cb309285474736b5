package nl.wijkvergelijk.comparison.table;

import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.definitions.Topic;

/** Compares the municipalities of one round: a pure function of a dataset. */
public final class Comparison {

    private Comparison() {}

    /**
     * The comparison of a topic (or of any list of indicators: make a {@link Topic}) in a round. Throws IllegalArgumentException for a
     * round, indicator or sort key that is not there; municipalities that are not in the round have no row.
     */
    public static Table of(Dataset dataset, Topic topic, String round, Selection selection) {
        throw new UnsupportedOperationException("being written");
    }
}
