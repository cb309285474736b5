package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import nl.wijkvergelijk.survey.request.Tagged;
import nl.wijkvergelijk.survey.rule.Completeness;

/**
 * Where a response stands.
 *
 * @param published null when nothing of it is public
 * @param comment null when nothing lies with the municipality for comment
 * @param openRemarks not resolved yet, clarification requests among them
 */
public record ResponseView(
        String round,
        Municipality municipality,
        State state,
        int revision,
        Published published,
        Completeness completeness,
        CommentRound comment,
        int openRemarks,
        int openClarificationRequests,
        @JsonIgnore String tag)
        implements Tagged {

    /** The same from a row, for lists. */
    static ResponseView read(ResultSet row, LocalDate today) throws SQLException {
        State state = State.of(row.getString("state"));
        CommentRound comment = CommentRound.of(state, row.getObject("comment_deadline", LocalDate.class), today);
        Long sequence = row.getObject("published_sequence", Long.class);
        return new ResponseView(
                row.getString("round"),
                new Municipality(row.getString("municipality"), row.getString("name")),
                state,
                row.getInt("revision"),
                sequence == null ? null : new Published(row.getInt("published_revision"), sequence),
                new Completeness(row.getInt("answered"), row.getInt("missing_required"), row.getInt("questions")),
                comment,
                row.getInt("open_remarks"),
                row.getInt("open_clarification_requests"),
                CommentRound.tag(row.getInt("version"), comment));
    }

    /** Which municipality. */
    public record Municipality(String code, String name) {}

    /** What is public of it. */
    public record Published(int revision, long sequence) {}
}
