package nl.wijkvergelijk.comparison.published;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How closely the schema {@code published} is followed. */
@ConfigMapping(prefix = "wijkvergelijk.follow")
public interface FollowConfig {

    /** Time between two looks at the highest sequence. */
    @WithDefault("1s")
    Duration every();

    /** How long after the last look that succeeded the data is called stale. */
    @WithDefault("5s")
    Duration staleAfter();

    /** How long one statement of a load may take; PostgreSQL reads it too, so it is written as it understands it: {@code 90s}. */
    Duration loadTimeout();
}
