package nl.wijkvergelijk.comparison.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.dataset.PublishedFindings;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.ProblemException;
import org.junit.jupiter.api.Test;

class PastDatasetsTest {

    private static final Dataset EMPTY = Dataset.empty(DefinitionsCatalogue.fromClasspath());
    private static final Held HELD =
            new Held(EMPTY, List.of(publication(1), publication(2), publication(3)), PublishedFindings.none());

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private final PastDatasets past = new PastDatasets(database(this::hangThenFail), EMPTY, 2, oneAtOnce());

    @Test
    void whoComesWhileOthersBuildIsAskedToComeBack() throws Exception {
        CompletableFuture<Dataset> first = CompletableFuture.supplyAsync(() -> past.at(HELD, 1, "2005"));
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        ProblemException busy = assertThrows(ProblemException.class, () -> past.at(HELD, 2, "2005"));
        assertEquals("old-datasets-busy", busy.type().id());
        released.countDown();
        assertThrows(CompletionException.class, first::join);
    }

    @Test
    void whoAsksForTheSameOneWaitsForIt() throws Exception {
        CompletableFuture<Dataset> first = CompletableFuture.supplyAsync(() -> past.at(HELD, 1, "2005"));
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        CompletableFuture<Dataset> second = CompletableFuture.supplyAsync(() -> past.at(HELD, 1, "2005"));
        released.countDown();
        for (CompletableFuture<Dataset> each : List.of(first, second)) {
            CompletionException failed = assertThrows(CompletionException.class, each::join);
            assertEquals(
                    "archive-away",
                    ((ProblemException) failed.getCause()).type().id());
        }
    }

    @Test
    void aFailureIsNotKept() {
        released.countDown();
        assertThrows(ProblemException.class, () -> past.at(HELD, 1, "2005"));
        assertThrows(ProblemException.class, () -> past.at(HELD, 1, "2005"));
        assertEquals(2, connections.get());
    }

    private Connection hangThenFail() throws SQLException {
        connections.incrementAndGet();
        asked.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new SQLException("gone", "08006");
    }

    private interface Connections {
        Connection get() throws SQLException;
    }

    private static DataSource database(Connections connections) {
        return (DataSource) Proxy.newProxyInstance(
                PastDatasetsTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connections.get());
    }

    private static PublicationRow publication(long sequence) {
        return new PublicationRow(
                sequence,
                new UUID(0, sequence),
                Instant.EPOCH,
                "definitions",
                1,
                null,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                0,
                0,
                0,
                0);
    }

    private static PastConfig oneAtOnce() {
        return new PastConfig() {
            @Override
            public int atOnce() {
                return 1;
            }

            @Override
            public int kept() {
                return 2;
            }
        };
    }
}
