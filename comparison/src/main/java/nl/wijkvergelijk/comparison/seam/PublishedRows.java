package nl.wijkvergelijk.comparison.seam;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.wijkvergelijk.comparison.dataset.BallotRow;
import nl.wijkvergelijk.comparison.dataset.FigureRow;
import nl.wijkvergelijk.comparison.dataset.FindingRow;
import nl.wijkvergelijk.comparison.dataset.GroupRow;
import nl.wijkvergelijk.comparison.dataset.MunicipalityRow;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.dataset.RatingRow;
import nl.wijkvergelijk.comparison.dataset.RoundRow;
import nl.wijkvergelijk.http.Text;

/** The rows of the seam after one sequence, up to and including another. Columns are named, so that columns added later do not disturb. */
public final class PublishedRows {

    private final Connection connection;
    private final int seconds;

    /** @param seconds how long a statement may take */
    public PublishedRows(Connection connection, int seconds) {
        this.connection = connection;
        this.seconds = seconds;
    }

    public List<PublicationRow> publications(long after, long upTo) throws SQLException {
        return Sql.list(
                connection,
                seconds,
                """
                select sequence, id, at, kind, definitions, round, figures, ratings, municipalities, rounds, corrects, reason,
                       -- absent as long as survey-service is of an earlier release
                       coalesce((to_jsonb(publication) ->> 'findings')::integer, 0) as findings,
                       coalesce((to_jsonb(publication) ->> 'ballots')::integer, 0) as ballots,
                       coalesce((to_jsonb(publication) ->> 'descriptions')::integer, 0) as descriptions,
                       coalesce((to_jsonb(publication) ->> 'evidence')::integer, 0) as evidence,
                       coalesce((to_jsonb(publication) ->> 'groups')::integer, 0) as groups
                  from published.publication
                 where sequence > ? and sequence <= ?
                 order by sequence
                """,
                row -> new PublicationRow(
                        row.getLong("sequence"),
                        row.getObject("id", UUID.class),
                        instant(row, "at"),
                        row.getString("kind"),
                        row.getInt("definitions"),
                        row.getString("round"),
                        row.getInt("figures"),
                        row.getInt("ratings"),
                        row.getInt("municipalities"),
                        row.getInt("rounds"),
                        row.getInt("findings"),
                        row.getObject("corrects", Long.class),
                        row.getString("reason"),
                        row.getInt("ballots"),
                        row.getInt("descriptions"),
                        row.getInt("evidence"),
                        row.getInt("groups")),
                after,
                upTo);
    }

    public List<MunicipalityRow> municipalities(long after, long upTo) throws SQLException {
        return Sql.list(
                connection,
                seconds,
                """
                select sequence, code, name, valid_from, valid_to, successors
                  from published.municipality
                 where sequence > ? and sequence <= ?
                """,
                row -> new MunicipalityRow(
                        row.getLong("sequence"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        PublishedJson.texts(row.getString("successors"))),
                after,
                upTo);
    }

    public List<RoundRow> rounds(long after, long upTo) throws SQLException {
        return Sql.list(
                connection,
                seconds,
                """
                select sequence, id, title_nl, title_en, questionnaire, questionnaire_version, full_time_hours, full_time_hours_source
                  from published.round
                 where sequence > ? and sequence <= ?
                """,
                row -> new RoundRow(
                        row.getLong("sequence"),
                        row.getString("id"),
                        row.getString("title_nl"),
                        row.getString("title_en"),
                        row.getString("questionnaire"),
                        row.getInt("questionnaire_version"),
                        row.getBigDecimal("full_time_hours"),
                        row.getString("full_time_hours_source")),
                after,
                upTo);
    }

    /** @param round only of this round; null for all */
    public List<FigureRow> figures(long after, long upTo, String round) throws SQLException {
        // Nearly all texts are codes that come again in row after row.
        Map<String, String> codes = new HashMap<>();
        return Sql.list(
                connection,
                seconds,
                """
                select sequence, round, municipality, measure, question, value, text, missing, unit, currency, basis, period,
                       qualifier, low, high, as_of, definition, disputed, correction is not null as corrected,
                       statements, evidence -> 0 as first_evidence, revision, revised_at, on_behalf
                  from published.figure
                 where sequence > ? and sequence <= ? and (?::text is null or round = ?)
                """,
                row -> new FigureRow(
                        row.getLong("sequence"),
                        code(codes, row, "round"),
                        code(codes, row, "municipality"),
                        code(codes, row, "measure"),
                        code(codes, row, "question"),
                        row.getBigDecimal("value"),
                        row.getString("text"),
                        code(codes, row, "missing"),
                        code(codes, row, "unit"),
                        code(codes, row, "currency"),
                        code(codes, row, "basis"),
                        code(codes, row, "period"),
                        code(codes, row, "qualifier"),
                        row.getBigDecimal("low"),
                        row.getBigDecimal("high"),
                        code(codes, row, "as_of"),
                        code(codes, row, "definition"),
                        row.getBoolean("disputed"),
                        row.getBoolean("corrected"),
                        PublishedJson.statements(row.getString("statements")),
                        PublishedJson.citation(row.getString("first_evidence")),
                        row.getInt("revision"),
                        instant(row, "revised_at"),
                        row.getString("on_behalf")),
                after,
                upTo,
                round,
                round);
    }

    private static String code(Map<String, String> codes, ResultSet row, String column) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : codes.computeIfAbsent(code, same -> same);
    }

