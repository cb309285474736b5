package nl.wijkvergelijk.comparison.representation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.RoundFigures;
import nl.wijkvergelijk.comparison.table.Selection;
import nl.wijkvergelijk.http.Overload;
import nl.wijkvergelijk.http.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Large answers take turns: a figure that is being made into an answer takes about a kilobyte, and a few who ask for everything at once would take all there is. Whoever
 * comes while there is no room waits, in order; small answers do not. Who waits long is told so by {@link Overload}, like others who wait for a thread. What is made is in
 * memory until those who asked have taken it: while there is much of that nothing large is made, while there is very much nothing at all, and who comes is told to come back.
 */
@ApplicationScoped
public class Turns {

    /** Figures of an answer that waits for nobody. */
    private static final int SMALL = 10_000;

    private final int most;
    private final Semaphore figures;
    private final long mostOutgoing;
    private final AtomicLong outgoing = new AtomicLong();
    private final Supplier<ProblemException> refusal;

    @Inject
    Turns(
            @ConfigProperty(name = "wijkvergelijk.figures-at-once") int most,
            @ConfigProperty(name = "wijkvergelijk.outgoing") MemorySize mostOutgoing,
            Overload overload,
            MeterRegistry metrics) {
        this(most, mostOutgoing.asLongValue(), overload::refusal);
        Gauge.builder("wijkvergelijk.answers.outgoing.size", outgoing, AtomicLong::get)
                .description("Bytes of memory of the large answers that somebody is taking at this moment")
                .baseUnit("bytes")
                .register(metrics);
    }

    /**
     * @param most figures that are made into answers at the same time; an answer of more is made alone
     * @param mostOutgoing bytes of answers that are being taken; while there are as many, nothing large is made
     */
    public Turns(int most, long mostOutgoing, Supplier<ProblemException> refusal) {
        this.most = most;
        this.figures = new Semaphore(most, true);
        this.mostOutgoing = mostOutgoing;
        this.refusal = refusal;
    }

    /** Makes an answer of so many figures when there is room for it; a problem when it could not go out. */
    public <T> T take(long count, Supplier<T> make) {
        if (count <= SMALL) {
            return make.get();
        }
        int its = (int) Math.min(count, most);
        refuseWhileMuchIsOutgoing();
        figures.acquireUninterruptibly(its);
        try {
            refuseWhileMuchIsOutgoing();
            return make.get();
        } finally {
            figures.release(its);
        }
    }

    private void refuseWhileMuchIsOutgoing() {
        if (outgoing.get() >= mostOutgoing) {
            throw refusal.get();
        }
    }

    /** Whether nobody waits for room, nor anybody takes it, and there is room for what is made. */
    public boolean areFree() {
        return figures.availablePermits() == most && outgoing.get() < mostOutgoing;
    }

    /** Whether so much is being taken, twice of what lets no large answer be made, that nothing is to be made at all. */
    public boolean isFull() {
        return outgoing.get() >= 2 * mostOutgoing;
    }

    /** So many bytes more of answers are being taken; fewer, when it is below 0. */
    public void outgoing(long change) {
        outgoing.addAndGet(change);
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
