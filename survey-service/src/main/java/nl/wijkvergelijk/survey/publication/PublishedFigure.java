package nl.wijkvergelijk.survey.publication;

import java.time.Instant;
import nl.wijkvergelijk.survey.answer.ReportedFigure;

/**
 * A row of {@code published.figure}.
 *
 * @param revision the revision of the response that was published, and its time
 * @param onBehalf why somebody else entered it; null when the municipality did
 */
public record PublishedFigure(
        String round, String municipality, ReportedFigure reported, int revision, Instant revisedAt, String onBehalf)
        implements PublishedRow {}
