package nl.wijkvergelijk.comparison.figures;

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
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.published.Datasets;
import nl.wijkvergelijk.comparison.representation.Basis;
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
        this.turns = turns;
        this.datasets = datasets;
        this.rounds = rounds;
        this.writer = writer;
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
        List<Grouping> groupings = found.stream()
                .map(each -> group.read(query, each.dataset(), each.round()))
                .toList();
        query.refuseErrors();
        Selection selection = new Selection(new LinkedHashSet<>(municipalities), List.of(), List.of());
        long figures = found.stream()
                .mapToLong(each -> Turns.figures(
                        each.dataset(),
                        each.round(),
                        selection,
                        topic(each.dataset(), indicators).columns().size()))
                .sum();
        return turns.take(figures, () -> {
            List<Table> tables = new ArrayList<>();
            List<String> links = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                RoundAt.Found each = found.get(i);
                tables.add(Comparison.of(
                        each.dataset(), topic(each.dataset(), indicators), each.round(), selection, groupings.get(i)));
                if (groupings.get(i) instanceof Grouping.Named) {
                    links.add(GroupLink.of(each.dataset(), each.round()));
                }
            }
            String round = String.join(",", tables.stream().map(Table::round).toList());
            boolean superseded = found.stream().anyMatch(RoundAt.Found::superseded);
            long latest = found.stream()
                    .mapToLong(each -> held.dataset().version(each.round()))
                    .max()
                    .orElse(0);
            if (superseded) {
                links.add(0, LatestVersion.link("/v1/figures?" + asked.withoutDataset(shape, group), latest));
            }
            Representation answer = new Representation(
                    format,
                    format == Format.JSON
                            ? Json.bytes(tables.stream()
                                    .flatMap(each -> FlatRow.of(each).stream())
                                    .toList())
                            : writer.bytes(
                                    "/v1/figures",
                                    asked.of(round).in(format.code()).withoutDataset(shape, group),
                                    shape,
                                    format,
                                    tables,
                                    language),
                    "figures-"
                            + String.join(
                                    "-",
                                    found.stream().map(RoundAt.Found::round).toList())
                            + (tables.isEmpty()
                                    ? ""
                                    : GroupView.inName(tables.get(0).group())),
                    version.isPresent(),
                    links);
            List<String> all = found.stream().map(RoundAt.Found::round).toList();
            return answer.restingOn(Basis.rounds(held, all, version));
        });
    }

    private List<RoundAt.Found> find(Held held, OptionalLong version, Asked asked, QueryReader query) {
        if (asked.round() == null) {
            return List.of(rounds.find(held, version, null, query));
        }
        return query.list("round", asked.round(), held.dataset().rounds().keySet(), Limits.ROUNDS).stream()
                .map(round -> rounds.find(held, version, round, query))
                .toList();
    }

    private static Topic topic(Dataset dataset, List<String> indicators) {
        List<String> columns = indicators.isEmpty()
                ? List.copyOf(dataset.definitions().indicators().keySet())
                : indicators;
        return new Topic("figures", new Text("Cijfers", "Figures"), null, columns, false);
    }
}
