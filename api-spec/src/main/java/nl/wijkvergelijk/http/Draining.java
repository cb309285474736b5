package nl.wijkvergelijk.http;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Knows that the process has been asked to end. Requests read before are answered ({@code quarkus.shutdown.timeout}); those that come after are refused at once, with a
 * 503 that closes their connection. The framework takes them on as well, so that under load it never sees the moment without requests that it waits for, and cuts some.
 */
@ApplicationScoped
public class Draining {

    private final Thread onSignal = new Thread(this::begin, "draining");
    private volatile boolean begun;

    /** From now on nothing new is taken on. */
    public void begin() {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }

    /** A hook of our own: the framework has no event for the moment of the signal, only for the end of the waiting. */
    void listen(@Observes StartupEvent start) {
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    void forget(@Observes ShutdownEvent end) {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException ending) {
            // The process is ending, and the hook has done what it is for.
        }
    }
}
