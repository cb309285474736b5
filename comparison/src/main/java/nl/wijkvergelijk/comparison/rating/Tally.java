package nl.wijkvergelijk.comparison.rating;

/** Probabilities by key (never zero), in open addressing: the exact distribution adds to millions of them. */
final class Tally {

    private long[] keys = new long[1 << 10];
    private double[] weights = new double[1 << 10];
    private int size;

    /** What to do with each key and its probability. */
    interface Reader {
        void read(long key, double weight);
    }

    void add(long key, double weight) {
        int at = place(keys, key);
        if (keys[at] == 0) {
            keys[at] = key;
            if (++size * 2 > keys.length) {
                grow();
                at = place(keys, key);
            }
        }
        weights[at] += weight;
    }

    void each(Reader reader) {
        for (int at = 0; at < keys.length; at++) {
            if (keys[at] != 0) {
                reader.read(keys[at], weights[at]);
            }
        }
    }

    private static int place(long[] keys, long key) {
        int mask = keys.length - 1;
        int at = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] before = keys;
        double[] weightsBefore = weights;
        keys = new long[before.length * 2];
        weights = new double[before.length * 2];
        for (int from = 0; from < before.length; from++) {
            if (before[from] != 0) {
                int at = place(keys, before[from]);
                keys[at] = before[from];
                weights[at] = weightsBefore[from];
            }
        }
    }
}
