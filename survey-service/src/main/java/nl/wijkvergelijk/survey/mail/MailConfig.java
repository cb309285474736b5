package nl.wijkvergelijk.survey.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether and how contacts are mailed. The mail server itself is set with {@code quarkus.mailer}. */
@ConfigMapping(prefix = "wijkvergelijk.mail")
interface MailConfig {

    /** Off unless an installation says so. */
    @WithDefault("false")
    boolean enabled();

    /** How often it is looked what is due. */
    @WithDefault("1m")
    String every();

    /** How long remarks are gathered before they are told in one message. */
    @WithDefault("15m")
    Duration gather();

    /** How often a message is tried before it is given up; between tries the wait doubles, from two minutes on. */
    @WithDefault("5")
    int attempts();
}
