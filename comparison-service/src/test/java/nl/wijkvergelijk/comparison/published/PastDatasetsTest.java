package nl.wijkvergelijk.comparison.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.FigureRow;
import nl.wijkvergelijk.comparison.dataset.MunicipalityRow;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.dataset.PublishedFindings;
import nl.wijkvergelijk.comparison.dataset.RoundRow;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.ProblemException;
import org.junit.jupiter.api.Test;

class PastDatasetsTest {

    private static final Dataset EMPTY = Dataset.empty(DefinitionsCatalogue.fromClasspath());
    private static final Dataset ONE = one();
    private static final Held HELD = new Held(
            EMPTY, List.of(publication(1), publication(2), publication(3), publication(4)), PublishedFindings.none());

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger built = new AtomicInteger();
    private final PastDatasets past = new PastDatasets((publications, round) -> hangThenFail(), config(1, 2, 1));

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
        assertEquals(2, built.get());
    }

    @Test
    void thoseOfAFewAreKeptAndOfManyOnlyTheLast() {
        assertEquals(List.of(1, 2, 3, 3, 3, 3), builtAfterEach(config(1, 3, 3), 1, 2, 3, 1, 2, 3));
        assertEquals(List.of(1, 2, 2, 3, 3, 4), builtAfterEach(config(1, 2, 100), 1, 2, 1, 3, 1, 2));
        assertEquals(List.of(1, 2, 2, 3, 3, 4), builtAfterEach(config(1, 3, 2), 1, 2, 1, 3, 1, 2));
        assertEquals(List.of(1, 2, 2, 3, 4, 4), builtAfterEach(config(1, 3, 1), 1, 2, 2, 1, 2, 2));
        assertEquals(List.of(1, 1, 2, 3), builtAfterEach(config(1, 3, 0), 1, 1, 2, 1));
    }

    @Test
    void neitherTheOneJustBuiltNorOneThatIsBeingBuiltIsLetGoOf() throws Exception {
        PastDatasets kept = new PastDatasets(
                (publications, round) -> {
                    built.incrementAndGet();
                    if (publications.size() == 3) {
                        asked.countDown();
                        await(released);
                    }
                    return ONE;
                },
                config(2, 8, 2));
        kept.at(HELD, 1, "2005");
        kept.at(HELD, 2, "2005");
        CompletableFuture<Dataset> third = CompletableFuture.supplyAsync(() -> kept.at(HELD, 3, "2005"));
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        kept.at(HELD, 1, "2005");
        kept.at(HELD, 2, "2005");
        kept.at(HELD, 4, "2005");
        CompletableFuture<Dataset> again = CompletableFuture.supplyAsync(() -> kept.at(HELD, 3, "2005"));
        released.countDown();
        assertSame(ONE, third.get(10, TimeUnit.SECONDS));
        assertSame(ONE, again.get(10, TimeUnit.SECONDS));
        kept.at(HELD, 3, "2005");
        kept.at(HELD, 4, "2005");
        assertEquals(4, built.get());
        kept.at(HELD, 1, "2005");
        assertEquals(5, built.get());
    }

    /** How many were built when each of these was asked for; each has one municipality. */
    private List<Integer> builtAfterEach(PastConfig config, long... asked) {
        AtomicInteger count = new AtomicInteger();
        PastDatasets kept = new PastDatasets(
                (publications, round) -> {
                    count.incrementAndGet();
                    return ONE;
                },
                config);
        List<Integer> all = new ArrayList<>();
        for (long each : asked) {
            assertSame(ONE, kept.at(HELD, each, "2005"));
            all.add(count.get());
        }
        return all;
    }

    private Dataset hangThenFail() throws SQLException {
        built.incrementAndGet();
        asked.countDown();
        await(released);
        throw new SQLException("gone", "08006");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With the figures of one municipality. */
    private static Dataset one() {
        MunicipalityRow municipality = new MunicipalityRow(1, "GM0327", "Leusden", null, null, List.of());
        RoundRow round = new RoundRow(1, "2005", "2005", "2005", "standard", 2005, BigDecimal.valueOf(36), "afspraak");
        FigureRow figure = new FigureRow(
                1,
                "2005",
                "GM0327",
                "residents",
                "residents",
                BigDecimal.TEN,
                null,
                null,
                "residents",
                null,
                null,
                null,
                "exact",
                null,
                null,
                null,
                null,
                false,
                false,
                List.of(),
                null,
                1,
                Instant.EPOCH,
                null);
        return EMPTY.with(List.of(publication(1)), List.of(municipality), List.of(round), List.of(figure), List.of());
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

    private static PastConfig config(int atOnce, int kept, int municipalities) {
        return new PastConfig() {
            @Override
            public int atOnce() {
                return atOnce;
            }

            @Override
            public int kept() {
                return kept;
            }

            @Override
            public int keptMunicipalities() {
                return municipalities;
            }
        };
    }
}
