package nl.wijkvergelijk.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A few who ask one address at a steady rate, each on a connection of its own; how long each answer took, and how many were none. Whose turn has come while the answer
 * before it is not there yet has waited since his turn.
 */
final class Steady {

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

    private Steady() {}

    /** @param aSecond how often each of them asks */
    static Steady of(int port, String path, int connections, int aSecond, Duration length) {
        Steady steady = new Steady();
        long end = System.nanoTime() + length.toNanos();
        Together.run(connections, client -> steady.ask(port, path, 1_000_000_000L / aSecond, end));
        return steady;
    }

    private void ask(int port, String path, long every, long end) {
        try (Reader reader = new Reader(port)) {
            for (long turn = System.nanoTime(); turn < end; turn += every) {
                long since = System.nanoTime() > turn ? turn : awaited(turn);
                try {
                    reader.read(path);
                    nanos.add(System.nanoTime() - since);
                } catch (IllegalStateException e) {
                    faults.add(e.getMessage());
                }
            }
        }
    }

    /** How late this one wakes up itself is not the service's. */
    private static long awaited(long turn) {
        for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return System.nanoTime();
    }

    Times times() {
        return new Times(List.copyOf(nanos));
    }

    List<String> faults() {
        return List.copyOf(faults);
    }
}
