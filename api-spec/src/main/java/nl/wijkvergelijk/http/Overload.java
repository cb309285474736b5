package nl.wijkvergelijk.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * Knows whether more is asked than is answered: whoever comes now would wait long for a thread, and is better told at once (503) to come back. Those that were let in are
 * answered about as fast as ever. It finds out as they do, by queueing for a thread itself, all the time.
 */
@ApplicationScoped
class Overload {

    private static final long BETWEEN_MILLIS = 20;

    private final Executor threads;
    private final Duration longest;
    private final LongSupplier nanos;
    private final Counter refused;

    private volatile boolean isQueueing;
    private volatile long since;

    @Inject
    Overload(LimitsConfig config, MeterRegistry metrics) {
        this(task -> ExecutorRecorder.getCurrent().execute(task), config.waiting(), System::nanoTime, metrics);
    }

    Overload(Executor threads, Duration longest, LongSupplier nanos, MeterRegistry metrics) {
        this.threads = threads;
        this.longest = longest;
        this.nanos = nanos;
        this.refused = metrics.counter("wijkvergelijk.refused", "reason", "overload", "class", "any");
    }

    void begin(@Observes StartupEvent start, Vertx vertx) {
        vertx.setPeriodic(BETWEEN_MILLIS, id -> queue());
    }

    /** Queues, unless it does already. */
    void queue() {
        if (!isQueueing) {
            since = nanos.getAsLong();
            isQueueing = true;
            try {
                threads.execute(() -> isQueueing = false);
            } catch (RejectedExecutionException full) {
                isQueueing = false;
            }
        }
    }

    boolean isThere() {
        return isQueueing && nanos.getAsLong() - since > longest.toNanos();
    }

    /** The answer to who comes now. */
    ProblemException refusal() {
        refused.increment();
        return Limits.busy();
    }
}
