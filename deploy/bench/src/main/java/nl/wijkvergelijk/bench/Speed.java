package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures the product beside yardsticks on the same machine, part by part, and prints one table of ratios. */
final class Speed {

    /** The parts, in the order in which they run. */
    private static final List<String> PARTS = List.of("reads", "first", "scale", "saves", "visible", "start", "soak");

    private static final int SOAK_SECONDS = 600;

    private final Path home = Path.of(System.getProperty("bench.home"));
    private final Path work = Path.of(System.getProperty("bench.work"));
    private final Results results = new Results();

    private Speed() {}

    public static void main(String[] arguments) throws IOException {
        List<String> asked = Arrays.stream(arguments).filter(PARTS::contains).toList();
        if (asked.size()
                        + Arrays.stream(arguments)
                                .filter(a -> a.matches("\\d+"))
                                .count()
                < arguments.length) {
            System.err.println("There is only: " + PARTS);
            System.exit(2);
        }
        int soak = Arrays.stream(arguments)
                .filter(a -> a.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(SOAK_SECONDS);
        Speed speed = new Speed();
        speed.run(asked.isEmpty() ? PARTS : asked, soak);
        if (Account.lost() > 0) {
            speed.results.note(
                    "Requests to survey-service whose connection was lost, or that were asked to come back (503): "
                            + Account.lost() + "; sent again with the same key.");
        }
        String table = speed.results.markdown(String.join(" ", "deploy/bench/speed", String.join(" ", arguments))
                .strip());
        System.out.println(table);
        if (asked.isEmpty() && speed.results.isWhole()) {
            Files.writeString(speed.home.resolve("deploy/bench/RESULTS.md"), table);
        }
        System.exit(speed.results.isSound() ? 0 : 1);
    }

    private void run(List<String> parts, int soakSeconds) throws IOException {
        Path data = Path.of(System.getProperty("bench.data"));
        Map<String, Part> known = new TreeMap<>(Map.of(
                "reads", () -> new Reads(home, data, results).run(),
                "first", () -> new FirstAnswers(home, data, results).run(),
                "scale", () -> new Scale(home, data, results).run(),
                "saves", () -> new Saves(home, data, results).run(),
                "visible", () -> new Visible(home, data, results).run(),
                "start", () -> new StartUp(home, data, results).run(),
                "soak", () -> new Soak(home, data, results, soakSeconds).run()));
        for (String part : parts) {
            say("part %s", part);
            known.get(part).run();
        }
    }

    private interface Part {
        void run() throws IOException;
    }

    /** Tells who waits how far it is. */
    static void say(String text, Object... values) {
        System.err.printf("%tT %s%n", System.currentTimeMillis(), text.formatted(values));
    }
}
