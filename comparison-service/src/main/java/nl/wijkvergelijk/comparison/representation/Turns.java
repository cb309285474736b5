package nl.wijkvergelijk.comparison.representation;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.table.Selection;
import nl.wijkvergelijk.http.HttpProblem;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Large answers take turns: a figure that is being made into an answer takes about a kilobyte, and a few who ask for everything at once would take all there is. Whoever
 * comes while there is no room waits, in order; small answers do not. Who waits long is told so by {@link nl.wijkvergelijk.http.Overload}, like others who wait for a thread.
 * While those who asked before are slow to take theirs, no large answer is made: 503.
 */
@ApplicationScoped
public class Turns {

    /** Figures of an answer that waits for nobody. */
    private static final int SMALL = 1_000;

    private static final String TURN = "wijkvergelijk.turn";

    private final int most;
    private final long mostUnsent;
    private final Semaphore figures;
    private final AtomicLong unsent = new AtomicLong();
    private final RoutingContext request;

    /**
     * @param most figures that are made into answers at the same time; an answer of more is made alone
     * @param mostUnsent bytes of large answers that were not taken yet, over which no further one is made
     */
    Turns(
            @ConfigProperty(name = "wijkvergelijk.figures-at-once") int most,
            @ConfigProperty(name = "wijkvergelijk.unsent") MemorySize mostUnsent,
            RoutingContext request) {
        this.request = request;
        this.most = most;
        this.mostUnsent = mostUnsent.asLongValue();
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
            refuseWhileOthersAreSlow();
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

    /** What was made for this request counts as being sent now. */
    public static void ends(RoutingContext request) {
        Turn turn = request.get(TURN);
        if (turn != null) {
            turn.end();
        }
    }

    private static boolean isOfRequest() {
        return Arc.container() != null && Arc.container().requestContext().isActive();
    }

    private void refuseWhileOthersAreSlow() {
        if (unsent.get() > mostUnsent) {
            throw new ProblemException(
                            HttpProblem.SERVICE_UNAVAILABLE,
                            new Text(
                                    "Er zijn nu te veel grote antwoorden onderweg. Probeer het zo opnieuw, of vraag minder cijfers tegelijk.",
                                    "Too many large answers are on their way now. Try again shortly, or ask for fewer figures at once."))
                    .header("Retry-After", "5");
        }
    }

    /** So many bytes of a large answer begin to go out; or, with a minus, have gone. */
    public void unsent(long bytes) {
        unsent.addAndGet(bytes);
    }

    /** Whether nobody waits for room, nor anybody takes it. */
    public boolean areFree() {
        return figures.availablePermits() == most && unsent.get() <= mostUnsent;
    }

    /** How many figures there can be in a comparison of so many columns. */
    public static long figures(Dataset dataset, String round, Selection selection, int columns) {
        int members = dataset.round(round)
                .map(RoundFigures::members)
                .map(each -> each.size())
                .orElse(0);
        int named = selection.municipalities().size();
        return (long) (named == 0 ? members : Math.min(named, members)) * columns;
    }
}
