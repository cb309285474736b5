package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OverloadTest {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Overload overload = new Overload(waiting::add, 2, 5, Duration.ofMillis(200), now::get, metrics);

    /** Time in which the event loop has its moments. */
    private void pass(Duration time) {
        stall(time);
        overload.turn().begin();
    }

    private void stall(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private void come(int requests) {
        overload.atWork().addAndGet(requests);
        for (int i = 0; i < requests; i++) {
            overload.turn().read();
        }
    }

    private void go(int requests) {
        overload.atWork().addAndGet(-requests);
    }

    @Test
    void itIsThereWhenAThreadIsLongInComingAndOverWhenOneCame() {
        come(3);
        assertFalse(overload.isThere());
        overload.queue();
        pass(Duration.ofMillis(150));
        overload.queue();
        assertEquals(1, waiting.size(), "it queues once");
        assertFalse(overload.isThere());
        pass(Duration.ofMillis(51));
        assertTrue(overload.isThere());
        go(1);
        assertFalse(overload.isThere(), "there is a thread for each of the others");
        come(1);
        assertTrue(overload.isThere());
        waiting.remove().run();
        assertFalse(overload.isThere());
        overload.queue();
        assertFalse(overload.isThere(), "it begins to wait anew");
    }

    @Test
    void itIsThereWhenTooManyAreAtWorkHoweverSoonAThreadComes() {
        come(5);
        assertFalse(overload.isThere());
        come(1);
        assertTrue(overload.isThere());
        go(1);
        assertFalse(overload.isThere());
    }

    @Test
    void itIsThereForWhomAnEventLoopReadsAfterManyOthersInOneTurn() {
        overload.turn().begin();
        for (int request = 0; request < 200; request++) {
            stall(Duration.ofMillis(1));
            come(1);
            go(1);
            assertFalse(overload.isThere(), request + " before");
        }
        stall(Duration.ofMillis(1));
        come(1);
        go(1);
        assertTrue(overload.isThere());
        overload.turn().begin();
        assertFalse(overload.isThere());
    }

    @Test
    void aMachineThatStoodStillIsNotOverloadedHoweverManyCameBefore() {
        overload.turn().begin();
        come(100);
        go(100);
        stall(Duration.ofSeconds(5));
        come(1);
        go(1);
        assertFalse(overload.isThere());
    }

    @Test
    void whoIsRefusedIsToldWhenToComeBackAndCounted() {
        ProblemException refusal = overload.refusal();
        assertEquals(503, refusal.type().status());
        assertEquals("1", refusal.headers().get("Retry-After"));
        assertEquals(
                1,
                metrics.get("wijkvergelijk.refused")
                        .tag("reason", "overload")
                        .counter()
                        .count());
    }
}
