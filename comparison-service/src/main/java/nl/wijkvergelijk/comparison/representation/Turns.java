package nl.wijkvergelijk.comparison.representation;

import io.quarkus.arc.Arc;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.table.Selection;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Large answers take turns: a figure that is being made into an answer takes about a kilobyte, and a few who ask for everything at once would take all there is. Whoever
 * comes while there is no room waits, in order; small answers do not. Who waits long is told so by {@link nl.wijkvergelijk.http.Overload}, like others who wait for a thread.
 */
@ApplicationScoped
public class Turns {

    /** Figures of an answer that waits for nobody. */
    private static final int SMALL = 10_000;

    private static final String TURN = "wijkvergelijk.turn";

    private final int most;
    private final Semaphore figures;
    private final RoutingContext request;

    /** @param most figures that are made into answers at the same time; an answer of more is made alone */
    Turns(@ConfigProperty(name = "wijkvergelijk.figures-at-once") int most, RoutingContext request) {
        this.request = request;
        this.most = most;
        this.figures = new Semaphore(most, true);
    }

    /** Room that is taken, and given back once. */
    private final class Turn {

        private final AtomicInteger its;

        Turn(int its) {
            this.its = new AtomicInteger(its);
            figures.acquireUninterruptibly(its);
        }

        void end() {
            figures.release(its.getAndSet(0));
        }
    }

    /** Makes an answer of so many figures when there is room for it. Of an answer to a request the turn lasts until it {@link #ends(RoutingContext)}, at the latest with the request. */
    public <T> T take(long count, Supplier<T> make) {
        if (count <= SMALL) {
            return make.get();
        }
        Turn turn = new Turn((int) Math.min(count, most));
        boolean goesOn = false;
        try {
            T made = make.get();
            goesOn = isOfRequest();
            if (goesOn) {
                request.put(TURN, turn);
                request.addEndHandler(end -> turn.end());
            }
            return made;
        } finally {
            if (!goesOn) {
                turn.end();
            }
        }
    }

    /** What was made for this request is on its way now. */
    public static void ends(RoutingContext request) {
        Turn turn = request.get(TURN);
        if (turn != null) {
            turn.end();
        }
    }

    private static boolean isOfRequest() {
        return Arc.container() != null && Arc.container().requestContext().isActive();
    }

    /** Whether nobody waits for room, nor anybody takes it. */
    public boolean areFree() {
        return figures.availablePermits() == most;
    }

    /** How many figures there can be in a comparison with so many columns, of which some may be chosen. */
    public static long figures(Dataset dataset, String round, Selection selection, int columns) {
        int members = dataset.round(round)
                .map(RoundFigures::members)
                .map(each -> each.size())
                .orElse(0);
        int named = selection.municipalities().size();
        int chosen = selection.indicators().size();
        return (long) (named == 0 ? members : Math.min(named, members)) * (chosen == 0 ? columns : chosen);
    }
}
