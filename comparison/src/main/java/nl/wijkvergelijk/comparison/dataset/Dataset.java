package nl.wijkvergelijk.comparison.dataset;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;

/**
 * Everything published up to one sequence. Immutable: {@link #with} makes a new one, copies only the rounds that are touched and shares
 * the rest.
 */
public final class Dataset {

    private final DefinitionsCatalogue catalogue;
    private final long sequence;
    private final UUID lastId;
    private final Definitions definitions;
    private final SortedMap<String, Municipality> municipalities;
    private final SortedMap<String, Versioned> rounds;
    private final Map<String, Long> named;

    /** A round's figures and the publication that last touched what a table of it shows. */
    record Versioned(RoundFigures figures, long version, Instant publishedAt) {}

    Dataset(
            DefinitionsCatalogue catalogue,
            long sequence,
            UUID lastId,
            Definitions definitions,
            SortedMap<String, Municipality> municipalities,
            SortedMap<String, Versioned> rounds,
            Map<String, Long> named) {
        this.catalogue = catalogue;
        this.sequence = sequence;
        this.lastId = lastId;
        this.definitions = definitions;
        this.municipalities = municipalities;
        this.rounds = rounds;
        this.named = named;
    }

    /** Nothing published yet: sequence 0, the first definitions, no rounds. */
    public static Dataset empty(DefinitionsCatalogue catalogue) {
        Definitions first = catalogue.all().iterator().next();
        return new Dataset(catalogue, 0, null, first, new TreeMap<>(), new TreeMap<>(), Map.of());
    }

    /**
     * This dataset and the publications after it, with their rows. Sequences must be ascending and higher than {@link #sequence()}
     * (gaps are allowed: an old dataset is built for one round only). Throws {@link UnreadableRows} for rows of other sequences, for a
     * round nobody published and for codes this release does not know, {@link
     * nl.wijkvergelijk.comparison.definitions.InvalidDefinitions} for definitions it does not have.
     */
    public Dataset with(
            List<PublicationRow> publications,
            List<MunicipalityRow> municipalityRows,
            List<RoundRow> roundRows,
            List<FigureRow> figureRows,
            List<RatingRow> ratingRows) {
        return with(publications, municipalityRows, roundRows, figureRows, ratingRows, List.of());
    }

    /** The same with named groups. */
    public Dataset with(
            List<PublicationRow> publications,
            List<MunicipalityRow> municipalityRows,
            List<RoundRow> roundRows,
            List<FigureRow> figureRows,
            List<RatingRow> ratingRows,
            List<GroupRow> groupRows) {
        Load load = load();
        load.add(publications, municipalityRows, roundRows, figureRows, ratingRows, groupRows);
        return load.done();
    }

    /** Begins to add publications to a copy. */
    public Load load() {
        return new Load(catalogue, sequence, lastId, definitions, municipalities, rounds, named);
    }

    /** The last publication's sequence; 0 when there is none. */
    public long sequence() {
        return sequence;
    }

    /** The last publication's id; null when there is none. */
    public UUID lastId() {
        return lastId;
    }

    /** The definitions in force. */
    public Definitions definitions() {
        return definitions;
    }

    /** All municipalities by code, as last published. */
    public Map<String, Municipality> municipalities() {
        return Collections.unmodifiableMap(municipalities);
    }

    /** All rounds by id, as last published. */
    public Map<String, Round> rounds() {
        Map<String, Round> all = new TreeMap<>();
        rounds.forEach((id, versioned) -> all.put(id, versioned.figures().round()));
        return all;
    }

    /** The figures of a round; empty when no such round was published. */
    public Optional<RoundFigures> round(String id) {
        return Optional.ofNullable(rounds.get(id)).map(Versioned::figures);
    }

    /** The round a question without a round is about: the highest id of the rounds that have figures or ratings. */
    public Optional<String> latestRound() {
        String latest = null;
        for (Map.Entry<String, Versioned> entry : rounds.entrySet()) {
            if (!entry.getValue().figures().members().isEmpty()) {
                latest = entry.getKey();
            }
        }
        return Optional.ofNullable(latest);
    }

    /** The codes of the municipalities with a figure or rating in this round, by name; none when there is no such round. */
    public List<String> members(String round) {
        return round(round).map(RoundFigures::members).orElse(List.of()).stream()
                .map(Municipality::code)
                .toList();
    }

    /**
     * The last sequence that touched what a table of this round shows: its figures, ratings, groups or own row, the name of a municipality in
     * it, or the definitions. Throws IllegalArgumentException when there is no such round.
     */
    public long version(String round) {
        return versioned(round).version();
    }

    /** When {@link #version} was published. */
    public Instant publishedAt(String round) {
        return versioned(round).publishedAt();
    }

    /** The last sequence that named this municipality, said when its code is valid or what it merged into; 0 when none did. */
    public long named(String municipality) {
        return named.getOrDefault(municipality, 0L);
    }

    private Versioned versioned(String round) {
        Versioned found = rounds.get(round);
        if (found == null) {
            throw new IllegalArgumentException("no round " + round);
        }
        return found;
    }
}
