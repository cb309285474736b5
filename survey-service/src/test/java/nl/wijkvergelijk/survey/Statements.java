package nl.wijkvergelijk.survey;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts what the service sends to PostgreSQL, as the driver tells of it, whoever sends it. */
final class Statements {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private Statements() {}

    /** How many statements were executed meanwhile, those that begin and end transactions among them. */
    static int during(Runnable task) {
        return told("FE=> Execute(", task);
    }

    /** How often it was waited for an answer meanwhile: once for a statement or for a batch of them; a transaction begins with its first statement. */
    static int roundTrips(Runnable task) {
        return told("FE=> Sync", task);
    }

    private static int told(String what, Runnable task) {
        AtomicInteger times = new AtomicInteger();
        Handler counter = new Handler() {
            @Override
            public void publish(LogRecord told) {
                if (told.getMessage().contains(what)) {
                    times.incrementAndGet();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        counter.setLevel(Level.ALL);
        Level before = DRIVER.getLevel();
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(counter);
        DRIVER.setLevel(Level.FINEST);
        try {
            task.run();
        } finally {
            DRIVER.setLevel(before);
            DRIVER.removeHandler(counter);
            DRIVER.setUseParentHandlers(true);
        }
        return times.get();
    }
}
