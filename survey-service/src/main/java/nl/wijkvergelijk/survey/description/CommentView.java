package nl.wijkvergelijk.survey.description;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.survey.request.Tagged;
import nl.wijkvergelijk.survey.sql.Sql;

/**
 * A comment of a municipality and what became of it.
 *
 * @param section null for the whole description
 * @param version the version of the description that it is about
 * @param disposition null until the researcher has said what became of it
 */
public record CommentView(
        String id,
        String section,
        String text,
        int version,
        Instant commentedAt,
        String author,
        String onBehalf,
        Disposition disposition,
        @JsonIgnore String tag)
        implements Tagged {

    /** What became of it. */
    public record Disposition(Outcome outcome, String why, Instant disposedAt, String author) {}

    static CommentView read(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new CommentView(
                row.getString("number"),
                row.getString("section"),
                row.getString("content"),
                row.getInt("description"),
                Sql.instant(row, "at"),
                row.getString("author"),
                row.getString("on_behalf"),
                outcome == null
                        ? null
                        : new Disposition(
                                Outcome.of(outcome),
                                row.getString("why"),
                                Sql.instant(row, "disposed_at"),
                                row.getString("disposed_by")),
                ETags.strong(row.getInt("version")));
    }

    /** Whether exactly this has become of it already. */
    boolean says(DispositionWrite written) {
        return Optional.ofNullable(disposition)
                .filter(now -> now.outcome() == written.outcome() && Objects.equals(now.why(), written.why()))
                .isPresent();
    }
}
