package nl.wijkvergelijk.comparison.representation;

/** What an answer is made of: a {@link Format} of a table, or a {@link Picture} of one. */
public sealed interface Form permits Format, Picture {

    /** What {@code Content-Type} says. */
    String contentType();

    /** Short, and no other's. */
    String code();

    /** The ending of a file that holds it. */
    String ending();

    /** Whether a browser shows it, where other forms are saved. */
    boolean shown();
}
