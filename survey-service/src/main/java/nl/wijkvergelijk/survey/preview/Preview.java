package nl.wijkvergelijk.survey.preview;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.definitions.Definitions;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;
import nl.wijkvergelijk.comparison.definitions.Topic;
import nl.wijkvergelijk.comparison.seam.Loader;
import nl.wijkvergelijk.comparison.seam.PublishedRows;
import nl.wijkvergelijk.comparison.table.Cell;
import nl.wijkvergelijk.comparison.table.Column;
import nl.wijkvergelijk.comparison.table.Comparison;
import nl.wijkvergelijk.comparison.table.Row;
import nl.wijkvergelijk.comparison.table.Selection;
import nl.wijkvergelijk.comparison.table.Table;
import nl.wijkvergelijk.http.Text;
import nl.wijkvergelijk.survey.publication.PublishedFigure;

/** Says what publishing these figures would change in the comparison of their round: which figures, and whose ranks. */
@ApplicationScoped
public class Preview {

    private static final int SECONDS = 5;
    private static final Text UNTITLED = new Text("", "");

    private final DataSource database;
    private final Clock clock;
    private final Loader loader = new Loader(SECONDS);
    private final Dataset empty = Dataset.empty(DefinitionsCatalogue.fromClasspath());

    Preview(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The difference between what is public now and what would be. */
    public PreviewView of(String round, String municipality, List<PublishedFigure> figures) {
        Dataset now = published(round);
        Dataset then = now.with(
                List.of(publication(now, round, figures.size())),
                List.of(),
                List.of(),
                figures.stream()
                        .map(figure -> HypotheticalRow.of(now.sequence() + 1, figure))
                        .toList(),
                List.of());
        return new PreviewView(now.sequence(), changes(municipality, everything(now, round), everything(then, round)));
    }

    private Dataset published(String round) {
        try (Connection connection = database.getConnection()) {
            List<PublicationRow> publications = new PublishedRows(connection, SECONDS).publications(0, Long.MAX_VALUE);
            return loader.past(connection, empty, publications, round);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PublicationRow publication(Dataset now, String round, int figures) {
        Instant at = clock.instant();
        return new PublicationRow(
                now.sequence() + 1,
                new UUID(0, 0),
                at,
                "responses",
                now.definitions().number(),
                round,
                figures,
                0,
                0,
                0,
                0,
                null,
                null,
                0,
                0,
                0,
                0);
    }

    /** Every indicator there is, of everybody in the round. */
    private static Table everything(Dataset dataset, String round) {
        Definitions definitions = dataset.definitions();
        List<String> indicators = List.copyOf(definitions.indicators().keySet());
        return Comparison.of(
                dataset, new Topic("preview", UNTITLED, UNTITLED, indicators, false), round, Selection.ALL);
    }

    private static List<PreviewView.Change> changes(String municipality, Table now, Table then) {
        Map<String, Cell> before = new HashMap<>();
        now.rows().forEach(row -> row.cells().forEach(cell -> before.put(cell.figure(), cell)));
        List<PreviewView.Change> changes = new ArrayList<>();
        for (Row row : then.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                Column column = then.columns().get(i);
                change(
                                row,
                                column,
                                before.get(row.cells().get(i).figure()),
                                row.cells().get(i))
                        .ifPresent(changes::add);
            }
        }
        changes.sort(Comparator.comparing(change -> !change.municipality().equals(municipality)));
        return changes;
    }

    private static Optional<PreviewView.Change> change(Row row, Column column, Cell before, Cell after) {
        PreviewView.Side was = before == null ? null : PreviewView.Side.of(before);
        PreviewView.Side becomes = PreviewView.Side.of(after);
        return becomes.equals(was)
                ? Optional.empty()
                : Optional.of(new PreviewView.Change(
                        after.figure(), row.code(), column.id(), column.label(), column.unit(), was, becomes));
    }
}
