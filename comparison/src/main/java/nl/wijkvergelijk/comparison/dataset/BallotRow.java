package nl.wijkvergelijk.comparison.dataset;

import java.math.BigDecimal;

/** One row of {@code published.ballot}: what one rater gave one municipality on one scale. */
public record BallotRow(long sequence, String round, String scale, String rater, String item, BigDecimal value) {}
