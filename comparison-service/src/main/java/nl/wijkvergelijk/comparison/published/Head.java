package nl.wijkvergelijk.comparison.published;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import nl.wijkvergelijk.comparison.seam.Sql;

/**
 * Where the schema {@code published} stands at one moment.
 *
 * @param schemaVersion the highest version in its version table; 0 when that is empty
 * @param sequence the last publication; 0 when there is none
 * @param idOfHeld the id that the sequence we hold has there; null when it is not there
 * @param redacted whether a publication after the one we hold says that earlier ones are no longer what they were
 */
record Head(int schemaVersion, long sequence, UUID idOfHeld, boolean redacted) {

    private static final int SECONDS = 2;

    static Head read(Connection connection, long held) throws SQLException {
        return Sql.list(
                        connection,
                        SECONDS,
                        """
                        select coalesce((select max(version) from published.schema_version), 0)  as schema_version,
                               coalesce((select max(sequence) from published.publication), 0)    as sequence,
                               (select id from published.publication where sequence = ?)         as id_of_held,
                               exists (select 1 from published.publication
                                        where sequence > ? and kind = 'redaction')                as redacted
                        """,
                        row -> new Head(
                                row.getInt("schema_version"),
                                row.getLong("sequence"),
                                row.getObject("id_of_held", UUID.class),
                                row.getBoolean("redacted")),
                        held,
                        held)
                .get(0);
    }
}
