package nl.wijkvergelijk.comparison.representation;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is written in pieces: an array of many megabytes has to be copied as it grows, and needs so much memory in one place. */
final class Pieces extends OutputStream {

    /** Bytes of each piece but the last. */
    static final int MOST = 128 * 1024;

    private final List<byte[]> full = new ArrayList<>();
    private ByteArrayOutputStream last = new ByteArrayOutputStream();

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        int at = from;
        int left = count;
        while (left > 0) {
            if (last.size() == MOST) {
                full.add(last.toByteArray());
                last = new ByteArrayOutputStream(MOST);
            }
            int some = Math.min(left, MOST - last.size());
            last.write(bytes, at, some);
            at += some;
            left -= some;
        }
    }

    /** All that was written, in order; at least one piece. */
    List<byte[]> all() {
        List<byte[]> all = new ArrayList<>(full);
        all.add(last.toByteArray());
        return List.copyOf(all);
    }

    /** How many bytes there are in these. */
    static long length(List<byte[]> pieces) {
        return pieces.stream().mapToLong(each -> each.length).sum();
    }
}
