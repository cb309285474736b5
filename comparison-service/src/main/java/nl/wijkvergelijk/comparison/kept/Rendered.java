package nl.wijkvergelijk.comparison.kept;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.wijkvergelijk.comparison.representation.Basis;
import nl.wijkvergelijk.comparison.representation.Content;
import nl.wijkvergelijk.comparison.representation.Format;
import nl.wijkvergelijk.comparison.representation.Licence;
import nl.wijkvergelijk.comparison.representation.Recipe;
import nl.wijkvergelijk.comparison.representation.Representation;
import nl.wijkvergelijk.comparison.seam.Held;
import nl.wijkvergelijk.http.ETags;
import nl.wijkvergelijk.http.Language;

/**
 * An answer with its headers, as it goes out any number of times: plain, or packed (gzip) for who takes that. Both have a tag of their own, since they are two
 * representations (RFC 9110, section 8.8.3.3), and either of them shows that a client has it already.
 */
final class Rendered {

    private static final String FOR_EVER = "public, max-age=86400, immutable";

    /** Smaller ones go in one packet anyway. */
    private static final int WORTH_PACKING = 1_400;

    /** What an answer that has no content says nothing about (RFC 9110, section 15.4.5). */
    private static final Set<String> OF_CONTENT =
            Set.of("Content-Type", "Content-Disposition", "Content-Encoding", "Content-Length");

    private final boolean packable;
    private final Basis basis;
    private final List<Header> about;
    private final Content content;
    private final Variant plain;
    private final Function<Held, Rendered> again;
    private final long makingNanos;
    private final AtomicInteger takers = new AtomicInteger();
    private volatile Variant packed;
    private volatile Rendered next;
    private volatile boolean asked;

    /** With what it was last compared; not held on to, since nothing else may keep an old dataset in memory. */
    private volatile WeakReference<Held> compared = new WeakReference<>(null);

    /**
     * One of the two.
     *
     * @param pieces all of it, from the first piece to the last
     * @param whole the same where it is one piece; null where there are more
     */
    record Variant(
            String tag,
            long length,
            Supplier<Iterator<byte[]>> pieces,
            Buffer whole,
            List<Header> headers,
            List<Header> headersWithoutContent) {

        private static Variant of(String tag, long length, Supplier<Iterator<byte[]>> pieces, List<Header> about) {
            List<Header> headers = new ArrayList<>(about);
            headers.add(Header.of("ETag", tag));
            headers.add(Header.of("Content-Length", Long.toString(length)));
            List<Header> without = headers.stream()
                    .filter(each -> !OF_CONTENT.contains(each.name().toString()))
                    .toList();
            return new Variant(
                    tag,
                    length,
                    pieces,
                    length <= Content.PIECE
                            ? Buffer.buffer(Unpooled.wrappedBuffer(pieces.get().next()))
                            : null,
                    List.copyOf(headers),
                    without);
        }
    }

    /** One header, in bytes as it goes out. */
    record Header(CharSequence name, CharSequence value) {

        static Header of(String name, String value) {
            return new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
        }
    }

    private Rendered(Representation answer, List<Header> about, Variant plain, Function<Held, Rendered> again) {
        this.about = about;
        this.content = answer.content();
        this.packable = answer.format() != Format.XLSX && content.length() >= WORTH_PACKING;
        this.basis = answer.basis();
        this.plain = plain;
        this.again = again;
        this.makingNanos = answer.makingNanos();
    }

