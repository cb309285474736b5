package nl.wijkvergelijk.comparison.representation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.wijkvergelijk.http.ETags;

/**
 * The bytes of an answer, in pieces. Very many are packed (gzip) as they are written and are never in memory otherwise, which takes a tenth or less: everything of ten
 * rounds of 342 municipalities is 83 MB of JSON. Who does not take them packed has them unpacked on the way out.
 */
public final class Content {

    /** What is not larger is one piece; no piece is. */
    public static final int PIECE = Pieces.MOST;

    /** With more, they are packed on the way. */
    static final int MANY = 32_000_000;

    private static final int FAST = 3;

    private final long length;
    private final String tag;
    private final List<byte[]> plain;
    private volatile List<byte[]> packed;

    /** Writes an answer, from its first byte to its last. */
    @FunctionalInterface
    public interface Writing {

        /** Writes all of it. */
        void to(OutputStream out) throws IOException;
    }

    private Content(long length, String tag, List<byte[]> plain, List<byte[]> packed) {
        this.length = length;
        this.tag = tag;
        this.plain = plain;
        this.packed = packed;
    }

    /** What is written. */
    public static Content written(Writing writing) {
        try (Taken taken = new Taken()) {
            writing.to(taken);
            return taken.content();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These bytes. */
    public static Content of(byte[] bytes) {
        return written(out -> out.write(bytes));
    }

    /** A strong entity tag for the bytes when they are not packed (RFC 9110, section 8.8.3). */
    public String tag() {
        return tag;
    }

    /** How many there are, when they are not packed. */
    public long length() {
        return length;
    }

    /** The same when they are. */
    public long packedLength() {
        return Pieces.length(packed());
    }

    /** Bytes of memory, with those of the packed ones as if they were there. */
    public long size() {
        return plain == null ? packedLength() : length + length / 4;
    }

    /** Whether they are there packed. */
    public boolean isPacked() {
        return packed != null;
    }

    /** As they are, from the first piece to the last; a small content is one piece. */
    public Iterator<byte[]> pieces() {
        return plain == null ? new Unpacking(packed()) : plain.iterator();
    }

    /** As they are, in one array: for who needs a small content whole. */
    public byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces().forEachRemaining(all::writeBytes);
        return all.toByteArray();
    }

    /** Packed, from the first piece to the last; the first who asks has it done. */
    public Iterator<byte[]> packedPieces() {
        return packed().iterator();
    }

    private synchronized List<byte[]> packed() {
        if (packed == null) {
            Pieces pieces = new Pieces();
            try (OutputStream gzip = new FastGzip(pieces)) {
                for (byte[] each : plain) {
                    gzip.write(each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            packed = pieces.all();
        }
        return packed;
    }

    /** Takes what is written, and begins to pack when it gets very much. */
    private static final class Taken extends OutputStream {

        private final MessageDigest digest = ETags.digest();
        private Pieces pieces = new Pieces();
        private OutputStream gzip;
        private long length;

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int count) throws IOException {
            digest.update(some, from, count);
            length += count;
            if (gzip == null && length > MANY) {
                List<byte[]> before = pieces.all();
                pieces = new Pieces();
                gzip = new FastGzip(pieces);
                for (byte[] each : before) {
                    gzip.write(each);
                }
            }
            (gzip == null ? pieces : gzip).write(some, from, count);
        }

        @Override
        public void close() throws IOException {
            if (gzip != null) {
                gzip.close();
            }
        }

        Content content() throws IOException {
            close();
            List<byte[]> all = pieces.all();
            return new Content(length, ETags.ofDigested(digest), gzip == null ? all : null, gzip == null ? null : all);
        }
    }

    /** The slower levels take several times as long for a few percent. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out, PIECE);
            def.setLevel(FAST);
        }
    }

    /** Unpacks as it goes. */
    private static final class Unpacking implements Iterator<byte[]> {

        private static final int IN_MEMORY = 8 * 1024;

        private final InputStream plain;
        private byte[] next;

        Unpacking(List<byte[]> packed) {
            Enumeration<InputStream> pieces = Collections.enumeration(packed.stream()
                    .map(ByteArrayInputStream::new)
                    .map(InputStream.class::cast)
                    .toList());
            try {
                plain = new GZIPInputStream(new SequenceInputStream(pieces), IN_MEMORY);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            read();
        }

        private void read() {
            try {
                next = plain.readNBytes(PIECE);
                if (next.length == 0) {
                    plain.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            return next.length > 0;
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            byte[] now = next;
            read();
            return now;
        }
    }
}
