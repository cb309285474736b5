package nl.wijkvergelijk.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How much one client may ask in a minute, and all together at once. What is not set has no limit. Each instance of a service counts for itself. */
@ConfigMapping(prefix = "wijkvergelijk.limits")
public interface LimitsConfig {

    /** Reads that cost little. */
    Optional<Integer> reads();

    Optional<Integer> writes();

    /** What is not in memory but in the database, in a service that answers from memory. */
    Optional<Integer> lookups();

    /** Whole files in and out. */
    Optional<Integer> expensive();

    Optional<Integer> imports();

    /** Names and passwords that do not belong together, from one address. */
    Optional<Integer> signIns();

    /** How many lookups are answered at the same time; who comes later is asked to come back. */
    @WithDefault("32")
    int lookupsAtOnce();

    /** The same of what is expensive, and of content that is too large to be taken in before somebody works on it. */
    @WithDefault("16")
    int expensiveAtOnce();

    /** The same of imports, which come in at the same time and are read one after the other. */
    @WithDefault("4")
    int importsAtOnce();

    /** Content up to this size is taken in before a thread is asked for; the usual is far below it. */
    @WithDefault("256K")
    MemorySize contentAtHand();

    /** How many requests are at work at the same time, the waiting ones too; who comes later is refused at once. */
    @WithDefault("128")
    int atOnce();

    /** How long a request may wait for a thread; while they wait longer, who comes is refused at once. */
    @WithDefault("200ms")
    Duration waiting();

    /** How many proxies of our own stand in front. Each adds an address to X-Forwarded-For; what stands before those was written by whoever asks. */
    @WithDefault("0")
    int proxies();

    /** Requests in a minute; empty without a limit. */
    default Optional<Integer> perMinute(RateClass rateClass) {
        return switch (rateClass) {
            case READS -> reads();
            case WRITES -> writes();
            case LOOKUPS -> lookups();
            case EXPENSIVE -> expensive();
            case IMPORTS -> imports();
            case SIGN_INS -> signIns();
        };
    }

    /** Requests at the same time. */
    default int atOnce(RateClass rateClass) {
        return switch (rateClass) {
            case LOOKUPS -> lookupsAtOnce();
            case EXPENSIVE -> expensiveAtOnce();
            case IMPORTS -> importsAtOnce();
            case READS, WRITES, SIGN_INS -> Integer.MAX_VALUE;
        };
    }
}
