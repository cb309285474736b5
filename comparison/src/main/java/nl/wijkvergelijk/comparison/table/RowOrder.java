package nl.wijkvergelijk.comparison.table;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wijkvergelijk.comparison.definitions.Computed;

/** The order of rows: by the sort keys, what is missing last either way, and what is equal by name. */
final class RowOrder {

    private RowOrder() {}

    /** For these rows, which are indexes in name order. */
    static Comparator<Integer> of(List<Selection.Sort> sort, List<ComputedColumn> columns, List<Integer> rows) {
        Comparator<Integer> order = null;
        for (Selection.Sort key : sort) {
            Comparator<Integer> next = of(key, columns, rows);
            order = order == null ? next : order.thenComparing(next);
        }
        Comparator<Integer> byName = Comparator.naturalOrder();
        return order == null ? byName : order.thenComparing(byName);
    }

    private static Comparator<Integer> of(Selection.Sort key, List<ComputedColumn> columns, List<Integer> rows) {
        if (key.key().equals("municipality")) {
            return key.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        }
        ComputedColumn column = columns.stream()
                .filter(each -> each.id().equals(key.key()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no indicator " + key.key() + " in this topic"));
        Map<Integer, Computed> figures = new HashMap<>();
        rows.forEach(row -> figures.put(row, column.figure(row)));
        Comparator<Integer> missing =
                Comparator.comparing(row -> figures.get(row).missing() != null);
        Comparator<Integer> value = Comparator.comparing(figures::get, RowOrder::compare);
        return missing.thenComparing(key.descending() ? value.reversed() : value);
    }

    private static int compare(Computed a, Computed b) {
        if (a.text() != null && b.text() != null) {
            return a.text().compareToIgnoreCase(b.text());
        }
        return Double.compare(a.value(), b.value());
    }
}
