package nl.wijkvergelijk.comparison.comparisons;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import nl.wijkvergelijk.comparison.asked.Asked;
import nl.wijkvergelijk.comparison.asked.GroupAsked;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.asked.RoundAt;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.CsvShape;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.GroupLink;
import nl.wijkvergelijk.comparison.representation.GroupView;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.LatestVersion;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.representation.TableWriter;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Grouping;
import nl.wijkvergelijk.comparison.table.Selection;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.ProblemException;

/** Answers questions about topics: finds version, round and selection, has them compared, and has the table written. */
@ApplicationScoped
class Comparisons {

    private static final String MUNICIPALITY = "municipality";

    private final Datasets datasets;
    private final RoundAt rounds;
    private final TableWriter writer;

    Comparisons(Datasets datasets, RoundAt rounds, TableWriter writer) {
        this.datasets = datasets;
        this.rounds = rounds;
        this.writer = writer;
    }

    /** The topics of the definitions in force. */
    Representation topics(Language language) {
        Definitions definitions = datasets.held().dataset().definitions();
        return Representation.json(TopicsView.of(definitions, language));
    }

    /** One topic in one round. */
    Representation comparison(
            String topicId, Asked asked, GroupAsked groupAsked, CsvShape shape, Format format, Language language) {
        Held held = datasets.held();
        require(held.dataset().definitions(), topicId);
        QueryReader query = new QueryReader();
        query.format(asked.format());
        query.shape(shape, format);
        OptionalLong version = query.number("dataset", asked.dataset(), Long.MAX_VALUE);
        String round = asked.round() == null ? rounds.latest(held, version) : asked.round();
        RoundAt.Found found = rounds.find(held, version, round, query);
        Topic topic = require(found.dataset().definitions(), topicId);
        Selection selection = selection(asked, topic, found, query);
        Grouping grouping = groupAsked.read(query, found.dataset(), round);
        query.refuseErrors();
        Table table = Comparison.of(found.dataset(), topic, round, selection, grouping);
        return new Representation(
                format,
                format == Format.JSON
                        ? Json.bytes(ComparisonView.of(table, language))
                        : writer.bytes(
                                "/v1/comparisons/" + topicId,
                                asked.of(round).in(format.code()).withoutDataset(shape, groupAsked),
                                shape,
                                format,
                                List.of(table),
                                language),
                "%s-%s%s-%d"
                        .formatted(
                                topicId,
                                round,
                                GroupView.inName(table.group()),
                                table.dataset().version()),
                found.pinned(),
                links(
                        found,
                        grouping,
                        "/v1/comparisons/%s?%s"
                                .formatted(topicId, asked.of(round).withoutDataset(shape, groupAsked)),
                        held));
    }

    /** Where what is now is, of something older; and who is in a group that is known by its name. */
    static List<String> links(RoundAt.Found found, Grouping grouping, String address, Held held) {
        List<String> links = new ArrayList<>();
        if (found.superseded()) {
            links.add(LatestVersion.link(address, held.dataset().version(found.round())));
        }
        if (grouping instanceof Grouping.Named) {
            links.add(GroupLink.of(found.dataset(), found.round()));
        }
        return links;
    }

    static Topic require(Definitions definitions, String topic) {
        return definitions.topic(topic).orElseThrow(ProblemException::notFound);
    }

    static Selection selection(Asked asked, Topic topic, RoundAt.Found found, QueryReader query) {
        List<String> municipalities = query.list(
                MUNICIPALITY,
                asked.municipality(),
                found.dataset().municipalities().keySet(),
                Limits.MUNICIPALITIES);
        List<String> indicators = query.list("indicator", asked.indicator(), topic.columns(), Limits.INDICATORS);
        List<String> sort = query.list("sort", asked.sort(), sortKeys(topic), Limits.SORT_KEYS);
        return new Selection(
                new LinkedHashSet<>(municipalities),
                indicators,
                sort.stream().map(Selection.Sort::of).toList());
    }

    private static List<String> sortKeys(Topic topic) {
        List<String> keys = new ArrayList<>(topic.columns());
        keys.add(MUNICIPALITY);
        topic.columns().forEach(column -> keys.add("-" + column));
        keys.add("-" + MUNICIPALITY);
        return keys;
    }
}
