package nl.wijkvergelijk.comparison.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every finding as it ever was published, without texts: few enough to hold, so that each version of the data knows its own. Immutable. */
public final class PublishedFindings {

    private static final Comparator<FindingRow> AS_TOLD =
            Comparator.comparingInt(FindingRow::position).thenComparing(FindingRow::id);

    private final List<FindingRow> rows;

    private PublishedFindings(List<FindingRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Nothing published yet. */
    public static PublishedFindings none() {
        return new PublishedFindings(List.of());
    }

    /** These and the rows of later publications. */
    public PublishedFindings with(List<FindingRow> later) {
        if (later.isEmpty()) {
            return this;
        }
        List<FindingRow> all = new ArrayList<>(rows);
        later.stream().sorted(Comparator.comparingLong(FindingRow::sequence)).forEach(all::add);
        return new PublishedFindings(all);
    }

    /** The findings of a round as they were at a sequence, in the order in which they are told; those withdrawn by then too. */
    public List<FindingRow> at(String round, long sequence) {
        Map<String, FindingRow> latest = new HashMap<>();
        for (FindingRow row : rows) {
            if (row.sequence() <= sequence && row.round().equals(round)) {
                latest.put(row.id(), row);
            }
        }
        return latest.values().stream().sorted(AS_TOLD).toList();
    }

    /** One finding as it was at a sequence. */
    public Optional<FindingRow> find(String round, String id, long sequence) {
        return at(round, sequence).stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Which publication's row of a finding this one replaces; none where it was not public before. */
    public OptionalLong replaced(FindingRow row) {
        return find(row.round(), row.id(), row.sequence() - 1)
                .filter(before -> !before.withdrawn())
                .map(before -> OptionalLong.of(before.sequence()))
                .orElse(OptionalLong.empty());
    }

    /** The last publication up to a sequence that holds findings of the round; 0 when there is none. */
    public long version(String round, long sequence) {
        return at(round, sequence).stream()
                .mapToLong(FindingRow::sequence)
                .max()
                .orElse(0);
    }

    /** The codes of all themes there ever was a finding about. */
    public List<String> themes() {
        SortedMap<Integer, String> themes = new TreeMap<>();
        rows.forEach(row -> themes.putIfAbsent(row.position(), row.theme()));
        return themes.values().stream().distinct().toList();
    }
}
