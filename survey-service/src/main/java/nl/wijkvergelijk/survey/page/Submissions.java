package nl.wijkvergelijk.survey.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import nl.wijkvergelijk.survey.response.ResponseKey;
import nl.wijkvergelijk.survey.sql.Sql;

/** Finds in the history when a response was handed in. */
@ApplicationScoped
class Submissions {

    private final Sql sql;

    Submissions(Sql sql) {
        this.sql = sql;
    }

    /** The last one; empty when it never was. */
    Optional<Submission> last(ResponseKey key) {
        return sql.find(
                """
                select revision, at, actor, on_behalf from history.event
                where subject = 'response' and action = 'submit' and round = ? and municipality = ?
                order by id desc limit 1
                """,
                row -> new Submission(
                        row.getInt("revision"),
                        Sql.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("on_behalf")),
                key.round(),
                key.municipality());
    }
}
