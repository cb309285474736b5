package nl.wijkvergelijk.comparison.published;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may be spent on datasets of the past. */
@ConfigMapping(prefix = "wijkvergelijk.past")
public interface PastConfig {

    /** How many are built at the same time; who comes later is asked to come back. */
    @WithDefault("2")
    int atOnce();

    /** How many are kept for the next who asks. */
    @WithDefault("8")
    int kept();

    /** How many municipalities those may have in their rounds together, each 3 to 4 kB; the last one built is kept however many it has. */
    @WithDefault("20000")
    int keptMunicipalities();
}
