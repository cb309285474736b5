package nl.wijkvergelijk.survey.publication;

import java.math.BigDecimal;
import nl.wijkvergelijk.http.Text;

/** A row of {@code published.round}. */
public record PublishedRound(
        String id,
        Text title,
        String questionnaire,
        int questionnaireVersion,
        BigDecimal fullTimeHours,
        String fullTimeHoursSource)
        implements PublishedRow {}