    /** @param round only of this round; null for all */
    public List<RatingRow> ratings(long after, long upTo, String round) throws SQLException {
        return Sql.list(
                connection,
                seconds,
                """
                select sequence, round, scale, reading, municipality, total, chosen, raters, items, kind, points_min, points_max
                  from published.rating
                 where sequence > ? and sequence <= ? and (?::text is null or round = ?)
                """,
                row -> new RatingRow(
                        row.getLong("sequence"),
                        row.getString("round"),
                        row.getString("scale"),
                        row.getInt("reading"),
                        row.getString("municipality"),
                        row.getBigDecimal("total"),
                        row.getBoolean("chosen"),
                        row.getInt("raters"),
                        row.getInt("items"),
                        row.getString("kind"),
                        row.getBigDecimal("points_min"),
                        row.getBigDecimal("points_max")),
                after,
                upTo,
                round,
                round);
    }

    List<FindingRow> findings(long after, long upTo) throws SQLException {
        return Sql.list(
                connection,
                seconds,
                """
                select sequence, round, id, theme, theme_nl, theme_en, kind, position, parent, indicators, municipalities, related_themes, withdrawn
                  from published.finding
                 where sequence > ? and sequence <= ?
                """,
                row -> new FindingRow(
                        row.getLong("sequence"),
                        row.getString("round"),
                        row.getString("id"),
                        row.getString("theme"),
                        new Text(row.getString("theme_nl"), row.getString("theme_en")),
                        row.getString("kind"),
                        row.getInt("position"),
                        row.getString("parent"),
                        PublishedJson.texts(row.getString("indicators")),
                        PublishedJson.texts(row.getString("municipalities")),
                        PublishedJson.texts(row.getString("related_themes")),
                        row.getBoolean("withdrawn")),
                after,
                upTo);
    }

    /** Only where a publication says it has some: before the first there may be no such table. @param round only of this round; null for all */
    public List<BallotRow> ballots(long after, long upTo, String round) throws SQLException {
        return Sql.list(
                connection,
                seconds,
                """
                select sequence, round, scale, rater, item, value
                  from published.ballot
                 where sequence > ? and sequence <= ? and (?::text is null or round = ?)
                """,
                row -> new BallotRow(
                        row.getLong("sequence"),
                        row.getString("round"),
                        row.getString("scale"),
                        row.getString("rater"),
                        row.getString("item"),
                        row.getBigDecimal("value")),
                after,
                upTo,
                round,
                round);
    }

    /** Only where a publication says it has some, likewise. @param round only of this round; null for all */
    public List<GroupRow> groups(long after, long upTo, String round) throws SQLException {
        return Sql.list(
                connection,
                seconds,
                """
                select sequence, round, id, name_nl, name_en, description_nl, description_en, source, municipalities, withdrawn
                  from published.municipality_group
                 where sequence > ? and sequence <= ? and (?::text is null or round = ?)
                """,
                row -> new GroupRow(
                        row.getLong("sequence"),
                        row.getString("round"),
                        row.getString("id"),
                        text(row.getString("name_nl"), row.getString("name_en")),
                        text(row.getString("description_nl"), row.getString("description_en")),
                        row.getString("source"),
                        PublishedJson.texts(row.getString("municipalities")),
                        row.getBoolean("withdrawn")),
                after,
                upTo,
                round,
                round);
    }

    private static Text text(String nl, String en) {
        return nl == null ? null : new Text(nl, en);
    }

    /** The publication of each description; their texts are looked up by whoever shows them. */
    List<Long> descriptions(long after, long upTo) throws SQLException {
        return sequences(
                "select sequence from published.description where sequence > ? and sequence <= ?", after, upTo);
    }

    /** The publication of each piece of evidence, likewise. */
    List<Long> evidence(long after, long upTo) throws SQLException {
        return sequences("select sequence from published.evidence where sequence > ? and sequence <= ?", after, upTo);
    }

    private List<Long> sequences(String sql, long after, long upTo) throws SQLException {
        return Sql.list(connection, seconds, sql, row -> row.getLong("sequence"), after, upTo);
    }

    /** The instant in a column. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
