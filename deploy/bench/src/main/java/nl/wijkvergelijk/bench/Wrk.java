package nl.wijkvergelijk.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drives wrk, the load generator from Debian, against one address of this machine, and reads what it prints. */
final class Wrk {

    private static final Pattern REQUESTS =
            Pattern.compile("(\\d+) requests in ([\\d.]+)(us|ms|s|m), ([\\d.]+)(B|KB|MB|GB) read");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern LATENCY = Pattern.compile("(50|99)%\\s+([\\d.]+)(us|ms|s|m)\\b");

    private Wrk() {}

    /**
     * What wrk measured.
     *
     * @param rate answers per second
     * @param requests how many were answered
     * @param bytes of one answer, head and all; what came of answers that were not whole at the end counts too
     * @param fault what it saw that should not be, or null
     */
    record Seen(double rate, double p50Millis, double p99Millis, double requests, double bytes, String fault) {

        /** The middle one of several by each measure. */
        static Seen median(List<Seen> all) {
            return new Seen(
                    middle(all, Seen::rate),
                    middle(all, Seen::p50Millis),
                    middle(all, Seen::p99Millis),
                    middle(all, Seen::requests),
                    middle(all, Seen::bytes),
                    all.stream()
                            .map(Seen::fault)
                            .filter(f -> f != null)
                            .findFirst()
                            .orElse(null));
        }

        private static double middle(List<Seen> all, ToDoubleFunction<Seen> of) {
            double[] sorted = all.stream().mapToDouble(of).sorted().toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }
    }

    static boolean isThere() {
        return Program.isThere("wrk");
    }

    static Seen run(int port, String path, int connections, int seconds, String... headers) {
        List<String> command = new ArrayList<>(
                List.of("wrk", "--latency", "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", "20s"));
        for (String header : headers) {
            command.addAll(List.of("-H", header));
        }
        command.add("http://127.0.0.1:" + port + "/v1" + path);
        return read(Program.output(command));
    }

    private static Seen read(String text) {
        Matcher requests = REQUESTS.matcher(text);
        Matcher rate = RATE.matcher(text);
        if (!requests.find() || !rate.find()) {
            throw new IllegalStateException("wrk said: " + text);
        }
        double p50 = 0;
        double p99 = 0;
        for (Matcher latency = LATENCY.matcher(text); latency.find(); ) {
            double millis = millis(latency.group(2), latency.group(3));
            if (latency.group(1).equals("50")) {
                p50 = millis;
            } else {
                p99 = millis;
            }
        }
        double bytes = Double.parseDouble(requests.group(4))
                * switch (requests.group(5)) {
                    case "KB" -> 1L << 10;
                    case "MB" -> 1L << 20;
                    case "GB" -> 1L << 30;
                    default -> 1L;
                };
        String fault = Arrays.stream(text.split("\n"))
                .map(String::strip)
                .filter(line -> line.startsWith("Non-2xx") || line.startsWith("Socket errors"))
                .reduce((a, b) -> a + "; " + b)
                .orElse(null);
        return new Seen(
                Double.parseDouble(rate.group(1)),
                p50,
                p99,
                Long.parseLong(requests.group(1)),
                bytes / Math.max(1, Long.parseLong(requests.group(1))),
                fault);
    }

    private static double millis(String number, String unit) {
        return Double.parseDouble(number)
                * switch (unit) {
                    case "us" -> 0.001;
                    case "ms" -> 1;
                    case "s" -> 1_000;
                    default -> 60_000;
                };
    }
}
