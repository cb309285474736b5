package nl.wijkvergelijk.comparison.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.wijkvergelijk.comparison.composition.Percentage;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.DatasetView;
import nl.wijkvergelijk.comparison.representation.Licence;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Composition;
import nl.wijkvergelijk.comparison.table.Grouping;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Selection;
import nl.wijkvergelijk.comparison.table.Summary;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.comparison.table.Warning;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/** Puts a comparison into words. What was asked and is not there is said, and the rest is shown. */
@ApplicationScoped
class Dashboard {

    private static final String FIRST_TOPIC = "overview";

    private final Datasets datasets;

    Dashboard(Datasets datasets) {
        this.datasets = datasets;
    }

    /**
     * What a visitor chose.
     *
     * @param topic null for the overview
     * @param round null for the latest
     * @param municipalities none for all
     * @param peersOf null unless it is among peers
     * @param peers how many; null for as many as there are when nobody says
     * @param sizeClass null unless it is among those of one size
     * @param group a named group of the round; null unless it is among one
     * @param chart the indicator to draw; null for what a topic's chart shows when nobody says
     * @param compareTo another round to draw it in; null for none
     * @param origin scheme, host and port by which the visitor came
     */
    record Asked(
            Language language,
            String topic,
            String round,
            List<String> municipalities,
            String peersOf,
            String peers,
            String sizeClass,
            String group,
            String chart,
            String compareTo,
            String origin) {}

    Sheet of(Asked asked) {
        Dataset dataset = datasets.held().dataset();
        Definitions definitions = dataset.definitions();
        List<String> trouble = new ArrayList<>();
        Words words = new Words(asked.language());
        Topic topic = topic(definitions, asked.topic(), words, trouble);
        Set<String> withFigures = dataset.rounds().keySet().stream()
                .filter(id -> !dataset.members(id).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        String round = round(dataset, withFigures, asked.round(), words, trouble);
        List<String> members = round == null ? List.of() : dataset.members(round);
        Set<String> chosen = chosen(members, asked.municipalities(), words, trouble);
        PageGroup group = PageGroup.of(dataset, round, asked, words, trouble);
        String query = query(round, chosen) + group.query();
        PageChart chart = new PageChart(dataset, topic, round, asked, words);
        Sheet.Shown shown =
                round == null ? null : shown(dataset, topic, round, chosen, group, query, chart, trouble, asked, words);
        return new Sheet(
                asked.language(),
                "?lang=" + (asked.language() == Language.NL ? "en" : "nl") + "&topic=" + topic.id() + query
                        + chart.query(),
                definitions.topics().values().stream()
                        .map(each -> new Sheet.Choice(
                                each.id(),
                                each.title().in(asked.language()),
                                each.id().equals(topic.id())))
                        .toList(),
                withFigures.stream()
                        .map(id -> new Sheet.Choice(
                                id, dataset.rounds().get(id).title().in(asked.language()), id.equals(round)))
                        .toList(),
                members.stream()
                        .map(code -> new Sheet.Choice(code, name(dataset, code), chosen.contains(code)))
                        .toList(),
                group.among(dataset, round, words),
                trouble,
                shown);
    }

    private static Topic topic(Definitions definitions, String asked, Words words, List<String> trouble) {
        if (asked != null && definitions.topic(asked).isEmpty()) {
            trouble.add(words.in(
                    "Dit onderwerp is er niet; hieronder staat het overzicht.",
                    "There is no such topic; below is the overview."));
        }
        return definitions
                .topic(asked == null ? FIRST_TOPIC : asked)
                .or(() -> definitions.topic(FIRST_TOPIC))
                .orElseThrow();
    }

    private static String round(
            Dataset dataset, Set<String> withFigures, String asked, Words words, List<String> trouble) {
        if (asked == null || withFigures.contains(asked)) {
            return asked == null ? dataset.latestRound().orElse(null) : asked;
        }
        trouble.add(words.in(
                "Van deze ronde zijn geen cijfers gepubliceerd; hieronder staat de laatste.",
                "No figures of this round are published; below is the latest."));
        return dataset.latestRound().orElse(null);
    }

    private static Set<String> chosen(List<String> members, List<String> asked, Words words, List<String> trouble) {
        Set<String> chosen = new LinkedHashSet<>(asked);
        if (chosen.retainAll(members)) {
            trouble.add(words.in(
                    "Niet elke gekozen gemeente heeft cijfers in deze ronde; die staan er niet bij.",
                    "Not every municipality chosen has figures in this round; those are left out."));
        }
        return chosen;
    }

    static String name(Dataset dataset, String code) {
        Municipality municipality = dataset.municipalities().get(code);
        return municipality == null ? code : municipality.name();
    }

    private static String query(String round, Set<String> chosen) {
        String query = round == null ? "" : "&round=" + URLEncoder.encode(round, StandardCharsets.UTF_8);
        return chosen.isEmpty() ? query : query + "&municipality=" + String.join(",", chosen);
    }

    private static Sheet.Shown shown(
            Dataset dataset,
            Topic topic,
            String round,
            Set<String> chosen,
            PageGroup group,
            String asks,
            PageChart chart,
            List<String> trouble,
            Asked asked,
            Words words) {
        Language language = asked.language();
        Definitions definitions = dataset.definitions();
        Table table =
                Comparison.of(dataset, topic, round, new Selection(chosen, List.of(), List.of()), group.grouping());
        String query = "?lang=" + language.code() + asks;
        DatasetView version = DatasetView.of(table.dataset(), round, language);
        List<Sheet.Head> heads = table.columns().stream()
                .map(column -> head(definitions, column, language))
                .toList();
        List<Sheet.Line> lines = table.rows().stream()
                .map(row -> line(table, row, language, words))
                .toList();
        return new Sheet.Shown(
                table.title().in(language),
                topic.description() == null ? null : topic.description().in(language),
                topic.id(),
                query,
                query + "&dataset=" + table.dataset().version(),
                asked.origin(),
                group.said(table.group(), dataset, words),
                chart.drawn(table, !chosen.isEmpty() || !group.grouping().equals(Grouping.ROUND), trouble),
                heads,
                lines,
                lines.size() > 1 ? summary(table, words) : List.of(),
                table.composition() == null ? List.of() : wholes(table, dataset, words),
                table.warnings().stream()
                        .map(warning -> remark(table, warning, language))
                        .toList(),
                version.citation(),
                Licence.OURS.id());
    }

    /** A label that holds the unit already says it once. */
    private static Sheet.Head head(Definitions definitions, Column column, Language language) {
        String label = column.label().in(language);
        Text unit = column.unit() == null ? null : definitions.units().get(column.unit());
        boolean says = unit == null
                || label.toLowerCase(Locale.ROOT).contains(unit.in(language).toLowerCase(Locale.ROOT));
        return new Sheet.Head(column.id(), label, says ? null : unit.in(language), column.numeric());
    }

    private static Sheet.Line line(Table table, Row row, Language language, Words words) {
        List<Sheet.Figure> figures = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            figures.add(figure(table, table.columns().get(i), row.cells().get(i), language, words));
        }
        return new Sheet.Line(row.name(), figures);
    }

