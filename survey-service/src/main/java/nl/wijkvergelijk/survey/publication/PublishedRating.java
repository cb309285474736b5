package nl.wijkvergelijk.survey.publication;

import java.math.BigDecimal;

/**
 * A row of {@code published.rating}.
 *
 * @param reading from 1; one of a scale's readings is chosen
 * @param evidence a JSON array
 */
public record PublishedRating(
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
        String evidence)
        implements PublishedRow {}
