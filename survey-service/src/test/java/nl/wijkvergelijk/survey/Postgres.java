package nl.wijkvergelijk.survey;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import nl.wijkvergelijk.local.EmbeddedDatabase;

/** One real PostgreSQL for all tests of this module. */
public class Postgres implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "survey";

    private static EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        database = EmbeddedDatabase.temporary();
        database.createDatabase(NAME);
        return Map.of("quarkus.datasource.jdbc.url", database.jdbcUrl(NAME));
    }

    @Override
    public void stop() {
        database.close();
    }

    /** A connection as one of the roles. */
    static Connection as(String role) throws SQLException {
        return database.connect(NAME, role);
    }

    static EmbeddedDatabase server() {
        return database;
    }
}
