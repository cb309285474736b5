package nl.wijkvergelijk.comparison.representation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long caches on the way may keep an answer that is not pinned to a version. */
@ConfigMapping(prefix = "wijkvergelijk.cache")
public interface CacheConfig {

    /** Without asking again. */
    @WithDefault("10s")
    Duration fresh();

    /** While asking again. */
    @WithDefault("60s")
    Duration whileRevalidating();
}
