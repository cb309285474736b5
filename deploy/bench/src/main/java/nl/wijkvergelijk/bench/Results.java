package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The one table, as Markdown, with the machine it was measured on and the command that made it. */
final class Results {

    private final List<String> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int wrong;
    private boolean skipped;

    /**
     * One row.
     *
     * @param bar what the ratio must be; null when there is no bar
     * @param holds whether it is that
     */
    void row(String what, String seen, String yardstick, String ratio, String bar, boolean holds) {
        rows.add("| %s | %s | %s | %s | %s |"
                .formatted(
                        what,
                        seen,
                        yardstick,
                        ratio,
                        bar == null ? "" : bar + (holds ? ", holds" : ", **does not hold**")));
        System.err.println(rows.get(rows.size() - 1));
    }

    /** A ratio that must be at least so much; 0 when there is no bar. */
    void atLeast(String what, String seen, String yardstick, double ratio, double bar) {
        row(what, seen, yardstick, number(ratio), bar == 0 ? null : "≥ " + bar, ratio >= bar);
    }

    /** What is told without a ratio. */
    void told(String what, String seen) {
        row(what, seen, "", "", null, true);
    }

    /** What a reader must know to read the table. */
    void note(String text) {
        notes.add(text);
        System.err.println(text);
    }

    /** Something was not as it must be for a measurement to count: an answer that was refused, sizes that differ. */
    void wrong(String text) {
        wrong++;
        note("**WRONG**: " + text);
    }

    /** A part that this machine cannot do, and what it would take. */
    void skipped(String text) {
        skipped = true;
        note("**SKIPPED** " + text);
    }

    /** Nothing was skipped, and what was measured counts. */
    boolean isWhole() {
        return isSound() && !skipped;
    }

    boolean isSound() {
        return wrong == 0;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    String markdown(String command) {
        StringBuilder text = new StringBuilder("# Speed and scale, side by side\n\n");
        text.append("Made by `")
                .append(command)
                .append("`; [how to read it](README.md#speed). ")
                .append(machine());
        text.append("\n\n| what | seen | yardstick | ratio | bar |\n|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(row).append('\n'));
        notes.forEach(note -> text.append("\n- ").append(note));
        return text.append('\n').toString();
    }

    private static String machine() {
        return "%d processors (%s), %s of memory, %s %s, Java %s."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        field("/proc/cpuinfo", "model name"),
                        field("/proc/meminfo", "MemTotal"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.version"));
    }

    private static String field(String file, String name) {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            return "unknown";
        }
        try (var lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
