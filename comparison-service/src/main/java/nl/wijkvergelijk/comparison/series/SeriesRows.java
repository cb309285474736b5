package nl.wijkvergelijk.comparison.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.representation.FlatRow;
import nl.wijkvergelijk.comparison.table.Change;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Group;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Series;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.comparison.table.Warning;

/** Series as flat rows: indicator by indicator, by round; a row has the warnings of the change to it beside its own. */
final class SeriesRows {

    private SeriesRows() {}

    static List<FlatRow> of(List<Series> all) {
        List<FlatRow> rows = new ArrayList<>();
        for (Series series : all) {
            for (int i = 0; i < series.points().size(); i++) {
                List<Change.ChangeWarning> warnings =
                        i == 0 ? List.of() : series.changes().get(i - 1).warnings();
                FlatRow.of(table(series, series.points().get(i), warnings)).forEach(rows::add);
            }
        }
        return rows;
    }

    private static Table table(Series series, Series.Point point, List<Change.ChangeWarning> warnings) {
        Column column = series.column();
        List<String> itself = List.of(series.municipality());
        return new Table(
                "series",
                column.label(),
                point.round(),
                point.dataset(),
                new Group("round", 1, itself, null, null),
                List.of(column),
                List.of(new Row(series.municipality(), point.name(), List.of(point.cell()))),
                Map.of(),
                warnings.stream()
                        .map(each -> new Warning(each.code(), List.of(column.id()), itself, each.detail()))
                        .toList(),
                Map.of(),
                null);
    }
}
