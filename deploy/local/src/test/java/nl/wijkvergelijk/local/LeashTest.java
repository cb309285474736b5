package nl.wijkvergelijk.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LeashTest {

    @Test
    void whatIsHeldEndsWhenItsHolderIsKilled() throws IOException, InterruptedException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle held;
        try (var words = holder.inputReader()) {
            held = ProcessHandle.of(Long.parseLong(words.readLine())).orElseThrow();
            assertTrue(held.isAlive());

            holder.destroyForcibly().waitFor();
        }

        held.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        assertFalse(held.isAlive());
    }

    @Test
    void whatWasLetGoStays() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        Leash leash = new Leash();
        leash.hold(process.pid(), "TERM");

        leash.close();

        assertTrue(process.isAlive());
        process.destroy();
        process.waitFor();
    }

    /** Starts something, puts it on a leash, and waits to be killed. */
    static final class Holder {

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Process process = new ProcessBuilder("sleep", "600").start();
            new Leash().hold(process.pid(), "TERM");
            System.out.println(process.pid());
            process.waitFor();
        }
    }
}
