package nl.wijkvergelijk.comparison.published;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nl.wijkvergelijk.comparison.dataset.Dataset;
import nl.wijkvergelijk.comparison.definitions.InvalidDefinitions;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.comparison.seam.IncompletePublication;
import nl.wijkvergelijk.comparison.seam.Loader;
import org.jboss.logging.Logger;

/**
 * Keeps one dataset up to what is published. Each look takes the highest sequence first and then the rows up to it; only what arrived whole is taken,
 * by swapping one reference. Whatever goes wrong, what is held stays. When the sequence falls, or another publication stands at the sequence held (a
 * restore, a failover that lost the end), everything is read anew; so it is when something was redacted, since then the rows before are others too.
 */
final class Follower {

    private static final Logger LOG = Logger.getLogger(Follower.class);
    /** The versions of the schema {@code published} that this release reads. */
    private static final int KNOWN_SCHEMA = 1;

    private final DataSource database;
    private final Dataset empty;
    private final Duration staleAfter;
    private final Duration loadTimeout;
    private final Clock clock;
    private final Consumer<Held> coming;
    private final Loader loader;

    private volatile Held held;
    private volatile Instant lastSeen;
    private volatile Instant rebuilt;
    private volatile String failure;

    /** @param coming told of what will be held after a publication, before it is */
    Follower(
            DataSource database,
            Dataset empty,
            Duration staleAfter,
            Duration loadTimeout,
            Clock clock,
            Consumer<Held> coming) {
        this.database = database;
        this.empty = empty;
        this.staleAfter = staleAfter;
        this.loadTimeout = loadTimeout;
        this.clock = clock;
        this.coming = coming;
        this.loader = new Loader((int) loadTimeout.toSeconds());
    }

    /** What is held; empty until the first load. */
    Optional<Held> held() {
        return Optional.ofNullable(held);
    }

    Freshness freshness() {
        Instant since = lastSeen;
        Held now = held;
        boolean stale = since == null || since.plus(staleAfter).isBefore(clock.instant());
        return new Freshness(
                now != null, stale, since, now == null ? 0 : now.dataset().sequence(), rebuilt, failure);
    }

    /** Looks once. Never throws: a look that fails is said in {@link #freshness()} and in the log, once per reason. */
    void look() {
        Instant started = clock.instant();
        try {
            follow();
            lastSeen = started;
            if (failure != null) {
                LOG.infof("following again, at sequence %d", held.dataset().sequence());
                failure = null;
            }
        } catch (SQLException | RuntimeException e) {
            String reason = reason(e);
            if (!reason.equals(failure)) {
                LOG.warnf("cannot follow, keeping what is held: %s", reason);
                LOG.debug("cannot follow", e);
                failure = reason;
            }
        }
    }

    private void follow() throws SQLException {
        Held before = held;
        try (Connection connection = database.getConnection()) {
            Head head =
                    Head.read(connection, before == null ? 0 : before.dataset().sequence());
            if (head.schemaVersion() != KNOWN_SCHEMA) {
                throw new IllegalStateException("schema published has version " + head.schemaVersion()
                        + ", this release reads version " + KNOWN_SCHEMA);
            }
            if (before == null) {
                held = load(connection, Held.nothing(empty), head.sequence());
                LOG.infof("loaded, at sequence %d", head.sequence());
            } else if (isElsewhere(before, head)) {
                LOG.warnf(
                        "published is not what it was (held sequence %d with id %s, there now %d with id %s): reading everything anew",
                        before.dataset().sequence(), before.dataset().lastId(), head.sequence(), head.idOfHeld());
                held = load(connection, Held.nothing(empty), head.sequence());
                rebuilt = clock.instant();
            } else if (head.redacted()) {
                held = load(connection, Held.nothing(empty), head.sequence());
                rebuilt = clock.instant();
                LOG.infof("something was redacted: read everything anew, at sequence %d", head.sequence());
            } else if (head.sequence() > before.dataset().sequence()) {
                Held next = load(connection, before, head.sequence());
                tell(next);
                held = next;
                LOG.infof("at sequence %d", head.sequence());
            }
        }
    }

    /** Whoever is told and fails must not keep a publication from everybody. */
    private void tell(Held next) {
        try {
            coming.accept(next);
        } catch (Throwable e) {
            LOG.error("nothing was made ready for what comes", e);
        }
    }

    private static boolean isElsewhere(Held held, Head head) {
        return head.sequence() < held.dataset().sequence()
                || !Objects.equals(head.idOfHeld(), held.dataset().lastId());
    }

    private Held load(Connection connection, Held from, long upTo) throws SQLException {
        // A first load may take longer than the time after which any other silence of the database counts as its
        // absence.
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) loadTimeout.toMillis());
        // Only within a transaction the driver hands on rows while they come; else it holds all of them first.
        connection.setAutoCommit(false);
        try {
            return loader.advance(connection, from, upTo);
        } finally {
            giveBack(connection, usual);
        }
    }

    /** As it was; what went wrong before is worth more than that this goes wrong too. */
    private static void giveBack(Connection connection, int networkTimeout) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, networkTimeout);
        } catch (SQLException broken) {
            LOG.debug("the connection is broken, which the pool will see", broken);
        }
    }

    private static String reason(Exception e) {
        if (e instanceof SQLException sql) {
            return "the database does not answer (SQLSTATE " + sql.getSQLState() + ")";
        }
        return e instanceof IllegalStateException
                        || e instanceof IncompletePublication
                        || e instanceof InvalidDefinitions
                ? e.getMessage()
                : e.toString();
    }
}
