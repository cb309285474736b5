package nl.wijkvergelijk.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Ends other processes when this one is gone, even if it was killed without a chance to tidy up. A tiny shell reads the
 * processes to end from its standard input; that closes when we die, whatever the reason.
 */
final class Leash implements AutoCloseable {

    /** Signals of the terminal are for the one who holds the leash: it decides what ends, and in which order. */
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            set --
            while read -r signal process; do
                if [ "$signal" = done ]; then exit 0; fi
                set -- "$@" "$signal $process"
            done
            for held; do kill -s $held 2>/dev/null; done
            """;

    private final Process shell;

    Leash() {
        try {
            shell = new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new CannotStart("There is no shell called sh here, which starting needs.", e);
        }
    }

    /** From now on the process gets the signal ({@code TERM}, {@code INT}, …) when we are gone. */
    void hold(long process, String signal) {
        say(signal + " " + process);
    }

    /** Lets go without ending anything: for when everything held has ended. */
    @Override
    public void close() {
        say("done");
        try {
            shell.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String line) {
        try {
            OutputStream to = shell.getOutputStream();
            to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            to.flush();
        } catch (IOException e) {
            throw new IllegalStateException("the leash is gone", e);
        }
    }
}
