package nl.wijkvergelijk.comparison.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wijkvergelijk.comparison.composition.Distribution;
import nl.wijkvergelijk.comparison.composition.Likeness;
import nl.wijkvergelijk.comparison.composition.Percentage;
import nl.wijkvergelijk.comparison.dataset.Municipality;
import nl.wijkvergelijk.comparison.definitions.Computed;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.http.Text;

/** Makes the composition of a topic out of its columns, and warns of rows that are known in part. */
final class Compositions {

    private final List<Municipality> members;
    private final List<ComputedColumn> parts;
    private final List<Distribution> distributions = new ArrayList<>();

    /** @param columns all of the topic, whichever are shown; those with numbers are the parts */
    Compositions(List<Municipality> members, List<ComputedColumn> columns) {
        this.members = members;
        this.parts =
                columns.stream().filter(column -> column.indicator().numeric()).toList();
        for (int row = 0; row < members.size(); row++) {
            distributions.add(distribution(row));
        }
    }

    /** Over these rows; the warning concerns the parts that are shown. */
    Composition of(Topic topic, List<Integer> rows, List<ComputedColumn> shown, Warnings warnings, WarningWords words) {
        List<Integer> complete =
                rows.stream().filter(row -> distributions.get(row).complete()).toList();
        boolean listed = complete.size() <= Composition.LISTED;
        Likeness group = listed ? group() : null;
        List<Composition.Division> divisions = new ArrayList<>(rows.size());
        for (int row : rows) {
            Distribution distribution = distributions.get(row);
            divisions.add(division(row, distribution, group));
            if (distribution.partial()) {
                warn(topic, members.get(row), shown, warnings, words.shares(distribution));
            }
        }
        return new Composition(
                parts.stream().map(ComputedColumn::id).toList(), divisions, listed ? distances(complete) : List.of());
    }

    private Likeness group() {
        Likeness group = new Likeness();
        for (int row = 0; row < members.size(); row++) {
            group.add(members.get(row).code(), distributions.get(row));
        }
        return group;
    }

    private void warn(
            Topic topic, Municipality municipality, List<ComputedColumn> shown, Warnings warnings, Text known) {
        for (ComputedColumn part : parts) {
            if (shown.contains(part)) {
                warnings.draft("partial", topic.id(), part.id()).add(municipality, known);
            }
        }
    }

    private Composition.Division division(int row, Distribution distribution, Likeness group) {
        Municipality municipality = members.get(row);
        boolean some = distribution.known() > 0;
        return new Composition.Division(
                municipality.code(),
                municipality.name(),
                distribution.known(),
                some ? distribution.sum() : null,
                some ? distribution.closure() : null,
                parts.stream()
                        .filter(part -> part.figure(row).interval() == null)
                        .map(ComputedColumn::id)
                        .toList(),
                distribution.partial() ? distribution.left() : null,
                group == null ? null : group.mostAlike(municipality.code()));
    }

    private List<Composition.Distance> distances(List<Integer> complete) {
        List<Composition.Distance> distances = new ArrayList<>();
        for (int i = 0; i < complete.size(); i++) {
            for (int j = i + 1; j < complete.size(); j++) {
                distances.add(new Composition.Distance(
                        members.get(complete.get(i)).code(),
                        members.get(complete.get(j)).code(),
                        distributions.get(complete.get(i)).distance(distributions.get(complete.get(j)))));
            }
        }
        return distances;
    }

    private Distribution distribution(int row) {
        List<Optional<Percentage>> shares = new ArrayList<>(parts.size());
        for (ComputedColumn part : parts) {
            Computed computed = part.figure(row);
            shares.add(
                    computed.interval() == null
                            ? Optional.empty()
                            : Optional.of(new Percentage(computed.value(), computed.interval())));
        }
        return new Distribution(shares);
    }
}
