package nl.wijkvergelijk.comparison.representation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
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

    private final int most;
    private final Semaphore figures;

    /** @param most figures that are made into answers at the same time; an answer of more is made alone */
    Turns(@ConfigProperty(name = "wijkvergelijk.figures-at-once") int most) {
        this.most = most;
        this.figures = new Semaphore(most, true);
    }

    /** Makes an answer of so many figures when there is room for it. */
    public <T> T take(long count, Supplier<T> make) {
        if (count <= SMALL) {
            return make.get();
        }
        int its = (int) Math.min(count, most);
        figures.acquireUninterruptibly(its);
        try {
            return make.get();
        } finally {
            figures.release(its);
        }
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
