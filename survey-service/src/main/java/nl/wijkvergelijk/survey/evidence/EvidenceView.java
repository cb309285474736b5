package nl.wijkvergelijk.survey.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import nl.wijkvergelijk.survey.request.Tagged;

/**
 * Evidence on file.
 *
 * @param document null for an interview
 * @param interview null for a document
 * @param file null when none was uploaded
 */
record EvidenceView(
        String id,
        Document document,
        Interview interview,
        StoredFile file,
        Instant addedAt,
        Instant changedAt,
        @JsonIgnore String tag)
        implements Tagged {

    /** The form of an id. */
    static final String ID = "[a-z0-9][a-z0-9-]{0,59}";

    static final String DOCUMENT = "document";
    static final String INTERVIEW = "interview";

    /** What it is, in general and in particular. */
    List<String> kinds() {
        return document == null ? List.of(INTERVIEW) : List.of(DOCUMENT, document.kind());
    }

    Entry entry() {
        return new Entry(document, interview);
    }
}
