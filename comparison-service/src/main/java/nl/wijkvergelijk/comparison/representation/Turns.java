package nl.wijkvergelijk.comparison.representation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import nl.wijkvergelijk.http.InputError;
import nl.wijkvergelijk.http.Overload;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Large answers take turns: a few who ask for everything at once would take all memory, and every processor. Whoever
 * comes while there is no room waits, in order; small answers do not. Who waits long is told so by {@link Overload}, like others who wait for a thread. What is made is in
 * memory until those who asked have taken it: while there is much of that nothing large is made, while there is very much nothing at all, and who comes is told to come back.
 * An answer of more figures than one may have is refused before it takes a turn; a workbook, which is made as a whole, may have fewer.
 */
@ApplicationScoped
public class Turns {

    /** Figures of an answer that waits for nobody. */
    private static final int SMALL = 10_000;

    private final int most;
    private final int mostInAnswer;
    private final Semaphore figures;
    private final long mostOutgoing;
    private final AtomicLong outgoing = new AtomicLong();
    private final Supplier<ProblemException> refusal;

    @Inject
    Turns(
            @ConfigProperty(name = "wijkvergelijk.figures-at-once") int most,
            @ConfigProperty(name = "wijkvergelijk.figures-per-answer") int mostInAnswer,
            @ConfigProperty(name = "wijkvergelijk.outgoing") MemorySize mostOutgoing,
            Overload overload,
            MeterRegistry metrics) {
        this(most, mostInAnswer, mostOutgoing.asLongValue(), overload::refusal);
        Gauge.builder("wijkvergelijk.answers.outgoing.size", outgoing, AtomicLong::get)
                .description("Bytes of memory of the large answers that somebody is taking at this moment")
                .baseUnit("bytes")
                .register(metrics);
    }

    /**
     * @param most figures that are made into answers at the same time; an answer of more is made alone
     * @param mostInAnswer figures of one answer
     * @param mostOutgoing bytes of answers that are being taken; while there are as many, nothing large is made
     */
    public Turns(int most, int mostInAnswer, long mostOutgoing, Supplier<ProblemException> refusal) {
        this.most = most;
        this.mostInAnswer = mostInAnswer;
        this.figures = new Semaphore(most, true);
        this.mostOutgoing = mostOutgoing;
        this.refusal = refusal;
    }

    /** Makes an answer of so many figures when there is room for it; a problem when they are too many for this form, or it could not go out. */
    public <T> T take(Format format, long count, Supplier<T> make) {
        refuseTooMany(format, count);
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

    private void refuseTooMany(Format format, long count) {
        if (format == Format.XLSX && count > Xlsx.MOST_FIGURES) {
            throw tooMany(
                    "format",
                    "Dit zijn %d cijfers; in xlsx passen er %d. Vraag er minder, of csv."
                            .formatted(count, Xlsx.MOST_FIGURES),
                    "These are %d figures; xlsx takes %d. Ask for fewer, or for csv."
                            .formatted(count, Xlsx.MOST_FIGURES));
        }
        if (count > mostInAnswer) {
            throw tooMany(
                    "indicator",
                    "Dit zijn %d cijfers; in een antwoord passen er %d. Vraag minder indicatoren, gemeenten of rondes tegelijk."
                            .formatted(count, mostInAnswer),
                    "These are %d figures; an answer takes %d. Ask for fewer indicators, municipalities or rounds at once."
                            .formatted(count, mostInAnswer));
        }
    }

    private static ProblemException tooMany(String parameter, String nl, String en) {
        return ProblemException.invalid(List.of(InputError.query(parameter, "too-many", new Text(nl, en))));
    }

    private void refuseWhileMuchIsOutgoing() {
        if (outgoing.get() >= mostOutgoing) {
            throw refusal.get();
        }
    }

    /** How many figures one answer may have. */
    public int mostInAnswer() {
        return mostInAnswer;
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
}
