package nl.wijkvergelijk.survey.response;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.survey.request.Tagged;
import nl.wijkvergelijk.survey.rule.Completeness;

/**
 * Where a response stands.
 *
 * @param published null when nothing of it is public
 */
record ResponseView(
        String round,
        Municipality municipality,
        State state,
        int revision,
        Published published,
        Completeness completeness,
        @JsonIgnore String tag)
        implements Tagged {

    /** The same from a row, for lists. */
    static ResponseView read(ResultSet row) throws SQLException {
        Long sequence = row.getObject("published_sequence", Long.class);
        return new ResponseView(
                row.getString("round"),
                new Municipality(row.getString("municipality"), row.getString("name")),
                State.of(row.getString("state")),
                row.getInt("revision"),
                sequence == null ? null : new Published(row.getInt("published_revision"), sequence),
                new Completeness(row.getInt("answered"), row.getInt("missing_required"), row.getInt("questions")),
                ETags.strong(row.getInt("version")));
    }

    record Municipality(String code, String name) {}

    record Published(int revision, long sequence) {}
}
