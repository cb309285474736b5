package nl.wijkvergelijk.comparison.dataset;

import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Everything published of one round, immutable: its municipalities as rows (by name), a column per measure, rating scales and named groups. A
 * municipality is in it when it has a figure or a rating.
 */
public final class RoundFigures {

    private final Round round;
    private final Map<String, Integer> index;
    private final List<Municipality> byName;
    private final int[] revisions;
    private final long[] sequences;
    private final Map<String, MeasureColumn> columns;
    private final Map<String, RatingScale> scales;
    private final SortedMap<String, NamedGroup> groups;
    private final Map<Object, Reference<Object>> derived = new ConcurrentHashMap<>();

    RoundFigures(
            Round round,
            Map<String, Integer> index,
            List<Municipality> byName,
            int[] revisions,
            long[] sequences,
            Map<String, MeasureColumn> columns,
            Map<String, RatingScale> scales,
            SortedMap<String, NamedGroup> groups) {
        this.round = round;
        this.index = index;
        this.byName = byName;
        this.revisions = revisions;
        this.sequences = sequences;
        this.columns = columns;
        this.scales = scales;
        this.groups = groups;
    }

    static RoundFigures none(Round round) {
        return new RoundFigures(
                round, Map.of(), List.of(), new int[0], new long[0], Map.of(), Map.of(), new TreeMap<>());
    }

    /** The same figures under another title, full-time week or other names. */
    RoundFigures named(Round newRound, Map<String, Municipality> municipalities) {
        List<Municipality> named = new ArrayList<>(index.size());
        Set<String> rated = new HashSet<>();
        scales.values()
                .forEach(s -> s.readings().forEach(r -> rated.addAll(r.totals().keySet())));
        for (Map.Entry<String, Integer> entry : index.entrySet()) {
            String code = entry.getKey();
            if (sequences[entry.getValue()] == 0 && !rated.contains(code)) {
                continue;
            }
            named.add(municipalities.getOrDefault(code, new Municipality(code, code, null, null, List.of())));
        }
        named.sort(MunicipalityOrder.BY_NAME);
        return new RoundFigures(
                newRound, index, Collections.unmodifiableList(named), revisions, sequences, columns, scales, groups);
    }

    /** The round itself. */
    public Round round() {
        return round;
    }

    /** Its municipalities, by name. */
    public List<Municipality> members() {
        return byName;
    }

    /** Whether this municipality is in it. */
    public boolean has(String municipality) {
        for (Municipality member : byName) {
            if (member.code().equals(municipality)) {
                return true;
            }
        }
        return false;
    }

    /** A municipality's figure of a measure; {@code not-asked} where the round or the municipality has none. */
    public Reported reported(String measure, String municipality) {
        return reported(measure, row(municipality));
    }

    /** Where a municipality stands here, to look up several of its figures; -1 where it does not. */
    public int row(String municipality) {
        return index.getOrDefault(municipality, -1);
    }

    /** The same of who stands in a {@link #row}. */
    public Reported reported(String measure, int row) {
        MeasureColumn column = columns.get(measure);
        return row < 0 || column == null ? Reported.missing(MissingCode.NOT_ASKED) : column.at(row);
    }

    /** What stands with the figure in words. */
    public Traits traits(String measure, int row) {
        MeasureColumn column = columns.get(measure);
        return row < 0 || column == null ? Traits.NONE : column.traits(row);
    }

    /** The text that the figure is, or that stands with it; null where there is none. */
    public String text(String measure, int row) {
        MeasureColumn column = columns.get(measure);
        return row < 0 || column == null ? null : column.text(row);
    }

    /** The question that feeds a measure; null when none does. */
    public String question(String measure) {
        MeasureColumn column = columns.get(measure);
        return column == null ? null : column.question();
    }

    /** The published revision of a municipality's response; 0 when it has none. */
    public int revision(String municipality) {
        return revisions[index.get(municipality)];
    }

    /** The publication a municipality's figures came with; 0 when it has none. */
    public long sequence(String municipality) {
        return sequences[index.get(municipality)];
    }

    /** A rating scale. */
    public Optional<RatingScale> scale(String id) {
        return Optional.ofNullable(scales.get(id));
    }

    /** Its rating scales by id; none where there was no rating session. */
    public Map<String, RatingScale> scales() {
        return scales;
    }

    /** Its named groups by id; none where nobody made any. */
    public Map<String, NamedGroup> groups() {
        return Collections.unmodifiableMap(groups);
    }

