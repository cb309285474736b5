package nl.wijkvergelijk.survey;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A mail server (SMTP) that does what a test tells it to: takes messages, refuses them, or hangs up in the middle of one. */
public class MailServer implements QuarkusTestResourceLifecycleManager {

    /** What it does with whoever comes. */
    enum Mood {
        TAKES("250 Taken"),
        IS_BUSY("451 Try again later"),
        REFUSES("550 No such mailbox"),
        HANGS_UP("");

        private final String onRecipient;

        Mood(String onRecipient) {
            this.onRecipient = onRecipient;
        }
    }

    private static final List<String> TAKEN = new CopyOnWriteArrayList<>();
    private static volatile Mood mood = Mood.TAKES;

    private ServerSocket door;

    @Override
    public Map<String, String> start() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("mail-server", this::open);
        return Map.of(
                "quarkus.mailer.mock", "false",
                "quarkus.mailer.host", door.getInetAddress().getHostAddress(),
                "quarkus.mailer.port", String.valueOf(door.getLocalPort()),
                "quarkus.mailer.start-tls", "DISABLED",
                "quarkus.mailer.keep-alive", "false",
                // Nothing waits for a slow machine: neither the look-up of its name nor an impatient sender.
                "quarkus.mailer.own-host-name", "localhost",
                "quarkus.mailer.timeout", "1m");
    }

    @Override
    public void stop() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void is(Mood now) {
        mood = now;
    }

    /** How many messages to this address it has taken. */
    static long taken(String address) {
        return TAKEN.stream().filter(each -> each.contains("To: " + address)).count();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                start("mail-visitor", () -> receive(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void receive(Socket visitor) {
        try (visitor) {
            serve(visitor);
        } catch (IOException hungUp) {
            // Visitors may.
        }
    }

    private static void serve(Socket visitor) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
        // The sender misses a greeting that is there before it listens, and then waits for nothing until its time-out.
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        say(visitor, "220 mail.example");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            if (verb.equals("RCPT")) {
                if (mood == Mood.HANGS_UP) {
                    return;
                }
                say(visitor, mood.onRecipient);
            } else if (verb.equals("DATA")) {
                say(visitor, "354 Go ahead");
                TAKEN.add(message(in));
                say(visitor, "250 Taken");
            } else {
                say(visitor, verb.equals("QUIT") ? "221 Bye" : "250 Yes");
            }
        }
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void say(Socket visitor, String line) throws IOException {
        visitor.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
