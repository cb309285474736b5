package nl.wijkvergelijk.comparison.comparisons;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import nl.wijkvergelijk.comparison.asked.Asked;
import nl.wijkvergelijk.comparison.asked.GroupAsked;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.asked.RoundAt;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Basis;
import nl.wijkvergelijk.comparison.representation.CsvShape;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.GroupLink;
import nl.wijkvergelijk.comparison.representation.GroupView;
import nl.wijkvergelijk.comparison.representation.Json;
import nl.wijkvergelijk.comparison.representation.LatestVersion;
import nl.wijkvergelijk.comparison.representation.Recipe;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.representation.TableWriter;
import nl.wijkvergelijk.comparison.representation.Turns;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Grouping;
import nl.wijkvergelijk.comparison.table.Selection;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.http.Language;

/** Answers questions about topics: finds version, round and selection, has them compared, and has the table written. */
@ApplicationScoped
class Comparisons {

    private static final String MUNICIPALITY = "municipality";

    private final Datasets datasets;
    private final TopicAt topics;
    private final TableWriter writer;
    private final Turns turns;

    Comparisons(Datasets datasets, TopicAt topics, TableWriter writer, Turns turns) {
        this.datasets = datasets;
        this.topics = topics;
        this.writer = writer;
        this.turns = turns;
    }

    /** The topics of the definitions in force. */
    Representation topics(Language language) {
        Held held = datasets.held();
        Definitions definitions = held.dataset().definitions();
        return Representation.json(TopicsView.of(definitions, language)).restingOn(Basis.everything(held));
    }

    /** One topic in one round. */
    Representation comparison(
            String topicId, Asked asked, GroupAsked groupAsked, CsvShape shape, Format format, Language language) {
        Recipe recipe = held -> comparison(held, topicId, asked, groupAsked, shape, format, language);
        return recipe.made(datasets.held());
    }

    private Representation comparison(
            Held held,
            String topicId,
            Asked asked,
            GroupAsked groupAsked,
            CsvShape shape,
            Format format,
            Language language) {
        QueryReader query = new QueryReader();
        query.format(asked.format(), Format.OF_TABLES);
        query.shape(shape, format);
        TopicAt.Found found = topics.find(held, topicId, asked, query);
        String round = found.round();
        Selection selection = selection(asked, found, query);
        Grouping grouping = grouping(groupAsked, found.at(), query);
        query.refuseErrors();
        long figures = Comparison.figures(found.at().dataset(), found.topic(), round, selection, grouping);
        return turns.take(format, figures, () -> {
            Table table = Comparison.lazily(found.at().dataset(), found.topic(), round, selection, grouping);
            Representation answer = new Representation(
                    format,
                    format == Format.JSON
                            ? Json.content(ComparisonView.of(table, language))
                            : writer.content(
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
                    found.at().pinned(),
                    links(
                            found,
                            grouping,
                            "/v1/comparisons/%s?%s"
                                    .formatted(topicId, asked.of(round).withoutDataset(shape, groupAsked))));
            return answer.restingOn(Basis.rounds(held, List.of(round), found.pinned()));
        });
    }

    /** Where what is now is, of something older; and who is in a group that is known by its name. */
    static List<String> links(TopicAt.Found found, Grouping grouping, String address) {
        List<String> links = new ArrayList<>();
        if (found.at().superseded()) {
            links.add(LatestVersion.link(address, found.latest()));
        }
        if (grouping instanceof Grouping.Named) {
            links.add(GroupLink.of(found.at().dataset(), found.round()));
        }
        return links;
    }

    static Selection selection(Asked asked, TopicAt.Found found, QueryReader query) {
        Topic topic = found.topic();
        List<String> municipalities = query.list(
                MUNICIPALITY,
                asked.municipality(),
                found.at().dataset().municipalities().keySet(),
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

    /** An unknown round has been refused already; nobody is in it. */
    static Grouping grouping(GroupAsked asked, RoundAt.Found found, QueryReader query) {
        return found.dataset().rounds().containsKey(found.round())
                ? asked.read(query, found.dataset(), found.round())
                : Grouping.ROUND;
    }
}
