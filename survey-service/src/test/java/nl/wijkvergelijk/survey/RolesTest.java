package nl.wijkvergelijk.survey;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Append-only" and "read-only" hold because PostgreSQL says so. */
@QuarkusTest
class RolesTest {

    private static final String REFUSED = "42501";

    @ParameterizedTest
    @ValueSource(strings = {"published", "history"})
    void theServiceCannotChangeOrDeleteWhatIsPublishedOrHappened(String schema) throws SQLException {
        List<String> tables = tables(schema);
        for (String table : tables) {
            String column = Database.text(
                    "select column_name from information_schema.columns where is_identity = 'NO' and table_schema || '.' || table_name = '%s' limit 1"
                            .formatted(table));
            refused("wijk_survey", "update %s set %s = %s".formatted(table, column, column));
            refused("wijk_survey", "delete from " + table);
            refused("wijk_survey", "truncate " + table);
            refused("wijk_survey", "drop table " + table);
            refused("wijk_survey", "alter table %s drop column %s".formatted(table, column));
        }
        assertTrue(tables.size() >= (schema.equals("history") ? 4 : 9), tables.toString());
    }

    @Test
    void theComparisonReadsWhatIsPublishedAndNothingElse() throws SQLException {
        for (String table : tables("published")) {
            assertDoesNotThrow(() -> Database.run("wijk_comparison", "select * from " + table + " limit 1"), table);
            refused("wijk_comparison", "insert into %s select * from %s".formatted(table, table));
            refused("wijk_comparison", "delete from " + table);
            refused("wijk_comparison", "truncate " + table);
        }
        for (String schema : new String[] {"survey", "history"}) {
            for (String table : tables(schema)) {
                refused("wijk_comparison", "select * from " + table + " limit 1");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wijk_survey, published",
        "wijk_survey, survey",
        "wijk_survey, public",
        "wijk_comparison, published",
        "wijk_comparison, public"
    })
    void onlyTheOwnerMakesTables(String role, String schema) {
        refused(role, "create table %s.own (x integer)".formatted(schema));
    }

    /** Functions of the owner make what was kept poorer; only the service that keeps it may call them, and none takes what is to stand there. */
    @Test
    void whoReadsWhatIsPublishedCannotHaveItRedacted() throws SQLException {
        assertEquals("f t", Database.text("""
                        select concat_ws(' ', bool_or(has_function_privilege('wijk_comparison', p.oid, 'execute')), bool_and(has_function_privilege('wijk_survey', p.oid, 'execute')))
                          from pg_proc p where p.prosecdef and p.pronamespace = 'survey'::regnamespace and p.proname in ('redact', 'redact_answer', 'erase_account')
                        """));
    }

    /** A later migration's table must not need anybody to remember the grants. */
    @Test
    void aNewPublishedTableIsReadableForTheComparisonAtOnce() throws SQLException {
        Database.run("wijk_owner", "create table published.later (x integer)");
        try {
            Database.run("wijk_comparison", "select * from published.later");
            Database.run("wijk_survey", "insert into published.later values (1)");
            refused("wijk_survey", "delete from published.later");
            refused("wijk_comparison", "insert into published.later values (1)");
        } finally {
            Database.run("wijk_owner", "drop table published.later");
        }
    }

    private static void refused(String role, String sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> Database.run(role, sql), role + ": " + sql);
        assertEquals(REFUSED, refusal.getSQLState(), role + ": " + sql + ": " + refusal.getMessage());
    }

    private static List<String> tables(String schema) throws SQLException {
        try (var connection = Postgres.as("wijk_owner");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select schemaname || '.' || tablename from pg_tables where schemaname = '%s' order by 1"
                                .formatted(schema))) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }
}
