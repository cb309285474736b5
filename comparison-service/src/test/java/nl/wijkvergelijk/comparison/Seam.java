package nl.wijkvergelijk.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import nl.wijkvergelijk.local.EmbeddedDatabase;

/** The schema {@code published} as survey-service would fill it: one transaction per publication, sequences without gaps. */
public final class Seam implements AutoCloseable {

    private final Connection connection;
    private String redacting;

    private Seam(Connection connection) {
        this.connection = connection;
    }

    /** Makes the schema and lets comparison-service read it. */
    public static void create(EmbeddedDatabase server) {
        create(server, "wijkvergelijk");
    }

    /** The same in another database. */
    public static void create(EmbeddedDatabase server, String database) {
        try (Connection owner = server.connect(database, "wijk_owner");
                var statement = owner.createStatement()) {
            statement.execute(resource("/api-spec/published/V1__published.sql"));
            statement.execute(resource("/api-spec/published/V8_2__published_ballot.sql"));
            statement.execute(resource("/api-spec/published/V10__published_more.sql"));
            statement.execute(resource("/api-spec/published/V15__published_profile.sql"));
            statement.execute(resource("/api-spec/published/V20_1__published_group.sql"));
            statement.execute("grant usage on schema published to wijk_comparison");
            statement.execute("grant select on all tables in schema published to wijk_comparison");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the schema to publish in. */
    public static Seam open(EmbeddedDatabase server) throws SQLException {
        return open(server, "wijkvergelijk");
    }

    /** The same in another database. */
    public static Seam open(EmbeddedDatabase server, String database) throws SQLException {
        return new Seam(server.connect(database, "wijk_owner"));
    }

    /** Forgets everything published, as after a restore of an empty database. */
    public void clear() throws SQLException {
        execute(
                "truncate published.publication, published.municipality, published.round, published.figure, published.rating,"
                        + " published.answer, published.finding, published.ballot, published.description, published.evidence,"
                        + " published.municipality_group");
        execute("update published.schema_version set version = 1");
    }

    /** Any statement, as the owner. */
    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Publishes in one transaction and gives the sequence. */
    public long publish(Publication publication) throws SQLException {
        connection.setAutoCommit(false);
        try {
            long sequence;
            try (var next = connection.createStatement();
                    var result =
                            next.executeQuery("select coalesce(max(sequence), 0) + 1 from published.publication")) {
                result.next();
                sequence = result.getLong(1);
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into published.publication (sequence, id, at, kind, definitions, round, figures, ratings, municipalities, rounds, corrects, reason,
                                                       answers, findings%s)
                    values (?, ?, timestamptz '2006-01-02T03:04:05Z' + ? * interval '1 day', ?, %d, ?, ?, ?, ?, ?, ?, ?, ?, ?%s)
                    """.formatted(
                            publication.laterColumns(),
                            publication.number(),
                            ", ?".repeat(publication.laterCounts().size())))) {
                publication.fill(insert, sequence, UUID.randomUUID());
                insert.executeUpdate();
            }
            publication.insertRows(connection, sequence);
            if (redacting != null) {
                try (var redact = connection.createStatement()) {
                    redact.execute(redacting);
                }
            }
            connection.commit();
            return sequence;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Publishes a redaction of the answer that feeds a measure: what was published of it is made poorer in the same transaction. */
    public long redact(Publication publication, String round, String municipality, String measure) throws SQLException {
        redacting = """
                update published.figure
                   set value = null, text = null, missing = 'redacted', unit = null, qualifier = 'exact', as_of = null, disputed = false, clarification = null, statements = '[]',
                       evidence = '[]', rule_notes = '[]'
                 where round = '%1$s' and municipality = '%2$s' and measure = '%3$s';
                update published.answer set answer = '{"missing": "redacted"}', labels = '{}'
                 where round = '%1$s' and municipality = '%2$s' and question = '%3$s';
                """.formatted(round, municipality, measure);
        try {
            return publish(publication);
        } finally {
            redacting = null;
        }
    }

    /** The id of the publication with this sequence. */
    public UUID idOf(long sequence) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select id from published.publication where sequence = ?")) {
            query.setLong(1, sequence);
            try (var result = query.executeQuery()) {
                result.next();
                return result.getObject(1, UUID.class);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static String resource(String name) {
        try (InputStream in = Seam.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
