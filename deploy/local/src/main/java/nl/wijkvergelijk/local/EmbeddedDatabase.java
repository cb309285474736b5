package nl.wijkvergelijk.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A real PostgreSQL without Docker and without installing it, with the product's three roles. Nobody is asked for a
 * password, and it listens on 127.0.0.1 only: for tests and {@code ./run}, not for an installation.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final DataDirectory directory;
    private final boolean temporary;
    private final int port;
    private Server server;

    private EmbeddedDatabase(DataDirectory directory, boolean temporary) {
        this.directory = directory;
        this.temporary = temporary;
        this.server = Server.start(directory, 0, !temporary);
        this.port = server.port();
    }

    /** A server with a directory of its own, which {@link #close()} removes. */
    public static EmbeddedDatabase temporary() {
        try {
            return opened(Files.createTempDirectory("wijkvergelijk-"), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A server whose data stays in the directory.
     *
     * @throws CannotStart when the directory is in use, cannot be written, or holds something PostgreSQL refuses
     */
    public static EmbeddedDatabase at(Path dataDirectory) {
        return opened(dataDirectory, false);
    }

    private static EmbeddedDatabase opened(Path path, boolean temporary) {
        DataDirectory directory = DataDirectory.take(path);
        try {
            return new EmbeddedDatabase(directory, temporary);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** The TCP port on 127.0.0.1; the same after {@link #startAgain()}. */
    public int port() {
        return port;
    }

    /** The process id of the server, for those who must know that it is gone. */
    public long process() {
        return server.process().pid();
    }

    /** The JDBC URL of a database; who connects says who he is. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Connects as one of the roles. */
    public Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), role, "");
    }

    /** Makes a database with the product's roles in it; one that is there stays as it is. */
    public void createDatabase(String name) {
        try {
            try (Connection connection = connect(SUPERUSER, SUPERUSER)) {
                if (!exists(connection, name)) {
                    try (var create = connection.createStatement()) {
                        create.execute("create database " + create.enquoteIdentifier(name, true));
                    }
                }
            }
            try (Connection connection = connect(name, SUPERUSER);
                    var roles = connection.createStatement()) {
                roles.execute(roles());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + name, e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private static String roles() {
        try (InputStream script = EmbeddedDatabase.class.getResourceAsStream("/roles.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the database away: every connection is cut at once, and new ones are refused. */
    public void stopImmediately() {
        server.stop();
    }

    /** Brings the database back, on the same port and with the same data. */
    public void startAgain() {
        server = Server.start(directory, port, !temporary);
    }

    /** Stops the server and waits for it; a temporary one leaves no trace. */
    @Override
    public void close() {
        if (server.process().isAlive()) {
            server.stop();
        }
        directory.close();
        if (temporary) {
            try {
                DataDirectory.remove(directory.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
