package nl.wijkvergelijk.survey.publication;

import java.util.List;

/**
 * What is to become public at one instant.
 *
 * @param round null where it is about no round
 * @param corrects the latest earlier publication that this one replaces; null for none
 * @param reason why it is corrected or withdrawn; null where it corrects nothing, whatever reason was given
 * @param rows of any kinds
 */
public record Publication(Kind kind, String round, Long corrects, String reason, List<PublishedRow> rows) {

    public Publication {
        reason = corrects == null ? null : reason;
        rows = List.copyOf(rows);
    }

    /** What a publication holds; with responses there may be findings and groups too, with findings groups. */
    public enum Kind {
        REFERENCE,
        DEFINITIONS,
        RESPONSES,
        RATINGS,
        FINDINGS,
        WITHDRAWAL,
        REDACTION;

        /** The kind as it is stored. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A name that comparisons show. */
    public static Publication of(PublishedMunicipality municipality) {
        return new Publication(Kind.REFERENCE, null, null, null, List.of(municipality));
    }

    /** A round that comparisons show. */
    public static Publication of(PublishedRound round) {
        return new Publication(Kind.REFERENCE, round.id(), null, null, List.of(round));
    }

    /** A whole rating session. */
    public static Publication ofRatings(
            String round, Long corrects, String reason, List<? extends PublishedRow> ratingsAndBallots) {
        return new Publication(Kind.RATINGS, round, corrects, reason, List.copyOf(ratingsAndBallots));
    }

    /** New definitions are in force. */
    static Publication ofDefinitions() {
        return new Publication(Kind.DEFINITIONS, null, null, null, List.of());
    }

    /** The rows of one kind. */
    <T extends PublishedRow> List<T> rows(Class<T> type) {
        return rows.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
