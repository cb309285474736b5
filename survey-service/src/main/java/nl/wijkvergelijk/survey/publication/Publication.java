package nl.wijkvergelijk.survey.publication;

import java.util.List;

/**
 * What is to become public at one instant.
 *
 * @param round null where it is about no round
 * @param corrects the latest earlier publication that this one replaces; null for none
 * @param reason why it is corrected or withdrawn; null otherwise
 */
public record Publication(
        Kind kind,
        String round,
        Long corrects,
        String reason,
        List<PublishedMunicipality> municipalities,
        List<PublishedRound> rounds,
        List<PublishedFigure> figures,
        List<PublishedRating> ratings) {

    /** What a publication holds. */
    public enum Kind {
        REFERENCE,
        DEFINITIONS,
        RESPONSES,
        RATINGS,
        WITHDRAWAL;

        /** The kind as it is stored. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A name that comparisons show. */
    public static Publication of(PublishedMunicipality municipality) {
        return new Publication(
                Kind.REFERENCE, null, null, null, List.of(municipality), List.of(), List.of(), List.of());
    }

    /** A round that comparisons show. */
    public static Publication of(PublishedRound round) {
        return new Publication(Kind.REFERENCE, round.id(), null, null, List.of(), List.of(round), List.of(), List.of());
    }

    /** Figures of one or many responses, or their withdrawal. */
    public static Publication ofFigures(
            Kind kind, String round, Long corrects, String reason, List<PublishedFigure> figures) {
        return new Publication(kind, round, corrects, reason, List.of(), List.of(), figures, List.of());
    }

    /** A whole rating session. */
    public static Publication ofRatings(String round, Long corrects, String reason, List<PublishedRating> ratings) {
        return new Publication(Kind.RATINGS, round, corrects, reason, List.of(), List.of(), List.of(), ratings);
    }

    /** New definitions are in force. */
    static Publication ofDefinitions() {
        return new Publication(Kind.DEFINITIONS, null, null, null, List.of(), List.of(), List.of(), List.of());
    }
}
