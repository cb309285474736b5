package nl.wijkvergelijk.comparison.published;

/** A piece of evidence on file, as the public reads it: a document, or an interview by the group that was spoken with. What is unknown or internal is null. */
public record FiledEvidence(
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
        String reason) {}
