package nl.wijkvergelijk.comparison.dataset;

import java.math.BigDecimal;

/** One row of {@code published.rating}: the total points one municipality got on one scale, by one source's reading. */
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
        BigDecimal pointsMax) {}
