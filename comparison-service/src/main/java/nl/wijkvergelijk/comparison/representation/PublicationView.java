package nl.wijkvergelijk.comparison.representation;

import java.util.OptionalLong;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;

/** The publication something came with. */
public record PublicationView(long version, String publishedAt, Long corrects, String reason) {

    /** The same for a part of it that replaces what was in this publication; none where the part is new, and then it corrects nothing. */
    public static PublicationView of(PublicationRow publication, OptionalLong corrects) {
        return new PublicationView(
                publication.sequence(),
                publication.at().toString(),
                corrects.isEmpty() ? null : Long.valueOf(corrects.getAsLong()),
                corrects.isEmpty() ? null : publication.reason());
    }

    public static PublicationView of(PublicationRow publication) {
        return new PublicationView(
                publication.sequence(), publication.at().toString(), publication.corrects(), publication.reason());
    }
}
