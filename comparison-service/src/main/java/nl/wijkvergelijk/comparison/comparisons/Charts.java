package nl.wijkvergelijk.comparison.comparisons;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import nl.wijkvergelijk.comparison.ComparisonProblem;
import nl.wijkvergelijk.comparison.asked.Asked;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.asked.RoundAt;
import nl.wijkvergelijk.comparison.chart.Chart;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.LatestVersion;
import nl.wijkvergelijk.comparison.representation.Picture;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Selection;
import nl.wijkvergelijk.comparison.table.Series;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.comparison.table.TwoRounds;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;

/** Answers the questions of {@link Comparisons} with a picture: the same selection of the same table, of what can be drawn. */
@ApplicationScoped
class Charts {

    /** Stands in many topics for context; a chart that shows one thing shows another. */
    private static final String CONTEXT = "residents";

    private final Datasets datasets;
    private final RoundAt rounds;

    Charts(Datasets datasets, RoundAt rounds) {
        this.datasets = datasets;
        this.rounds = rounds;
    }

    /** @param compareTo the other round of a chart of two; null for a chart of one */
    Representation chart(String topicId, Asked asked, String compareTo, Language language) {
        Held held = datasets.held();
        Comparisons.require(held.dataset().definitions(), topicId);
        QueryReader query = new QueryReader();
        OptionalLong version = query.number("dataset", asked.dataset(), Long.MAX_VALUE);
        String round = asked.round() == null ? rounds.latest(held, version) : asked.round();
        RoundAt.Found found = rounds.find(held, version, round, query);
        Definitions definitions = found.dataset().definitions();
        Topic topic = Comparisons.require(definitions, topicId);
        List<String> numeric = numeric(definitions, topic);
        List<String> indicators = query.list("indicator", asked.indicator(), numeric, Limits.CHART_INDICATORS);
        Selection others = Comparisons.selection(asked.ofIndicators(null), topic, found, query);
        Optional<RoundAt.Found> other = compareTo == null
                ? Optional.empty()
                : Optional.of(other(held, version, compareTo, round, indicators, query));
        query.refuseErrors();
        List<String> drawn = indicators.isEmpty() ? unasked(topic, numeric, compareTo != null) : indicators;
        Selection selection = new Selection(others.municipalities(), drawn, others.sort());
        boolean superseded =
                found.superseded() || other.filter(RoundAt.Found::superseded).isPresent();
        return new Representation(
                Picture.SVG,
                other.isPresent()
                        ? Chart.rounds(twoRounds(found, other.get(), topic, selection), definitions, language)
                        : drawn(
                                Comparison.of(found.dataset(), topic, round, selection),
                                asked.indicator() == null,
                                definitions,
                                language),
                null,
                found.pinned(),
                superseded ? List.of(latest(held, topicId, asked.of(round), compareTo)) : List.of());
    }

    private RoundAt.Found other(
            Held held,
            OptionalLong version,
            String compareTo,
            String round,
            List<String> indicators,
            QueryReader query) {
        if (compareTo.equals(round)) {
            query.error(
                    "compareTo",
                    "same-round",
                    "Kies een andere ronde dan %s.".formatted(round),
                    "Choose another round than %s.".formatted(round));
        }
        if (indicators.size() > 1) {
            query.error(
                    "indicator",
                    "too-many",
                    "Van twee rondes wordt één cijfer getekend.",
                    "Of two rounds one indicator is drawn.");
        }
        query.list("compareTo", compareTo, held.dataset().rounds().keySet(), 1);
        if (!held.dataset().rounds().containsKey(compareTo)) {
            return new RoundAt.Found(held.dataset(), compareTo, version.isPresent(), false);
        }
        RoundAt.Found found = rounds.find(held, version, compareTo, query);
        if (found.dataset().members(compareTo).isEmpty()) {
            query.error(
                    "compareTo",
                    "no-figures",
                    "Van ronde %s is in deze versie niets gepubliceerd.".formatted(compareTo),
                    "Nothing of round %s is published in this version.".formatted(compareTo));
        }
        return found;
    }

    private static TwoRounds twoRounds(RoundAt.Found one, RoundAt.Found other, Topic topic, Selection selection) {
        boolean inOrder = one.round().compareTo(other.round()) < 0;
        Series.Round first = new Series.Round(one.dataset(), one.round());
        Series.Round second = new Series.Round(other.dataset(), other.round());
        return TwoRounds.of(inOrder ? first : second, inOrder ? second : first, topic, selection);
    }

    /** Shares of one whole are stacked unless some were asked for. */
    private static byte[] drawn(Table table, boolean whole, Definitions definitions, Language language) {
        return whole && table.composition() != null
                ? Chart.shares(table, definitions, language)
                : Chart.svg(table, definitions, language);
    }

    private static String latest(Held held, String topic, Asked asked, String compareTo) {
        String more = compareTo == null ? "" : "&" + Asked.query(Map.of("compareTo", compareTo));
        long version = compareTo == null
                ? held.dataset().version(asked.round())
                : Math.max(held.dataset().version(asked.round()), held.dataset().version(compareTo));
        return LatestVersion.link(
                "/v1/comparisons/%s/chart?%s%s".formatted(topic, asked.withoutDataset(), more), version);
    }

    /** The indicators of a topic that are numbers; a problem where there are none. */
    static List<String> numeric(Definitions definitions, Topic topic) {
        List<String> numeric = topic.columns().stream()
                .filter(id -> definitions.indicators().get(id).numeric())
                .toList();
        if (numeric.isEmpty()) {
            throw new ProblemException(
                    ComparisonProblem.NOTHING_TO_DRAW,
                    new Text(
                            "Bij het onderwerp '%s' zijn alle antwoorden teksten: %s. Vraag de vergelijking zelf: /v1/comparisons/%s."
                                    .formatted(topic.title().nl(), labels(definitions, topic, Language.NL), topic.id()),
                            "All answers to the topic '%s' are texts: %s. Ask for the comparison itself: /v1/comparisons/%s."
                                    .formatted(
                                            topic.title().en(), labels(definitions, topic, Language.EN), topic.id())));
        }
        return numeric;
    }

    private static String labels(Definitions definitions, Topic topic, Language language) {
        return topic.columns().stream()
                .map(id -> definitions.indicators().get(id).label().in(language))
                .collect(Collectors.joining(", "));
    }

    /** All shares of one whole; the scales of a topic of ratings side by side; the first indicator of another topic, and of two rounds. */
    private static List<String> unasked(Topic topic, List<String> numeric, boolean one) {
        if (topic.composition() && !one) {
            return numeric;
        }
        if (topic.agreement() && !one) {
            return numeric.stream().limit(Limits.CHART_INDICATORS).toList();
        }
        return List.of(
                numeric.stream().filter(id -> !id.equals(CONTEXT)).findFirst().orElse(numeric.get(0)));
    }
}
