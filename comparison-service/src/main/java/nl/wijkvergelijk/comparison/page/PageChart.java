package nl.wijkvergelijk.comparison.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Table;

/** Which of the charts of the API shows what is on the page. */
record PageChart(Dataset dataset, Topic topic, String round, Dashboard.Asked asked, Words words) {

    private static final String CONTEXT = "residents";

    /** What was chosen, in an address of the page. */
    String query() {
        return (asked.chart() == null ? "" : "&chart=" + encoded(asked.chart()))
                + (asked.compareTo() == null ? "" : "&compareTo=" + encoded(asked.compareTo()));
    }

    /** @param some whether not everybody is shown; null where there are texts only. What cannot be drawn as asked is said. */
    Sheet.Drawn drawn(Table table, boolean some, List<String> trouble) {
        List<Column> numbers = table.columns().stream().filter(Column::numeric).toList();
        if (numbers.isEmpty()) {
            return null;
        }
        String all = all();
        String compareTo = compareTo(trouble);
        String indicator = indicator(numbers, all != null && compareTo == null, trouble);
        return new Sheet.Drawn(
                address(table, indicator, compareTo, some),
                says(table, indicator, compareTo),
                kinds(numbers, all, indicator),
                others().stream()
                        .map(id -> new Sheet.Choice(
                                id, dataset.rounds().get(id).title().in(words.language()), id.equals(compareTo)))
                        .toList());
    }

    /** What the chart of a whole topic is called; null where it is of one indicator. */
    private String all() {
        if (topic.composition()) {
            return words.in("Alle aandelen", "All shares");
        }
        boolean rated = topic.agreement()
                && !dataset.round(round).orElseThrow().scales().isEmpty();
        return rated ? words.in("Gemiddelden per schaal", "Means by scale") : null;
    }

    private List<String> others() {
        return dataset.rounds().keySet().stream()
                .filter(id -> !id.equals(round) && !dataset.members(id).isEmpty())
                .toList();
    }

    private String compareTo(List<String> trouble) {
        if (asked.compareTo() == null || others().contains(asked.compareTo())) {
            return asked.compareTo();
        }
        if (!asked.compareTo().equals(round)) {
            trouble.add(words.in(
                    "Van de ronde om mee te vergelijken zijn geen cijfers gepubliceerd.",
                    "No figures of the round to compare with are published."));
        }
        return null;
    }

    /** Null for the chart of the whole topic. */
    private String indicator(List<Column> numbers, boolean whole, List<String> trouble) {
        if (numbers.stream().anyMatch(column -> column.id().equals(asked.chart()))) {
            return asked.chart();
        }
        if (asked.chart() != null
                && dataset.definitions().indicator(asked.chart()).isEmpty()) {
            trouble.add(words.in("Deze grafiek is er niet.", "There is no such chart."));
        }
        return whole
                ? null
                : numbers.stream()
                        .map(Column::id)
                        .filter(id -> !id.equals(CONTEXT))
                        .findFirst()
                        .orElse(numbers.get(0).id());
    }

    private String address(Table table, String indicator, String compareTo, boolean some) {
        long version = compareTo == null
                ? table.dataset().version()
                : Math.max(table.dataset().version(), dataset.version(compareTo));
        String pinned = "dataset=" + version + "&lang=" + words.language().code();
        if (indicator == null && topic.agreement()) {
            return "/v1/rounds/" + encoded(round).replace("+", "%20") + "/ratings/chart?" + pinned;
        }
        return "/v1/comparisons/" + topic.id() + "/chart?round=" + encoded(round)
                + (indicator == null ? "" : "&indicator=" + indicator)
                + (compareTo == null ? "" : "&compareTo=" + encoded(compareTo))
                + (some && !table.rows().isEmpty()
                        ? "&municipality="
                                + table.rows().stream().map(Row::code).collect(Collectors.joining(","))
                        : "")
                + "&" + pinned;
    }

    private String says(Table table, String indicator, String compareTo) {
        String what = indicator == null
                ? table.title().in(words.language())
                : dataset.definitions().indicators().get(indicator).label().in(words.language());
        String when = compareTo == null
                ? words.in("ronde ", "round ") + round
                : words.in("ronde %s en ronde %s", "round %s and round %s").formatted(round, compareTo);
        return words.in(
                        "Grafiek: %s, %s. De cijfers van deze ronde staan in de tabel hieronder.",
                        "Chart: %s, %s. The figures of this round are in the table below.")
                .formatted(what, when);
    }

    private List<Sheet.Choice> kinds(List<Column> numbers, String all, String indicator) {
        List<Sheet.Choice> kinds = new ArrayList<>();
        if (all != null) {
            kinds.add(new Sheet.Choice("", all, indicator == null));
        }
        numbers.forEach(column -> kinds.add(new Sheet.Choice(
                column.id(), column.label().in(words.language()), column.id().equals(indicator))));
        return kinds;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
