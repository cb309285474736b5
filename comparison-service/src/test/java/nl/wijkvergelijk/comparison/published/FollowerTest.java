package nl.wijkvergelijk.comparison.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nl.wijkvergelijk.comparison.Publication;
import nl.wijkvergelijk.comparison.Seam;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;
import nl.wijkvergelijk.comparison.seam.Held;
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

    @Test
    void aLoadThatIsRefusedLeavesTheConnectionItsUsualTimeout() throws SQLException {
        server.createDatabase("refused");
        Seam.create(server, "refused");
        try (Seam seam = Seam.open(server, "refused");
                Connection kept = server.connect("refused", "wijk_comparison")) {
            seam.publish(Publication.definitions());
            seam.publish(Publication.reference().promisingOneFigureMore());
            kept.setNetworkTimeout(Runnable::run, 3000);
            Follower follower = follower(keeping(kept));
            follower.look();
            assertFalse(follower.freshness().loaded());
            assertEquals(3000, kept.getNetworkTimeout());
        }
    }

    @Test
    void aPublicationWithFewerBallotsThanItSaysIsNotTaken() throws SQLException {
        server.createDatabase("ballots");
        Seam.create(server, "ballots");
        try (Seam seam = Seam.open(server, "ballots");
                Connection kept = server.connect("ballots", "wijk_comparison")) {
            seam.publish(Publication.reference().round("2005").municipality("GM0327", "Leusden"));
            Follower follower = follower(keeping(kept));
            follower.look();
            assertEquals(1, follower.freshness().sequence());
            seam.publish(Publication.ratings("2005")
                    .rating("depth", "GM0327", 2)
                    .ballot("depth", "GM0327", "GM0327", 2)
                    .promisingOneBallotMore());
            follower.look();
            assertEquals(1, follower.freshness().sequence());
            seam.execute("update published.publication set ballots = 1 where sequence = 2");
            follower.look();
            assertEquals(2, follower.freshness().sequence());
        }
    }

    @Test
    void aPublicationWithoutAllThatProfilesShowIsNotTaken() throws SQLException {
        server.createDatabase("profiles");
        Seam.create(server, "profiles");
        try (Seam seam = Seam.open(server, "profiles");
                Connection kept = server.connect("profiles", "wijk_comparison")) {
            Follower follower = follower(keeping(kept));
            seam.publish(Publication.reference().round("2005").municipality("GM0327", "Leusden"));
            seam.publish(responses().promisingOneDescriptionMore());
            follower.look();
            assertFalse(follower.freshness().loaded());
            seam.execute("update published.publication set descriptions = 1 where sequence = 2");
            follower.look();
            assertEquals(2, follower.freshness().sequence());
            seam.publish(responses().promisingOnePieceOfEvidenceMore());
            follower.look();
            assertEquals(2, follower.freshness().sequence());
            seam.execute("update published.publication set evidence = 3 where sequence = 3");
            follower.look();
            assertEquals(3, follower.freshness().sequence());
            seam.publish(
                    Publication.reference("2005").group("near", "[\"GM0327\"]").promisingOneGroupMore());
            follower.look();
            assertEquals(3, follower.freshness().sequence());
            seam.execute("update published.publication set groups = 1 where sequence = 4");
            follower.look();
            assertEquals(4, follower.freshness().sequence());
        }
    }

    @Test
    void afterARedactionEverythingIsReadAnew() throws SQLException {
        server.createDatabase("redacted");
        Seam.create(server, "redacted");
        try (Seam seam = Seam.open(server, "redacted");
                Connection kept = server.connect("redacted", "wijk_comparison")) {
            Follower follower = follower(keeping(kept));
            seam.publish(Publication.reference()
                    .round("2005")
                    .municipality("GM0327", "Leusden")
                    .municipality("GM0307", "Amersfoort"));
            seam.publish(Publication.responses("2005").text("GM0327", "unit-name", "Kanarie"));
            seam.publish(Publication.responses("2005").text("GM0307", "unit-name", "Wijkzaken"));
            follower.look();
            assertEquals(3, follower.freshness().sequence());
            assertNull(follower.freshness().rebuilt());
            // Not only what the redaction publishes again is other than it was.
            seam.execute("update published.municipality set name = 'Amersfoort-Noord' where code = 'GM0307'");
            seam.redact(
                    Publication.redaction("2005").text("GM0327", "unit-name", "Kanarie"),
                    "2005",
                    "GM0327",
                    "unit-name");
            follower.look();
            assertEquals(4, follower.freshness().sequence());
            assertEquals(now.get(), follower.freshness().rebuilt());
            assertEquals(
                    "Amersfoort-Noord",
                    follower.held()
                            .orElseThrow()
                            .dataset()
                            .municipalities()
                            .get("GM0307")
                            .name());
            assertEquals(4, follower.held().orElseThrow().redaction());
            now.set(now.get().plusSeconds(1));
            seam.publish(Publication.responses("2005").text("GM0327", "unit-name", "Wijkbeheer"));
            follower.look();
            assertEquals(5, follower.freshness().sequence());
            assertEquals(now.get().minusSeconds(1), follower.freshness().rebuilt(), "once per redaction");
        }
    }

    @Test
    void whatComesIsToldWhileTheOldIsHeldButNeverOfARedactionOrAFirstLoad() throws SQLException {
        server.createDatabase("coming");
        Seam.create(server, "coming");
        try (Seam seam = Seam.open(server, "coming");
                Connection kept = server.connect("coming", "wijk_comparison")) {
            List<String> told = new ArrayList<>();
            Follower[] follower = new Follower[1];
            follower[0] = follower(
                    keeping(kept),
                    coming ->
                            told.add(follower[0].held().orElseThrow().dataset().sequence() + " then "
                                    + coming.dataset().sequence()));
            seam.publish(Publication.reference().round("2005").municipality("GM0327", "Leusden"));
            follower[0].look();
            seam.publish(Publication.responses("2005").text("GM0327", "unit-name", "Wijkzaken"));
            follower[0].look();
            seam.publish(Publication.reference().round("2027"));
            seam.redact(
                    Publication.redaction("2005").text("GM0327", "unit-name", "Wijkzaken"),
                    "2005",
                    "GM0327",
                    "unit-name");
            follower[0].look();
            follower[0].look();
            seam.publish(Publication.reference().round("2028"));
            follower[0].look();
            assertEquals(List.of("1 then 2", "4 then 5"), told);
        }
    }

    @Test
    void whoIsToldAndFailsKeepsNoPublicationBack() throws SQLException {
        server.createDatabase("failing");
        Seam.create(server, "failing");
        try (Seam seam = Seam.open(server, "failing");
                Connection kept = server.connect("failing", "wijk_comparison")) {
            Follower follower = follower(keeping(kept), coming -> {
                throw new IllegalStateException("not ready");
            });
            seam.publish(Publication.reference().round("2005"));
            follower.look();
            seam.publish(Publication.reference().round("2027"));
            follower.look();
            assertEquals(2, follower.freshness().sequence());
            assertNull(follower.freshness().reason());
        }
    }

    @Test
    void aPublicationWithMoreForProfilesThanItSaysIsNotTakenEither() throws SQLException {
        server.createDatabase("more");
        Seam.create(server, "more");
        try (Seam seam = Seam.open(server, "more");
                Connection kept = server.connect("more", "wijk_comparison")) {
            Follower follower = follower(keeping(kept));
            seam.publish(Publication.reference().round("2005").municipality("GM0327", "Leusden"));
            seam.publish(responses());
            seam.execute("update published.publication set evidence = 2 where sequence = 2");
            follower.look();
            assertFalse(follower.freshness().loaded());
        }
    }

    private static Publication responses() {
        return Publication.responses("2005")
                .number("GM0327", "residents", "29000", "residents", "exact", "2005")
                .description("GM0327", "Tien wijken.", "agreed", null, null)
                .evidence("GM0327");
    }

    @Test
    void aSchemaFromBeforeThereWereDescriptionsIsReadAsWell() throws SQLException {
        server.createDatabase("earlier");
        Seam.create(server, "earlier");
        try (Seam seam = Seam.open(server, "earlier");
                Connection kept = server.connect("earlier", "wijk_comparison")) {
            seam.execute("drop table published.description, published.evidence");
            seam.execute("alter table published.publication drop column descriptions, drop column evidence");
            seam.publish(Publication.reference().round("2005").municipality("GM0327", "Leusden"));
            seam.publish(
                    Publication.responses("2005").number("GM0327", "residents", "29000", "residents", "exact", "2005"));
            Follower follower = follower(keeping(kept));
            follower.look();
            assertEquals(2, follower.freshness().sequence());
        }
    }

    @Test
    void aSchemaFromBeforeThereWereBallotsIsReadAsWell() throws SQLException {
        server.createDatabase("before");
        Seam.create(server, "before");
        try (Seam seam = Seam.open(server, "before");
                Connection kept = server.connect("before", "wijk_comparison")) {
            seam.execute("drop table published.ballot");
            seam.execute("alter table published.publication drop column ballots");
            seam.publish(Publication.reference().round("2005").municipality("GM0327", "Leusden"));
            seam.publish(Publication.ratings("2005").rating("depth", "GM0327", 2));
            Follower follower = follower(keeping(kept));
            follower.look();
            assertEquals(2, follower.freshness().sequence());
        }
    }

    /** As a pool does: closing gives the connection back, as it is. */
    private static DataSource keeping(Connection connection) {
        Connection lent = (Connection) Proxy.newProxyInstance(
                FollowerTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return new PGSimpleDataSource() {
            private static final long serialVersionUID = 1L;

            @Override
            public Connection getConnection() {
                return lent;
            }
        };
    }

    private Follower follower() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server.jdbcUrl("wijkvergelijk"));
        database.setUser("wijk_comparison");
        return follower(database);
    }

    private Follower follower(DataSource database) {
        return follower(database, coming -> {});
    }

    private Follower follower(DataSource database, Consumer<Held> coming) {
        return new Follower(database, EMPTY, Duration.ofSeconds(5), Duration.ofSeconds(10), clock(), coming);
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
