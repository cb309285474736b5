package nl.wijkvergelijk.survey.publication;

import java.time.Instant;
import nl.wijkvergelijk.survey.answer.PublicAnswer;

/**
 * A row of {@code published.answer}.
 *
 * @param revision the revision of the response that was published, and its time
 * @param onBehalf why somebody else entered it; null when the municipality did
 */
public record PublishedAnswer(
        String round, String municipality, PublicAnswer answer, int revision, Instant revisedAt, String onBehalf)
        implements PublishedRow {}
