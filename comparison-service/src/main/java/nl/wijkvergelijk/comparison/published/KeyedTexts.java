package nl.wijkvergelijk.comparison.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.seam.PublishedJson;
import nl.wijkvergelijk.comparison.seam.PublishedRows;
import nl.wijkvergelijk.comparison.seam.Sql;
import nl.wijkvergelijk.http.Text;

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

    /** The publications in which a municipality's answers to these measures, or its totals on these scales, have been in a round; oldest first. */
    public List<Long> editions(String round, String municipality, List<String> measures) {
        String all = String.join(",", measures);
        return look(connection -> Sql.list(
                connection,
                SECONDS,
                """
                select sequence from published.figure
                 where round = ? and municipality = ? and measure = any (string_to_array(?, ','))
                 union
                select sequence from published.rating
                 where round = ? and municipality = ? and scale = any (string_to_array(?, ','))
                 order by sequence
                """,
                row -> row.getLong("sequence"),
                round,
                municipality,
                all,
                round,
                municipality,
                all));
    }

    /** The texts of the findings of a round that were published up to a sequence, also of those replaced since. */
    public List<FindingText> findings(String round, long upTo) {
        return look(connection -> Sql.list(
                connection,
                SECONDS,
                """
                select sequence, id, text_nl, text_en, evidence
                  from published.finding
                 where round = ? and sequence <= ? and not withdrawn
                """,
                row -> new FindingText(
                        row.getLong("sequence"),
                        row.getString("id"),
                        new Text(row.getString("text_nl"), row.getString("text_en")),
                        PublishedJson.tree(row.getString("evidence"))),
                round,
                upTo));
    }

    /** All answers of a municipality in a round as they were last published up to a sequence, in the questionnaire's order; none before there were any. */
    public List<WholeAnswer> answers(String round, String municipality, long upTo) {
        return look(connection ->
                Sql.list(connection, SECONDS, """
                select sequence, section, section_nl, section_en, question, type, label_nl, label_en, answer, labels, revision, revised_at, on_behalf
                  from published.answer
                 where round = ? and municipality = ?
                   and sequence = (select max(sequence) from published.answer where round = ? and municipality = ? and sequence <= ?)
                 order by position
                """, KeyedTexts::whole, round, municipality, round, municipality, upTo));
    }

    /** The answers of all municipalities in a round that feed these measures, each as last published up to a sequence; none before there were any. */
    public List<MeasuredAnswer> answers(String round, List<String> measures, long upTo) {
        return look(connection -> Sql.list(
                connection,
                SECONDS,
                """
                select a.municipality, f.measure,
                       a.sequence, section, section_nl, section_en, a.question, type, label_nl, label_en, answer, labels, a.revision, a.revised_at, a.on_behalf
                  from published.answer a
                  join published.figure f
                    on f.sequence = a.sequence and f.round = a.round and f.municipality = a.municipality and f.question = a.question
                 where a.round = ?
                   and f.measure = any (string_to_array(?, ','))
                   and a.sequence = (select max(b.sequence) from published.answer b
                                      where b.round = a.round and b.municipality = a.municipality and b.sequence <= ?)
                """,
                row -> new MeasuredAnswer(row.getString("municipality"), row.getString("measure"), whole(row)),
                round,
                String.join(",", measures),
                upTo));
    }

    private static WholeAnswer whole(ResultSet row) throws SQLException {
        return new WholeAnswer(
                row.getLong("sequence"),
                row.getString("section"),
                new Text(row.getString("section_nl"), row.getString("section_en")),
                row.getString("question"),
                row.getString("type"),
                new Text(row.getString("label_nl"), row.getString("label_en")),
                PublishedJson.tree(row.getString("answer")),
                PublishedJson.tree(row.getString("labels")),
                row.getInt("revision"),
                PublishedRows.instant(row, "revised_at"),
                row.getString("on_behalf"));
    }

    /**
     * Which publication of a municipality's answers another replaces: one of several municipalities may correct some and be the first of others. None where its
     * answers were not public before.
     */
    public OptionalLong replaced(Held held, PublicationRow publication, String round, String municipality) {
        if (publication.corrects() == null) {
            return OptionalLong.empty();
        }
        return look(connection -> Sql.list(
                        connection,
                        SECONDS,
                        """
                        select sequence, bool_or(answer ->> 'missing' is not distinct from 'withdrawn') as withdrawn
                          from published.answer
                         where round = ? and municipality = ? and sequence < ?
                         group by sequence
                         order by sequence desc limit 1
                        """,
                        row -> new Before(row.getLong("sequence"), row.getBoolean("withdrawn")),
                        round,
                        municipality,
                        publication.sequence()))
                .stream()
                .filter(before -> !before.withdrawn())
                .mapToLong(Before::sequence)
                .findFirst();
    }

    /** The last publication before another that holds answers of a municipality in a round; a redaction after a withdrawal holds withdrawn ones too. */
    private record Before(long sequence, boolean withdrawn) {}

    /** The description of a municipality in a publication that has descriptions. */
    public DescriptionText description(long sequence, String round, String municipality) {
        List<DescriptionText> found = look(connection -> Sql.list(
                connection,
                SECONDS,
                """
                select version, language, written_at, sections, agreement, note, why, answered_at, withdrawn
                  from published.description
                 where sequence = ? and round = ? and municipality = ?
                """,
                row -> new DescriptionText(
                        row.getObject("version", Integer.class),
                        row.getString("language"),
                        instantOrNull(row, "written_at"),
                        PublishedJson.tree(row.getString("sections")),
                        row.getString("agreement"),
                        row.getString("note"),
                        row.getString("why"),
                        instantOrNull(row, "answered_at"),
                        row.getBoolean("withdrawn")),
                sequence,
                round,
                municipality));
        // Whoever publishes descriptions publishes one of each municipality, so an absent row is a database that lost
        // it.
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "published has lost the description of %s in %d".formatted(municipality, sequence)));
    }

    /** The evidence on file for a municipality in a publication that has evidence, in the order of filing. */
    public List<FiledEvidence> evidence(long sequence, String round, String municipality) {
        return look(connection -> Sql.list(
                connection,
                SECONDS,
                """
                select type, title, kind, date, publisher, url, internal, interview_group, form, people, outcome, reason
                  from published.evidence
                 where sequence = ? and round = ? and municipality = ?
                 order by position
                """,
                row -> new FiledEvidence(
                        row.getString("type"),
                        row.getString("title"),
                        row.getString("kind"),
                        row.getString("date"),
                        row.getString("publisher"),
                        row.getString("url"),
                        row.getBoolean("internal"),
                        row.getString("interview_group"),
                        row.getString("form"),
                        row.getObject("people", Integer.class),
                        row.getString("outcome"),
                        row.getString("reason")),
                sequence,
                round,
                municipality));
    }

    private static Instant instantOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : PublishedRows.instant(row, column);
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
