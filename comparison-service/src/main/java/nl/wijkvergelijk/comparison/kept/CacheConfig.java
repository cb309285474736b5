package nl.wijkvergelijk.comparison.kept;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long caches on the way may keep an answer that is not pinned to a version, and what this service keeps itself. */
@ConfigMapping(prefix = "wijkvergelijk.cache")
public interface CacheConfig {

    /** Without asking again. */
    @WithDefault("10s")
    Duration fresh();

    /** While asking again. */
    @WithDefault("60s")
    Duration whileRevalidating();

    /** Answers ready to be sent again, as bytes; what was asked least goes first. */
    @WithDefault("48M")
    MemorySize memory();

    /** How long a publication waits while the answers that were asked most are made of it, so that nobody waits for those; what is not ready then is made when it is asked. */
    @WithDefault("600ms")
    Duration ahead();
}
