package nl.wijkvergelijk.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ExecutorRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.IntSupplier;
import org.jboss.threads.EnhancedQueueExecutor;

/**
 * Knows whether more is asked than is answered: requests wait for a thread, and who comes now would wait so long that it is better told at once (503) to come back. Those
 * that were let in are answered about as fast as ever.
 */
@ApplicationScoped
class Overload {

    private final IntSupplier waiting;
    private final int most;
    private final Counter refused;

    @Inject
    Overload(LimitsConfig config, MeterRegistry metrics) {
        this(Overload::waitingForAThread, config.waiting(), metrics);
    }

    Overload(IntSupplier waiting, int most, MeterRegistry metrics) {
        this.waiting = waiting;
        this.most = most;
        this.refused = metrics.counter("wijkvergelijk.refused", "reason", "overload", "class", "any");
    }

    boolean isThere() {
        return waiting.getAsInt() >= most;
    }

    /** The answer to who comes now. */
    ProblemException refusal() {
        refused.increment();
        return Limits.busy();
    }

    private static int waitingForAThread() {
        // In tests the framework puts another in front of it.
        return ExecutorRecorder.getCurrent() instanceof EnhancedQueueExecutor threads ? threads.getQueueSize() : 0;
    }
}
