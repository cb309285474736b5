package nl.wijkvergelijk.survey;

import java.sql.SQLException;

/** Looks into the tables as the service may. */
final class Database {

    private Database() {}

    /** The first column of the first row, as text. */
    static String text(String query) throws SQLException {
        try (var connection = Postgres.as("wijk_survey");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Runs a statement as a role. */
    static void run(String role, String sql) throws SQLException {
        try (var connection = Postgres.as(role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
