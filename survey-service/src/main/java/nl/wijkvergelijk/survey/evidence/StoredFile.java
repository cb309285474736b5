package nl.wijkvergelijk.survey.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.survey.request.Tagged;

/** An uploaded file: what it is, and by which SHA-256 it is kept. Its tag is that SHA-256. */
record StoredFile(String sha256, long size, String mediaType, String fileName) implements Tagged {

    @Override
    @JsonIgnore
    public String tag() {
        return ETags.strong(sha256);
    }
}
