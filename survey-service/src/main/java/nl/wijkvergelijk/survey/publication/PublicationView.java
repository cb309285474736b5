package nl.wijkvergelijk.survey.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A publication as it is shown.
 *
 * @param municipalities whose figures it holds
 * @param figures how many rows
 */
public record PublicationView(
        long sequence,
        UUID id,
        Instant publishedAt,
        String kind,
        List<String> municipalities,
        int figures,
        Long corrects,
        String reason) {}