    private static Sheet.Figure figure(Table table, Column column, Cell cell, Language language, Words words) {
        String href = "/figures/%s?dataset=%d&lang=%s"
                .formatted(cell.figure(), table.dataset().version(), language.code());
        int decimals = column.decimals() == null ? 0 : column.decimals();
        String text = cell.missing() != null
                ? words.missing(cell.missing())
                : cell.value() != null ? words.number(cell.value(), decimals) : labelled(column, cell.text(), language);
        return new Sheet.Figure(
                text,
                words.range(cell.low(), cell.high(), decimals),
                words.status(cell.status()),
                Words.sign(cell.status()),
                words.rank(cell.rank()),
                href,
                cell.missing() != null,
                cell.value() != null);
    }

    /** A choice can have several codes ("agenda; report"). */
    private static String labelled(Column column, String text, Language language) {
        if (column.options().isEmpty()) {
            return text;
        }
        return Arrays.stream(text.split("; ", -1))
                .map(code -> column.options()
                        .getOrDefault(code, new Text(code, code))
                        .in(language))
                .collect(Collectors.joining("; "));
    }

    private static List<Sheet.Whole> wholes(Table table, Dataset dataset, Words words) {
        return table.composition().rows().stream()
                .map(row -> new Sheet.Whole(
                        row.name(),
                        row.sum() == null
                                ? words.in("geen aandeel bekend", "no share known")
                                : percent(row.sum(), words),
                        open(row, dataset, words),
                        row.mostAlike().stream()
                                .map(each -> name(dataset, each.key()) + words.in(" (verschil ", " (difference ")
                                        + percent(each.distance(), words) + ")")
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    /** The shares that are not known, and where each can lie. */
    private static String open(Composition.Division row, Dataset dataset, Words words) {
        String unknown = row.unknown().stream()
                .map(part ->
                        dataset.definitions().indicators().get(part).label().in(words.language()))
                .collect(Collectors.joining(", "));
        return row.left() == null
                ? row.known() == 0 ? "" : unknown
                : unknown + " (" + words.in("elk 0–", "each 0–")
                        + words.number(row.left().high(), 1) + ")";
    }

    private static String percent(Percentage percentage, Words words) {
        String range =
                words.range(percentage.interval().low(), percentage.interval().high(), 1);
        return words.number(percentage.value(), 1) + (range == null ? "" : " [" + range + "]");
    }

    private static List<Sheet.Line> summary(Table table, Words words) {
        record Kind(String label, Function<Summary.Bounds, Double> of) {}
        List<Kind> kinds = List.of(
                new Kind(words.in("Hoogste", "Highest"), Summary.Bounds::max),
                new Kind(words.in("Mediaan", "Median"), Summary.Bounds::median),
                new Kind(words.in("Gemiddelde", "Mean"), Summary.Bounds::mean),
                new Kind(words.in("Laagste", "Lowest"), Summary.Bounds::min));
        return kinds.stream()
                .map(kind -> new Sheet.Line(
                        kind.label(),
                        table.columns().stream()
                                .map(column -> summarised(table.summary().get(column.id()), column, kind.of(), words))
                                .toList()))
                .toList();
    }

    private static Sheet.Figure summarised(
            Summary summary, Column column, Function<Summary.Bounds, Double> of, Words words) {
        if (!column.numeric() || summary.count() == 0) {
            return new Sheet.Figure("", null, null, null, null, null, false, false);
        }
        int decimals = column.decimals();
        double value = of.apply(new Summary.Bounds(summary.min(), summary.max(), summary.mean(), summary.median()));
        String range = summary.low() == null
                ? null
                : words.range(
                        of.apply(summary.low()), summary.high() == null ? null : of.apply(summary.high()), decimals);
        return new Sheet.Figure(words.number(value, decimals), range, null, null, null, null, false, true);
    }

    private static Sheet.Remark remark(Table table, Warning warning, Language language) {
        String about = warning.indicators().stream()
                .map(id -> table.columns().stream()
                        .filter(column -> column.id().equals(id))
                        .map(column -> column.label().in(language))
                        .findFirst()
                        .orElse(id))
                .collect(Collectors.joining(", "));
        return new Sheet.Remark(warning.detail().in(language), about);
    }
}
