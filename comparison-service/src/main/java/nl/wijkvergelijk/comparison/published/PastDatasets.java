package nl.wijkvergelijk.comparison.published;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import nl.wijkvergelijk.comparison.ComparisonProblem;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.dataset.PublicationRow;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.ProblemException;
import nl.wijkvergelijk.http.Text;

/**
 * Datasets as they were at an earlier sequence, each for one round. Building one costs what the round costs, so few are built at once, who asks for the same one
 * waits for it, and the last few used are kept, fewer when they are large.
 */
final class PastDatasets {

    /** The id tells apart what a restored database has published anew under an old sequence; the last redaction, what was read before it. */
    private record Key(long sequence, UUID id, long redaction, String round) {}

    /** Reads from the database what was published up to some point, with the figures of one round. */
    @FunctionalInterface
    interface Build {

        Dataset of(List<PublicationRow> publications, String round) throws SQLException;
    }

    private final Build build;
    private final PastConfig config;
    private final Semaphore builders;
    private final Map<Key, CompletableFuture<Dataset>> kept = new LinkedHashMap<>(16, 0.75f, true);

    PastDatasets(Build build, PastConfig config) {
        this.build = build;
        this.config = config;
        this.builders = new Semaphore(config.atOnce());
    }

    Dataset at(Held held, long sequence, String round) {
        List<PublicationRow> publications = held.publications().subList(0, (int) sequence);
        Key key = new Key(sequence, publications.get((int) sequence - 1).id(), held.redaction(), round);
        CompletableFuture<Dataset> mine = new CompletableFuture<>();
        CompletableFuture<Dataset> there;
        synchronized (kept) {
            there = kept.get(key);
            if (there == null) {
                if (!builders.tryAcquire()) {
                    throw busy();
                }
                kept.put(key, mine);
            }
        }
        if (there == null) {
            build(key, mine, publications);
            there = mine;
        }
        return join(there);
    }

    /** Lets go of what was read before the last redaction. Nobody gets it any more once this is held; so it does not stay in memory either. */
    void dropRedacted(Held held) {
        long redaction = held.redaction();
        synchronized (kept) {
            kept.keySet().removeIf(key -> key.redaction() != redaction);
        }
    }

    private void build(Key key, CompletableFuture<Dataset> result, List<PublicationRow> publications) {
        try {
            result.complete(build.of(publications, key.round()));
        } catch (SQLException e) {
            forget(key, result, Archive.away(e));
        } catch (RuntimeException | Error e) {
            forget(key, result, e);
            throw e;
        } finally {
            builders.release();
        }
        trim(key);
    }

    /** Lets go of those that were asked for longest ago, until they are few and small enough; not of the one just built, nor of what is being built. */
    private void trim(Key built) {
        synchronized (kept) {
            // Others may have been asked for while it was built; now it is the last.
            kept.get(built);
            long municipalities = 0;
            for (Map.Entry<Key, CompletableFuture<Dataset>> each : kept.entrySet()) {
                municipalities += municipalities(each);
            }
            Iterator<Map.Entry<Key, CompletableFuture<Dataset>>> eldest =
                    kept.entrySet().iterator();
            while (eldest.hasNext() && (kept.size() > config.kept() || municipalities > config.keptMunicipalities())) {
                Map.Entry<Key, CompletableFuture<Dataset>> each = eldest.next();
                if (each.getValue().isDone() && !each.getKey().equals(built)) {
                    municipalities -= municipalities(each);
                    eldest.remove();
                }
            }
        }
    }

    /** None while it is being built. */
    private static long municipalities(Map.Entry<Key, CompletableFuture<Dataset>> kept) {
        return Optional.ofNullable(kept.getValue().getNow(null))
                .flatMap(dataset -> dataset.round(kept.getKey().round()))
                .map(round -> round.members().size())
                .orElse(0);
    }

    private void forget(Key key, CompletableFuture<Dataset> result, Throwable reason) {
        synchronized (kept) {
            kept.remove(key, result);
        }
        result.completeExceptionally(reason);
    }

    private static Dataset join(CompletableFuture<Dataset> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                        ComparisonProblem.OLD_DATASETS_BUSY,
                        new Text(
                                "Er worden al oude versies opgebouwd, en dat gebeurt met een paar tegelijk. Probeer het zo opnieuw.",
                                "Old versions are being built already, and only a few are built at once. Try again shortly."))
                .header("Retry-After", "1");
    }
}
