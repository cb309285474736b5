package nl.wijkvergelijk.survey.erasure;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import nl.wijkvergelijk.survey.request.Idempotency;
import nl.wijkvergelijk.survey.sql.Sql;
import org.jboss.logging.Logger;

/** Forgets in time what is kept for a day only: keys of retries with their answers, and which accounts were erased. */
@ApplicationScoped
public class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    private final Idempotency idempotency;
    private final Sql sql;
    private final Clock clock;

    Forgetting(Idempotency idempotency, Sql sql, Clock clock) {
        this.idempotency = idempotency;
        this.sql = sql;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void now() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "nothing was forgotten, which is tried again in an hour: %s",
                    e.getClass().getName());
        }
    }

    /** What is older than a day by now. */
    @Transactional
    public void round() {
        Instant dayAgo = clock.instant().minus(Idempotency.REMEMBERED);
        idempotency.forgetBefore(dayAgo);
        sql.update("update survey.erasure set account = null where at < ? and account is not null", dayAgo);
    }
}
