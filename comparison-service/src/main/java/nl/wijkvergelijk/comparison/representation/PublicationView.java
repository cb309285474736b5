package nl.wijkvergelijk.comparison.representation;

import nl.wijkvergelijk.comparison.dataset.PublicationRow;

/** The publication something came with. */
public record PublicationView(long version, String publishedAt, Long corrects, String reason) {

    public static PublicationView of(PublicationRow publication) {
        return new PublicationView(
                publication.sequence(), publication.at().toString(), publication.corrects(), publication.reason());
    }
}
