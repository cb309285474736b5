package nl.wijkvergelijk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Steady reading while somebody publishes every five seconds: no error, no answer older than promised, and memory that does not grow. */
final class Soak {

    private static final int A_SECOND = 50;
    private static final int THREADS = 8;
    private static final long PUBLISH_SECONDS = 5;
    private static final long SAMPLE_SECONDS = 30;
    private static final double VISIBLE_NANOS = 2e9;
    private static final Pattern VERSION = Pattern.compile("\"dataset\":\\{\"version\":(\\d+)");

    /** A heap that grows by less than this part of it in an hour may be called flat. */
    private static final double FLAT = 0.5;

    private final Path home;
    private final Path data;
    private final Results results;
    private final int seconds;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger dated = new AtomicInteger();
    private final AtomicInteger stale = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Rounds.Published> publications = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicLong number = new AtomicLong();

    Soak(Path home, Path data, Results results, int seconds) {
        this.home = home;
        this.data = data;
        this.results = results;
        this.seconds = seconds;
    }

    /** A moment, and what was in memory then. */
    private record Sample(double hours, Memory memory) {}

    void run() throws IOException {
        try (Rounds rounds = Rounds.of(home, data, Rounds.USUAL)) {
            Servers.Service comparison =
                    rounds.servers.comparisonWithoutLimits().asDeployed();
            comparison.start();
            comparison.awaitReady();
            List<String> paths = paths(Reads.topics(comparison.port));
            ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
            List<ScheduledFuture<?>> tasks = new ArrayList<>();
            for (int i = 0; i < A_SECOND; i++) {
                // Each thousandth part of a second has its turn.
                tasks.add(threads.scheduleAtFixedRate(
                        () -> ask(comparison.port, paths), 1_000L * i / A_SECOND, 1_000, TimeUnit.MILLISECONDS));
            }
            tasks.add(threads.scheduleAtFixedRate(() -> publish(rounds), 0, PUBLISH_SECONDS, TimeUnit.SECONDS));
            List<Sample> samples = new ArrayList<>();
            long began = System.nanoTime();
            long end = began + seconds * 1_000_000_000L;
            long every = Math.min(SAMPLE_SECONDS, Math.max(1, seconds / 10)) * 1_000;
            while (System.nanoTime() < end) {
                Servers.pause(every);
                samples.add(new Sample((System.nanoTime() - began) / 3.6e12, Memory.of(comparison.process)));
                Speed.say("soak: %s", samples.get(samples.size() - 1).memory());
            }
            tasks.forEach(task -> task.cancel(false));
            threads.shutdown();
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("somebody still waits for an answer");
            }
            report(samples);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> paths(List<String> topics) {
        List<String> paths = new ArrayList<>();
        for (String topic : topics) {
            for (String format : List.of("json", "csv", "jsonstat")) {
                paths.add("/comparisons/" + topic + "?format=" + format);
            }
            // Once in a while somebody asks what nobody asked before.
            paths.add("/comparisons/" + topic + "?municipality=");
        }
        paths.add("/figures?indicator=fte-total&round=" + Rounds.id(0) + "," + Rounds.latest());
        paths.add("/figures?indicator=residents&format=csv");
        return paths;
    }

    private void ask(int port, List<String> paths) {
        int turn = asked.getAndIncrement();
        String path = paths.get(turn % paths.size());
        if (path.endsWith("=")) {
            path += Generator.code(turn % Rounds.USUAL);
        }
        long began = System.nanoTime();
        Http.Answer answer = Http.send(port, Http.Call.get(path, null));
        nanos.add(System.nanoTime() - began);
        if (answer.status() != 200) {
            faults.add(path + ": " + answer.status() + " " + answer.body());
        } else if (answer.staleSince() != null) {
            faults.add(path + ": stale since " + answer.staleSince());
        } else {
            Matcher version = VERSION.matcher(answer.body());
            if (version.find() && isOld(Long.parseLong(version.group(1)), began)) {
                stale.incrementAndGet();
            }
        }
    }

    private boolean isOld(long version, long askedNanos) {
        dated.incrementAndGet();
        return publications.stream()
                .anyMatch(p -> p.sequence() > version && askedNanos - p.acknowledgedNanos() > VISIBLE_NANOS);
    }

    private void publish(Rounds rounds) {
        try {
            int turn = (int) number.getAndIncrement();
            publications.add(rounds.publishAgain(50 + turn % 100));
        } catch (RuntimeException e) {
            faults.add("publication: " + e.getMessage());
        }
    }

    private void report(List<Sample> samples) {
        Times times = new Times(List.copyOf(nanos));
        results.row(
                "%d s of %d requests a second with a publication every %d s"
                        .formatted(seconds, A_SECOND, PUBLISH_SECONDS),
                "%,d answers (%.0f a second; %,d say their version), p50 %.1f ms, p99 %.1f ms, longest %.0f ms; %d publications"
                        .formatted(
                                times.count(),
                                (double) times.count() / seconds,
                                dated.get(),
                                times.median(),
                                times.within(0.99),
                                times.longest(),
                                publications.size()),
                "",
                "%d errors, %d answers older than 2 s".formatted(faults.size(), stale.get()),
                "0 and 0",
                faults.isEmpty() && stale.get() == 0);
        if (!faults.isEmpty()) {
            results.wrong("soak: " + faults.peek());
        }
        List<Sample> second = samples.subList(samples.size() / 2, samples.size());
        double heap = slope(second, true);
        double last = samples.get(samples.size() - 1).memory().heap();
        results.row(
                "memory meanwhile, comparison-service",
                "after the first %d s: %s; at the end: %s"
                        .formatted(
                                Math.round(samples.get(0).hours() * 3_600),
                                samples.get(0).memory(),
                                samples.get(samples.size() - 1).memory()),
                "",
                "heap %+.0f MB/h, RSS %+.0f MB/h in the second half".formatted(heap, slope(second, false)),
                "heap flat: ≤ half of itself an hour",
                heap <= FLAT * last);
    }

    /** Of the line that fits best, in MB an hour. */
    private static double slope(List<Sample> samples, boolean heap) {
        double x = samples.stream().mapToDouble(Sample::hours).average().orElse(0);
        double y = samples.stream().mapToDouble(s -> of(s, heap)).average().orElse(0);
        double above = 0;
        double below = 0;
        for (Sample sample : samples) {
            above += (sample.hours() - x) * (of(sample, heap) - y);
            below += (sample.hours() - x) * (sample.hours() - x);
        }
        return below == 0 ? 0 : above / below;
    }

    private static double of(Sample sample, boolean heap) {
        return heap ? sample.memory().heap() : sample.memory().resident();
    }
}
