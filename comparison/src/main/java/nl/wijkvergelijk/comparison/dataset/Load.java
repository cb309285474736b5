package nl.wijkvergelijk.comparison.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import nl.wijkvergelijk.comparison.dataset.Dataset.Versioned;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;

/**
 * Applies publications in their order to what a dataset holds, in as many steps as one likes. Rounds are copied once per load, however many publications touch them. Not
 * for more than one thread, and of no use once something was refused.
 */
public final class Load {

    private final DefinitionsCatalogue catalogue;
    private long sequence;
    private UUID lastId;
    private Definitions definitions;
    private final SortedMap<String, Municipality> municipalities;
    private final SortedMap<String, Versioned> rounds;
    private final Map<String, RoundFigures.Change> changes = new HashMap<>();
    private final Map<String, Round> roundsNow = new HashMap<>();
    private final Map<String, Set<String>> membersNow = new HashMap<>();
    private final Map<String, PublicationRow> touched = new HashMap<>();
    private final Map<String, Long> named;

    /** What those that merged into others merged into; a few of many. */
    private final Map<String, List<String>> merged = new HashMap<>();

    private final Interning interning = new Interning();

    Load(
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
        this.municipalities = new TreeMap<>(municipalities);
        this.rounds = new TreeMap<>(rounds);
        this.named = new HashMap<>(named);
        municipalities.values().stream()
                .filter(each -> !each.successors().isEmpty())
                .forEach(each -> merged.put(each.code(), each.successors()));
        rounds.forEach((id, versioned) -> roundsNow.put(id, versioned.figures().round()));
    }

    /** Who is in a round by now. */
    private Set<String> members(String round) {
        return membersNow.computeIfAbsent(round, id -> {
            Set<String> members = new HashSet<>();
            Versioned before = rounds.get(id);
            if (before != null) {
                before.figures().members().forEach(m -> members.add(m.code()));
            }
            return members;
        });
    }

    /** Adds these publications with all their rows; throws {@link UnreadableRows} where one cannot be. */
    public void add(
            List<PublicationRow> publications,
            List<MunicipalityRow> municipalityRows,
            List<RoundRow> roundRows,
            List<FigureRow> figureRows,
            List<RatingRow> ratingRows,
            List<GroupRow> groupRows) {
        Map<Long, List<MunicipalityRow>> named = bySequence(municipalityRows, MunicipalityRow::sequence);
        Map<Long, List<RoundRow>> opened = bySequence(roundRows, RoundRow::sequence);
        Map<Long, List<FigureRow>> reported = bySequence(figureRows, FigureRow::sequence);
        Map<Long, List<RatingRow>> rated = bySequence(ratingRows, RatingRow::sequence);
        Map<Long, List<GroupRow>> grouped = bySequence(groupRows, GroupRow::sequence);
        for (PublicationRow publication : publications) {
            start(publication);
            long key = publication.sequence();
            rowsOf(opened, key).forEach(row -> open(row, publication));
            rowsOf(named, key).forEach(row -> name(row, publication));
            byRound(rowsOf(reported, key), FigureRow::round).forEach((round, rows) -> report(round, rows, publication));
            byRound(rowsOf(rated, key), RatingRow::round).forEach((round, rows) -> rate(round, rows, publication));
            rowsOf(grouped, key).forEach(row -> group(row, publication));
        }
        refuseLeftovers(named, opened, reported, rated, grouped);
    }

    private void start(PublicationRow publication) {
        if (publication.sequence() <= sequence) {
            throw new UnreadableRows("publication " + publication.sequence() + " comes after " + sequence);
        }
        sequence = publication.sequence();
        lastId = publication.id();
        if (publication.definitions() != definitions.number()) {
            definitions = catalogue.number(publication.definitions());
            roundsNow.keySet().forEach(round -> touched.put(round, publication));
        }
    }

    private void open(RoundRow row, PublicationRow publication) {
        roundsNow.put(row.id(), Round.of(row));
        touched.put(row.id(), publication);
    }

    private void name(MunicipalityRow row, PublicationRow publication) {
        Municipality before = municipalities.put(row.code(), Municipality.of(row));
        named.put(row.code(), publication.sequence());
        if (row.successors().isEmpty()) {
            merged.remove(row.code());
        } else {
            merged.put(row.code(), row.successors());
        }
        // What a municipality merges into, or no longer does, is said wherever that is compared.
        Set<String> concerned = new HashSet<>(row.successors());
        concerned.add(row.code());
        if (before != null) {
            concerned.addAll(before.successors());
        }
        // And so is the name of what they merge into, with the others that it went to.
        merged.forEach((code, successors) -> {
            if (successors.contains(row.code())) {
                concerned.add(code);
                concerned.addAll(successors);
            }
        });
        roundsNow.keySet().forEach(round -> {
            if (!Collections.disjoint(members(round), concerned)) {
                touched.put(round, publication);
            }
        });
    }

    private void report(String round, List<FigureRow> rows, PublicationRow publication) {
        change(round).replace(rows, interning);
        rows.forEach(row -> members(round).add(row.municipality()));
        touched.put(round, publication);
    }

    private void rate(String round, List<RatingRow> rows, PublicationRow publication) {
        change(round).rate(rows);
        rows.forEach(row -> members(round).add(row.municipality()));
        touched.put(round, publication);
    }

    private void group(GroupRow row, PublicationRow publication) {
        change(row.round()).group(row);
        touched.put(row.round(), publication);
    }

    private RoundFigures.Change change(String round) {
        Round known = roundsNow.get(round);
        if (known == null) {
            throw new UnreadableRows(
                    "publication " + sequence + " is about round " + round + ", which nobody published");
        }
        return changes.computeIfAbsent(round, r -> {
            Versioned before = rounds.get(r);
            return (before == null ? RoundFigures.none(known) : before.figures()).change();
        });
    }

    /** The dataset with all that was added. */
    public Dataset done() {
        touched.forEach((id, publication) -> {
            Round round = roundsNow.get(id);
            Versioned before = rounds.get(id);
            RoundFigures figures;
            if (changes.containsKey(id)) {
                figures = changes.get(id).done(round, municipalities);
            } else {
                figures = (before == null ? RoundFigures.none(round) : before.figures()).named(round, municipalities);
            }
            rounds.put(id, new Versioned(figures, publication.sequence(), publication.at()));
        });
        return new Dataset(catalogue, sequence, lastId, definitions, municipalities, rounds, named);
    }

    private static <T> Map<Long, List<T>> bySequence(List<T> rows, ToLongFunction<T> key) {
        Map<Long, List<T>> grouped = new HashMap<>();
        rows.forEach(row -> grouped.computeIfAbsent(key.applyAsLong(row), k -> new ArrayList<>())
                .add(row));
        return grouped;
    }

    private static <T> List<T> rowsOf(Map<Long, List<T>> grouped, long key) {
        List<T> rows = grouped.remove(key);
        return rows == null ? List.of() : rows;
    }

    private static <T> Map<String, List<T>> byRound(List<T> rows, Function<T, String> round) {
        Map<String, List<T>> grouped = new TreeMap<>();
        rows.forEach(row -> grouped.computeIfAbsent(round.apply(row), k -> new ArrayList<>())
                .add(row));
        return grouped;
    }

    @SafeVarargs
    private static void refuseLeftovers(Map<Long, ? extends List<?>>... all) {
        for (Map<Long, ? extends List<?>> left : all) {
            if (!left.isEmpty()) {
                throw new UnreadableRows("rows of publications that are not there: " + new TreeMap<>(left).keySet());
            }
        }
    }
}
