package nl.wijkvergelijk.comparison.representation;

import nl.wijkvergelijk.comparison.dataset.PublicationRow;

/** The publication something came with. */
public record PublicationView(long version, String publishedAt, Long corrects, String reason) {

    /** The same for a part of it that replaces what was in this publication; null where the part is new, and then it corrects nothing. */
    public static PublicationView of(PublicationRow publication, Long corrects) {
        return new PublicationView(
                publication.sequence(),
                publication.at().toString(),
                corrects,
                corrects == null ? null : publication.reason());
    }

    public static PublicationView of(PublicationRow publication) {
        return new PublicationView(
                publication.sequence(), publication.at().toString(), publication.corrects(), publication.reason());
    }
}
