package nl.wijkvergelijk.survey.description;

import java.time.Instant;
import java.util.List;
import nl.wijkvergelijk.survey.request.Page;
import nl.wijkvergelijk.survey.request.Paged;

/** A page of the versions of a description, without their texts. */
record VersionList(List<VersionView> versions, long total, Page page) implements Paged {

    /** @param reason why it was written; null when nobody said so */
    record VersionView(int version, String language, Instant writtenAt, String author, String reason) {}
}
