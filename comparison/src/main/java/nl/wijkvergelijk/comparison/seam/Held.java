package nl.wijkvergelijk.comparison.seam;

import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.dataset.PublishedFindings;

/**
 * The dataset all requests read, with the publications it is made of, oldest first, and all findings in them. Replaced as one whole, so that a request sees one moment.
 *
 * @param redaction the sequence of the last redaction: what was read of earlier publications before it is not what they are now; 0 when there is none
 */
public record Held(Dataset dataset, List<PublicationRow> publications, PublishedFindings findings, long redaction) {

    public Held {
        publications = List.copyOf(publications);
    }

    public Held(Dataset dataset, List<PublicationRow> publications, PublishedFindings findings) {
        this(dataset, publications, findings, redaction(publications));
    }

    /** Nothing published yet. */
    public static Held nothing(Dataset empty) {
        return new Held(empty, List.of(), PublishedFindings.none());
    }

    private static long redaction(List<PublicationRow> publications) {
        return publications.stream()
                .filter(PublicationRow::isRedaction)
                .mapToLong(PublicationRow::sequence)
                .max()
                .orElse(0);
    }

    /** The publication with this sequence. */
    public Optional<PublicationRow> publication(long sequence) {
        // Sequences have no gaps, so the place follows from the number.
        return sequence < 1 || sequence > publications.size()
                ? Optional.empty()
                : Optional.of(publications.get((int) sequence - 1));
    }
}
