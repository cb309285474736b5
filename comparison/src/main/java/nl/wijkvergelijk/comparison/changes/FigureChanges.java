package nl.wijkvergelijk.comparison.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.MissingCode;
import nl.wijkvergelijk.comparison.dataset.RatingScale;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.definitions.Indicator;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.definitions.TotalFormula;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Grouping;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Selection;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.http.Text;

/** Finds the figures of one round that say something else in a dataset than in an earlier one. */
public final class FigureChanges {

    /** What one of the two says, municipality by municipality: all of it at once takes much memory. There are no columns and rows where it has no such round. */
    private record States(List<Column> columns, Map<String, Row> rows) {

        static States of(Dataset dataset, String round) {
            if (dataset.round(round).isEmpty()) {
                return new States(List.of(), Map.of());
            }
            List<String> indicators =
                    List.copyOf(dataset.definitions().indicators().keySet());
            Topic all = new Topic("figures", new Text("Cijfers", "Figures"), null, indicators, false);
            Table table = Comparison.lazily(dataset, all, round, Selection.ALL, Grouping.ROUND);
            return new States(table.columns(), table.byCode());
        }

        /** What it says about one, by indicator; nothing about who is not in the round. */
        Map<String, FigureState> about(String municipality) {
            Map<String, FigureState> states = new HashMap<>();
            Row row = rows.get(municipality);
            if (row != null) {
                for (int i = 0; i < columns.size(); i++) {
                    states.put(columns.get(i).id(), FigureState.of(row.cells().get(i)));
                }
            }
            return states;
        }
    }

    private final Dataset before;
    private final Dataset after;
    private final String round;
    private final boolean redaction;
    private final States old;
    private final States now;

    private FigureChanges(Dataset before, Dataset after, String round, boolean redaction) {
        this.before = before;
        this.after = after;
        this.round = round;
        this.redaction = redaction;
        this.old = States.of(before, round);
        this.now = States.of(after, round);
    }

    /**
     * By municipality code, then in the order of the definitions, those that went last. Figures that were never asked for and still are
     * not are no change, and neither is another rank; none when neither dataset has the round. Each is found when it is taken.
     */
    public static Stream<FigureChange> of(Dataset before, Dataset after, String round) {
        return new FigureChanges(before, after, round, false).all();
    }

    /** The same where the later one is that of a redaction. What it took out is gone from the earlier one too; what is redacted in what it published is named all the same. */
    public static Stream<FigureChange> ofRedaction(Dataset before, Dataset after, String round) {
        return new FigureChanges(before, after, round, true).all();
    }

    private Stream<FigureChange> all() {
        Set<String> indicators =
                new LinkedHashSet<>(after.definitions().indicators().keySet());
        indicators.addAll(before.definitions().indicators().keySet());
        Set<String> municipalities = new TreeSet<>(now.rows().keySet());
        municipalities.addAll(old.rows().keySet());
        return municipalities.stream().flatMap(municipality -> changes(municipality, indicators).stream());
    }

    private List<FigureChange> changes(String municipality, Set<String> indicators) {
        Map<String, FigureState> earlier = old.about(municipality);
        Map<String, FigureState> later = now.about(municipality);
        List<FigureChange> changes = new ArrayList<>();
        for (String indicator : indicators) {
            FigureState was = earlier.get(indicator);
            FigureState is = later.get(indicator);
            if (!Objects.equals(was, is) && !(unasked(was) && unasked(is))
                    || redaction && isRedacted(is) && isNew(municipality, indicator)) {
                changes.add(change(municipality, indicator, was, is));
            }
        }
        return changes;
    }

    private static boolean unasked(FigureState state) {
        return state == null || MissingCode.NOT_ASKED.code().equals(state.missing());
    }

    private static boolean isRedacted(FigureState state) {
        return state != null && MissingCode.REDACTED.code().equals(state.missing());
    }

    /** Whether what its inputs came with is the later publication. */
    private boolean isNew(String municipality, String indicator) {
        return sequence(after, municipality, indicator) == after.version(round);
    }

    private FigureChange change(String municipality, String indicator, FigureState was, FigureState is) {
        Dataset named = is == null ? before : after;
        long sequence = sequence(before, municipality, indicator);
        boolean replaced = sequence != 0 && sequence != sequence(after, municipality, indicator);
        return new FigureChange(
                round + "." + municipality + "." + indicator,
                round,
                municipality,
                named.municipalities().containsKey(municipality)
                        ? named.municipalities().get(municipality).name()
                        : municipality,
                indicator,
                was,
                is,
                replaced ? sequence : null);
    }

    /** The publication the figure's inputs came with; 0 when there are none. */
    private long sequence(Dataset dataset, String municipality, String indicator) {
        Indicator found = dataset.definitions().indicators().get(indicator);
        RoundFigures figures = dataset.round(round).orElse(null);
        if (found == null || figures == null || !figures.has(municipality)) {
            return 0;
        }
        return found.formula() instanceof TotalFormula total
                ? figures.scale(total.scale()).map(RatingScale::sequence).orElse(0L)
                : figures.sequence(municipality);
    }
}
