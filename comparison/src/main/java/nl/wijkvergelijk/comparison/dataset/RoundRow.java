package nl.wijkvergelijk.comparison.dataset;

import java.math.BigDecimal;

/** One row of {@code published.round}; {@code fullTimeHours} is the full-time working week, in hours, with where that number comes from. */
public record RoundRow(
        long sequence,
        String id,
        String titleNl,
        String titleEn,
        String questionnaire,
        int questionnaireVersion,
        BigDecimal fullTimeHours,
        String fullTimeHoursSource) {}