    /** @param forNow what caches are told of an answer that is not pinned */
    static Rendered of(Representation answer, Language language, String forNow) {
        List<Header> headers = new ArrayList<>(List.of(
                Header.of("Cache-Control", answer.pinned() ? FOR_EVER : forNow),
                Header.of("Content-Language", language.code()),
                Header.of("Content-Type", answer.format().contentType()),
                Header.of("Vary", "Accept, Accept-Language, Accept-Encoding"),
                Header.of("Link", Licence.LINK)));
        answer.links().forEach(link -> headers.add(Header.of("Link", link)));
        if (answer.filename() != null && !answer.format().shown()) {
            headers.add(Header.of(
                    "Content-Disposition",
                    "attachment; filename=\"%s.%s\""
                            .formatted(answer.filename(), answer.format().ending())));
        }
        // Two languages may happen to have the same bytes; they are two representations all the same.
        String hash = answer.content().tag().replace("\"", "");
        String tag = ETags.strong(hash + "-" + answer.format().code() + "-" + language.code());
        Recipe recipe = answer.recipe();
        return new Rendered(
                answer,
                headers,
                Variant.of(tag, answer.content().length(), answer.content()::pieces, headers),
                recipe == null ? null : held -> of(recipe.made(held), language, forNow));
    }

    /** Whether it may be kept at all. */
    boolean isToKeep() {
        return basis != null;
    }

    /** Whether what it rests on is still what it was. */
    boolean holds(Held now) {
        if (compared.get() == now) {
            return true;
        }
        boolean holds = basis.holds(now);
        if (holds) {
            compared = new WeakReference<>(now);
        }
        return holds;
    }

    /** Somebody asks for it. */
    void ask() {
        // Read first: all who ask would have the processors pass on one line of memory.
        if (!asked) {
            asked = true;
        }
    }

    /** Whether it is made again before somebody asks: where it can be, and somebody asked since it was made ahead itself. */
    boolean isToMakeAhead() {
        return again != null && asked;
    }

    /** How long it took to make, in nanoseconds; with what it waited for others. */
    long makingNanos() {
        return makingNanos;
    }

    /** Makes the answer that follows this one when that is held, packed where this is; a problem where the question does not fit it any more. */
    void makeAhead(Held coming) {
        Rendered made = again.apply(coming);
        if (packed != null) {
            made.packed();
        }
        next = made;
    }

    /** This, or what was made to follow it, whichever holds; null where neither does. */
    Rendered at(Held now) {
        if (holds(now)) {
            return this;
        }
        Rendered made = next;
        return made != null && made.holds(now) ? made : null;
    }

    /** Bytes of memory, with those of the packed variant as if it were there. */
    int size() {
        return (int) (packable ? content.size() : content.length());
    }

    /** One more who takes it (or one less, with -1), piece by piece; how many there are now. */
    int taken(int change) {
        return takers.addAndGet(change);
    }

    /** Whether it has to be packed first for this request; that takes a while. */
    boolean needsPacking(String acceptEncoding) {
        return !content.isPacked() && isPackedFor(acceptEncoding);
    }

    /** What goes out to who accepts this. */
    Variant variant(String acceptEncoding) {
        return isPackedFor(acceptEncoding) ? packed() : plain;
    }

    /** Whether a client that names these tags has it, in either variant. */
    boolean isKnownTo(String ifNoneMatch) {
        return packable
                ? ETags.noneMatchHolds(ifNoneMatch, plain.tag(), packedTag())
                : ETags.noneMatchHolds(ifNoneMatch, plain.tag());
    }

    private boolean isPackedFor(String acceptEncoding) {
        return packable && acceptEncoding != null && takesGzip(acceptEncoding);
    }

    /** By name, and not refused with a weight of 0 (RFC 9110, section 12.5.3). */
    private static boolean takesGzip(String acceptEncoding) {
        for (String each : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = each.strip().split("\\s*;\\s*", 2);
            if (parts[0].equals("gzip")) {
                return parts.length == 1 || !parts[1].matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private synchronized Variant packed() {
        if (packed == null) {
            List<Header> headers = new ArrayList<>(about);
            headers.add(Header.of("Content-Encoding", "gzip"));
            packed = Variant.of(packedTag(), content.packedLength(), content::packedPieces, headers);
        }
        return packed;
    }

    private String packedTag() {
        return plain.tag().substring(0, plain.tag().length() - 1) + "-gzip\"";
    }
}
