package nl.wijkvergelijk.survey.publication;

import java.time.Instant;

/**
 * A row of {@code published.description}.
 *
 * @param version of the text; null with language and instant where none was written
 * @param sections a JSON array
 * @param agreement what the municipality said of it; null when it is withdrawn
 * @param note its dissent; null unless it dissents
 * @param why somebody else answered, or approved without an answer; null when the municipality spoke for itself
 */
public record PublishedDescription(
        String round,
        String municipality,
        Integer version,
        String language,
        Instant writtenAt,
        String sections,
        String agreement,
        String note,
        String why,
        Instant answeredAt,
        boolean withdrawn)
        implements PublishedRow {

    /** That a description is no longer public: nothing of it is repeated. */
    public static PublishedDescription withdrawn(String round, String municipality) {
        return new PublishedDescription(round, municipality, null, null, null, "[]", null, null, null, null, true);
    }
}
