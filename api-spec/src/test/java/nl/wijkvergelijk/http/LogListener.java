package nl.wijkvergelijk.http;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;

/** Hears all that the service logs at INFO and above, as a file would have it: level, category, message, and exceptions with what they say. */
public final class LogListener extends Handler {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** From now on. */
    public void begin() {
        setLevel(Level.INFO);
        Logger.getLogger("").addHandler(this);
    }

    /** No longer. */
    public void end() {
        Logger.getLogger("").removeHandler(this);
    }

    /** Each thing that was logged. */
    public Stream<String> lines() {
        return lines.stream();
    }

    /** All of it. */
    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void publish(LogRecord record) {
        StringWriter text = new StringWriter();
        text.append(record.getLevel().getName())
                .append(' ')
                .append(record.getLoggerName())
                .append(' ');
        text.append(record instanceof ExtLogRecord extended ? extended.getFormattedMessage() : record.getMessage());
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        lines.add(text.toString());
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
