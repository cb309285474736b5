package nl.wijkvergelijk.survey.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.wijkvergelijk.http.DatabaseAway;
import nl.wijkvergelijk.http.Failure;
import nl.wijkvergelijk.survey.publication.Publications;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;

/**
 * Migrates, checks that the tables are those the code knows, and publishes which definitions are in force. A database that is away when the service starts
 * is waited for, by a service that listens, says that it is not ready and answers 503; anything else that is wrong ends the process, as it would for ever.
 */
@ApplicationScoped
public class Preparation {

    private static final Logger LOG = Logger.getLogger(Preparation.class);
    private static final long BETWEEN_TRIES_MILLIS = 500;

    /** How long the start waits for a first try, so that a service that listens is as a rule ready. A frozen database, or a long migration, takes longer. */
    private static final long FIRST_TRY_SECONDS = 30;

    private static final String REFUSED =
            "The database does not let this service in: set QUARKUS_DATASOURCE_PASSWORD to the password of wijk_survey, and"
                    + " QUARKUS_FLYWAY_PASSWORD to that of wijk_owner, in the environment or in a file; deploy/OPERATIONS.md says how.";

    private final Flyway flyway;
    private final SessionFactory tables;
    private final Publications publications;
    private final CompletableFuture<Void> firstTry = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "prepare-database");
    private volatile boolean done;

    Preparation(Flyway flyway, SessionFactory tables, Publications publications) {
        this.flyway = flyway;
        this.tables = tables;
        this.publications = publications;
    }

    /** Whether everything is done; once it is, it stays so. */
    public boolean isDone() {
        return done;
    }

    void begin(@Observes StartupEvent start) throws InterruptedException {
        thread.setDaemon(true);
        thread.start();
        try {
            firstTry.get(FIRST_TRY_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the database cannot be prepared", e.getCause());
        } catch (TimeoutException e) {
            LOG.warn("preparing the database takes long; listening meanwhile, not ready");
        }
    }

    void end(@Observes ShutdownEvent end) {
        thread.interrupt();
    }

    private void run() {
        String said = null;
        while (!done) {
            try {
                prepare();
                done = true;
                firstTry.complete(null);
                if (said != null) {
                    LOG.info("the database is there and prepared");
                }
            } catch (RuntimeException e) {
                if (isRefused(e)) {
                    giveUp(new IllegalStateException(REFUSED, e));
                    return;
                }
                if (!DatabaseAway.isCauseOf(e)) {
                    giveUp(e);
                    return;
                }
                if (!String.valueOf(e.getMessage()).equals(said)) {
                    said = String.valueOf(e.getMessage());
                    LOG.warnf(
                            "waiting for the database: %s",
                            said.lines().findFirst().orElse(""));
                }
                firstTry.complete(null);
                try {
                    Thread.sleep(BETWEEN_TRIES_MILLIS);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }

    /** Whether the database is there and does not let a role in: a password is wrong (SQLSTATE 28) or lacks (08004, which the driver says itself). Waiting would not help. */
    static boolean isRefused(Throwable thrown) {
        return Failure.causes(thrown)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && (sql.getSQLState().startsWith("28")
                                || sql.getSQLState().equals("08004")));
    }

    private void giveUp(RuntimeException cause) {
        if (!firstTry.completeExceptionally(cause)) {
            LOG.error("the database cannot be prepared", cause);
            Quarkus.asyncExit(1);
        }
    }

    private void prepare() {
        flyway.migrate();
        tables.getSchemaManager().validateMappedObjects();
        publications.publishDefinitions();
    }
}
