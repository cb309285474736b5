package nl.wijkvergelijk.survey;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts the statements that the service sends to PostgreSQL, as the driver tells of them, whoever sends them. */
final class Statements {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private Statements() {}

    /** How many statements were executed meanwhile, those that begin and end transactions among them. */
    static int during(Runnable task) {
        AtomicInteger executed = new AtomicInteger();
        Handler counter = new Handler() {
            @Override
            public void publish(LogRecord told) {
                if (told.getMessage().contains("FE=> Execute(")) {
                    executed.incrementAndGet();
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
        return executed.get();
    }
}
