package nl.wijkvergelijk.survey.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** The demo accounts. Researcher and admin are always among them. */
@ConfigMapping(prefix = "wijkvergelijk.demo-accounts")
interface DemoAccountsConfig {

    /** Whether they can be used. */
    @WithDefault("false")
    boolean enabled();

    /** The contacts: account name to CBS code. */
    Map<String, String> contacts();
}
