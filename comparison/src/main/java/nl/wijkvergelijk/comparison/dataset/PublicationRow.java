package nl.wijkvergelijk.comparison.dataset;

import java.time.Instant;
import java.util.UUID;

/** One row of {@code published.publication}; {@code definitions} is the number in force at that moment, {@code round} is null for reference and definitions. */
public record PublicationRow(
        long sequence,
        UUID id,
        Instant at,
        String kind,
        int definitions,
        String round,
        int figures,
        int ratings,
        int municipalities,
        int rounds,
        int findings,
        Long corrects,
        String reason,
        int ballots,
        int descriptions,
        int evidence,
        int groups) {

    /** Whether it says that rows of earlier publications are no longer what they were. */
    public boolean isRedaction() {
        return kind.equals("redaction");
    }
}
