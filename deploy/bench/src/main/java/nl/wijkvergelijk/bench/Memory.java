package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process of Java has in memory, in MB.
 *
 * @param heap what is alive right after a full collection, which this asks for
 * @param resident what the machine holds for the whole process (RSS); -1 where there is no {@code /proc}
 */
record Memory(double heap, double resident) {

    private static final double MB = 1 << 20;

    static Memory of(Process process) {
        String histogram = Program.output(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                "" + process.pid(),
                "GC.class_histogram"));
        double heap = histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .mapToDouble(line -> Double.parseDouble(line.strip().split("\\s+")[2]))
                .findFirst()
                .orElseThrow();
        return new Memory(heap / MB, resident(process));
    }

    private static double resident(Process process) {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return -1;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToDouble(line -> Double.parseDouble(line.split("\\s+")[1]))
                            .findFirst()
                            .orElse(-1024)
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "heap %.0f MB, RSS %.0f MB".formatted(heap, resident);
    }
}
