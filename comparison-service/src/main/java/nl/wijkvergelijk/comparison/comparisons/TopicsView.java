package nl.wijkvergelijk.comparison.comparisons;

import java.util.List;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.http.Language;

/** The topics, each with its address and its indicators. */
record TopicsView(int definitions, List<TopicView> topics) {

    record TopicView(String id, String title, String description, List<String> indicators, String comparison) {}

    static TopicsView of(Definitions definitions, Language language) {
        return new TopicsView(
                definitions.number(),
                definitions.topics().values().stream()
                        .map(topic -> new TopicView(
                                topic.id(),
                                topic.title().in(language),
                                topic.description() == null
                                        ? null
                                        : topic.description().in(language),
                                topic.columns(),
                                "/v1/comparisons/" + topic.id()))
                        .toList());
    }
}
