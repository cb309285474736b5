package nl.wijkvergelijk.comparison.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;

/** Everything published up to one sequence. Immutable: {@link #with} makes a new one and copies only the rounds that are touched. */
public final class Dataset {

    private final DefinitionsCatalogue catalogue;

    private Dataset(DefinitionsCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Nothing published yet: sequence 0, no rounds. */
    public static Dataset empty(DefinitionsCatalogue catalogue) {
        return new Dataset(catalogue);
    }

    /**
     * This dataset and the publications after it, with their rows. Sequences must be higher than {@link #sequence()} and ascending
     * (gaps are allowed: an old dataset is built for one round only); rows of other sequences are refused.
     */
    public Dataset with(
            List<PublicationRow> publications,
            List<MunicipalityRow> municipalities,
            List<RoundRow> rounds,
            List<FigureRow> figures,
            List<RatingRow> ratings) {
        throw new UnsupportedOperationException("being written " + catalogue);
    }

    /** The last publication's sequence; 0 when there is none. */
    public long sequence() {
        return 0;
    }

    /** The last publication's id; null when there is none. */
    public UUID lastId() {
        return null;
    }

    /** The definitions in force. */
    public Definitions definitions() {
        return catalogue.number(1);
    }

    /** All municipalities by code, as last published. */
    public Map<String, Municipality> municipalities() {
        return Map.of();
    }

    /** All rounds by id, as last published. */
    public Map<String, Round> rounds() {
        return Map.of();
    }

    /** The round a question without a round is about: the highest id of the rounds that have figures or ratings. */
    public Optional<String> latestRound() {
        return Optional.empty();
    }

    /** The codes of the municipalities with a figure or rating in this round, by name. */
    public List<String> members(String round) {
        return List.of();
    }

    /** The last sequence that touched what a table of this round shows: its rows, its names, or the definitions. */
    public long version(String round) {
        return 0;
    }

    /** When {@link #version} was published. */
    public Instant publishedAt(String round) {
        return Instant.EPOCH;
    }
}
