package nl.wijkvergelijk.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A bucket for each client and class: full at first, a token for each request, filling again evenly over a minute. So many are kept and no more: whoever has been away
 * longest begins anew, with a full one. An attacker with many addresses takes no memory and shuts nobody out.
 */
final class Buckets {

    static final Duration WINDOW = Duration.ofMinutes(1);

    private record Key(RateClass rateClass, String client) {}

    private final Function<RateClass, Optional<Integer>> perMinute;
    private final TimeMeter clock;
    private final Map<Key, Bucket> kept;

    Buckets(Function<RateClass, Optional<Integer>> perMinute, int most, TimeMeter clock) {
        this.perMinute = perMinute;
        this.clock = clock;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
                return size() > most;
            }
        };
    }

    /** The bucket of a client; empty where there is no limit. */
    Optional<Bucket> of(RateClass rateClass, String client) {
        return perMinute.apply(rateClass).map(quota -> {
            synchronized (kept) {
                return kept.computeIfAbsent(new Key(rateClass, client), key -> full(quota));
            }
        });
    }

    int size() {
        synchronized (kept) {
            return kept.size();
        }
    }

    private Bucket full(int quota) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
                .withCustomTimePrecision(clock)
                .build();
    }
}
