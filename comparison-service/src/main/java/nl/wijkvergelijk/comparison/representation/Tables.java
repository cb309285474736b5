package nl.wijkvergelijk.comparison.representation;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.http.Language;

/**
 * The tables of one answer, a round each, to be written in one form.
 *
 * @param address the whole address that answers these same bytes for ever
 */
public record Tables(List<Table> tables, String address, Language language) {

    public Tables {
        tables = List.copyOf(tables);
    }

    /** Every column once, in the order in which they come. */
    public List<Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        tables.forEach(table -> table.columns().forEach(each -> columns.putIfAbsent(each.id(), each)));
        return List.copyOf(columns.values());
    }

    /** Every municipality once, by code, with its name. */
    public Map<String, String> municipalities() {
        Map<String, String> names = new LinkedHashMap<>();
        tables.forEach(table -> table.rows().forEach(each -> names.putIfAbsent(each.code(), each.name())));
        return names;
    }

    /** All figures as flat rows. */
    public Stream<FlatRow> flat() {
        return tables.stream().flatMap(FlatRow::of);
    }

    /** The sentences of the warnings, each once; of one indicator when one is given. */
    public List<String> notes(String indicator) {
        Set<String> notes = new LinkedHashSet<>();
        tables.forEach(table -> table.warnings().stream()
                .filter(each -> indicator == null || each.indicators().contains(indicator))
                .forEach(each -> notes.add(each.detail().in(language))));
        return List.copyOf(notes);
    }

    /** How to cite it: a citation per round. */
    public String citation() {
        return String.join(
                "; ",
                tables.stream()
                        .map(each -> DatasetView.of(each.dataset(), each.round(), language)
                                .citation())
                        .toList());
    }

    /** When the newest of it was published. */
    public Optional<Instant> updated() {
        return tables.stream().map(each -> each.dataset().publishedAt()).max(Comparator.naturalOrder());
    }

    /** What it is called. */
    public String title() {
        return tables.isEmpty() ? "" : tables.get(0).title().in(language);
    }
}
