package nl.wijkvergelijk.comparison.comparisons;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import nl.wijkvergelijk.comparison.asked.Asked;
import nl.wijkvergelijk.comparison.asked.GroupAsked;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.chart.Chart;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.representation.CsvShape;
import nl.wijkvergelijk.comparison.representation.Picture;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Grouping;
import nl.wijkvergelijk.comparison.table.Selection;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.http.Language;

/** Answers the questions of {@link Comparisons} with a picture: the same selection of the same table, of what can be drawn. */
@ApplicationScoped
class Charts {

    /** Stands in many topics for context; a chart that shows one thing shows another. */
    private static final String CONTEXT = "residents";

    private final TopicAt topics;

    Charts(TopicAt topics) {
        this.topics = topics;
    }

    /** One topic in one round, drawn. */
    Representation chart(String topicId, Asked asked, GroupAsked groupAsked, Language language) {
        QueryReader query = new QueryReader();
        TopicAt.Found found = topics.find(topicId, asked, query);
        Topic topic = found.topic();
        List<String> numeric = numeric(found.definitions(), topic);
        List<String> indicators = query.list("indicator", asked.indicator(), numeric, Limits.CHART_INDICATORS);
        if (numeric.isEmpty() && asked.indicator() == null) {
            query.error(
                    "indicator",
                    "unknown-value",
                    "Dit onderwerp heeft geen getallen om te tekenen.",
                    "This topic has no numbers to draw.");
        }
        Selection others = Comparisons.selection(asked.ofIndicators(null), found, query);
        Grouping grouping = Comparisons.grouping(groupAsked, found.at(), query);
        query.refuseErrors();
        Selection selection = new Selection(
                new LinkedHashSet<>(others.municipalities()),
                indicators.isEmpty() ? unasked(topic, numeric) : indicators,
                others.sort());
        Table table = Comparison.of(found.at().dataset(), topic, found.round(), selection, grouping);
        return new Representation(
                Picture.SVG,
                Chart.svg(table, found.definitions(), language),
                null,
                found.at().pinned(),
                Comparisons.links(
                        found,
                        grouping,
                        "/v1/comparisons/%s/chart?%s"
                                .formatted(
                                        topicId, asked.of(found.round()).withoutDataset(CsvShape.USUAL, groupAsked))));
    }

    private static List<String> numeric(Definitions definitions, Topic topic) {
        return topic.columns().stream()
                .filter(id -> definitions.indicators().get(id).numeric())
                .toList();
    }

    /** The scales of a topic of ratings side by side; the first indicator of another topic. */
    private static List<String> unasked(Topic topic, List<String> numeric) {
        if (topic.agreement()) {
            return numeric.stream().limit(Limits.CHART_INDICATORS).toList();
        }
        return List.of(
                numeric.stream().filter(id -> !id.equals(CONTEXT)).findFirst().orElse(numeric.get(0)));
    }
}
