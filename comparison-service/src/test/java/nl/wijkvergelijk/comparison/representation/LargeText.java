package nl.wijkvergelijk.comparison.representation;

import java.util.Random;

/** Text to be sent and packed. */
public final class LargeText {

    private LargeText() {}

    /** So many bytes, neither all the same nor all different; the same each time. */
    public static byte[] of(int length) {
        byte[] bytes = new byte[length];
        Random random = new Random(length);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + (random.nextInt(8) == 0 ? random.nextInt(26) : i % 16));
        }
        return bytes;
    }
}
