package nl.wijkvergelijk.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One of the few places for requests that cost much. It is given back when the work is done, not when whoever asked has gone: else asking and hanging up would set any
 * number of them to work.
 */
final class Place {

    private final AtomicInteger taken;
    private final AtomicBoolean isBack = new AtomicBoolean();
    private volatile boolean isAtWork;

    private Place(AtomicInteger taken) {
        this.taken = taken;
    }

    /** Takes one for a request; false when all are taken. */
    static boolean take(AtomicInteger taken, int most, RoutingContext context) {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            return false;
        }
        Place place = new Place(taken);
        context.put(Place.class.getName(), place);
        context.addEndHandler(end -> {
            if (!place.isAtWork) {
                place.giveBack();
            }
        });
        return true;
    }

    /** The place that a request has; null without one. */
    static Place of(RoutingContext context) {
        return context.get(Place.class.getName());
    }

    /** A resource has begun with it, and says when it is done. */
    void work() {
        isAtWork = true;
    }

    void giveBack() {
        if (isBack.compareAndSet(false, true)) {
            taken.decrementAndGet();
        }
    }
}
