package nl.wijkvergelijk.comparison.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.comparison.definitions.Lack;
import nl.wijkvergelijk.comparison.definitions.Topic;

/** Compares the municipalities of one round: a pure function of a dataset. */
public final class Comparison {

    private final Definitions definitions;
    private final RoundFigures figures;
    private final Grouping grouping;
    private final Group group;
    private final List<Municipality> members;
    private final int[] inFigures;
    private final Map<String, Municipality> municipalities;

    /** How an indicator lies in a group does not depend on who is shown. */
    private record SpreadOf(Grouping grouping, String indicator) {}

    private Comparison(Dataset dataset, RoundFigures figures, Grouping grouping) {
        this.definitions = dataset.definitions();
        this.municipalities = dataset.municipalities();
        this.figures = figures;
        this.grouping = grouping;
        this.group = Groups.of(grouping, definitions, figures);
        Set<String> codes = new HashSet<>(group.members());
        this.members = figures.members().stream()
                .filter(each -> codes.contains(each.code()))
                .toList();
        this.inFigures =
                members.stream().mapToInt(each -> figures.row(each.code())).toArray();
    }

    /**
     * The comparison of a topic (or of any list of indicators: make a {@link Topic}) in a round. Throws IllegalArgumentException for a
     * round, indicator or sort key that is not there; municipalities that are not in the round have no row.
     */
    public static Table of(Dataset dataset, Topic topic, String round, Selection selection) {
        return of(dataset, topic, round, selection, Grouping.ROUND);
    }

    /**
     * The same among a group of the round: it is ranked and summarised by itself, and nobody else has a row. How far raters agree is of the
     * whole session all the same. Throws IllegalArgumentException too for peers of a municipality that {@link #lacksSize lacks a size}.
     */
    public static Table of(Dataset dataset, Topic topic, String round, Selection selection, Grouping grouping) {
        return lazily(dataset, topic, round, selection, grouping).made();
    }

    /** The same with cells that are made each time they are asked for: for who writes each of them once or twice, since all together take much memory. */
    public static Table lazily(Dataset dataset, Topic topic, String round, Selection selection, Grouping grouping) {
        RoundFigures figures = figuresOf(dataset, round);
        Version version = new Version(dataset.version(round), dataset.publishedAt(round));
        return new Comparison(dataset, figures, grouping).table(topic, version, selection);
    }

    /** How many figures such a table has: its rows times its columns. Throws as {@link #lazily} does for a round or group that is not there. */
    public static long figures(Dataset dataset, Topic topic, String round, Selection selection, Grouping grouping) {
        List<String> columns = selection.indicators().isEmpty() ? topic.columns() : selection.indicators();
        return (long) rows(dataset, round, selection, grouping).size() * columns.size();
    }

    /** Who has a row in such a table, by code. */
    public static Set<String> rows(Dataset dataset, String round, Selection selection, Grouping grouping) {
        Comparison compared = new Comparison(dataset, figuresOf(dataset, round), grouping);
        Set<String> codes = new HashSet<>();
        compared.rows(selection.municipalities())
                .forEach(row -> codes.add(compared.members.get(row).code()));
        return codes;
    }

    /** Why a municipality of a round has no peers: what its number of residents lacks; empty when it has one. */
    public static Optional<Lack> lacksSize(Dataset dataset, String round, String municipality) {
        return Groups.lack(dataset.definitions(), figuresOf(dataset, round), municipality);
    }

    private static RoundFigures figuresOf(Dataset dataset, String round) {
        return dataset.round(round).orElseThrow(() -> new IllegalArgumentException("no round " + round));
    }

    private Table table(Topic topic, Version version, Selection selection) {
        List<Integer> rows = rows(selection.municipalities());
        List<ComputedColumn> all = new ArrayList<>();
        for (String id : topic.columns()) {
            if (topic.composition() || selection.needs(id)) {
                all.add(column(id));
            }
        }
        List<ComputedColumn> columns = shown(all, selection.indicators());
        Map<String, Agreement> agreement = new LinkedHashMap<>();
        Warnings warnings = new Warnings(definitions, figures, members, inFigures, municipalities);
        for (ComputedColumn column : columns) {
            warnings.add(column, rows);
            if (topic.agreement()) {
                new Agreements(definitions, figures)
                        .of(column.indicator(), warnings)
                        .ifPresent(a -> agreement.put(column.id(), a));
            }
        }
        Composition composition = topic.composition()
                ? new Compositions(members, all).of(topic, rows, columns, warnings, new WarningWords(definitions))
                : null;
        rows.sort(RowOrder.of(selection.sort(), all, rows));
        Map<String, Summary> summary = new LinkedHashMap<>();
        columns.forEach(column -> summary.put(column.id(), column.spread().summary()));
        return new Table(
                topic.id(),
                topic.title(),
                figures.round().id(),
                version,
                group,
                columns.stream().map(column -> Column.of(column.indicator())).toList(),
                Lazily.each(rows, row -> row(row, columns)),
                summary,
                warnings.all(),
                agreement,
                composition);
    }

    /** Those of these municipalities that are in the group, all where none is named, by name. */
    private List<Integer> rows(Set<String> municipalities) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < members.size(); row++) {
            if (municipalities.isEmpty()
                    || municipalities.contains(members.get(row).code())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private ComputedColumn column(String id) {
        Indicator indicator =
                definitions.indicator(id).orElseThrow(() -> new IllegalArgumentException("no indicator " + id));
        IntFunction<Computed> byRow = row -> computed(indicator, row);
        return new ComputedColumn(indicator, byRow, spread(indicator, byRow));
    }

    private Spread spread(Indicator indicator, IntFunction<Computed> computed) {
        Supplier<Spread> make = () -> Spread.of(members.size(), computed);
        // There are as many groups of peers as anybody asks for; each is small.
        return grouping instanceof Grouping.Peers
                ? make.get()
                : figures.derived(new SpreadOf(grouping, indicator.id()), Spread.class, make);
    }

    private Computed computed(Indicator indicator, int row) {
        return indicator
                .formula()
                .compute(new RowOperands(definitions, figures, members.get(row).code(), inFigures[row]));
    }

    private static List<ComputedColumn> shown(List<ComputedColumn> all, List<String> indicators) {
        if (indicators.isEmpty()) {
            return all;
        }
        List<ComputedColumn> shown = new ArrayList<>();
        for (String id : indicators) {
            shown.add(all.stream()
                    .filter(column -> column.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no indicator " + id + " in this topic")));
        }
        return shown;
    }

    private Row row(int row, List<ComputedColumn> columns) {
        Municipality municipality = members.get(row);
        return new Row(municipality.code(), municipality.name(), Lazily.each(columns, column -> cell(column, row)));
    }

    private Cell cell(ComputedColumn column, int row) {
        String municipality = members.get(row).code();
        Computed computed = column.figure(row);
        boolean undated = Companions.undated(figures, column.indicator(), inFigures[row]);
        return new Cells(figures, column.indicator())
                .of(
                        municipality,
                        inFigures[row],
                        computed,
                        column.spread().rank(computed),
                        column.spread().percentile(computed),
                        Cells.ownWarnings(computed, undated));
    }
}
