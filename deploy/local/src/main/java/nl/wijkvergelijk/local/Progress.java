package nl.wijkvergelijk.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells whoever waits what is going on, a line for each step. */
final class Progress {

    private final PrintStream out;
    private final Instant began = Instant.now();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** A step that begins now. */
    void step(String what) {
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "%5.1f s  %s", seconds, what));
    }

    /** Something to read, without a clock. */
    void say(String text) {
        out.println(text);
    }
}
