package nl.wijkvergelijk.comparison.published;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nl.wijkvergelijk.comparison.ComparisonProblem;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.definitions.DefinitionsCatalogue;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.seam.Loader;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;
import org.jboss.logging.Logger;

/** Where requests get their dataset: the one now held, or the one of an earlier sequence. Starts following when the process starts, in the background. */
@Startup
@ApplicationScoped
public class Datasets {

    private static final Logger LOG = Logger.getLogger(Datasets.class);

    /** No round is called so: a dataset of it has the names, rounds and definitions of its moment, and no figures. */
    private static final String NO_ROUND = "";

    private final Dataset empty;
    private final Follower follower;
    private final PastDatasets past;
    private final ScheduledExecutorService clockwork;
    private final long every;
    private final Event<Held> looked;

    @Inject
    Datasets(
            DataSource database, FollowConfig config, PastConfig pastConfig, Event<Coming> coming, Event<Held> looked) {
        this.every = config.every().toNanos();
        this.looked = looked;
        empty = Dataset.empty(DefinitionsCatalogue.fromClasspath());
        follower = new Follower(
                database,
                empty,
                config.staleAfter(),
                config.loadTimeout(),
                Clock.systemUTC(),
                next -> coming.fire(new Coming(next)));
        Loader loader = new Loader((int) config.loadTimeout().toSeconds());
        past = new PastDatasets(
                (publications, round) -> {
                    try (Connection connection = database.getConnection()) {
                        return loader.past(connection, empty, publications, round);
                    }
                },
                pastConfig);
        clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "follow-published");
            thread.setDaemon(true);
            return thread;
        });
        clockwork.execute(this::look);
    }

    /** And again, so long after it began, whatever is thrown. */
    private void look() {
        long began = System.nanoTime();
        try {
            follower.look();
            // Each time: what somebody was making while it was swapped comes after.
            follower.held().ifPresent(now -> {
                past.dropRedacted(now);
                looked.fire(now);
            });
        } catch (Throwable e) {
            LOG.error("a look at what is published ended halfway", e);
        } finally {
            // One that takes longer, and fails, is not to be the only thing the database does.
            long pause = Math.max(every / 4, began + every - System.nanoTime());
            clockwork.schedule(this::look, pause, TimeUnit.NANOSECONDS);
        }
    }

    /** What is held now; a problem until the first load is done. */
    public Held held() {
        return follower.held().orElseThrow(() -> new ProblemException(
                        ComparisonProblem.NOT_LOADED_YET,
                        new Text(
                                "De dienst is net gestart, of de database is nog niet bereikbaar. Probeer het zo opnieuw.",
                                "The service has just started, or the database cannot be reached yet. Try again shortly."))
                .header("Retry-After", "2"));
    }

    /**
     * The dataset as it was at a sequence, holding at least this round; a problem when the sequence is not there, when too many old ones are being built,
     * or when the database they are built from is away.
     */
    public Dataset at(Held held, long sequence, String round) {
        Dataset now = held.dataset();
        if (sequence > now.sequence() || sequence < 1) {
            throw unknown(sequence);
        }
        boolean unchangedSince = now.version(round) <= sequence;
        return unchangedSince ? now : past.at(held, sequence, round);
    }

    /** The same before a publication: nothing, before the first. */
    public Dataset before(Held held, long sequence, String round) {
        if (sequence == 1) {
            return empty;
        }
        return at(held, sequence - 1, round);
    }

    /** Municipalities, rounds and definitions as they were at a sequence (0: nothing), without figures unless it is the one held. */
    public Dataset referenceAt(Held held, long sequence) {
        if (sequence == 0) {
            return empty;
        }
        return sequence == held.dataset().sequence() ? held.dataset() : past.at(held, sequence, NO_ROUND);
    }

    /** The sequence a request is about: the one it names, which must have been published, or the last one held. */
    public long sequence(Held held, OptionalLong version) {
        long last = held.dataset().sequence();
        if (version.isPresent() && version.getAsLong() > last) {
            throw unknown(version.getAsLong());
        }
        return version.orElse(last);
    }

    /** How fresh what is held is. */
    public Freshness freshness() {
        return follower.freshness();
    }

    /** Since when the data may have moved on without us; empty while it has not. */
    public Optional<Instant> staleSince() {
        Freshness now = freshness();
        return now.loaded() && now.stale() ? Optional.of(now.since()) : Optional.empty();
    }

    private static ProblemException unknown(long sequence) {
        return new ProblemException(
                ComparisonProblem.DATASET_UNKNOWN,
                new Text(
                        "Versie %d is er niet. Op /v1/datasets staan alle versies.".formatted(sequence),
                        "There is no version %d. All versions are at /v1/datasets.".formatted(sequence)));
    }

    @PreDestroy
    void stop() {
        clockwork.shutdownNow();
    }
}
