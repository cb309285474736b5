package nl.wijkvergelijk.comparison.dataset;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** One scale of a round's rating session: totals by municipality in one or more readings, exactly one of them chosen; and the ballots, by rater and municipality, where they were published. */
public record RatingScale(
        String id,
        String kind,
        int raters,
        int items,
        BigDecimal pointsMin,
        BigDecimal pointsMax,
        long sequence,
        List<Reading> readings,
        SortedMap<String, Map<String, BigDecimal>> ballots) {

    /** One source's totals, by municipality code. */
    public record Reading(int number, boolean chosen, Map<String, BigDecimal> totals) {}

    /** The totals that are compared. */
    public Reading chosen() {
        for (Reading reading : readings) {
            if (reading.chosen()) {
                return reading;
            }
        }
        throw new IllegalStateException("scale " + id + " has no chosen reading");
    }
}
