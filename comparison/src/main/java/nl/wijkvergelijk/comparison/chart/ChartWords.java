package nl.wijkvergelijk.comparison.chart;

import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Qualifier;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.MissingWords;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.comparison.table.Warning;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/** What stands in a chart in words, in one language: titles, values, why there is none, and the same again as a description for who cannot see it. */
record ChartWords(Table table, Definitions definitions, Language language) {

    /** Before these a value reads well: about 22, at least 95,000. What is exact needs no word, a range has its bounds. */
    private static final Set<Qualifier> SPOKEN = Set.of(
            Qualifier.ROUNDED, Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.APPROXIMATE, Qualifier.ESTIMATED);

    String title() {
        String what = table.columns().size() == 1
                ? table.columns().get(0).label().in(language)
                : table.title().in(language);
        return say(what + ", ronde " + table.round(), what + ", round " + table.round()) + group();
    }

    /** Among whom, where somebody gave that a name; and how many of those have nothing to draw. */
    private String group() {
        if (table.group().named() == null) {
            return "";
        }
        int without = table.group().named().without().size();
        return ", "
                + table.group().named().group().name().in(language)
                + (without == 0
                        ? ""
                        : say(" (van %d geen cijfers)".formatted(without), " (no figures of %d)".formatted(without)));
    }

    String unit(Column column) {
        return column.unit() == null
                ? ""
                : definitions
                        .units()
                        .getOrDefault(column.unit(), new Text(column.unit(), column.unit()))
                        .in(language);
    }

    /** The value with what must be known of it; or why there is none. */
    String label(Column column, Cell cell) {
        if (cell.value() == null) {
            return say("geen cijfer: ", "no figure: ") + why(cell);
        }
        String qualified = qualified(column, cell);
        return switch (cell.status()) {
            case DISPUTED -> qualified + say(" – bronnen verschillen", " – sources differ");
            case CORRECTED -> qualified + say(" – gecorrigeerd", " – corrected");
            case OK, MISSING -> qualified;
        };
    }

    String why(Cell cell) {
        return MissingWords.of(cell.missing()).in(language);
    }

    /** The value with the word that goes before it: about 22. */
    String qualified(Column column, Cell cell) {
        String number = number(cell.value(), column);
        return Qualifier.of(cell.qualifier() == null ? "" : cell.qualifier())
                .filter(SPOKEN::contains)
                .map(qualifier -> definitions.qualifiers().get(qualifier).in(language) + " " + number)
                .orElse(number);
    }

    /** What the marks mean, as far as they are there. */
    List<Key> legend() {
        List<Key> lines = new ArrayList<>();
        List<Cell> cells =
                table.rows().stream().flatMap(row -> row.cells().stream()).toList();
        if (cells.stream().anyMatch(cell -> cell.low() != null)) {
            lines.add(Key.words(say(
                    "Zwarte lijn: van de laagste tot de hoogste waarde die het kan zijn.",
                    "Black line: from the lowest to the highest value it can be.")));
        }
        if (cells.stream().anyMatch(cell -> cell.status() == Cell.Status.DISPUTED)) {
            lines.add(Key.words(say(
                    "Gestreepte balk: bronnen spreken elkaar tegen.", "Striped bar: sources contradict each other.")));
        }
        if (cells.stream().anyMatch(cell -> cell.status() == Cell.Status.CORRECTED)) {
            lines.add(Key.words(say(
                    "Omlijnde balk: een vergissing in de bron is gecorrigeerd.",
                    "Outlined bar: a slip in the source was corrected.")));
        }
        return lines;
    }

    /** The sentences of the warnings, in the order of the table. */
    List<String> warnings() {
        return table.warnings().stream()
                .map(Warning::detail)
                .map(detail -> detail.in(language))
                .distinct()
                .toList();
    }

    /** Where it comes from, pinned to its version. */
    String source() {
        return in().source(table.round(), table.dataset().version());
    }

    /** The whole chart in words. */
    String description() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            all.append(column.label().in(language))
                    .append(" (")
                    .append(unit(column))
                    .append("): ");
            List<String> values = new ArrayList<>();
            for (Row row : table.rows()) {
                values.add(row.name() + " " + spoken(column, row.cells().get(i)));
            }
            all.append(String.join("; ", values)).append(". ");
        }
        warnings().forEach(warning -> all.append(warning).append(' '));
        return all.append(source()).append('.').toString();
    }

    String spoken(Column column, Cell cell) {
        return cell.low() == null ? label(column, cell) : label(column, cell) + " (" + span(column, cell) + ")";
    }

    /** What the whisker shows. */
    String span(Column column, Cell cell) {
        String low = number(cell.low(), column);
        return cell.high() == null
                ? say("ten minste %s, zonder bovengrens", "at least %s, without an upper bound")
                        .formatted(low)
                : say("van %s tot %s", "from %s to %s").formatted(low, number(cell.high(), column));
    }

    String number(double value, Column column) {
        return in().number(value, column.decimals() == null ? 0 : column.decimals());
    }

    /** Numbers along an axis. */
    DecimalFormat ofAxis() {
        return in().format(3);
    }

    InWords in() {
        return new InWords(language);
    }

    private String say(String nl, String en) {
        return in().say(nl, en);
    }
}
