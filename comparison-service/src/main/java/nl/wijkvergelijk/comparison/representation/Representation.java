package nl.wijkvergelijk.comparison.representation;

import java.util.List;

/**
 * An answer, ready to be sent or to be answered with 304.
 *
 * @param filename what a browser calls it when saved, without ending; null for what is not a table
 * @param pinned whether it is of a version that was asked for by number, and so stays what it is
 * @param links values of {@code Link} beside the licence
 * @param basis what it rests on; null for what is not kept, because part of it is looked up in the database each time
 * @param recipe how it can be made again when that changes; null for what waits until it is asked again
 * @param makingNanos how long that took, in nanoseconds; 0 where there is no recipe
 */
public record Representation(
        Form format,
        Content content,
        String filename,
        boolean pinned,
        List<String> links,
        Basis basis,
        Recipe recipe,
        long makingNanos) {

    public Representation {
        links = List.copyOf(links);
    }

    public Representation(Form format, Content content, String filename, boolean pinned, List<String> links) {
        this(format, content, filename, pinned, links, null, null, 0);
    }

    /** JSON of what is now. */
    public static Representation json(Object view) {
        return new Representation(Format.JSON, Json.content(view), null, false, List.of());
    }

    /** The same, which may be kept as long as this holds. */
    public Representation restingOn(Basis whole) {
        return new Representation(format, content, filename, pinned, links, whole, recipe, makingNanos);
    }

    /** The same, which may be made again so. One of a version that was asked for by number stays what it is. */
    Representation by(Recipe again, long nanos) {
        return pinned ? this : new Representation(format, content, filename, false, links, basis, again, nanos);
    }
}
