package nl.wijkvergelijk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Several clients at the same time, each on a thread of its own. */
final class Together {

    private Together() {}

    /** Lets so many do this, each told its number, and waits for all of them. */
    static void run(int clients, IntConsumer each) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            Thread thread = new Thread(() -> each.accept(client), "client " + client);
            thread.start();
            threads.add(thread);
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
