package nl.wijkvergelijk.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Everything that was acknowledged, how often each status was seen, and what should never be seen. */
final class Ledger {

    /** Nobody waits longer to hear that it cannot be done now, whatever the database does; half a second of this is for a busy machine. */
    static final long SLOWEST_MILLIS = 5500;

    private final List<Write> writes = new ArrayList<>();
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final ConcurrentSkipListSet<Instant> acknowledged = new ConcurrentSkipListSet<>();
    private long slowest;
    private long slowestRefusal;
    private int attempts;

    /**
     * One write that is known to have been done.
     *
     * @param subject {@code response} or {@code ballot}
     * @param revision the revision it made or was about
     * @param marker the value it wrote, which no other write writes; null for a step
     * @param sequence the publication it made; null for none
     * @param answer what came back; null when the answer was lost and the write was found done
     * @param began when it was first sent
     * @param lastBegan when it was sent for the last time
     * @param sends how often it was sent
     */
    record Write(
            String subject,
            String municipality,
            String action,
            int revision,
            String marker,
            Long sequence,
            Http.Call call,
            Http.Answer answer,
            Instant began,
            Instant lastBegan,
            int sends) {

        /** What of it the history tells. */
        String event() {
            return "%s %s %s %d%s"
                    .formatted(municipality, subject, action, revision, sequence == null ? "" : " " + sequence);
        }
    }

    synchronized void settled(Write write) {
        writes.add(write);
    }

    /** Counts an answer; what is neither 2xx, 503 with Retry-After, nothing at all, nor expected here, is a fault. */
    synchronized void seen(Http.Call call, Http.Answer answer, boolean expected) {
        attempts++;
        statuses.merge(answer.status() == Http.NONE ? "none" : "" + answer.status(), 1, Integer::sum);
        if (answer.succeeded()) {
            slowest = Math.max(slowest, answer.millis());
        } else if (answer.status() != Http.NONE) {
            slowestRefusal = Math.max(slowestRefusal, answer.millis());
        }
        if (answer.succeeded() && call.writes()) {
            acknowledged.add(Instant.now());
        }
        boolean unavailable = answer.status() == 503 && answer.retryAfter() != null;
        if (!answer.succeeded() && !unavailable && answer.status() != Http.NONE && !expected) {
            fault("%s %s -> %d %s".formatted(call.method(), call.path(), answer.status(), answer.body()));
        }
        if (!answer.succeeded() && answer.millis() > SLOWEST_MILLIS) {
            fault("%s %s took %d ms, status %d"
                    .formatted(call.method(), call.path(), answer.millis(), answer.status()));
        }
    }

    synchronized void fault(String what) {
        faults.add(what.length() > 300 ? what.substring(0, 300) : what);
    }

    synchronized List<Write> writes() {
        return List.copyOf(writes);
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized Map<String, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    synchronized long slowest() {
        return slowest;
    }

    synchronized long slowestRefusal() {
        return slowestRefusal;
    }

    synchronized int attempts() {
        return attempts;
    }

    /** When the first write was acknowledged at or after this moment; null when none was. */
    Instant firstAcknowledged(Instant from) {
        return acknowledged.ceiling(from);
    }
}
