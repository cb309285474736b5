package nl.wijkvergelijk.comparison.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import nl.wijkvergelijk.comparison.Publication;
import nl.wijkvergelijk.comparison.Seam;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;
import nl.wijkvergelijk.local.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class FollowerTest {

    private static final Dataset EMPTY = Dataset.empty(DefinitionsCatalogue.fromClasspath());

    private static EmbeddedDatabase server;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.temporary();
        server.createDatabase("wijkvergelijk");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void beforeTheSchemaIsThereNothingIsHeldAndTheReasonIsSaid() throws SQLException {
        Follower follower = follower();
        follower.look();
        assertFalse(follower.freshness().loaded());
        assertTrue(
                follower.freshness().reason().contains("SQLSTATE 42P01"),
                follower.freshness().reason());
        Seam.create(server);
        follower.look();
        assertTrue(follower.freshness().loaded(), "an empty schema is a dataset too");
        assertNull(follower.freshness().reason());
        try (Seam seam = Seam.open(server)) {
            seam.publish(Publication.definitions());
        }
        follower.look();
        assertEquals(1, follower.freshness().sequence());
        staleIsSaidOnlyWhenTheLastLookIsLongAgo(follower);
    }

    private void staleIsSaidOnlyWhenTheLastLookIsLongAgo(Follower follower) {
        Instant seen = now.get();
        now.set(seen.plusSeconds(5));
        assertFalse(follower.freshness().stale());
        now.set(seen.plusSeconds(6));
        assertTrue(follower.freshness().stale());
        assertEquals(seen, follower.freshness().since());
        follower.look();
        assertFalse(follower.freshness().stale());
    }

    private Follower follower() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server.jdbcUrl("wijkvergelijk"));
        database.setUser("wijk_comparison");
        return new Follower(database, EMPTY, Duration.ofSeconds(5), Duration.ofSeconds(10), clock());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
