package nl.wijkvergelijk.comparison.representation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import nl.wijkvergelijk.http.ETags;
import org.junit.jupiter.api.Test;

class ContentTest {

    /** Written in parts of odd lengths, as a writer of JSON does. */
    private static Content written(byte[] bytes) {
        return Content.written(out -> {
            int at = 0;
            for (int part = 1; at < bytes.length; part = part * 7 % 8_191) {
                int count = Math.min(part, bytes.length - at);
                if (count == 1) {
                    out.write(bytes[at]);
                } else {
                    out.write(bytes, at, count);
                }
                at += count;
            }
        });
    }

    private static byte[] unpacked(Iterator<byte[]> packed) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        packed.forEachRemaining(all::writeBytes);
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(all.toByteArray()))) {
            return plain.readAllBytes();
        }
    }

    @Test
    void whatIsWrittenComesOutAsItWasPlainAndPackedWhateverItsLength() throws IOException {
        for (int length : new int[] {
            0, 1, 1_000, Pieces.MOST - 1, Pieces.MOST, Pieces.MOST + 1, 3 * Pieces.MOST, Content.MANY, Content.MANY + 1
        }) {
            byte[] bytes = LargeText.of(length);
            Content content = written(bytes);
            assertArrayEquals(bytes, content.bytes(), length + " bytes");
            assertEquals(length, content.length());
            assertEquals(ETags.ofBytes(bytes), content.tag());
            assertArrayEquals(bytes, unpacked(content.packedPieces()), length + " bytes, packed");
            long packed = 0;
            for (Iterator<byte[]> pieces = content.packedPieces(); pieces.hasNext(); ) {
                packed += pieces.next().length;
            }
            assertEquals(packed, content.packedLength());
            assertEquals(content.tag(), Content.of(bytes).tag());
        }
    }

    @Test
    void onlyWhatIsVeryMuchIsPackedOnTheWay() {
        assertFalse(written(LargeText.of(Content.MANY)).isPacked());
        Content more = written(LargeText.of(Content.MANY + 1));
        assertTrue(more.isPacked());
        assertTrue(more.size() < Content.MANY / 2, "it takes " + more.size());
    }

    @Test
    void aSmallContentIsOnePieceAndNoneIsLargerThanAPiece() {
        assertEquals(1, count(written(LargeText.of(Pieces.MOST)).pieces(), Pieces.MOST));
        assertEquals(1, count(written(new byte[0]).pieces(), 0));
        assertEquals(2, count(written(LargeText.of(Pieces.MOST + 1)).pieces(), Pieces.MOST));
        assertEquals(4, count(Content.of(LargeText.of(4 * Pieces.MOST)).pieces(), Pieces.MOST));
        count(written(LargeText.of(Content.MANY + 1)).pieces(), Pieces.MOST);
    }

    private static int count(Iterator<byte[]> pieces, int longest) {
        int count = 0;
        for (; pieces.hasNext(); count++) {
            int length = pieces.next().length;
            assertTrue(length <= longest, "a piece of " + length);
        }
        assertThrows(NoSuchElementException.class, pieces::next);
        return count;
    }

    @Test
    void whatCannotBeWrittenIsNoContent() {
        byte[] much = new byte[Content.MANY + 1];
        Arrays.fill(much, (byte) 'x');
        assertThrows(
                UncheckedIOException.class,
                () -> Content.written(out -> {
                    out.write(much);
                    throw new IOException("no more");
                }));
    }
}
