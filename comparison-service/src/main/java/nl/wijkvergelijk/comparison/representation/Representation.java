package nl.wijkvergelijk.comparison.representation;

import java.util.List;

/**
 * An answer as bytes, ready to be sent or to be answered with 304.
 *
 * @param filename what a browser calls it when saved, without ending; null for what is not a table
 * @param pinned whether it is of a version that was asked for by number, and so stays what it is
 * @param links values of {@code Link} beside the licence
 */
public record Representation(Form format, byte[] bytes, String filename, boolean pinned, List<String> links) {

    public Representation {
        links = List.copyOf(links);
    }

    /** JSON of what is now. */
    public static Representation json(Object view) {
        return new Representation(Format.JSON, Json.bytes(view), null, false, List.of());
    }
}
