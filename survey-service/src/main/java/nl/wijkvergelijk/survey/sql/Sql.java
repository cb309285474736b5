package nl.wijkvergelijk.survey.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;

/** Runs statements with {@code ?} for each value. Inside a transaction they are part of it; an {@link Instant} is stored in UTC. */
@ApplicationScoped
public class Sql {

    /** What the database answers to a write under a name that was erased; see survey.refuse_erased. */
    private static final String ERASED = "WV001";

    /** As many rows as are kept in memory before they go. */
    private static final int BATCH = 1_000;

    private final AgroalDataSource database;

    Sql(AgroalDataSource database) {
        this.database = database;
    }

    /** Makes a record of the current row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Rows changed. */
    public int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The same statement for many rows, some hundreds of them a round trip. */
    public void updateAll(String sql, Stream<Object[]> rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Iterator<Object[]> all = rows.iterator();
            for (int number = 1; all.hasNext(); number++) {
                bind(statement, all.next());
                if (number == 1 && !all.hasNext()) {
                    // One that is no batch costs the database less.
                    statement.executeUpdate();
                } else {
                    statement.addBatch();
                    if (number % BATCH == 0 || !all.hasNext()) {
                        statement.executeBatch();
                    }
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** All rows. */
    public <T> List<T> list(String sql, Row<T> row, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(row.read(rows));
            }
            return list;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> find(String sql, Row<T> row, Object... values) {
        return list(sql, row, values).stream().findFirst();
    }

    /** All rows by the text in their first column, which is another one in each. */
    public <T> Map<String, T> byFirst(String sql, Row<T> row, Object... values) {
        return list(sql, each -> Map.entry(each.getString(1), row.read(each)), values).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A column with an instant. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, java.time.OffsetDateTime.class).toInstant();
    }

    private static RuntimeException failure(SQLException e) {
        return ERASED.equals(e.getSQLState())
                ? new ProblemException(
                        HttpProblem.FORBIDDEN,
                        new Text(
                                "Dit account is gewist; onder deze naam wordt niets meer vastgelegd. Er is niets bewaard.",
                                "This account was erased; nothing is kept under this name any more. Nothing was stored."))
                : new IllegalStateException(e);
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, values);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i];
            statement.setObject(i + 1, value);
        }
    }
}
