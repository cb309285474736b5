package nl.wijkvergelijk.comparison.seam;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs one statement and reads its rows; each has a time limit, so that no caller waits for ever on a database that hangs. */
public final class Sql {

    private static final int ROWS_PER_ROUND_TRIP = 5_000;

    /** Reads the row the result stands on. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Sql() {}

    /** All rows, in the order the statement gives them. */
    public static <T> List<T> list(
            Connection connection, int seconds, String sql, RowReader<T> reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(seconds);
            statement.setFetchSize(ROWS_PER_ROUND_TRIP);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        }
    }
}
