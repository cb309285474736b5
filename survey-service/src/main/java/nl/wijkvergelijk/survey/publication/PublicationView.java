package nl.wijkvergelijk.survey.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A publication as it is shown.
 *
 * @param municipalities whose answers it holds
 * @param figures how many rows
 * @param findings which findings it holds, or takes back
 * @param groups which groups, likewise
 */
public record PublicationView(
        long sequence,
        UUID id,
        Instant publishedAt,
        String kind,
        List<String> municipalities,
        int figures,
        List<String> findings,
        List<String> groups,
        Long corrects,
        String reason) {}
