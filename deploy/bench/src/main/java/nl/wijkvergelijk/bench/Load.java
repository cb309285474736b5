package nl.wijkvergelijk.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;

/** So many clients that each ask again as soon as they were answered, for a while; who is refused pauses a moment. */
final class Load {

    private static final long PAUSE_MILLIS = 50;

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<Long> admitted = new ArrayList<>();
    private int withoutRetryAfter;

    private Load() {}

    static Load of(int port, int clients, Duration length, IntFunction<Http.Call> call) {
        ConcurrentLinkedQueue<KeptConnection.Answer> answers = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + length.toNanos();
        Together.run(clients, client -> {
            try (KeptConnection connection = new KeptConnection(port)) {
                while (System.nanoTime() < end) {
                    KeptConnection.Answer answer = connection.send(call.apply(client));
                    answers.add(answer);
                    if (!isGood(answer)) {
                        Servers.pause(PAUSE_MILLIS);
                    }
                }
            }
        });
        Load load = new Load();
        answers.forEach(load::add);
        return load;
    }

    private static boolean isGood(KeptConnection.Answer answer) {
        return answer.status() / 100 == 2;
    }

    private void add(KeptConnection.Answer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        if (isGood(answer)) {
            admitted.add(answer.millis());
        } else if (!answer.saysWhenToComeBack()) {
            withoutRetryAfter++;
        }
    }

    /** How many got which status; 0 stands for no answer. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    int count(int status) {
        return statuses.getOrDefault(status, 0);
    }

    /** Answers other than 200 and these, and refusals that do not say when to come back. */
    int wrong(int... refusals) {
        int known = count(200);
        for (int refusal : refusals) {
            known += count(refusal);
        }
        return statuses.values().stream().mapToInt(Integer::intValue).sum() - known + withoutRetryAfter;
    }

    /** The time in milliseconds within which this part of the admitted requests was answered. */
    long percentile(double part) {
        List<Long> sorted = admitted.stream().sorted().toList();
        return sorted.isEmpty() ? -1 : Math.max(1, sorted.get((int) Math.ceil(part * sorted.size()) - 1));
    }
}
