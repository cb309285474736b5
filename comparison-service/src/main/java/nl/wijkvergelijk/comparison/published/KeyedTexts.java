package nl.wijkvergelijk.comparison.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import nl.wijkvergelijk.comparison.seam.PublishedJson;
import nl.wijkvergelijk.comparison.seam.PublishedRows;
import nl.wijkvergelijk.comparison.seam.Sql;

/** Looks up, by key, what is published but too long or too rare to hold in memory. A problem of its own when the database is away. */
@ApplicationScoped
public class KeyedTexts {

    private static final int SECONDS = 2;

    private final DataSource database;

    KeyedTexts(DataSource database) {
        this.database = database;
    }

    /** One row of {@code published.figure}, or the readings of one total in {@code published.rating}, where measure is the scale. */
    public record Key(long sequence, String round, String municipality, String measure) {}

    /** What was published beside an answer. */
    public Answer answer(Key key) {
        List<Answer> found = look(connection -> Sql.list(
                connection,
                SECONDS,
                """
                select low, high, as_printed, correction, note, clarification, statements, evidence, rule_notes, revision, revised_at, on_behalf
                  from published.figure
                 where sequence = ? and round = ? and municipality = ? and measure = ?
                """,
                row -> new Answer(
                        row.getBigDecimal("low"),
                        row.getBigDecimal("high"),
                        row.getString("as_printed"),
                        row.getString("correction"),
                        row.getString("note"),
                        row.getString("clarification"),
                        PublishedJson.tree(row.getString("statements")),
                        PublishedJson.tree(row.getString("evidence")),
                        PublishedJson.tree(row.getString("rule_notes")),
                        row.getInt("revision"),
                        PublishedRows.instant(row, "revised_at"),
                        row.getString("on_behalf")),
                key.sequence(),
                key.round(),
                key.municipality(),
                key.measure()));
        // What we hold came from there, so an absent row is a database that lost it, not a question about nothing.
        return found.stream().findFirst().orElseThrow(() -> new IllegalStateException("published has lost " + key));
    }

    /** All readings of a rating's total, in their order. */
    public List<RatingTotal> readings(Key key) {
        return look(connection -> Sql.list(
                connection,
                SECONDS,
                """
                select reading, total, chosen, kind, raters, items, points_min, points_max, evidence
                  from published.rating
                 where sequence = ? and round = ? and municipality = ? and scale = ?
                 order by reading
                """,
                row -> new RatingTotal(
                        row.getInt("reading"),
                        row.getBigDecimal("total"),
                        row.getBoolean("chosen"),
                        row.getString("kind"),
                        row.getInt("raters"),
                        row.getInt("items"),
                        row.getBigDecimal("points_min"),
                        row.getBigDecimal("points_max"),
                        PublishedJson.tree(row.getString("evidence"))),
                key.sequence(),
                key.round(),
                key.municipality(),
                key.measure()));
    }

    private interface Look<T> {
        List<T> in(Connection connection) throws SQLException;
    }

    private <T> List<T> look(Look<T> look) {
        try (Connection connection = database.getConnection()) {
            return look.in(connection);
        } catch (SQLException e) {
            throw Archive.away(e);
        }
    }
}
