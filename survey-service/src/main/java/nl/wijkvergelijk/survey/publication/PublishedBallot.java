package nl.wijkvergelijk.survey.publication;

import java.math.BigDecimal;

/** A row of {@code published.ballot}: what a rater gave a municipality on a scale. */
public record PublishedBallot(String round, String scale, String rater, String item, BigDecimal value)
        implements PublishedRow {}
