package nl.wijkvergelijk.comparison.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import nl.wijkvergelijk.comparison.asked.Limits;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int MOST = 100_000;
    private static final int MOST_IN_ANSWER = 1_000_000;
    private static final long OUTGOING = 1_000;

    private final Turns turns = new Turns(
            MOST,
            MOST_IN_ANSWER,
            OUTGOING,
            () -> new ProblemException(HttpProblem.SERVICE_UNAVAILABLE, new Text("druk", "busy")));

    @Test
    void aLargeAnswerWaitsUntilThereIsRoomAndASmallOneDoesNot() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> turns.take(Format.JSON, 500_000, () -> {
            begun.countDown();
            await(end);
            return "first";
        }));
        await(begun);
        assertFalse(turns.areFree());
        CompletableFuture<String> second =
                CompletableFuture.supplyAsync(() -> turns.take(Format.JSON, 20_000, () -> "second"));
        assertThrows(TimeoutException.class, () -> second.get(200, TimeUnit.MILLISECONDS));
        assertEquals("small", turns.take(Format.JSON, 10_000, () -> "small"));
        end.countDown();
        assertEquals("first", first.get(10, TimeUnit.SECONDS));
        assertEquals("second", second.get(10, TimeUnit.SECONDS));
        assertTrue(turns.areFree());
    }

    @Test
    void neverAreMoreFiguresInTheMakingThanThereIsRoomFor() {
        AtomicLong now = new AtomicLong();
        AtomicLong highest = new AtomicLong();
        CompletableFuture<?>[] all = new CompletableFuture<?>[40];
        for (int i = 0; i < all.length; i++) {
            int count = 15_000 + 3_000 * i;
            all[i] = CompletableFuture.runAsync(() -> turns.take(Format.JSON, count, () -> {
                long sum = now.addAndGet(Math.min(count, MOST));
                highest.accumulateAndGet(sum, Math::max);
                Thread.yield();
                return now.addAndGet(-Math.min(count, MOST));
            }));
        }
        CompletableFuture.allOf(all).join();
        assertTrue(highest.get() <= MOST, "there were " + highest);
        assertTrue(turns.areFree());
    }

    @Test
    void whatCannotBeMadeLeavesItsRoomToOthers() {
        for (int i = 0; i < 3; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> turns.take(Format.JSON, 200_000, () -> {
                        throw new IllegalStateException("no answer");
                    }));
        }
        assertTrue(turns.areFree());
    }

    @Test
    void whileMuchIsBeingTakenNothingLargeIsMade() {
        turns.outgoing(OUTGOING - 1);
        assertEquals("large", turns.take(Format.JSON, 20_000, () -> "large"));
        turns.outgoing(1);
        assertEquals(
                503,
                assertThrows(ProblemException.class, () -> turns.take(Format.JSON, 20_000, () -> "large"))
                        .type()
                        .status());
        assertFalse(turns.areFree());
        assertEquals("small", turns.take(Format.JSON, 10_000, () -> "small"));
        assertFalse(turns.isFull());
        turns.outgoing(OUTGOING);
        assertTrue(turns.isFull());
        turns.outgoing(-2 * OUTGOING);
        assertTrue(turns.areFree());
        assertEquals("large", turns.take(Format.JSON, 20_000, () -> "large"));
    }

    @Test
    void moreThanOneAnswerMayHaveIsRefusedInWordsWithTheWayOut() {
        for (Format format : List.of(Format.JSON, Format.CSV, Format.JSON_STAT)) {
            assertEquals("most", turns.take(format, MOST_IN_ANSWER, () -> "most"));
            refused(
                    format,
                    MOST_IN_ANSWER + 1,
                    "These are 1000001 figures; an answer takes 1000000. Ask for fewer indicators, municipalities or rounds at once.");
        }
        assertEquals("most", turns.take(Format.XLSX, Limits.WORKBOOK_FIGURES, () -> "most"));
        refused(
                Format.XLSX,
                Limits.WORKBOOK_FIGURES + 1,
                "These are 100001 figures; xlsx takes 100000. Ask for fewer, or for csv.");
        assertTrue(turns.areFree());
    }

    private void refused(Format format, long count, String words) {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> turns.take(format, count, () -> "too many"));
        assertEquals(400, refused.type().status());
        assertEquals("too-many", refused.errors().get(0).code());
        assertEquals(words, refused.errors().get(0).detail().en());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
