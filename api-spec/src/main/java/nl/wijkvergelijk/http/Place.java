package nl.wijkvergelijk.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One of a number of places for requests, given back with the answer. Who hangs up keeps it for a while, since nobody says when the work for it is done: else
 * asking and hanging up would set any number of them to work.
 */
final class Place {

    /** Longer than the database lets anything of a request last. */
    private static final long AFTER_HANGING_UP_MILLIS = 5_000;

    private static final String TAKEN = "wijkvergelijk.places";

    private Place() {}

    /** Takes one for a request; false when all are taken. A request whose client has gone already gets none, since nobody would say when to give it back. */
    static boolean take(AtomicInteger taken, int most, RoutingContext context) {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            return false;
        }
        giveBack(taken, context);
        return true;
    }

    /** Counts a request until its answer has gone out. */
    static void count(AtomicInteger taken, RoutingContext context) {
        taken.incrementAndGet();
        giveBack(taken, context);
    }

    private static void giveBack(AtomicInteger taken, RoutingContext context) {
        if (context.response().closed()) {
            taken.decrementAndGet();
            return;
        }
        AtomicBoolean isHeld = new AtomicBoolean(true);
        Runnable back = () -> {
            if (isHeld.getAndSet(false)) {
                taken.decrementAndGet();
            }
        };
        Runnable others = context.get(TAKEN);
        context.put(TAKEN, others == null ? back : both(others, back));
        context.addEndHandler(end -> {
            if (end.succeeded()) {
                back.run();
            } else {
                context.vertx().setTimer(AFTER_HANGING_UP_MILLIS, id -> back.run());
            }
        });
    }

    private static Runnable both(Runnable one, Runnable other) {
        return () -> {
            one.run();
            other.run();
        };
    }

    /** Gives back all that a request has taken. */
    static void giveBack(RoutingContext context) {
        Runnable all = context.get(TAKEN);
        if (all != null) {
            all.run();
        }
    }
}
