package nl.wijkvergelijk.survey.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import nl.wijkvergelijk.survey.page.PagesConfig;
import org.jboss.logging.Logger;

/** Sends what is due, once a minute and apart from every request: whatever goes wrong here is tried again and disturbs nobody. No address is ever logged. */
@ApplicationScoped
public class Post {

    private static final Logger LOG = Logger.getLogger(Post.class);

    /** So that one round does not go on for ever. */
    private static final int MOST = 500;

    private final Due due;
    private final Outbox outbox;
    private final Mailer mailer;
    private final MailConfig config;
    private final PagesConfig pages;

    Post(Due due, Outbox outbox, Mailer mailer, MailConfig config, PagesConfig pages) {
        this.due = due;
        this.outbox = outbox;
        this.mailer = mailer;
        this.config = config;
        this.pages = pages;
    }

    @Scheduled(
            every = "${wijkvergelijk.mail.every:1m}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void now() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.warnf("mail was not looked after: %s", e.getClass().getName());
        }
    }

    /** Everything that is due now, when mail is on. */
    public void round() {
        if (!config.enabled()) {
            return;
        }
        due.find();
        Optional<Message> next = outbox.claim();
        for (int i = 0; next.isPresent() && i < MOST; i++) {
            send(next.get());
            next = outbox.claim();
        }
    }

    private void send(Message message) {
        try {
            mailer.send(Mail.withText(message.email(), message.subject(), message.text(pages.address()))
                    // RFC 3834: so that no absence notice answers it.
                    .addHeader("Auto-Submitted", "auto-generated"));
        } catch (RuntimeException e) {
            // The exception's own words may hold the address.
            LOG.warnf(
                    "mail %s failed, attempt %d of %d: %s",
                    message.ids(),
                    message.attempts(),
                    config.attempts(),
                    e.getClass().getName());
            outbox.failed(message);
            return;
        }
        outbox.sent(message);
    }
}