    /** What follows from these figures under the definitions in force: made when it is first asked for, and kept with them as long as memory lasts. */
    public <T> T derived(Object key, Class<T> type, Supplier<T> make) {
        Reference<Object> there = derived.get(key);
        Object kept = there == null ? null : there.get();
        if (kept == null) {
            kept = make.get();
            derived.put(key, new SoftReference<>(kept));
        }
        return type.cast(kept);
    }

    /** Starts a changed copy; columns are copied when they are first written. */
    Change change() {
        return new Change();
    }

    /** A copy in the making. Not for more than one thread. */
    final class Change {

        private final Map<String, Integer> newIndex = new HashMap<>(index);
        private final Map<String, MeasureColumn> newColumns = new HashMap<>(columns);
        private final Map<String, MeasureColumn> written = new HashMap<>();
        private final List<long[]> responses = new ArrayList<>();
        private Map<String, RatingScale> newScales = scales;
        private final SortedMap<String, NamedGroup> newGroups = new TreeMap<>(groups);

        private Change() {
            for (int row = 0; row < revisions.length; row++) {
                responses.add(new long[] {revisions[row], sequences[row]});
            }
        }

        private int row(String municipality) {
            Integer row = newIndex.get(municipality);
            if (row == null) {
                row = newIndex.size();
                newIndex.put(municipality, row);
                responses.add(new long[] {0, 0});
            }
            return row;
        }

        private MeasureColumn writable(String measure) {
            MeasureColumn column = written.get(measure);
            if (column == null) {
                MeasureColumn before = newColumns.get(measure);
                column = before == null ? MeasureColumn.unasked(newIndex.size()) : before.copy();
                written.put(measure, column);
                newColumns.put(measure, column);
            }
            if (column.size() < newIndex.size()) {
                column.grow(Math.max(newIndex.size(), column.size() * 3 / 2));
            }
            return column;
        }

        /**
         * Replaces whatever these municipalities had by these rows of one publication. Columns in which they say what was there already are not copied: who is published again mostly has
         * another answer to one question of a hundred.
         */
        void replace(List<FigureRow> rows, Interning interning) {
            Map<String, List<FigureRow>> byMunicipality = new HashMap<>();
            rows.forEach(r -> byMunicipality
                    .computeIfAbsent(r.municipality(), c -> new ArrayList<>())
                    .add(r));
            byMunicipality.forEach((municipality, its) -> {
                boolean known = newIndex.containsKey(municipality);
                int row = row(municipality);
                Set<String> measures = new HashSet<>();
                for (FigureRow figure : its) {
                    measures.add(figure.measure());
                    if (!known || !has(figure, row, interning)) {
                        writable(figure.measure()).set(row, figure, interning);
                    }
                }
                if (known) {
                    clearAllBut(measures, row);
                }
                responses.set(row, new long[] {its.get(0).revision(), its.get(0).sequence()});
            });
        }

        private boolean has(FigureRow figure, int row, Interning interning) {
            MeasureColumn there = newColumns.get(figure.measure());
            if (there == null || there.size() <= row) {
                return false;
            }
            MeasureColumn alone = MeasureColumn.unasked(1);
            alone.set(0, figure, interning);
            return alone.isSame(0, there, row);
        }

        private void clearAllBut(Set<String> measures, int row) {
            for (String measure : List.copyOf(newColumns.keySet())) {
                if (!measures.contains(measure) && newColumns.get(measure).size() > row) {
                    writable(measure).clear(row);
                }
            }
        }

        /** Replaces the rating session. */
        void rate(List<RatingRow> rows) {
            newScales = RatingScales.of(rows);
            newScales.values().forEach(scale -> scale.readings()
                    .forEach(reading -> reading.totals().keySet().forEach(this::row)));
        }

        /** Replaces a named group, or takes it out. */
        void group(GroupRow row) {
            if (row.withdrawn()) {
                newGroups.remove(row.id());
            } else {
                newGroups.put(row.id(), NamedGroup.of(row));
            }
        }

        RoundFigures done(Round newRound, Map<String, Municipality> municipalities) {
            for (String measure : List.copyOf(newColumns.keySet())) {
                if (newColumns.get(measure).size() < newIndex.size()) {
                    writable(measure);
                }
            }
            int[] newRevisions = new int[responses.size()];
            long[] newSequences = new long[responses.size()];
            for (int row = 0; row < newRevisions.length; row++) {
                newRevisions[row] = (int) responses.get(row)[0];
                newSequences[row] = responses.get(row)[1];
            }
            return new RoundFigures(
                            newRound, newIndex, List.of(), newRevisions, newSequences, newColumns, newScales, newGroups)
                    .named(newRound, municipalities);
        }
    }
}
