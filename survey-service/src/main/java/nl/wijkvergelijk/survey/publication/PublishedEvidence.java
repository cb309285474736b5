package nl.wijkvergelijk.survey.publication;

/**
 * A row of {@code published.evidence}: a document, or an interview by the group that was spoken with. What is not of its type, unknown or internal is null.
 *
 * @param position its place in the order of filing, from 1
 * @param people how many were spoken with
 * @param reason why the procedure was deviated from
 */
public record PublishedEvidence(
        String round,
        String municipality,
        int position,
        String type,
        String title,
        String kind,
        String date,
        String publisher,
        String url,
        boolean internal,
        String group,
        String form,
        Integer people,
        String outcome,
        String reason)
        implements PublishedRow {

    /** A document that the public may look up. */
    public static PublishedEvidence document(
            String round,
            String municipality,
            int position,
            String title,
            String kind,
            String date,
            String publisher,
            String url) {
        return new PublishedEvidence(
                round,
                municipality,
                position,
                "document",
                title,
                kind,
                date,
                publisher,
                url,
                false,
                null,
                null,
                null,
                null,
                null);
    }

    /** A document of which the public reads no more than this. */
    public static PublishedEvidence internal(
            String round, String municipality, int position, String kind, String date) {
        return new PublishedEvidence(
                round,
                municipality,
                position,
                "document",
                null,
                kind,
                date,
                null,
                null,
                true,
                null,
                null,
                null,
                null,
                null);
    }

    /** An interview, held or not. */
    public static PublishedEvidence interview(
            String round,
            String municipality,
            int position,
            String group,
            String date,
            String form,
            Integer people,
            String outcome,
            String reason) {
        return new PublishedEvidence(
                round,
                municipality,
                position,
                "interview",
                null,
                null,
                date,
                null,
                null,
                false,
                group,
                form,
                people,
                outcome,
                reason);
    }
}
