package nl.wijkvergelijk.comparison.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.comparison.definitions.Topic;

/**
 * One indicator of every municipality in two rounds. Rows stand in the order of the later round, then those of the earlier one alone; a change stands only
 * where a municipality is in both.
 */
public record TwoRounds(Column column, Table from, Table to, List<Pair> pairs) {

    /** One municipality; a cell is null where it is not in that round, and then so is the change. */
    public record Pair(String code, String name, Cell from, Cell to, Change change) {

        /** Whether the two figures cannot be recalculated into each other, since a merger can lie between them. */
        public boolean apart() {
            return change != null
                    && change.warnings().stream().anyMatch(each -> each.code().equals("not-recalculable"));
        }
    }

    /**
     * The rounds may be of two datasets with the same definitions. Throws IllegalArgumentException for a round or an indicator that is not there, as
     * {@link Comparison} does.
     */
    public static TwoRounds of(Series.Round from, Series.Round to, Topic asked, Selection selection) {
        Table before = Comparison.of(from.dataset(), asked, from.round(), selection);
        Table after = Comparison.of(to.dataset(), asked, to.round(), selection);
        Definitions definitions = to.dataset().definitions();
        Indicator indicator = definitions.indicator(after.columns().get(0).id()).orElseThrow();
        Map<String, Row> earlier = before.byCode();
        Map<String, Row> later = after.byCode();
        Set<String> codes = new LinkedHashSet<>(later.keySet());
        codes.addAll(earlier.keySet());
        List<Pair> pairs = new ArrayList<>();
        for (String code : codes) {
            Row was = earlier.get(code);
            Row is = later.get(code);
            pairs.add(new Pair(
                    code,
                    is == null ? was.name() : is.name(),
                    was == null ? null : was.cells().get(0),
                    is == null ? null : is.cells().get(0),
                    was == null || is == null ? null : change(definitions, indicator, code, from, to)));
        }
        return new TwoRounds(after.columns().get(0), before, after, pairs);
    }

    private static Change change(
            Definitions definitions, Indicator indicator, String code, Series.Round from, Series.Round to) {
        RoundWarnings.Side was = side(definitions, indicator, code, from);
        RoundWarnings.Side is = side(definitions, indicator, code, to);
        List<Merger> mergers = Merger.of(to.dataset().municipalities(), code);
        return Change.of(
                from.round(),
                was.computed(),
                to.round(),
                is.computed(),
                new RoundWarnings(definitions, indicator, code, mergers).between(was, is));
    }

    private static RoundWarnings.Side side(
            Definitions definitions, Indicator indicator, String code, Series.Round round) {
        RoundFigures figures = round.dataset().round(round.round()).orElseThrow();
        return new RoundWarnings.Side(
                figures, indicator.formula().compute(new RowOperands(definitions, figures, code)));
    }
}
