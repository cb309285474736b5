package nl.wijkvergelijk.comparison.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Group group;
    private final List<Municipality> members;
    private final Map<String, Municipality> municipalities;

    private Comparison(Dataset dataset, RoundFigures figures, Group group) {
        this.definitions = dataset.definitions();
        this.municipalities = dataset.municipalities();
        this.figures = figures;
        this.group = group;
        Set<String> codes = new HashSet<>(group.members());
        this.members = figures.members().stream()
                .filter(each -> codes.contains(each.code()))
                .toList();
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
        RoundFigures figures =
                dataset.round(round).orElseThrow(() -> new IllegalArgumentException("no round " + round));
        Version version = new Version(dataset.version(round), dataset.publishedAt(round));
        Group group = Groups.of(grouping, dataset.definitions(), figures);
        return new Comparison(dataset, figures, group).table(topic, version, selection);
    }

    /** Why a municipality of a round has no peers: what its number of residents lacks; empty when it has one. */
    public static Optional<Lack> lacksSize(Dataset dataset, String round, String municipality) {
        RoundFigures figures =
                dataset.round(round).orElseThrow(() -> new IllegalArgumentException("no round " + round));
        return Groups.lack(dataset.definitions(), figures, municipality);
    }

    private Table table(Topic topic, Version version, Selection selection) {
        List<ComputedColumn> all = new ArrayList<>();
        for (String id : topic.columns()) {
            all.add(column(id));
        }
        List<ComputedColumn> columns = shown(all, selection.indicators());
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < members.size(); row++) {
            if (selection.municipalities().isEmpty()
                    || selection.municipalities().contains(members.get(row).code())) {
                rows.add(row);
            }
        }
        Map<String, Agreement> agreement = new LinkedHashMap<>();
        Warnings warnings = new Warnings(definitions, figures, members, municipalities);
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
        rows.sort(RowOrder.of(selection.sort(), all));
        Map<String, Summary> summary = new LinkedHashMap<>();
        columns.forEach(column -> summary.put(column.id(), Summary.of(column.computed())));
        return new Table(
                topic.id(),
                topic.title(),
                figures.round().id(),
                version,
                group,
                columns.stream().map(column -> Column.of(column.indicator())).toList(),
                rows.stream().map(row -> row(row, columns)).toList(),
                summary,
                warnings.all(),
                agreement,
                composition);
    }

    /** Computes an indicator for everybody in the group. */
    private ComputedColumn column(String id) {
        Indicator indicator =
                definitions.indicator(id).orElseThrow(() -> new IllegalArgumentException("no indicator " + id));
        Computed[] computed = new Computed[members.size()];
        for (int row = 0; row < computed.length; row++) {
            computed[row] = indicator
                    .formula()
                    .compute(new RowOperands(
                            definitions, figures, members.get(row).code()));
        }
        double[] sorted = Arrays.stream(computed)
                .filter(c -> c.interval() != null)
                .mapToDouble(Computed::value)
                .sorted()
                .toArray();
        return new ComputedColumn(indicator, computed, sorted, Ranks.of(computed));
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
        List<Cell> cells = new ArrayList<>(columns.size());
        for (ComputedColumn column : columns) {
            cells.add(cell(column, row));
        }
        return new Row(municipality.code(), municipality.name(), cells);
    }

    private Cell cell(ComputedColumn column, int row) {
        String municipality = members.get(row).code();
        Computed computed = column.computed()[row];
        boolean undated = Companions.undated(figures, column.indicator(), municipality);
        return new Cells(figures, column.indicator())
                .of(
                        municipality,
                        computed,
                        column.ranks()[row],
                        computed.interval() == null ? null : Percentiles.of(computed.value(), column.sorted()),
                        Cells.ownWarnings(computed, undated));
    }
}
