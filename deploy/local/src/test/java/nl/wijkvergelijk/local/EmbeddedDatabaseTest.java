package nl.wijkvergelijk.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.temporary();
        database.createDatabase("delft");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theThreeRolesMayConnectAndNobodyHasToKnowAPassword() throws SQLException {
        for (String role : List.of("wijk_owner", "wijk_survey", "wijk_comparison")) {
            try (Connection connection = database.connect("delft", role)) {
                assertEquals(List.of(role), query(connection, "select current_user"));
            }
        }
    }

    @Test
    void onlyTheOwnerMayCreateAnything() throws SQLException {
        try (Connection owner = database.connect("delft", "wijk_owner")) {
            execute(owner, "create schema buurt");
        }
        for (String role : List.of("wijk_survey", "wijk_comparison")) {
            try (Connection connection = database.connect("delft", role)) {
                for (String wish : List.of(
                        "create schema mine",
                        "create table public.mine (a int)",
                        "create temporary table mine (a int)",
                        "create table buurt.mine (a int)")) {
                    SQLException refusal = assertThrows(SQLException.class, () -> execute(connection, wish), wish);
                    assertEquals("42501", refusal.getSQLState(), wish);
                }
            }
        }
    }

    @Test
    void makingADatabaseTwiceKeepsWhatIsInIt() throws SQLException {
        database.createDatabase("leusden");
        try (Connection owner = database.connect("leusden", "wijk_owner")) {
            execute(owner, "create table public.ward (name text); insert into public.ward values ('Groenhouten')");
        }

        database.createDatabase("leusden");

        try (Connection owner = database.connect("leusden", "wijk_owner")) {
            assertEquals(List.of("Groenhouten"), query(owner, "select name from public.ward"));
        }
    }

    @Test
    void theOrderOfTextsDoesNotDependOnTheMachine() throws SQLException {
        try (Connection owner = database.connect("delft", "wijk_owner")) {
            assertEquals(
                    List.of("Z", "a", "é"),
                    query(owner, "select n from (values ('é'), ('a'), ('Z')) as names (n) order by n"));
            assertEquals(List.of("É"), query(owner, "select upper('é')"));
        }
    }

    @Test
    void aDatabaseTakenAwayRefusesAndComesBackWithItsDataOnTheSamePort() throws SQLException {
        try (EmbeddedDatabase own = EmbeddedDatabase.temporary()) {
            own.createDatabase("zaanstad");
            Connection cut = own.connect("zaanstad", "wijk_owner");
            execute(cut, "create table public.ward (name text); insert into public.ward values ('Assendelft')");
            int port = own.port();
            long process = own.process();

            own.stopImmediately();

            assertFalse(ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false));
            assertThrows(SQLException.class, () -> execute(cut, "select 1"));
            SQLException refusal = assertThrows(SQLException.class, () -> own.connect("zaanstad", "wijk_survey"));
            assertEquals("08001", refusal.getSQLState());

            own.startAgain();

            assertEquals(port, own.port());
            try (Connection back = own.connect("zaanstad", "wijk_owner")) {
                assertEquals(List.of("Assendelft"), query(back, "select name from public.ward"));
            }
        }
    }

    @Test
    void aTemporaryDatabaseLeavesNoProcessAndNoDirectory() throws SQLException {
        EmbeddedDatabase own = EmbeddedDatabase.temporary();
        long process = own.process();
        Path directory;
        try (Connection connection = own.connect("postgres", "postgres")) {
            directory = Path.of(query(connection, "show data_directory").get(0));
        }
        assertTrue(Files.exists(directory));

        own.close();

        assertFalse(ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false));
        assertFalse(Files.exists(directory.getParent()));
    }

    @Test
    void aKeptDirectoryIsThereAfterAStopAndItsCommitsSurviveACrash(@TempDir Path directory) throws SQLException {
        try (EmbeddedDatabase first = EmbeddedDatabase.at(directory)) {
            first.createDatabase("apeldoorn");
            try (Connection owner = first.connect("apeldoorn", "wijk_owner")) {
                execute(owner, "create table public.ward (name text); insert into public.ward values ('Zuidoost')");
                for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                    assertEquals(List.of("on"), query(owner, "show " + setting), setting);
                }
            }
        }
        try (EmbeddedDatabase second = EmbeddedDatabase.at(directory);
                Connection owner = second.connect("apeldoorn", "wijk_owner")) {
            assertEquals(List.of("Zuidoost"), query(owner, "select name from public.ward"));
        }
    }

    @Test
    void twoServersOnOneDirectoryAreRefusedInOneSentence(@TempDir Path directory) {
        try (EmbeddedDatabase first = EmbeddedDatabase.at(directory)) {
            CannotStart refusal = assertThrows(CannotStart.class, () -> EmbeddedDatabase.at(directory));

            assertTrue(refusal.getMessage().startsWith("Something already runs on the data directory " + directory));
            assertTrue(ProcessHandle.of(first.process()).isPresent());
        }
    }

    @Test
    void aDamagedDirectoryIsOneSentenceWithinSecondsAndIsLeftAsItIs(@TempDir Path directory) throws IOException {
        EmbeddedDatabase.at(directory).close();
        Path control = directory.resolve("postgresql/global/pg_control");
        Files.write(control, new byte[] {1, 2, 3});
        Instant began = Instant.now();

        CannotStart refusal = assertThrows(CannotStart.class, () -> EmbeddedDatabase.at(directory));

        assertEquals(
                "The database in " + directory + " does not start, it is damaged or of another version (PostgreSQL: "
                        + "could not read file \"global/pg_control\": read 3 of 296). "
                        + "Move that directory away, or set DATA_DIR to another one, and start again.",
                refusal.getMessage());
        assertEquals(3, Files.size(control));
        // Not a measure of speed: the library behind this would wait for its whole start-up time.
        assertTrue(Duration.between(began, Instant.now()).toSeconds() < 50);
    }

    @Test
    void aDirectoryOfAnotherVersionIsRefusedToo(@TempDir Path directory) throws IOException {
        EmbeddedDatabase.at(directory).close();
        Files.writeString(directory.resolve("postgresql/PG_VERSION"), "12\n");

        CannotStart refusal = assertThrows(CannotStart.class, () -> EmbeddedDatabase.at(directory));

        assertTrue(refusal.getMessage().contains("of another version (PostgreSQL: "), refusal.getMessage());
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsRefusedInOneSentence(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("a-file"), "not a directory");

        CannotStart refusal = assertThrows(CannotStart.class, () -> EmbeddedDatabase.at(file));

        assertTrue(refusal.getMessage().startsWith("The data directory " + file + " cannot be used"));
    }

    @Test
    void aFirstStartThatWasStoppedHalfWayBeginsAgain(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("postgresql/base"));
        Files.writeString(directory.resolve("first-start"), "");

        EmbeddedDatabase.at(directory).close();

        assertTrue(Files.exists(directory.resolve("postgresql/PG_VERSION")));
        assertFalse(Files.exists(directory.resolve("first-start")));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
