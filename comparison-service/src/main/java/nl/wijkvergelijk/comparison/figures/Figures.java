package nl.wijkvergelijk.comparison.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import nl.wijkvergelijk.comparison.asked.Asked;
import nl.wijkvergelijk.comparison.asked.GroupAsked;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.comparison.asked.QueryReader;
import nl.wijkvergelijk.comparison.asked.RoundAt;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Basis;
import nl.wijkvergelijk.comparison.representation.Content;
import nl.wijkvergelijk.comparison.representation.CsvShape;
import nl.wijkvergelijk.comparison.representation.FlatRow;
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
import nl.wijkvergelijk.comparison.table.Lazily;
import nl.wijkvergelijk.comparison.table.Selection;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.http.Language;
import nl.wijkvergelijk.http.Text;

/** Flat rows of any indicators of any rounds: each round compared by itself, one below the other. */
@ApplicationScoped
class Figures {

    private final Datasets datasets;
    private final RoundAt rounds;
    private final TableWriter writer;
    private final Turns turns;

    Figures(Datasets datasets, RoundAt rounds, TableWriter writer, Turns turns) {
        this.datasets = datasets;
        this.rounds = rounds;
        this.writer = writer;
        this.turns = turns;
    }

    /** Rows by round, then municipality, then indicator, in the order in which they were asked. */
    Representation rows(Asked asked, GroupAsked group, CsvShape shape, Format format, Language language) {
        Recipe recipe = held -> rows(held, asked, group, shape, format, language);
        return recipe.made(datasets.held());
    }

    private Representation rows(
            Held held, Asked asked, GroupAsked group, CsvShape shape, Format format, Language language) {
        QueryReader query = new QueryReader();
        query.format(asked.format(), Format.OF_TABLES);
        query.shape(shape, format);
        OptionalLong version = query.number("dataset", asked.dataset(), Long.MAX_VALUE);
        List<RoundAt.Found> found = find(held, version, asked, query);
        Dataset dataset = found.isEmpty() ? held.dataset() : found.get(0).dataset();
        List<String> municipalities = query.list(
                "municipality", asked.municipality(), dataset.municipalities().keySet(), Limits.MUNICIPALITIES);
        List<String> indicators = query.list(
                "indicator",
                asked.indicator(),
                dataset.definitions().indicators().keySet(),
                Limits.INDICATORS);
        List<Part> parts = found.stream()
                .map(each -> new Part(each, group.read(query, each.dataset(), each.round()), indicators))
                .toList();
        query.refuseErrors();
        Selection selection = new Selection(new LinkedHashSet<>(municipalities), List.of(), List.of());
        List<String> all = found.stream().map(RoundAt.Found::round).toList();
        // As JSON a round is compared when its rows are written, and let go of after; other forms look at all of them.
        List<Table> tables = Lazily.each(parts, part -> part.table(selection));
        Content content = turns.take(
                format,
                figures(format, parts, selection),
                () -> format == Format.JSON
                        ? Json.content(tables.stream().flatMap(FlatRow::of))
                        : writer.content(
                                "/v1/figures",
                                asked.of(String.join(",", all))
                                        .in(format.code())
                                        .withoutDataset(shape, group),
                                shape,
                                format,
                                List.copyOf(tables),
                                language));
        Representation answer = new Representation(
                format,
                content,
                "figures-" + String.join("-", all)
                        + parts.stream().findFirst().map(Part::inName).orElse(""),
                version.isPresent(),
                links(held, parts, "/v1/figures?" + asked.withoutDataset(shape, group)));
        return answer.restingOn(Basis.rounds(held, all, version));
    }

    /** Those of the rounds together; in a cube there is a place in every round for whoever is in any of them. */
    private static long figures(Format format, List<Part> parts, Selection selection) {
        if (format != Format.JSON_STAT) {
            return parts.stream().mapToLong(part -> part.figures(selection)).sum();
        }
        Set<String> municipalities = new HashSet<>();
        Set<String> indicators = new HashSet<>();
        for (Part part : parts) {
            municipalities.addAll(part.municipalities(selection));
            indicators.addAll(part.topic().columns());
        }
        return (long) parts.size() * municipalities.size() * indicators.size();
    }

    /** One round of what is asked. */
    private record Part(RoundAt.Found found, Grouping grouping, List<String> indicators) {

        Table table(Selection selection) {
            return Comparison.lazily(found.dataset(), topic(), found.round(), selection, grouping);
        }

        long figures(Selection selection) {
            return Comparison.figures(found.dataset(), topic(), found.round(), selection, grouping);
        }

        Set<String> municipalities(Selection selection) {
            return Comparison.rows(found.dataset(), found.round(), selection, grouping);
        }

        String inName() {
            return grouping instanceof Grouping.Named named ? GroupView.inName(named.id()) : "";
        }

        private Topic topic() {
            List<String> columns = indicators.isEmpty()
                    ? List.copyOf(found.dataset().definitions().indicators().keySet())
                    : indicators;
            return new Topic("figures", new Text("Cijfers", "Figures"), null, columns, false);
        }
    }

    private static List<String> links(Held held, List<Part> parts, String address) {
        List<String> links = new ArrayList<>();
        if (parts.stream().anyMatch(part -> part.found().superseded())) {
            links.add(LatestVersion.link(
                    address,
                    parts.stream()
                            .mapToLong(
                                    part -> held.dataset().version(part.found().round()))
                            .max()
                            .orElse(0)));
        }
        for (Part part : parts) {
            if (part.grouping() instanceof Grouping.Named) {
                links.add(GroupLink.of(part.found().dataset(), part.found().round()));
            }
        }
        return links;
    }

    private List<RoundAt.Found> find(Held held, OptionalLong version, Asked asked, QueryReader query) {
        if (asked.round() == null) {
            return List.of(rounds.find(held, version, null, query));
        }
        return query.list("round", asked.round(), held.dataset().rounds().keySet(), Limits.ROUNDS).stream()
                .map(round -> rounds.find(held, version, round, query))
                .toList();
    }
}
