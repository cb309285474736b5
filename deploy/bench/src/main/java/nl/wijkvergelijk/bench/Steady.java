package nl.wijkvergelijk.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A few who ask one address again and again, each on a connection of its own; how long each answer took, and how many were none. */
final class Steady {

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

    private Steady() {}

    static Steady of(int port, String path, int connections, Duration length) {
        Steady steady = new Steady();
        long end = System.nanoTime() + length.toNanos();
        Together.run(connections, client -> steady.ask(port, path, end));
        return steady;
    }

    private void ask(int port, String path, long end) {
        Reader reader = new Reader(port);
        while (System.nanoTime() < end) {
            try {
                nanos.add(reader.nanos(path));
            } catch (IllegalStateException e) {
                faults.add(e.getMessage());
            }
        }
    }

    Times times() {
        return new Times(List.copyOf(nanos));
    }

    List<String> faults() {
        return List.copyOf(faults);
    }
}
