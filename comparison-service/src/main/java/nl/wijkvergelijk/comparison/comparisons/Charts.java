package nl.wijkvergelijk.comparison.comparisons;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.wijkvergelijk.comparison.ComparisonProblem;
import nl.wijkvergelijk.comparison.asked.Asked;
import nl.wijkvergelijk.comparison.asked.GroupAsked;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.asked.RoundAt;
import nl.wijkvergelijk.comparison.chart.Chart;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Basis;
import nl.wijkvergelijk.comparison.representation.Content;
import nl.wijkvergelijk.comparison.representation.CsvShape;
import nl.wijkvergelijk.comparison.representation.LatestVersion;
import nl.wijkvergelijk.comparison.representation.Picture;
import nl.wijkvergelijk.comparison.representation.Recipe;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Grouping;
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
    private final TopicAt topics;
    private final RoundAt rounds;

    Charts(Datasets datasets, TopicAt topics, RoundAt rounds) {
        this.datasets = datasets;
        this.topics = topics;
        this.rounds = rounds;
    }

    /** @param compareTo the other round of a chart of two; null for a chart of one */
    Representation chart(String topicId, Asked asked, String compareTo, GroupAsked groupAsked, Language language) {
        Recipe recipe = held -> chart(held, topicId, asked, compareTo, groupAsked, language);
        return recipe.made(datasets.held());
    }

    private Representation chart(
            Held held, String topicId, Asked asked, String compareTo, GroupAsked groupAsked, Language language) {
        QueryReader query = new QueryReader();
        TopicAt.Found found = topics.find(held, topicId, asked, query);
        Definitions definitions = found.definitions();
        Topic topic = found.topic();
        List<String> numeric = numeric(definitions, topic);
        List<String> indicators = query.list("indicator", asked.indicator(), numeric, Limits.CHART_INDICATORS);
        Selection others = Comparisons.selection(asked.ofIndicators(null), found, query);
        Grouping grouping = Comparisons.grouping(groupAsked, found.at(), query);
        Optional<RoundAt.Found> other = compareTo == null
                ? Optional.empty()
                : Optional.of(other(found, asked, compareTo, groupAsked, indicators, query));
        query.refuseErrors();
        List<String> drawn = indicators.isEmpty() ? unasked(topic, numeric, compareTo != null) : indicators;
        Selection selection = new Selection(others.municipalities(), drawn, others.sort());
        Representation chart = new Representation(
                Picture.SVG,
                Content.of(
                        other.isPresent()
                                ? Chart.rounds(
                                        twoRounds(found.at(), other.get(), topic, selection), definitions, language)
                                : drawn(
                                        Comparison.of(found.at().dataset(), topic, found.round(), selection, grouping),
                                        asked.indicator() == null,
                                        definitions,
                                        language)),
                null,
                found.at().pinned(),
                links(found, other, grouping, asked.of(found.round()), groupAsked));
        List<String> both =
                other.isPresent() ? List.of(found.round(), other.get().round()) : List.of(found.round());
        return chart.restingOn(Basis.rounds(held, both, found.pinned()));
    }

    private static List<String> links(
            TopicAt.Found found, Optional<RoundAt.Found> other, Grouping grouping, Asked asked, GroupAsked groupAsked) {
        String address = "/v1/comparisons/%s/chart?%s"
                .formatted(found.topic().id(), asked.withoutDataset(CsvShape.USUAL, groupAsked));
        if (other.isEmpty()) {
            return Comparisons.links(found, grouping, address);
        }
        String compareTo = other.get().round();
        return found.at().superseded() || other.get().superseded()
                ? List.of(LatestVersion.link(
                        address + "&" + Asked.query(Map.of("compareTo", compareTo)),
                        Math.max(found.latest(), found.held().dataset().version(compareTo))))
                : List.of();
    }

    private RoundAt.Found other(
            TopicAt.Found one,
            Asked asked,
            String compareTo,
            GroupAsked groupAsked,
            List<String> indicators,
            QueryReader query) {
        String round = one.round();
        Dataset now = one.held().dataset();
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
        if (groupAsked.group() != null) {
            query.error(
                    "group",
                    "not-together",
                    "Een groep is er van één ronde; kies gemeenten met municipality.",
                    "A group is of one round; choose municipalities with municipality.");
        }
        query.list("compareTo", compareTo, now.rounds().keySet(), 1);
        if (!now.rounds().containsKey(compareTo)) {
            return new RoundAt.Found(now, compareTo, one.at().pinned(), false);
        }
        RoundAt.Found found = rounds.find(
                one.held(), new QueryReader().number("dataset", asked.dataset(), Long.MAX_VALUE), compareTo, query);
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
