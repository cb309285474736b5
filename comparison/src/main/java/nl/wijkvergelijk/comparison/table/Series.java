package nl.wijkvergelijk.comparison.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.http.Text;

/** One indicator of one municipality through the rounds: a point for each, and the change from each to the next. */
public record Series(Column column, String municipality, List<Point> points, List<Change> changes) {

    /** The figure in one round, under the name the municipality had then, with its rank in that round. */
    public record Point(String round, Version dataset, String name, Cell cell) {}

    /** A round in a dataset in which the municipality is. */
    public record Round(Dataset dataset, String round) {}

    /**
     * The series of these indicators, in their order. All datasets have the same definitions. Throws IllegalArgumentException for an
     * indicator that is not there and for a round the municipality is not in.
     */
    public static List<Series> of(
            Definitions definitions,
            String municipality,
            List<String> indicators,
            List<Round> rounds,
            List<Merger> mergers) {
        Topic topic = new Topic("series", new Text("Reeks", "Series"), null, indicators, false);
        Selection itself = new Selection(Set.of(municipality), List.of(), List.of());
        List<Table> tables = new ArrayList<>();
        for (Round round : rounds) {
            Table table = Comparison.of(round.dataset(), topic, round.round(), itself);
            if (table.rows().isEmpty()) {
                throw new IllegalArgumentException(municipality + " is not in round " + round.round());
            }
            tables.add(table);
        }
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < indicators.size(); i++) {
            all.add(one(definitions, municipality, indicators.get(i), i, rounds, tables, mergers));
        }
        return all;
    }

    private static Series one(
            Definitions definitions,
            String municipality,
            String id,
            int column,
            List<Round> rounds,
            List<Table> tables,
            List<Merger> mergers) {
        Indicator indicator =
                definitions.indicator(id).orElseThrow(() -> new IllegalArgumentException("no indicator " + id));
        List<Point> points = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        RoundWarnings.Side before = null;
        for (int i = 0; i < rounds.size(); i++) {
            Row row = tables.get(i).rows().get(0);
            points.add(new Point(
                    rounds.get(i).round(),
                    tables.get(i).dataset(),
                    row.name(),
                    row.cells().get(column)));
            RoundFigures figures =
                    rounds.get(i).dataset().round(rounds.get(i).round()).orElseThrow();
            Computed computed = indicator.formula().compute(new RowOperands(definitions, figures, municipality));
            RoundWarnings.Side side = new RoundWarnings.Side(figures, computed);
            if (before != null) {
                changes.add(Change.of(
                        before.round(),
                        before.computed(),
                        side.round(),
                        computed,
                        new RoundWarnings(definitions, indicator, municipality, mergers).between(before, side)));
            }
            before = side;
        }
        return new Series(Column.of(indicator), municipality, points, changes);
    }
}
