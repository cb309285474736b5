package nl.wijkvergelijk.survey.description;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import nl.wijkvergelijk.survey.sql.Sql;

/**
 * What the municipality answered on the description.
 *
 * @param dissent null when it agrees
 * @param description the version it answered on
 * @param revision the revision of its answers at that moment
 */
record Agreement(
        boolean agrees,
        String dissent,
        int description,
        int revision,
        Instant answeredAt,
        String author,
        String onBehalf,
        int version) {

    static Agreement read(ResultSet row) throws SQLException {
        return new Agreement(
                row.getBoolean("agrees"),
                row.getString("dissent"),
                row.getInt("description"),
                row.getInt("revision"),
                Sql.instant(row, "at"),
                row.getString("author"),
                row.getString("on_behalf"),
                row.getInt("version"));
    }

    /** Whether neither the description nor the answers have changed since. */
    boolean isAbout(int presentDescription, int presentRevision) {
        return description == presentDescription && revision == presentRevision;
    }

    boolean says(AgreementWrite written) {
        return agrees == written.agrees()
                && Objects.equals(dissent, written.dissent())
                && Objects.equals(onBehalf, written.onBehalf());
    }
}
