package nl.wijkvergelijk.survey.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long somebody stays signed in on the pages, and where the pages are. */
@ConfigMapping(prefix = "wijkvergelijk.pages")
public interface PagesConfig {

    /** A secret of 32 characters or more that signs sessions; replicas share it. Without it each start makes its own, and signs everybody out. */
    Optional<String> sessionKey();

    /** A working day. */
    @WithDefault("8h")
    Duration sessionLifetime();

    /** Where people reach the pages, for links in mail; without a slash at the end. */
    @WithDefault("http://127.0.0.1:8080")
    String address();
}
