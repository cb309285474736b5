package nl.wijkvergelijk.survey.publication;

import java.time.Instant;
import nl.wijkvergelijk.survey.answer.ReportedFigure;

/**
 * A row of {@code published.figure}.
 *
 * @param clarification what the researcher wrote for the public about the answer; null for nothing
 * @param revision the revision of the response that was published, and its time
 * @param onBehalf why somebody else entered it; null when the municipality did
 */
public record PublishedFigure(
        String round,
        String municipality,
        ReportedFigure reported,
        String clarification,
        int revision,
        Instant revisedAt,
        String onBehalf)
        implements PublishedRow {}
