package nl.wijkvergelijk.comparison.dataset;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One row of {@code published.rating}: the total points one municipality got on one scale, by one source's reading.
 *
 * @param given what it got by rater, from {@code published.ballot}; empty where only totals were published
 */
public record RatingRow(
        long sequence,
        String round,
        String scale,
        int reading,
        String municipality,
        BigDecimal total,
        boolean chosen,
        int raters,
        int items,
        String kind,
        BigDecimal pointsMin,
        BigDecimal pointsMax,
        Map<String, BigDecimal> given) {

    /** A total of which no ballots are known. */
    public RatingRow(
            long sequence,
            String round,
            String scale,
            int reading,
            String municipality,
            BigDecimal total,
            boolean chosen,
            int raters,
            int items,
            String kind,
            BigDecimal pointsMin,
            BigDecimal pointsMax) {
        this(
                sequence,
                round,
                scale,
                reading,
                municipality,
                total,
                chosen,
                raters,
                items,
                kind,
                pointsMin,
                pointsMax,
                Map.of());
    }

    /** The same with the ballots that it was added up from, and those that were incomplete. */
    public RatingRow from(Map<String, BigDecimal> ballots) {
        return new RatingRow(
                sequence,
                round,
                scale,
                reading,
                municipality,
                total,
                chosen,
                raters,
                items,
                kind,
                pointsMin,
                pointsMax,
                ballots);
    }
}
