package nl.wijkvergelijk.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Knows whether more is asked than is answered: whoever comes now would wait long, and is better told at once (503) to come back. Those that were let in are answered
 * about as fast as ever. There is so much when many requests are at work at once, when a thread is long in coming (it finds out as they do, by queueing for a thread itself, all the
 * time), and when an event loop is so long at reading requests that those it reads last have waited. A request whose content is still coming is not at work: who sends slowly keeps nobody out.
 */
@ApplicationScoped
public class Overload {

    private static final long BETWEEN_MILLIS = 20;

    private final Executor threads;
    private final int threadCount;
    private final int most;
    private final Duration longest;
    private final LongSupplier nanos;
    private final Counter refused;

    private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(this::turnOfThisLoop);
    private final AtomicInteger atWork = new AtomicInteger();
    private volatile boolean isQueueing;
    private volatile long since;

    @Inject
    Overload(
            LimitsConfig config,
            @ConfigProperty(name = "quarkus.thread-pool.max-threads") int threadCount,
            MeterRegistry metrics) {
        this(
                task -> ExecutorRecorder.getCurrent().execute(task),
                threadCount,
                config.atOnce(),
                config.waiting(),
                System::nanoTime,
                metrics);
    }

    Overload(Executor threads, int threadCount, int most, Duration longest, LongSupplier nanos, MeterRegistry metrics) {
        this.threads = threads;
        this.threadCount = threadCount;
        this.most = most;
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

    /** A request has come whole, and is at work until it was answered. */
    public void came(RoutingContext context) {
        Place.count(atWork, context);
        turn().read();
    }

    /** The answer to a request is made, and its client only has to take it: it is not at work any more, however slowly he does. */
    public static void done(RoutingContext context) {
        Place.giveBack(context);
    }

    /** While there is a thread for each, nobody waits for another: then it is the machine that is slow, and refusing helps nobody. */
    boolean isThere() {
        int now = atWork.get();
        return now > most || now > threadCount && isQueueing && isLong() || turn().isLong();
    }

    private boolean isLong() {
        return nanos.getAsLong() - since > longest.toNanos();
    }

    AtomicInteger atWork() {
        return atWork;
    }

    /** The turn of the event loop that asks. */
    Turn turn() {
        return turns.get();
    }

    private Turn turnOfThisLoop() {
        Turn turn = new Turn();
        turn.begin();
        Context loop = Vertx.currentContext();
        if (loop != null) {
            loop.owner().setPeriodic(BETWEEN_MILLIS, id -> turn.begin());
        }
        return turn;
    }

    /**
     * What an event loop has read since it last had a moment for its timers, and how long that took it. A machine that stands still, for a collection of memory or for others, is not reading: of
     * each pause between two requests no more counts than a timer waits.
     */
    final class Turn {

        private int came;
        private long reading;
        private long last;

        void begin() {
            came = 0;
            reading = 0;
            last = nanos.getAsLong();
        }

        void read() {
            long now = nanos.getAsLong();
            came++;
            reading += Math.min(now - last, TimeUnit.MILLISECONDS.toNanos(BETWEEN_MILLIS));
            last = now;
        }

        private boolean isLong() {
            return came > threadCount && reading > longest.toNanos();
        }
    }

    /** Tells who comes now to come back later. */
    public void refuse(RoutingContext context) {
        Edge.refuse(context, refusal());
    }

    /** The answer to who comes now. */
    public ProblemException refusal() {
        refused.increment();
        return Limits.busy();
    }
}
