package nl.wijkvergelijk.comparison.seam;

import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;

/** The dataset all requests read, with the publications it is made of, oldest first. Replaced as one whole, so that a request sees one moment. */
public record Held(Dataset dataset, List<PublicationRow> publications) {

    public Held {
        publications = List.copyOf(publications);
    }

    /** Nothing published yet. */
    public static Held nothing(Dataset empty) {
        return new Held(empty, List.of());
    }

    /** The publication with this sequence. */
    public Optional<PublicationRow> publication(long sequence) {
        // Sequences have no gaps, so the place follows from the number.
        return sequence < 1 || sequence > publications.size()
                ? Optional.empty()
                : Optional.of(publications.get((int) sequence - 1));
    }
}
