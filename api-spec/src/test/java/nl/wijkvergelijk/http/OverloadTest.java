package nl.wijkvergelijk.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OverloadTest {

    @Test
    void whoComesWhenManyWaitIsToldWhenToComeBackAndCounted() {
        AtomicInteger waiting = new AtomicInteger(31);
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        Overload overload = new Overload(waiting::get, 32, metrics);
        assertFalse(overload.isThere());
        waiting.incrementAndGet();
        assertTrue(overload.isThere());
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
